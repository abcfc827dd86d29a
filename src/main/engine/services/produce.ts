/** Producing: which documents a run still owes as files, and what was made of them. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FrozenDocument } from '#shared/model/document.ts';
import { EngineError, type EngineErrorShape } from '#shared/model/error.ts';
import { InvoiceId, type JobId, type RunId } from '#shared/model/ids.ts';
import { failpoint } from '../ports/failpoint.ts';
import { readPicture, writeAudit } from '../store/company.ts';
import type { ReadDb } from '../store/database.ts';
import { issuedPage } from '../store/documents.ts';
import { insertJobItems } from '../store/jobs.ts';
import { findRunIn, setRunStatus } from '../store/runs.ts';
import type { ReadContext, WriteContext } from './context.ts';

/** Where the originals are kept, beside the company file, by content. */
export const archiveDir = (companyPath: string): string => `${companyPath.replace(/\.liasse$/i, '')}.archive`;
export const archivePath = (companyPath: string, sha256: string): string =>
  join(archiveDir(companyPath), sha256.slice(0, 2), `${sha256}.pdf`);

export interface ProduceItem {
  ordinal: number;
  invoiceId: InvoiceId;
  number: string;
  customer: string;
  /** Canonical bytes of the frozen document. */
  body: Buffer;
  /** Hash of its original, if a PDF of it was made before: by this job until it was interrupted, by another, by hand. */
  original: string | null;
}

/** Begins or resumes: notes the folder and lays down one item for each document of the run. */
export async function startProducing(
  ctx: WriteContext,
  input: { runId: RunId; jobId: JobId; folder: string },
): Promise<{ folder: string; total: number; name: string }> {
  const run = await findRunIn(ctx.db, input.runId, ['producing', 'closed']);
  const items = await ctx.trx
    .selectFrom('job_item')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('job_id', '=', input.jobId)
    .executeTakeFirstOrThrow();
  if (items.n > 0) return { folder: run.folder ?? input.folder, total: items.n, name: run.name };
  const invoices = await ctx.trx
    .selectFrom('invoice')
    .select(['id', 'number', 'customer_name', 'document_id'])
    .where('run_id', '=', run.id)
    .orderBy('document_id')
    .execute();
  await insertJobItems(
    ctx.trx,
    invoices.map((invoice, ordinal) => ({
      job_id: input.jobId,
      ordinal,
      key: invoice.id,
      label: `${invoice.number} ${invoice.customer_name}`,
      status: 'waiting',
      error: null,
      result: null,
    })),
  );
  await ctx.trx.updateTable('bill_run').set({ folder: input.folder }).where('id', '=', run.id).execute();
  return { folder: input.folder, total: invoices.length, name: run.name };
}

/** The next items in order, with the bytes to print. */
export async function produceItems(
  ctx: ReadContext,
  input: { jobId: JobId; after: number; limit: number },
): Promise<ProduceItem[]> {
  const rows = await ctx.db
    .selectFrom('job_item')
    .innerJoin('invoice', 'invoice.id', 'job_item.key')
    .innerJoin('document', 'document.id', 'invoice.document_id')
    .leftJoin('archive_file', 'archive_file.invoice_id', 'invoice.id')
    .select([
      'job_item.ordinal',
      'archive_file.sha256 as original',
      'invoice.id',
      'invoice.number',
      'invoice.customer_name',
      'document.body',
    ])
    .where('job_item.job_id', '=', input.jobId)
    .where('job_item.ordinal', '>', input.after)
    .orderBy('job_item.ordinal')
    .limit(input.limit)
    .execute();
  return rows.map((row) => {
    return {
      ordinal: row.ordinal,
      invoiceId: InvoiceId.parse(row.id),
      number: row.number,
      customer: row.customer_name,
      body: row.body,
      original: row.original,
    };
  });
}

export interface Produced {
  ordinal: number;
  invoiceId: InvoiceId;
  outcome:
    | { ok: true; fileName: string; path: string; sha256: string; bytes: number }
    | { ok: false; error: EngineErrorShape };
}

/** Notes what was made and what failed. The first file made of a document is its original; later ones do not replace it. */
export async function recordProduced(ctx: WriteContext, input: { jobId: JobId; items: Produced[] }): Promise<null> {
  for (const item of input.items) {
    const { outcome } = item;
    await ctx.trx
      .updateTable('job_item')
      .set(
        outcome.ok
          ? {
              status: 'done',
              error: null,
              result: JSON.stringify({ fileName: outcome.fileName, sha256: outcome.sha256 }),
            }
          : { status: 'failed', error: JSON.stringify(outcome.error), result: null },
      )
      .where('job_id', '=', input.jobId)
      .where('ordinal', '=', item.ordinal)
      .execute();
    if (outcome.ok) await keepOriginal(ctx, item.invoiceId, outcome);
  }
  failpoint('produce.recorded');
  return null;
}

