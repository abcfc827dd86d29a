/** Steps of jobs and composite queries that read. Not part of the contract. */
import { getCompany } from './companies.ts';
import type { ReadContext } from './context.ts';
import { rehearseImport } from './imports/apply.ts';
import { savedMap } from './imports/index.ts';
import { previewInvoice } from './issuing/manual.ts';
import { countInterrupted, getJob } from './jobs.ts';
import { documentLogo, dumpDocuments, printable, produceItems, runLogo } from './produce.ts';
import { getRunRow } from './runs/list.ts';
import { verifyCompany } from './verify.ts';

export const readOps = {
  'company.get': getCompany,
  'job.get': getJob,
  'job.interrupted': (ctx: ReadContext) => countInterrupted(ctx.db),
  'import.rehearse': rehearseImport,
  'import.savedMap': savedMap,
  'invoice.preview': previewInvoice,
  'produce.items': produceItems,
  'documents.dump': dumpDocuments,
  'document.printable': printable,
  'document.logo': documentLogo,
  'run.row': getRunRow,
  'run.logo': runLogo,
  'company.verify': verifyCompany,
} as const;

export type ReadOps = typeof readOps;
export type ReadPayload<K extends keyof ReadOps> = Parameters<ReadOps[K]> extends [unknown, infer P] ? P : null;
export type ReadResult<K extends keyof ReadOps> = Awaited<ReturnType<ReadOps[K]>>;
export type ReadOp = (ctx: ReadContext, payload: unknown) => Promise<unknown>;
