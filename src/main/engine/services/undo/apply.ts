/** Taking an act back: every row as it was before, or nothing at all. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { access, allows } from '#shared/contract/access.ts';
import type { Name, Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Role } from '#shared/model/people.ts';
import { writeAudit } from '../../store/company.ts';
import { findUser, readUsers, rolesOf } from '../../store/people.ts';
import {
  columnsOf,
  findUndo,
  imageOf,
  keyMatches,
  keyOf,
  type StoredUndo,
  type UndoScope,
  type UndoTable,
  undoEntries,
  undoTables,
} from '../../store/undo.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { assertMayStand, assertStands } from './guards.ts';
import { journaled } from './journal.ts';
import { assertMergedHaveNothing, linesOfMerged } from './merges.ts';

export async function listUndo(ctx: ReadContext, input: Parsed<'undo.list'>): Promise<Output<'undo.list'>> {
  return (await undoEntries(ctx.db, input.limit, null)).map(({ entry }) => entry);
}

/**
 * What Ctrl Z would take: the newest act that stands. What Ctrl Y would: the newest undo that stands, unless something was done
 * since.
 */
export async function latestUndo(ctx: ReadContext, input: Parsed<'undo.latest'>): Promise<Output<'undo.latest'>> {
  const entries = (await undoEntries(ctx.db, 200, input.actor)).map(({ entry }) => entry);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  /** An undo takes an act away, the undo of an undo brings it back. */
  const takesAway = (entry: (typeof entries)[number]): boolean => {
    if (entry.undoes === null) return false;
    const target = byId.get(entry.undoes);
    return target ? !takesAway(target) : true;
  };
  const standing = entries.filter((entry) => entry.undoneBy === null);
  // What was done anew since an undo closes the way forward; what was done again does not.
  const anew = standing.findIndex((entry) => entry.undoes === null);
  const since = anew < 0 ? standing : standing.slice(0, anew);
  return {
    undo: standing.find((entry) => !takesAway(entry)) ?? null,
    redo: since.find(takesAway) ?? null,
  };
}

export async function applyUndo(ctx: WriteContext, input: Parsed<'undo.apply'>): Promise<Output<'undo.apply'>> {
  const found = await findUndo(ctx.db, input.entryId);
  if (!found) throw new EngineError('undo_gone');
  const { entry } = found;
  if (ctx.who.userId !== null && entry.actor !== ctx.actor)
    throw new EngineError('undo_of_another', { name: entry.actor });
  await assertStillAllowed(ctx, entry.action);
  if (entry.undoneBy !== null) throw new EngineError('undo_done', { at: entry.at });
  await assertUntouched(ctx, found);
  await assertMayStand(ctx, found);
  const { undoId } = await journaled(
    ctx,
    { action: entry.action, params: entry.params, undoes: entry.id },
    async (journal) => {
      for (const [at, scope] of found.scopes.entries()) {
        // What goes away has to be kept whole, so that it can come back.
        await journal.watch(scope.table, inChange(found.seq, at, scope.table, sql`change.before IS NULL`));
        await journal.watch(
          scope.table,
          inChange(found.seq, at, scope.table, sql`change.before IS NOT NULL`),
          scope.columns,
        );
      }
      const moveLines = await linesOfMerged(ctx, found, journal);
      await putBack(ctx, found);
      await moveLines();
    },
  );
  if (undoId === null) throw new EngineError('undo_gone');
  await assertStands(ctx, found);
  await assertMergedHaveNothing(ctx, found);
  await ctx.trx.updateTable('undo_entry').set({ undone_by: undoId }).where('id', '=', entry.id).execute();
  const made = await findUndo(ctx.db, undoId);
  if (!made) throw new EngineError('undo_gone');
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    // What takes an undo back does the act again.
    action: entry.undoes === null ? 'undo.applied' : 'undo.redone',
    subject: null,
    params: { ...entry.params, action: entry.action, rows: entry.rows },
  });
  return { entry: made.entry, rows: entry.rows };
}

/** Acts by the beginning of their name, and who may do them: as the door's own table has it of the acts themselves. */
const RIGHTS: readonly { act: RegExp; needs: Name }[] = [
  { act: /^(company|settings)\./, needs: 'company.update' },
  { act: /^series\./, needs: 'series.save' },
  { act: /^field\./, needs: 'field.save' },
  { act: /^run\./, needs: 'run.decide' },
  { act: /^(customer|product|tag|segment|lines|import)\./, needs: 'customer.save' },
];

/** Roles may have been taken away since: an act is taken back, or done again, by who may do it now. */
async function assertStillAllowed(ctx: WriteContext, action: string): Promise<void> {
  const right = RIGHTS.find(({ act }) => act.test(action));
  if (ctx.who.userId === null || right === undefined) return;
  const enough = (roles: readonly Role[]): boolean => allows(access[right.needs], roles);
  if (enough(rolesOf(await findUser(ctx.db, ctx.who.userId)))) return;
  const may = (await readUsers(ctx.db)).filter((row) => row.archived === 0 && enough(rolesOf(row)));
  throw new EngineError('not_allowed', { who: may.map((row) => row.name).join(', ') || '—' });
}

