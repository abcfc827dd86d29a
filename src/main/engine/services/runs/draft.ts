/** Drafting: collect the period's lines set-wise, compose and check in batches, hand the run over to review. */
import { type SqlBool, sql } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import { PendingLineId, type RunId } from '#shared/model/ids.ts';
import { builtinChecks } from '../../domain/checks/builtin.ts';
import { minorDigits } from '../../domain/money/currency.ts';
import { minorToText } from '../../domain/money/decimal.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { insertRows } from '../../store/bulk.ts';
import { writeAudit } from '../../store/company.ts';
import { customersById } from '../../store/customers.ts';
import { linesOfDrafts } from '../../store/lines.ts';
import {
  acceptancesOf,
  type DraftRecord,
  draftIdsAfter,
  draftsById,
  findRunIn,
  type NewDraft,
  type RunRecord,
  replaceFindings,
  setRunStatus,
} from '../../store/runs.ts';
import type { WriteContext } from '../context.ts';
import {
  type ComposedGroup,
  type ComposeSetup,
  composeGroup,
  composeSetup,
  draftColumns,
  type Group,
  issuedFor,
  linesForBilling,
} from './compose.ts';
import { acceptanceFor, rankOf } from './findings.ts';

/** Lines of the run's period, in whatever state. */
const inPeriod = (run: RunRecord) =>
  sql<SqlBool>`((date >= ${run.period_from} AND date < ${run.period_to}) OR (date IS NULL AND ${run.include_undated} = 1))`;

/** First step: open lines of the period go to their drafts (one per customer, reference and currency). */
export async function collectLines(ctx: WriteContext, input: { runId: RunId }): Promise<{ drafts: number }> {
  const run = await findRunIn(ctx.db, input.runId, ['collecting', 'drafting', 'reviewing']);
  await setRunStatus(ctx.trx, run.id, 'drafting');
  const groups = await ctx.trx
    .selectFrom('pending_line')
    .select((eb) => ['customer_id', 'reference_fold', 'currency', eb.fn.min('invoice_reference').as('reference')])
    .where('status', '=', 'open')
    .where('customer_id', 'is not', null)
    .where(inPeriod(run))
    .groupBy(['customer_id', 'reference_fold', 'currency'])
    .orderBy(sql`min(ordinal)`)
    .execute();
  const known = new Set(
    (
      await ctx.trx
        .selectFrom('draft')
        .select(['customer_id', 'reference_fold', 'currency'])
        .where('run_id', '=', run.id)
        .execute()
    ).map((row) => JSON.stringify([row.customer_id, row.reference_fold, row.currency])),
  );
  const fresh = groups.flatMap((group): NewDraft[] =>
    group.customer_id === null || known.has(JSON.stringify([group.customer_id, group.reference_fold, group.currency]))
      ? []
      : [emptyDraft(ctx.newId(), run.id, group.customer_id, group.reference, group.reference_fold, group.currency)],
  );
  await insertRows(ctx.trx, 'draft', fresh);
  await reopenGrown(ctx, run);
  await ctx.trx
    .updateTable('pending_line')
    .set((eb) => ({
      status: 'drafted' as const,
      draft_id: eb
        .selectFrom('draft')
        .select('draft.id')
        .where('draft.run_id', '=', run.id)
        .whereRef('draft.customer_id', '=', 'pending_line.customer_id')
        .whereRef('draft.reference_fold', '=', 'pending_line.reference_fold')
        .whereRef('draft.currency', '=', 'pending_line.currency'),
    }))
    .where('status', '=', 'open')
    .where('customer_id', 'is not', null)
    .where(inPeriod(run))
    .execute();
  failpoint('draft.collected');
  return { drafts: groups.length };
}

/** A draft that was held or excluded and gets new lines is not what was decided on: it is open again, and says so. */
async function reopenGrown(ctx: WriteContext, run: RunRecord): Promise<void> {
  await ctx.trx
    .updateTable('draft')
    .set((eb) => ({
      status: 'open' as const,
      changed_since_approval: 1,
      hold_reason: null,
      row_version: eb('row_version', '+', 1),
    }))
    .where('run_id', '=', run.id)
    .where('status', 'in', ['held', 'excluded'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('pending_line')
          .select('pending_line.id')
          .where('pending_line.status', '=', 'open')
          .whereRef('pending_line.customer_id', '=', 'draft.customer_id')
          .whereRef('pending_line.reference_fold', '=', 'draft.reference_fold')
          .whereRef('pending_line.currency', '=', 'draft.currency')
          .where(inPeriod(run)),
      ),
    )
    .execute();
}

