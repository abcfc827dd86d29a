/**
 * Empties what names a person, in one transaction. What the law keeps stays whole: the issued documents within their time and the
 * rows that list them. Documents past their time give up their content; numbers, amounts and the chain of hashes stay.
 */
import { type SqlBool, sql } from 'kysely';
import type { ErasedKind, ErasureResult } from '#shared/contract/safety.ts';
import { EngineError } from '#shared/model/error.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { fold } from '../../domain/text/fold.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { writeAudit } from '../../store/company.ts';
import type { WriteContext } from '../context.ts';
import { announceErasures, rememberHead } from '../head.ts';
import { forgetJournal } from '../undo/journal.ts';
import { doomFiles } from './doomed-files.ts';
import { mentions } from './erasure-preview.ts';
import { blockersOf, type KeptDocument, keepingOf, type PersonScope, personScope } from './erasure-scope.ts';
import { outlineOf, withoutWords } from './erasure-scrub.ts';
import { erasureHead, sealOf } from './erasure-seal.ts';

export interface Erased {
  erased: ErasureResult['erased'];
  documentsErased: number;
  documentsKept: number;
  keptUntil: string | null;
}

/** Throws `erasure_not_confirmed`, `erasure_blocked`. */
export async function applyErasure(
  ctx: WriteContext,
  input: { customerId: CustomerId; typed: string; reason: string; documents: boolean },
): Promise<Erased> {
  // What is deleted is overwritten at once; the file is compacted afterwards for what was deleted earlier.
  await sql`PRAGMA secure_delete = ON`.execute(ctx.trx);
  const scope = await personScope(ctx.db, input.customerId);
  assertConfirmed(scope, input.typed);
  const blockers = await blockersOf(ctx.db, scope.ids);
  if (blockers.openLines + blockers.drafts > 0) {
    throw new EngineError('erasure_blocked', { lines: blockers.openLines, drafts: blockers.drafts });
  }
  const { documents } = await keepingOf(ctx, scope.ids);
  const going = input.documents ? documents.filter((document) => document.expired) : [];
  const kept = documents.filter((document) => !going.includes(document));
  const counts: [ErasedKind, number][] = [
    ['documents', going.length],
    ['originals', 0],
    ['drafts', await emptyDrafts(ctx, scope)],
    ['lines', await emptyLines(ctx, scope, going)],
    ['custom', await emptyCustom(ctx, scope)],
    ['journal', await emptyAudit(ctx, scope)],
    ['undo', await emptyUndo(ctx)],
    ['results', await emptyResults(ctx, scope)],
    ['record', await emptyRecords(ctx, scope)],
  ];
  const originals = await eraseDocuments(ctx, going, input.reason);
  await doomFiles(ctx, originals);
  await emptyLabels(ctx, scope);
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'customer.erased',
    subject: scope.customer.id,
    params: { reason: input.reason, documents: going.length, kept: kept.length },
  });
  if (going.length > 0) {
    await announceErasures(ctx.db, ctx.dataDir);
    ctx.afterCommit((db) => rememberHead(db, ctx.dataDir));
  }
  failpoint('erasure.before-commit');
  return {
    erased: counts
      .map(([what, count]) => ({ what, count: what === 'originals' ? originals.length : count }))
      .filter((row) => row.count > 0),
    documentsErased: going.length,
    documentsKept: kept.length,
    keptUntil:
      kept
        .map((document) => document.keepUntil)
        .sort()
        .at(-1) ?? null,
  };
}

/** A second erasure of the same record (documents whose time has come since) is confirmed by the code that it has now. */
function assertConfirmed(scope: PersonScope, typed: string): void {
  if (typed !== scope.customer.code) throw new EngineError('erasure_not_confirmed', { code: scope.customer.code });
}

async function emptyRecords({ trx, now }: WriteContext, { ids }: PersonScope): Promise<number> {
  for (const id of ids) {
    const code = `X-${id.slice(-12)}`;
    await trx
      .updateTable('customer')
      .set((eb) => ({
        code,
        code_fold: fold(code),
        name: null,
        name_fold: fold(code),
        search_fold: fold(code),
        kind: 'unknown',
        address_lines: '',
        postcode: null,
        city: null,
        city_fold: '',
        region: null,
        country: null,
        vat_number: null,
        registration_number: null,
        electronic_address: null,
        email: null,
        phone: null,
        contact_name: null,
        language: null,
        payment_terms_days: null,
        order_reference: null,
        note: null,
        archived: 1,
        erased_at: now,
        updated_at: now,
        row_version: eb('row_version', '+', 1),
      }))
      .where('id', '=', id)
      .execute();
  }
  return ids.length;
}

