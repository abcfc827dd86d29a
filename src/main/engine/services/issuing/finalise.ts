/** Finalising a run: recheck, then number, freeze and chain every approved draft in one transaction. All or nothing. */
import type { NumberRange } from '#shared/contract/runs.ts';
import { numberRanges } from '#shared/format/number-range.ts';
import { DraftDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import type { JobId, RunId } from '#shared/model/ids.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { chunksOf } from '../../store/bulk.ts';
import { writeAudit } from '../../store/company.ts';
import {
  acceptancesOf,
  draftsById,
  findRunIn,
  type RunRecord,
  replaceFindings,
  setRunStatus,
} from '../../store/runs.ts';
import type { WriteContext } from '../context.ts';
import { findRestoredCopy, rememberHead } from '../head.ts';
import { endJob } from '../jobs.ts';
import { composeSetup, issuedFor } from '../runs/compose.ts';
import { findingRows, groupsOf, noteHeldLines, setAside, tryCompose, writeDraft } from '../runs/draft.ts';
import { acceptanceFor } from '../runs/findings.ts';
import { Freezer } from './freeze.ts';
import { type GivenNumber, NumberGiver } from './numbers.ts';

const BATCH = 200;

export interface FinaliseResult {
  issued: number;
  setAside: number;
  released: number;
  numbers: NumberRange[];
}

/**
 * Issuing is refused while an older copy of the file stands in place of the one last used here (`restored_copy`), or may
 * stand there for all that can be read of the notes (`head_unreadable`).
 */
export async function assertNotRestored(ctx: WriteContext): Promise<void> {
  const restored = await findRestoredCopy(ctx.db, ctx.dataDir);
  if (!restored) return;
  if (restored.summary.knownDocuments === null) {
    throw new EngineError('head_unreadable', { documents: restored.summary.fileDocuments });
  }
  throw new EngineError('restored_copy', {
    known: restored.summary.knownDocuments,
    documents: restored.summary.fileDocuments,
    number: restored.summary.missingNumbers[0] ?? '',
  });
}

/**
 * Throws `run_nothing_approved`, `restored_copy`, `issue_date_before_series`, `number_taken`, `job_cancelled`; nothing is
 * issued then. When drafts changed since their approval they are set aside for a person and nothing is issued either.
 */
export async function finaliseRun(
  ctx: WriteContext,
  input: { runId: RunId; job: { id: JobId; seq: number } },
): Promise<FinaliseResult> {
  const run = await findRunIn(ctx.db, input.runId, ['reviewing']);
  await assertNotRestored(ctx);
  const ids = await approvedInOrder(ctx, run);
  if (ids.length === 0) throw new EngineError('run_nothing_approved', { name: run.name });
  const setAside = await recheck(ctx, run, ids);
  if (setAside > 0) await noteHeldLines(ctx, run);
  const result = setAside > 0 ? { issued: 0, setAside, released: 0, numbers: [] } : await issue(ctx, run, ids);
  await endJob(ctx, {
    jobId: input.job.id,
    status: 'done',
    seq: input.job.seq,
    done: ids.length,
    total: ids.length,
    failed: 0,
    result,
    error: null,
  });
  failpoint('finalise.before-commit');
  ctx.afterCommit(async (db) => {
    failpoint('finalise.after-commit');
    if (result.issued > 0) await rememberHead(db, ctx.dataDir);
  });
  return result;
}

/** Invoices before credit notes, by customer and reference: the order of the numbers, the same every time. */
async function approvedInOrder(ctx: WriteContext, run: RunRecord): Promise<string[]> {
  const rows = await ctx.trx
    .selectFrom('draft')
    .select('id')
    .where('run_id', '=', run.id)
    .where('status', '=', 'approved')
    .orderBy('kind', 'desc')
    .orderBy('customer_fold')
    .orderBy('reference_fold')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Composes every approved draft anew. What differs from what was approved, or is blocked now, goes back to a person as it is
 * now, so that who approves it again approves what will be issued.
 */
async function recheck(ctx: WriteContext, run: RunRecord, ids: readonly string[]): Promise<number> {
  const setup = await composeSetup(ctx);
  const acceptances = await acceptancesOf(ctx.db, run.id);
  let changed = 0;
  let done = 0;
  for (const part of chunksOf(ids, BATCH)) {
    ctx.throwIfCancelled();
    const groups = await groupsOf(ctx, run, await draftsById(ctx.db, part));
    const issued = await issuedFor(
      ctx.db,
      groups.map(({ group }) => group),
    );
    for (const { draft, group } of groups) {
      const outcome = tryCompose(setup, group, issued);
      if (outcome instanceof EngineError) {
        changed += 1;
        await setAside(ctx, run, draft, outcome);
        continue;
      }
      const accepted = (check: string) => acceptanceFor(acceptances, draft.id, check) !== null;
      const blocked = outcome.findings.some((found) => found.level === 'error' && !accepted(found.check));
      if (outcome.fingerprint === draft.approved_fingerprint && !blocked) continue;
      changed += 1;
      await writeDraft(ctx, draft, group, outcome, accepted);
      await replaceFindings(ctx.trx, [draft.id], findingRows(run, draft, outcome));
      await ctx.trx
        .updateTable('draft')
        .set({
          status: 'open',
          changed_since_approval: 1,
          approved_fingerprint: null,
          approved_at: null,
          approved_by: null,
          row_version: draft.row_version + 1,
        })
        .where('id', '=', draft.id)
        .execute();
    }
    done += part.length;
    ctx.report(done, ids.length * 2);
  }
  return changed;
}

async function issue(ctx: WriteContext, run: RunRecord, ids: readonly string[]): Promise<FinaliseResult> {
  const giver = await NumberGiver.open(ctx, run.issue_date);
  const freezer = await Freezer.open(ctx);
  const ranges = new Map<string, NumberRange>();
  let done = 0;
  for (const part of chunksOf(ids, BATCH)) {
    const drafts = new Map((await draftsById(ctx.db, part)).map((draft) => [draft.id, draft]));
    for (const id of part) {
      ctx.throwIfCancelled();
      const draft = drafts.get(id);
      if (!draft) throw new EngineError('not_found', { what: 'draft' });
      const seriesId = draft.kind === 'credit_note' ? run.credit_series_id : run.series_id;
      const given = await giver.next(seriesId, draft.kind, { id: draft.customer_id, code: draft.customer_code });
      const invoiceId = await freezer.freeze(
        {
          draftId: draft.id,
          runId: run.id,
          document: DraftDocument.parse(JSON.parse(draft.document)),
          customer: {
            id: draft.customer_id,
            code: draft.customer_code,
            fold: draft.customer_fold,
            country: draft.country,
            search: draft.search_fold,
          },
          reference: draft.reference,
        },
        given,
      );
      await ctx.trx
        .updateTable('draft')
        .set({ status: 'finalised', invoice_id: invoiceId, row_version: draft.row_version + 1 })
        .where('id', '=', draft.id)
        .execute();
      note(ranges, given);
      failpoint('finalise.item');
    }
    done += part.length;
    ctx.report(ids.length + done, ids.length * 2);
  }
  await freezer.flush();
  await giver.save();
  for (const part of chunksOf(ids, 500)) {
    await ctx.trx.updateTable('pending_line').set({ status: 'billed' }).where('draft_id', 'in', part).execute();
  }
  const released = await releaseRest(ctx, run);
  await setRunStatus(ctx.trx, run.id, 'producing');
  const numbers = [...ranges.values()];
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'run.finalised',
    subject: run.id,
    params: { name: run.name, count: ids.length, numbers: numberRanges(numbers) },
  });
  return { issued: ids.length, setAside: 0, released, numbers };
}

/** Numbers of a series come in order: the first seen stays the first. */
function note(ranges: Map<string, NumberRange>, { seriesId, seriesName, number }: GivenNumber): void {
  const range = ranges.get(seriesId) ?? { series: seriesName, first: number, last: number, count: 0 };
  ranges.set(seriesId, { ...range, last: number, count: range.count + 1 });
}

/**
 * What was not approved leaves the run: excluded lines are excluded, all others wait for the next run. Returns the number of
 * drafts whose lines wait.
 */
async function releaseRest(ctx: WriteContext, run: RunRecord): Promise<number> {
  for (const [draftStatus, lineStatus] of [
    ['excluded', 'excluded'],
    ['open', 'open'],
    ['held', 'open'],
  ] as const) {
    await ctx.trx
      .updateTable('pending_line')
      .set({ status: lineStatus, draft_id: null })
      .where('draft_id', 'in', (eb) =>
        eb.selectFrom('draft').select('id').where('run_id', '=', run.id).where('status', '=', draftStatus),
      )
      .execute();
  }
  const { numDeletedRows } = await ctx.trx
    .deleteFrom('draft')
    .where('run_id', '=', run.id)
    .where('status', 'in', ['open', 'held'])
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
