/** A person's decisions on a run: create it, approve, hold, exclude, reopen, accept a finding, abandon. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { builtinChecks } from '../../domain/checks/builtin.ts';
import { chunksOf } from '../../store/bulk.ts';
import { writeAudit } from '../../store/company.ts';
import { draftsById, findDraft, findRun, findRunIn, setRunStatus, writeAcceptance } from '../../store/runs.ts';
import { defaultSeries, seriesFor } from '../../store/series.ts';
import type { WriteContext } from '../context.ts';
import { rankFindings } from './findings.ts';
import { matchingDrafts, runRow } from './list.ts';

export async function createRun(ctx: WriteContext, input: Parsed<'run.create'>): Promise<Output<'run.create'>> {
  if (input.period.to <= input.period.from) throw new EngineError('period_empty', {}, { place: { field: 'period' } });
  const series =
    input.seriesId === null
      ? await defaultSeries(ctx.db, 'invoice')
      : await seriesFor(ctx.db, input.seriesId, 'invoice', null);
  const credit =
    input.creditSeriesId === null
      ? await defaultSeries(ctx.db, 'credit_note')
      : await seriesFor(ctx.db, input.creditSeriesId, 'credit_note', null);
  const id = ctx.newId();
  await ctx.trx
    .insertInto('bill_run')
    .values({
      id,
      name: input.name,
      status: 'collecting',
      period_from: input.period.from,
      period_to: input.period.to,
      issue_date: input.issueDate,
      series_id: series.id,
      credit_series_id: credit.id,
      include_undated: input.includeUndated ? 1 : 0,
      folder: null,
      created_at: ctx.now,
      row_version: 1,
    })
    .execute();
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { action: 'run.created', subject: id, params: { name: input.name } });
  return runRow(ctx.db, await findRun(ctx.db, id));
}

/** Approving takes no draft that an error still blocks; those are counted and stay as they are. */
export async function decideDrafts(ctx: WriteContext, input: Parsed<'run.decide'>): Promise<Output<'run.decide'>> {
  const run = await findRunIn(ctx.db, input.runId, ['reviewing']);
  const { selection } = input;
  const except = new Set<string>('ids' in selection ? [] : selection.except);
  const chosen =
    'ids' in selection
      ? selection.ids
      : (await matchingDrafts(ctx.db, run.id, selection.all).select('id').execute())
          .map((row) => row.id)
          .filter((id) => !except.has(id));
  let changed = 0;
  let blocked = 0;
  for (const part of chunksOf(chosen, 500)) {
    const drafts = (await draftsById(ctx.db, part)).filter(
      (draft) => draft.run_id === run.id && draft.status !== 'finalised',
    );
    for (const draft of drafts) {
      const target =
        input.decision === 'approve'
          ? 'approved'
          : input.decision === 'hold'
            ? 'held'
            : input.decision === 'exclude'
              ? 'excluded'
              : 'open';
      if (target === 'approved' && draft.level_rank === 3) {
        blocked += 1;
        continue;
      }
      if (draft.status === target && draft.changed_since_approval === 0) continue;
      const approved = target === 'approved';
      await ctx.trx
        .updateTable('draft')
        .set({
          status: target,
          approved_fingerprint: approved ? draft.fingerprint : null,
          approved_at: approved ? ctx.now : null,
          approved_by: approved ? ctx.actor : null,
          changed_since_approval: 0,
          hold_reason: target === 'held' || target === 'excluded' ? input.reason : null,
          row_version: draft.row_version + 1,
        })
        .where('id', '=', draft.id)
        .execute();
      changed += 1;
    }
  }
  if (changed > 0) {
    await writeAudit(ctx.trx, ctx.now, ctx.actor, {
      action: `run.${input.decision}`,
      subject: run.id,
      params: { name: run.name, count: changed, reason: input.reason },
    });
  }
  return { changed, blocked, unchanged: chosen.length - changed - blocked };
}

/** "That is normal": the finding stays in sight, but no longer blocks or counts. Who, when and why are kept. */
export async function acceptFindings(
  ctx: WriteContext,
  input: Parsed<'run.acceptFindings'>,
): Promise<Output<'run.acceptFindings'>> {
  const run = await findRunIn(ctx.db, input.runId, ['reviewing']);
  if (!builtinChecks.acceptable(input.check)) throw new EngineError('finding_not_acceptable', { check: input.check });
  if (input.draftId !== null) await findDraft(ctx.db, input.draftId);
  await writeAcceptance(ctx.trx, run.id, {
    draftId: input.draftId ?? '',
    check: input.check,
    reason: input.reason,
    actor: ctx.actor,
    at: ctx.now,
  });
  let touched = ctx.trx
    .selectFrom('finding')
    .select('draft_id')
    .distinct()
    .where('run_id', '=', run.id)
    .where('check_id', '=', input.check)
    .where('draft_id', 'is not', null);
  if (input.draftId !== null) touched = touched.where('draft_id', '=', input.draftId);
  const ids = (await touched.execute()).flatMap((row) => row.draft_id ?? []);
  await rankFindings(ctx, run.id, ids);
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'run.finding_accepted',
    subject: run.id,
    params: { name: run.name, check: input.check, count: ids.length, reason: input.reason },
  });
  return { accepted: ids.length };
}

/** Gives every line back. Refused once a number was given: what is issued is corrected by a credit note. */
export async function abandonRun(ctx: WriteContext, input: Parsed<'run.abandon'>): Promise<Output<'run.abandon'>> {
  const run = await findRunIn(ctx.db, input.runId, ['collecting', 'drafting', 'reviewing']);
  const released = await ctx.trx
    .updateTable('pending_line')
    .set({ status: 'open', draft_id: null })
    .where('status', '=', 'drafted')
    .where('draft_id', 'in', (eb) => eb.selectFrom('draft').select('id').where('run_id', '=', run.id))
    .executeTakeFirst();
  await ctx.trx.deleteFrom('finding').where('run_id', '=', run.id).execute();
  await ctx.trx.deleteFrom('acceptance').where('run_id', '=', run.id).execute();
  await ctx.trx.deleteFrom('draft').where('run_id', '=', run.id).execute();
  await setRunStatus(ctx.trx, run.id, 'abandoned');
  const linesReopened = Number(released.numUpdatedRows);
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'run.abandoned',
    subject: run.id,
    params: { name: run.name, count: linesReopened },
  });
  return { linesReopened };
}
