/** Steps of jobs and composite queries that read. Not part of the contract. */
import { getCompany } from './companies.ts';
import type { ReadContext } from './context.ts';
import { rehearseImport } from './imports/apply.ts';
import { savedMap } from './imports/index.ts';
import { previewInvoice } from './issuing/manual.ts';
import { getJob } from './jobs.ts';
import { dumpDocuments, pictureBytes, printable, produceItems } from './produce.ts';
import { verifyCompany } from './verify.ts';

export const readOps = {
  'company.get': getCompany,
  'job.get': getJob,
  'import.rehearse': rehearseImport,
  'import.savedMap': savedMap,
  'invoice.preview': previewInvoice,
  'produce.items': produceItems,
  'documents.dump': dumpDocuments,
  'document.printable': printable,
  'picture.bytes': pictureBytes,
  'company.verify': verifyCompany,
} as const;

export type ReadOps = typeof readOps;
export type ReadPayload<K extends keyof ReadOps> = Parameters<ReadOps[K]> extends [unknown, infer P] ? P : null;
export type ReadResult<K extends keyof ReadOps> = Awaited<ReturnType<ReadOps[K]>>;
export type ReadOp = (ctx: ReadContext, payload: unknown) => Promise<unknown>;