/** The rows of `table` that are in a scope of an entry. */
const inChange = (seq: number, at: number, table: UndoTable, further: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`${keyOf(table)} IN (
    SELECT change.row_key FROM undo_change AS change WHERE change.entry = ${seq} AND change.scope = ${at} AND ${further}
  )`;

/** They tell when and how often a row was written, not what it says: an undo before this one moved them too. */
const MARKS = ['row_version', 'updated_at'];

/** Refused as soon as one row reads otherwise than the act left it: somebody's later work would be lost. */
async function assertUntouched(ctx: WriteContext, { seq, scopes }: StoredUndo): Promise<void> {
  for (const [at, { table, columns }] of scopes.entries()) {
    const told = columns.filter((column) => !MARKS.includes(column));
    const marks = columns.flatMap((column, position) => (MARKS.includes(column) ? [sql.lit(`$[${position}]`)] : []));
    const left =
      marks.length === 0 ? sql`change.after` : sql`json_remove(${sql.join([sql`change.after`, ...marks.reverse()])})`;
    const current = sql`(SELECT ${imageOf(told)} FROM ${sql.table(table)} AS row WHERE ${keyMatches(table, sql`change.row_key`)})`;
    const { rows } = await sql<{ key: string | number }>`
      SELECT change.row_key AS key FROM undo_change AS change
      WHERE change.entry = ${seq} AND change.scope = ${at} AND ${left} IS NOT ${current} LIMIT 1
    `.execute(ctx.trx);
    const [other] = rows;
    if (other) {
      throw new EngineError('undo_changed_since', { what: table, name: await nameOf(ctx, table, other.key) });
    }
  }
}

/** How people know the row: its code or name, where it has one. */
async function nameOf(ctx: WriteContext, table: UndoTable, key: string | number): Promise<string> {
  const columns = await columnsOf(ctx.trx, table);
  const told = ['code', 'name', 'reference', 'invoice_reference', 'description'].filter((name) =>
    columns.includes(name),
  );
  if (told.length === 0) return '';
  const { rows } = await sql<{ name: string | null }>`
    SELECT coalesce(${sql.join([...told.map((name) => sql.ref(`row.${name}`)), sql`NULL`])}) AS name
    FROM ${sql.table(table)} AS row WHERE ${keyMatches(table, sql`${key}`)}
  `.execute(ctx.trx);
  return rows[0]?.name ?? '';
}

/** Children go before their parents and come after them, so that no reference hangs in the air between two statements. */
async function putBack(ctx: WriteContext, { seq, scopes }: StoredUndo): Promise<void> {
  const indexed = [...scopes.entries()].sort(
    ([, a], [, b]) => undoTables.indexOf(a.table) - undoTables.indexOf(b.table),
  );
  try {
    for (const [at, scope] of [...indexed].reverse()) await takeAway(ctx, seq, at, scope);
    for (const [at, scope] of indexed) {
      await restore(ctx, seq, at, scope);
      await bringBack(ctx, seq, at, scope);
    }
  } catch (thrown) {
    // What the act made is used by something since, or what it would bring back has a namesake by now.
    if (isConstraint(thrown)) throw new EngineError('undo_not_possible', {}, { cause: thrown });
    throw thrown;
  }
}

const isConstraint = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  'code' in thrown &&
  typeof thrown.code === 'string' &&
  thrown.code.startsWith('SQLITE_CONSTRAINT');

/** Rows that the act made. */
async function takeAway(ctx: WriteContext, seq: number, at: number, { table }: UndoScope): Promise<void> {
  await sql`
    DELETE FROM ${sql.table(table)} AS row WHERE ${inChange(seq, at, table, sql`change.before IS NULL`)}
  `.execute(ctx.trx);
}

/** A version is never given twice: a form that was open on the row notices. */
const valueBefore = (column: string, at: number, now: string): RawBuilder<unknown> =>
  column === 'row_version'
    ? sql`row.row_version + 1`
    : column === 'updated_at'
      ? sql`${now}`
      : sql`json_extract(change.before, ${sql.lit(`$[${at}]`)})`;

/** Rows that the act changed. */
async function restore(ctx: WriteContext, seq: number, at: number, { table, columns }: UndoScope): Promise<void> {
  const set = columns.map((column, position) => sql`${sql.ref(column)} = ${valueBefore(column, position, ctx.now)}`);
  await sql`
    UPDATE ${sql.table(table)} AS row SET ${sql.join(set)} FROM undo_change AS change
    WHERE change.entry = ${seq} AND change.scope = ${at} AND change.before IS NOT NULL AND change.after IS NOT NULL
      AND ${keyMatches(table, sql`change.row_key`)}
  `.execute(ctx.trx);
}

/** Rows that the act took away. */
async function bringBack(ctx: WriteContext, seq: number, at: number, { table, columns }: UndoScope): Promise<void> {
  const values = columns.map((_column, position) => sql`json_extract(change.before, ${sql.lit(`$[${position}]`)})`);
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    SELECT ${sql.join(values)} FROM undo_change AS change
    WHERE change.entry = ${seq} AND change.scope = ${at} AND change.after IS NULL
  `.execute(ctx.trx);
}