function emptyDraft(
  id: string,
  runId: string,
  customerId: string,
  reference: string | null,
  referenceFold: string,
  currency: string,
): NewDraft {
  return {
    id,
    run_id: runId,
    customer_id: customerId,
    customer_code: '',
    customer_name: null,
    customer_fold: '',
    search_fold: '',
    country: null,
    reference,
    reference_fold: referenceFold,
    currency,
    kind: 'invoice',
    status: 'open',
    line_count: 0,
    net: 0,
    tax: 0,
    gross: 0,
    level_rank: 0,
    finding_count: 0,
    first_finding: null,
    taxes: '{"v":1,"rows":[]}',
    document: '',
    explanation: '',
    fingerprint: '',
    tax_table_version: '',
    approved_fingerprint: null,
    approved_at: null,
    approved_by: null,
    hold_reason: null,
    invoice_id: null,
    row_version: 1,
  };
}

/**
 * Held lines of the period get a finding in the run: neither dropped nor billed, and in sight. Those that a person holds are
 * not among them: they know.
 */
export async function noteHeldLines(ctx: WriteContext, run: RunRecord): Promise<number> {
  await ctx.trx.deleteFrom('finding').where('run_id', '=', run.id).where('draft_id', 'is', null).execute();
  const lines = await ctx.trx
    .selectFrom('pending_line')
    .select(['id', 'invoice_reference', 'currency', 'net', 'customer_id'])
    .where('status', '=', 'held')
    .where((eb) => eb.or([eb('customer_id', 'is', null), eb('held_for', '<>', 'by_hand')]))
    .where(inPeriod(run))
    .execute();
  const rows = lines.flatMap((line) =>
    builtinChecks
      .ofHeldLine({
        id: PendingLineId.parse(line.id),
        why: line.customer_id === null ? 'customer_missing' : 'amount_too_large',
        reference: line.invoice_reference,
        amount: `${minorToText(line.net ?? 0, minorDigits(line.currency))} ${line.currency}`,
      })
      .map((found) => ({
        run_id: run.id,
        draft_id: null,
        line_id: line.id,
        check_id: found.check,
        level: found.level,
        params: JSON.stringify(found.params),
      })),
  );
  await insertRows(ctx.trx, 'finding', rows);
  return lines.length;
}

/** Second step, repeated: composes the next drafts after `after`. Idempotent: the same rows give the same drafts. */
export async function composeDrafts(
  ctx: WriteContext,
  input: { runId: RunId; after: string; limit: number },
): Promise<{ last: string | null; count: number }> {
  const run = await findRunIn(ctx.db, input.runId, ['drafting']);
  const ids = await draftIdsAfter(ctx.db, run.id, input.after, input.limit, ['open', 'approved', 'held', 'excluded']);
  const last = ids.at(-1);
  if (last === undefined) return { last: null, count: 0 };
  const setup = await composeSetup(ctx);
  const groups = await groupsOf(ctx, run, await draftsById(ctx.db, ids));
  const issued = await issuedFor(
    ctx.db,
    groups.map(({ group }) => group),
  );
  const acceptances = await acceptancesOf(ctx.db, run.id);
  const findings: ReturnType<typeof findingRows> = [];
  for (const { draft, group } of groups) {
    const outcome = tryCompose(setup, group, issued);
    if (outcome instanceof EngineError) {
      await setAside(ctx, run, draft, outcome);
      continue;
    }
    await writeDraft(ctx, draft, group, outcome, (check) => acceptanceFor(acceptances, draft.id, check) !== null);
    findings.push(...findingRows(run, draft, outcome));
  }
  await replaceFindings(ctx.trx, ids, findings);
  failpoint('draft.batch');
  return { last, count: ids.length };
}

export const findingRows = (run: RunRecord, draft: DraftRecord, { findings }: ComposedGroup) =>
  findings.map((found) => ({
    run_id: run.id,
    draft_id: draft.id,
    line_id: found.lineId,
    check_id: found.check,
    level: found.level,
    params: JSON.stringify(found.params),
  }));

