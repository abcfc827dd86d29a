/** Steps of jobs and composite queries that read. Not part of the contract. */
import type { CustomerId } from '#shared/model/ids.ts';
import { getCompany } from './companies.ts';
import type { ReadContext } from './context.ts';
import { rehearseImport } from './imports/apply.ts';
import { intakeFields } from './imports/index.ts';
import { savedMap } from './imports/maps.ts';
import { dumpRejects } from './imports/rejects.ts';
import { previewInvoice } from './issuing/manual.ts';
import { countInterrupted, getJob } from './jobs.ts';
import { figuresHere } from './office/here.ts';
import { readRoster } from './people/users.ts';
import { documentLogo, dumpDocuments, printable, produceItems, runLogo } from './produce.ts';
import { getRunRow } from './runs/list.ts';
import { backupDue } from './safety/backup-status.ts';
import { personScope } from './safety/erasure-scope.ts';
import { exportPapers } from './safety/export-tables.ts';
import { findLeftovers } from './safety/leftovers.ts';
import { verifyCompany } from './verify.ts';

export const readOps = {
  'people.roster': readRoster,
  'company.get': getCompany,
  'office.figures': figuresHere,
  'job.get': getJob,
  'job.interrupted': (ctx: ReadContext) => countInterrupted(ctx.db),
  'import.rehearse': rehearseImport,
  'import.savedMap': savedMap,
  'import.fields': intakeFields,
  'import.dumpRejects': dumpRejects,
  'invoice.preview': previewInvoice,
  'produce.items': produceItems,
  'documents.dump': dumpDocuments,
  'document.printable': printable,
  'document.logo': documentLogo,
  'run.row': getRunRow,
  'run.logo': runLogo,
  'company.verify': verifyCompany,
  'backup.due': backupDue,
  'export.papers': exportPapers,
  'erasure.scope': (ctx: ReadContext, input: { customerId: CustomerId }) => personScope(ctx.db, input.customerId),
  'erasure.leftovers': findLeftovers,
} as const;

export type ReadOps = typeof readOps;
export type ReadPayload<K extends keyof ReadOps> = Parameters<ReadOps[K]> extends [unknown, infer P] ? P : null;
export type ReadResult<K extends keyof ReadOps> = Awaited<ReturnType<ReadOps[K]>>;
export type ReadOp = (ctx: ReadContext, payload: unknown) => Promise<unknown>;