async function emptyCustom({ trx }: WriteContext, { ids }: PersonScope): Promise<number> {
  const values = await trx.deleteFrom('custom_value').where('record_id', 'in', ids).executeTakeFirst();
  const tags = await trx.deleteFrom('record_tag').where('record_id', 'in', ids).executeTakeFirst();
  return Number(values.numDeletedRows + tags.numDeletedRows);
}

/** Lines that no kept document stands for: excluded ones, and those of documents that give up their content. */
async function emptyLines(
  { trx }: WriteContext,
  { ids }: PersonScope,
  going: readonly KeptDocument[],
): Promise<number> {
  const gone = new Set(going.map((document) => document.invoiceId));
  const drafts = await trx
    .selectFrom('draft')
    .select(['id', 'invoice_id'])
    .where('customer_id', 'in', ids)
    .where('status', '=', 'finalised')
    .execute();
  const draftIds = drafts.flatMap((row) => (row.invoice_id !== null && gone.has(row.invoice_id) ? [row.id] : []));
  const lines = await trx
    .selectFrom('pending_line')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('customer_id', 'in', ids), eb('status', '=', 'excluded')]),
        ...(draftIds.length === 0 ? [] : [eb('draft_id', 'in', draftIds)]),
      ]),
    )
    .execute();
  for (const { id } of lines) {
    await trx
      .updateTable('pending_line')
      .set({
        description: null,
        note: null,
        customer_code: null,
        order_reference: null,
        invoice_reference: null,
        reference_fold: '',
        search_fold: '',
        source_key: null,
        held_for: null,
      })
      .where('id', '=', id)
      .execute();
  }
  // A note of the office on a line is no part of what the law keeps.
  await trx.updateTable('pending_line').set({ note: null }).where('customer_id', 'in', ids).execute();
  return lines.length;
}

/** The snapshots that documents were made of: the documents themselves are the record. */
async function emptyDrafts({ trx }: WriteContext, { ids }: PersonScope): Promise<number> {
  const drafts = await trx
    .selectFrom('draft')
    .select('id')
    .where('customer_id', 'in', ids)
    .where('document', '<>', '')
    .execute();
  for (const { id } of drafts) {
    await trx
      .updateTable('draft')
      .set({
        customer_code: '',
        customer_name: null,
        customer_fold: '',
        search_fold: '',
        first_finding: null,
        document: '',
        explanation: '{}',
        hold_reason: null,
      })
      .where('id', '=', id)
      .execute();
    await trx.deleteFrom('finding').where('draft_id', '=', id).execute();
    await trx.updateTable('acceptance').set({ reason: '' }).where('draft_id', '=', id).execute();
  }
  return drafts.length;
}

/** What happened, when and by whom stays; the values in it go. */
async function emptyAudit({ trx }: WriteContext, scope: PersonScope): Promise<number> {
  const result = await trx
    .updateTable('audit_event')
    .set({ params: '{}' })
    .where('params', '<>', '{}')
    .where('subject', 'in', scope.ids)
    .executeTakeFirst();
  // Elsewhere only the person's own words go: the act is somebody else's history as well.
  const cleaned = withoutWords(scope);
  const others = await trx
    .selectFrom('audit_event')
    .select(['id', 'params'])
    .where(mentions('params', scope))
    .execute();
  let changed = 0;
  for (const { id, params } of others) {
    const left = cleaned(params);
    if (left === null) continue;
    await trx.updateTable('audit_event').set({ params: left }).where('id', '=', id).execute();
    changed += 1;
  }
  return Number(result.numUpdatedRows) + changed;
}

