/** Files brought in: look, map, rehearse, take in one transaction. */
import { z } from 'zod';
import type { ImportId } from '../model/ids.ts';
import { ColumnMap, ImportKind, type ImportOutcome, type Inspection, ReadOptions } from '../model/imports.ts';
import type { Instant } from '../model/values.ts';
import { command, job, query } from './define.ts';

export const ImportRequest = z.object({
  path: z.string().min(1),
  kind: ImportKind,
  options: ReadOptions,
  map: ColumnMap,
  /** Lines that name a customer unknown to the company: create the customer (true) or reject the line (false). */
  createCustomers: z.boolean().default(false),
  /** Same for products. When false a line may still name an unknown product: a check flags it. */
  createProducts: z.boolean().default(false),
  /** Take lines that another imported file has already brought, as new ones. The same file again still changes nothing. */
  takeRepeated: z.boolean().default(false),
  /** Keep the column map for files of the same shape. */
  rememberMap: z.boolean().default(true),
  /** Where to write the rejected rows with their reasons (CSV); null: nowhere. */
  rejectsPath: z.string().nullable().default(null),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

export interface ImportBatch {
  id: ImportId;
  kind: z.infer<typeof ImportKind>;
  fileName: string;
  at: Instant;
  actor: string;
  rows: number;
  created: number;
  updated: number;
  left: number;
  rejected: number;
}

export const importsContract = {
  /** Reads a limited worker's worth of the file; nothing is written. */
  'import.inspect': query(
    z.object({ path: z.string().min(1), kind: ImportKind, options: ReadOptions.nullable().default(null) }),
  ).returns<Inspection>(),
  /** Dry run: the same code as the import up to the transaction. */
  'import.rehearse': job(ImportRequest).returns<ImportOutcome>(),
  'import.commit': job(ImportRequest).returns<ImportOutcome & { importId: ImportId }>(),
  'import.list': query(z.object({})).returns<ImportBatch[]>(),
  'columnMap.forget': command(z.object({ kind: ImportKind, shape: z.string() })).returns<{ forgotten: boolean }>(),
};