/** The drafts with their customers and lines. A draft whose lines have all gone elsewhere is removed. */
export async function groupsOf(
  ctx: Pick<WriteContext, 'db' | 'trx'>,
  run: RunRecord,
  drafts: readonly DraftRecord[],
): Promise<{ draft: DraftRecord; group: Group }[]> {
  const customers = await customersById(
    ctx.db,
    drafts.map((draft) => draft.customer_id),
  );
  const lines = await linesOfDrafts(
    ctx.db,
    drafts.map((draft) => draft.id),
  );
  const billing = await linesForBilling(ctx.db, [...lines.values()].flat());
  const groups: { draft: DraftRecord; group: Group }[] = [];
  for (const draft of drafts) {
    const customer = customers.get(draft.customer_id);
    const own = lines.get(draft.id) ?? [];
    if (!customer || own.length === 0) {
      await ctx.trx.deleteFrom('draft').where('id', '=', draft.id).execute();
      continue;
    }
    groups.push({
      draft,
      group: {
        draftId: draft.id,
        customer,
        reference: draft.reference,
        currency: draft.currency,
        issueDate: run.issue_date,
        lines: own.flatMap((row) => billing.get(row.id) ?? []),
        runPeriod: { from: run.period_from, to: run.period_to },
      },
    });
  }
  return groups;
}

/** Arithmetic that cannot be done (an amount past what the file holds) is this draft's failure, not the run's. */
export function tryCompose(
  setup: ComposeSetup,
  group: Group,
  issued: Parameters<typeof composeGroup>[2],
): ComposedGroup | EngineError {
  try {
    return composeGroup(setup, group, issued);
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown;
    throw thrown;
  }
}

/** Writes what was composed; an approval of something else is lifted and noted as changed. */
export async function writeDraft(
  ctx: WriteContext,
  draft: DraftRecord,
  group: Group,
  outcome: ComposedGroup,
  accepted: (check: string) => boolean,
): Promise<void> {
  const changed = draft.approved_fingerprint !== null && draft.approved_fingerprint !== outcome.fingerprint;
  const approval =
    draft.status === 'approved' && changed
      ? {
          status: 'open' as const,
          changed_since_approval: 1,
          approved_fingerprint: null,
          approved_at: null,
          approved_by: null,
        }
      : {};
  await ctx.trx
    .updateTable('draft')
    .set({
      ...draftColumns(group, outcome),
      ...rankOf(outcome.findings, accepted),
      ...approval,
      row_version: draft.row_version + 1,
    })
    .where('id', '=', draft.id)
    .execute();
}

/** Its lines are held with the reason in sight; the others go on. */
export async function setAside(
  ctx: WriteContext,
  run: RunRecord,
  draft: DraftRecord,
  error: EngineError,
): Promise<void> {
  await ctx.trx
    .updateTable('pending_line')
    .set({ status: 'held', held_for: error.code, draft_id: null })
    .where('draft_id', '=', draft.id)
    .execute();
  await ctx.trx.deleteFrom('draft').where('id', '=', draft.id).execute();
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'run.lines_held',
    subject: run.id,
    params: { name: run.name, reference: draft.reference ?? '', reason: error.code },
  });
}

export interface DraftingResult {
  drafts: number;
  lines: number;
  held: number;
  errors: number;
  warnings: number;
}

/** Last step: what is held is noted, also what composing had to hold; the run is up for review. */
export async function finishDrafting(ctx: WriteContext, input: { runId: RunId }): Promise<DraftingResult> {
  const run = await findRunIn(ctx.db, input.runId, ['drafting']);
  const held = await noteHeldLines(ctx, run);
  await setRunStatus(ctx.trx, run.id, 'reviewing');
  const row = await ctx.trx
    .selectFrom('draft')
    .select((eb) => [
      eb.fn.countAll<number>().as('drafts'),
      eb.fn.coalesce(eb.fn.sum<number>('line_count'), eb.val(0)).as('lines'),
      eb.fn.countAll<number>().filterWhere('level_rank', '=', 3).as('errors'),
      eb.fn.countAll<number>().filterWhere('level_rank', '=', 2).as('warnings'),
    ])
    .where('run_id', '=', run.id)
    .executeTakeFirstOrThrow();
  const result = { ...row, held };
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'run.drafted',
    subject: run.id,
    params: { name: run.name, drafts: result.drafts, held: result.held },
  });
  failpoint('draft.finished');
  return result;
}
