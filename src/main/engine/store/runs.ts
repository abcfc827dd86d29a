/** Rows of `bill_run`, `draft`, `finding` and `acceptance`. */
import type { Insertable, Selectable } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import type { FindingLevel } from '#shared/model/finding.ts';
import { chunksOf, insertRows } from './bulk.ts';
import type { ReadDb, Trx } from './database.ts';
import type { BillRunTable, DraftTable, FindingTable } from './schema.ts';

export type RunRecord = Selectable<BillRunTable>;
export type DraftRecord = Selectable<DraftTable>;
export type NewDraft = Insertable<DraftTable>;
export type FindingRecord = Selectable<FindingTable>;

/** Order of levels for sorting and filtering: 3 blocks, 2 wants a look, 1 tells, 0 nothing. */
export const levelRank: Record<FindingLevel, number> = { error: 3, warning: 2, note: 1 };
export const levelOfRank = (rank: number): FindingLevel | null =>
  rank === 3 ? 'error' : rank === 2 ? 'warning' : rank === 1 ? 'note' : null;

export async function findRun(db: ReadDb, id: string): Promise<RunRecord> {
  const row = await db.selectFrom('bill_run').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'run' });
  return row;
}

/** The run, provided that it is in one of these states. */
export async function findRunIn(db: ReadDb, id: string, statuses: readonly RunRecord['status'][]): Promise<RunRecord> {
  const row = await findRun(db, id);
  if (!statuses.includes(row.status)) throw new EngineError('run_not_in_state', { name: row.name, status: row.status });
  return row;
}

export async function setRunStatus(trx: Trx, id: string, status: RunRecord['status']): Promise<void> {
  await trx
    .updateTable('bill_run')
    .set((eb) => ({ status, row_version: eb('row_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function findDraft(db: ReadDb, id: string): Promise<DraftRecord> {
  const row = await db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new EngineError('not_found', { what: 'draft' });
  return row;
}

export async function draftsById(db: ReadDb, ids: readonly string[]): Promise<DraftRecord[]> {
  const found: DraftRecord[] = [];
  for (const part of chunksOf(ids, 500)) {
    found.push(...(await db.selectFrom('draft').selectAll().where('id', 'in', part).execute()));
  }
  return found;
}

/** Ids of a run's drafts after `after`, in id order: keyset pages. */
export async function draftIdsAfter(
  db: ReadDb,
  runId: string,
  after: string,
  limit: number,
  statuses: readonly DraftRecord['status'][],
): Promise<string[]> {
  const rows = await db
    .selectFrom('draft')
    .select('id')
    .where('run_id', '=', runId)
    .where('id', '>', after)
    .where('status', 'in', statuses)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export async function replaceFindings(
  trx: Trx,
  draftIds: readonly string[],
  findings: readonly Insertable<FindingTable>[],
): Promise<void> {
  for (const part of chunksOf(draftIds, 500)) {
    await trx.deleteFrom('finding').where('draft_id', 'in', part).execute();
  }
  await insertRows(trx, 'finding', findings);
}

export async function findingsOfDrafts(db: ReadDb, draftIds: readonly string[]): Promise<FindingRecord[]> {
  const found: FindingRecord[] = [];
  for (const part of chunksOf(draftIds, 500)) {
    found.push(...(await db.selectFrom('finding').selectAll().where('draft_id', 'in', part).orderBy('id').execute()));
  }
  return found;
}

export interface Acceptance {
  draftId: string;
  check: string;
  reason: string;
  actor: string;
  at: string;
}

/** What people accepted in a run. An empty draft id means: on every draft of the run. */
export async function acceptancesOf(db: ReadDb, runId: string): Promise<Acceptance[]> {
  const rows = await db.selectFrom('acceptance').selectAll().where('run_id', '=', runId).execute();
  return rows.map((row) => ({
    draftId: row.draft_id,
    check: row.check_id,
    reason: row.reason,
    actor: row.actor,
    at: row.at,
  }));
}

export async function writeAcceptance(trx: Trx, runId: string, acceptance: Acceptance): Promise<void> {
  const { draftId, check, reason, actor, at } = acceptance;
  await trx
    .insertInto('acceptance')
    .values({ run_id: runId, draft_id: draftId, check_id: check, reason, actor, at })
    .onConflict((conflict) => conflict.columns(['run_id', 'draft_id', 'check_id']).doUpdateSet({ reason, actor, at }))
    .execute();
}