async function keepOriginal(
  ctx: WriteContext,
  invoiceId: InvoiceId,
  file: { path: string; sha256: string; bytes: number },
): Promise<void> {
  await ctx.trx
    .insertInto('archive_file')
    .values({
      invoice_id: invoiceId,
      kind: 'pdf',
      sha256: file.sha256,
      bytes: file.bytes,
      delivered_path: file.path,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A PDF of an issued document was saved for somebody: it becomes the original unless there is one. */
export async function recordDelivered(
  ctx: WriteContext,
  input: { invoiceId: InvoiceId; path: string; sha256: string; bytes: number },
): Promise<null> {
  await keepOriginal(ctx, input.invoiceId, input);
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { action: 'invoice.pdf_saved', subject: input.invoiceId, params: {} });
  return null;
}

/** Every file is there: the run is closed. */
export async function finishProducing(
  ctx: WriteContext,
  input: { runId: RunId; folder: string; files: number; failed: number },
): Promise<null> {
  const run = await findRunIn(ctx.db, input.runId, ['producing', 'closed']);
  if (input.failed === 0) await setRunStatus(ctx.trx, run.id, 'closed');
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'run.produced',
    subject: run.id,
    params: { name: run.name, files: input.files, failed: input.failed, folder: input.folder },
  });
  failpoint('produce.finished');
  return null;
}

/** Lays the frozen documents of a selection down as the workbook's worker reads them: memory stays flat. */
export async function dumpDocuments(
  ctx: ReadContext,
  input: { path: string; runId: string | null; from: string | null; to: string | null },
): Promise<{ documents: number }> {
  const handle = openSync(input.path, 'w');
  let documents = 0;
  let after = 0;
  try {
    for (;;) {
      ctx.throwIfCancelled();
      const page = await issuedPage(ctx.db, after, 200, input);
      const last = page.at(-1);
      if (!last) return { documents };
      for (const row of page) {
        writeSync(handle, `{"t":"document","document":${row.body.toString('utf8')}}\n`);
        documents += 1;
      }
      after = last.invoice.document_id;
      ctx.report(documents, null);
    }
  } finally {
    closeSync(handle);
  }
}

/** What a PDF of one document needs: its bytes, its logo, its original if one was delivered. */
export async function printable(
  ctx: ReadContext,
  input: { kind: 'draft' | 'invoice'; id: string },
): Promise<{
  json: string;
  number: string | null;
  logo: Buffer | null;
  original: { sha256: string; path: string } | null;
}> {
  if (input.kind === 'draft') {
    const draft = await ctx.db.selectFrom('draft').select(['document']).where('id', '=', input.id).executeTakeFirst();
    if (!draft || draft.document === '') throw new EngineError('not_found', { what: 'draft' });
    return { json: draft.document, number: null, logo: await logoOf(ctx.db, draft.document), original: null };
  }
  const row = await ctx.db
    .selectFrom('invoice')
    .innerJoin('document', 'document.id', 'invoice.document_id')
    .leftJoin('archive_file', 'archive_file.invoice_id', 'invoice.id')
    .select(['invoice.number', 'document.body', 'archive_file.sha256'])
    .where('invoice.id', '=', input.id)
    .executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'invoice' });
  const json = row.body.toString('utf8');
  return {
    json,
    number: row.number,
    logo: await logoOf(ctx.db, json),
    original: row.sha256 === null ? null : { sha256: row.sha256, path: archivePath(ctx.path, row.sha256) },
  };
}

/** The logo that the documents of a run were frozen with: one for all, since one transaction issued them. */
export async function runLogo(ctx: ReadContext, input: { runId: RunId }): Promise<Buffer | null> {
  const row = await ctx.db
    .selectFrom('invoice')
    .innerJoin('document', 'document.id', 'invoice.document_id')
    .select('document.body')
    .where('invoice.run_id', '=', input.runId)
    .orderBy('document.id')
    .limit(1)
    .executeTakeFirst();
  return row?.body ? logoOf(ctx.db, row.body.toString('utf8')) : null;
}

/** The picture that a document names by hash. */
export async function documentLogo(ctx: ReadContext, input: { sha256: string | null }): Promise<Buffer | null> {
  return input.sha256 === null ? null : ((await readPicture(ctx.db, input.sha256))?.bytes ?? null);
}

async function logoOf(db: ReadDb, json: string): Promise<Buffer | null> {
  const logo = FrozenDocument.shape.presentation.parse(JSON.parse(json).presentation).logo;
  return logo === null ? null : ((await readPicture(db, logo))?.bytes ?? null);
}
