/** Branded identities: an id of one noun does not compile where another's is wanted. All are UUIDv7 texts. */
import { z } from 'zod';

const id = <B extends string>(brand: B) => z.uuid().brand(brand);

export const CustomerId = id('CustomerId');
export const ProductId = id('ProductId');
export const PendingLineId = id('PendingLineId');
export const ImportId = id('ImportId');
export const RunId = id('RunId');
export const DraftId = id('DraftId');
export const InvoiceId = id('InvoiceId');
export const SeriesId = id('SeriesId');
export const JobId = id('JobId');
export const CommandId = id('CommandId');

export type CustomerId = z.infer<typeof CustomerId>;
export type ProductId = z.infer<typeof ProductId>;
export type PendingLineId = z.infer<typeof PendingLineId>;
export type ImportId = z.infer<typeof ImportId>;
export type RunId = z.infer<typeof RunId>;
export type DraftId = z.infer<typeof DraftId>;
export type InvoiceId = z.infer<typeof InvoiceId>;
export type SeriesId = z.infer<typeof SeriesId>;
export type JobId = z.infer<typeof JobId>;
export type CommandId = z.infer<typeof CommandId>;
