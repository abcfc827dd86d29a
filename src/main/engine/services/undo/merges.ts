/** What the undo of a merge does beside the rows: lines that came in under a merged code since go back to whom it means then. */
import { type RawBuilder, sql } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import { idsIn } from '../../store/extras.ts';
import type { StoredUndo } from '../../store/undo.ts';
import type { WriteContext } from '../context.ts';
import type { Journal } from './journal.ts';

/** A code that means another customer once the act is taken back. */
interface Freed {
  code_fold: string;
  /** Whom it means now, and whom it will. */
  held_by: string;
  back_to: string;
}

/** Positions of the scopes that keep `merged_into`, with that of the column. */
const mergeScopes = ({ scopes }: StoredUndo): { at: number; into: RawBuilder<unknown> }[] =>
  scopes.flatMap(({ table, columns }, at) => {
    const position = table === 'customer' ? columns.indexOf('merged_into') : -1;
    return position < 0 ? [] : [{ at, into: sql.lit(`$[${position}]`) }];
  });

async function freedBy(ctx: WriteContext, found: StoredUndo): Promise<Freed[]> {
  const freed: Freed[] = [];
  for (const { at, into } of mergeScopes(found)) {
    const { rows } = await sql<Freed>`
      SELECT customer.code_fold, json_extract(change.after, ${into}) AS held_by,
        coalesce(json_extract(change.before, ${into}), customer.id) AS back_to
      FROM undo_change AS change JOIN customer ON customer.id = change.row_key
      WHERE change.entry = ${found.seq} AND change.scope = ${at} AND change.before IS NOT NULL
        AND json_extract(change.after, ${into}) IS NOT NULL
        AND json_extract(change.after, ${into}) IS NOT json_extract(change.before, ${into})
    `.execute(ctx.trx);
    freed.push(...rows);
  }
  return freed;
}

/**
 * To be called within the undo, before the rows are put back; the answer moves the lines, once they are. Throws
 * `undo_lines_drafted` while such a line stands in a draft: the draft would bill the other customer for it.
 */
export async function linesOfMerged(
  ctx: WriteContext,
  found: StoredUndo,
  journal: Journal,
): Promise<() => Promise<void>> {
  const freed = await freedBy(ctx, found);
  if (freed.length === 0) return async () => undefined;
  const under = ({ code_fold, held_by }: Freed) =>
    sql<boolean>`customer_id = ${held_by} AND liasse_fold(customer_code) = ${code_fold}`;
  for (const one of freed) {
    const drafted = await ctx.db
      .selectFrom('pending_line')
      .innerJoin('draft', 'draft.id', 'pending_line.draft_id')
      .leftJoin('bill_run', 'bill_run.id', 'draft.run_id')
      .select(['pending_line.customer_code as code', 'bill_run.name as run'])
      .where('pending_line.status', '=', 'drafted')
      .where(
        sql<boolean>`pending_line.customer_id = ${one.held_by} AND liasse_fold(pending_line.customer_code) = ${one.code_fold}`,
      )
      .executeTakeFirst();
    if (drafted) throw new EngineError('undo_lines_drafted', { code: drafted.code ?? '', run: drafted.run ?? '' });
  }
  const people = idsIn(freed.flatMap(({ held_by, back_to }) => [held_by, back_to]));
  const codes = idsIn(freed.map(({ code_fold }) => code_fold));
  await journal.watch(
    'pending_line',
    sql`row.customer_id IN ${people} AND row.status IN ${LOOSE} AND liasse_fold(row.customer_code) IN ${codes}`,
    ['customer_id'],
  );
  return async () => {
    for (const one of freed) {
      await sql`UPDATE pending_line SET customer_id = ${one.back_to} WHERE ${under(one)} AND status IN ${LOOSE}`.execute(
        ctx.trx,
      );
    }
  };
}

/** Not billed, and in no draft. */
const LOOSE = sql`('open', 'held', 'excluded')`;

/** A merge done again would leave behind what the customer got since: throws `undo_changed_since`, naming it. */
export async function assertMergedHaveNothing(ctx: WriteContext, found: StoredUndo): Promise<void> {
  for (const { at } of mergeScopes(found)) {
    const { rows } = await sql<{ code: string }>`
      SELECT customer.code FROM undo_change AS change JOIN customer ON customer.id = change.row_key
      WHERE change.entry = ${found.seq} AND change.scope = ${at} AND customer.merged_into IS NOT NULL AND (
        EXISTS (
          SELECT 1 FROM pending_line WHERE customer_id = customer.id AND status IN ('open', 'held', 'drafted', 'excluded')
        ) OR EXISTS (SELECT 1 FROM draft WHERE customer_id = customer.id AND status <> 'finalised')
      ) LIMIT 1
    `.execute(ctx.trx);
    const [row] = rows;
    if (row) throw new EngineError('undo_changed_since', { what: 'customer', name: row.code });
  }
}