async function emptyUndo(ctx: WriteContext): Promise<number> {
  const before = await ctx.trx
    .selectFrom('undo_entry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  await forgetJournal(ctx);
  return before.n;
}

/** Stored answers of commands, outcomes of jobs, what imports kept of rows before and of rejected rows. */
async function emptyResults({ trx }: WriteContext, scope: PersonScope): Promise<number> {
  const cleaned = withoutWords(scope);
  const owned = scope.ids.map((id) => JSON.stringify(id));
  const concerns = (text: string): boolean => owned.some((id) => text.includes(id)) || cleaned(text) !== null;
  const answers = await trx
    .selectFrom('command_result')
    .select(['command_id', 'result'])
    .where(mentions('result', scope))
    .execute();
  let emptied = 0;
  for (const { command_id, result } of answers) {
    if (!concerns(result)) continue;
    const outline = outlineOf(result);
    await trx.updateTable('command_result').set({ result: outline }).where('command_id', '=', command_id).execute();
    emptied += 1;
  }
  const over = sql<SqlBool>`status IN ('done', 'failed', 'cancelled')`;
  const outcomes = await trx
    .updateTable('job')
    .set({ result: null })
    .where(over)
    .where(mentions('result', scope))
    .executeTakeFirst();
  await trx.updateTable('job').set({ error: null }).where(over).where(mentions('error', scope)).execute();
  // This job, and those refused before it, name him by the code that was typed; taken up again it knows the record by its id.
  await trx
    .updateTable('job')
    .set({ input: sql`json_set(input, '$.typed', ${codeAfter(scope)})` })
    .where('name', '=', 'erasure.run')
    .where(sql<SqlBool>`json_extract(input, '$.customerId') = ${scope.customer.id}`)
    .execute();
  const changes = await trx
    .deleteFrom('import_change')
    .where('record', '=', 'customer')
    .where('record_id', 'in', scope.ids)
    .executeTakeFirst();
  const rejects = await trx
    .selectFrom('import_reject')
    .select(['import_id', 'ordinal', 'rejection'])
    .where(mentions('rejection', scope))
    .execute();
  for (const { import_id, ordinal, rejection } of rejects) {
    if (!concerns(rejection)) continue;
    await trx.deleteFrom('import_reject').where('import_id', '=', import_id).where('ordinal', '=', ordinal).execute();
    emptied += 1;
  }
  return emptied + Number(outcomes.numUpdatedRows + changes.numDeletedRows);
}

const codeAfter = (scope: PersonScope): string => `X-${scope.customer.id.slice(-12)}`;

/** The list of a production's files named each by its customer. */
async function emptyLabels({ trx }: WriteContext, { ids }: PersonScope): Promise<void> {
  await trx
    .updateTable('job_item')
    .set({
      label: sql<string>`(SELECT number FROM invoice WHERE invoice.id = job_item.key)`,
      result: null,
      error: null,
    })
    .where('key', 'in', (eb) => eb.selectFrom('invoice').select('invoice.id').where('customer_id', 'in', ids))
    .where('job_id', 'in', (eb) =>
      eb.selectFrom('job').select('job.id').where('job.status', 'in', ['done', 'failed', 'cancelled']),
    )
    .execute();
}

/** On record first, then the body: the triggers of the file allow it in this order only. Gives the PDFs that may be deleted. */
async function eraseDocuments(ctx: WriteContext, going: readonly KeptDocument[], reason: string): Promise<string[]> {
  const { trx, now, actor } = ctx;
  const originals: string[] = [];
  let { count, seal } = await erasureHead(ctx.db);
  for (const { documentId, invoiceId, number, keepUntil, rule } of going) {
    count += 1;
    const entry = {
      seq: count,
      document_id: documentId,
      at: now,
      actor,
      reason,
      keep_until: keepUntil,
      rule: JSON.stringify(rule),
    };
    // As the row will stand: the trigger wants the record before it lets the name go, and the record is never changed again.
    seal = await sealOf(ctx.db, entry, seal, { customer_name: '', customer_fold: '', search_fold: fold(number) });
    await trx
      .insertInto('document_erasure')
      .values({ ...entry, seal })
      .execute();
    await trx
      .updateTable('document')
      .set({ body: Buffer.alloc(0) })
      .where('id', '=', documentId)
      .execute();
    await trx
      .updateTable('invoice')
      .set({ customer_name: '', customer_fold: '', search_fold: fold(number) })
      .where('id', '=', invoiceId)
      .execute();
    const files = await trx.selectFrom('archive_file').select('sha256').where('invoice_id', '=', invoiceId).execute();
    await trx.deleteFrom('archive_file').where('invoice_id', '=', invoiceId).execute();
    originals.push(...files.map((file) => file.sha256));
  }
  return originals;
}
