/**
 * The undo journal. An act says which rows it is about to touch; the journal keeps them as they were and as the act left them.
 * All of it is set-wise SQL: a hundred thousand rows never come into JavaScript.
 */
import type { RawBuilder, SqlBool } from 'kysely';
import { UndoId } from '#shared/model/ids.ts';
import {
  captureAfter,
  captureBefore,
  columnsOf,
  finishUndoEntry,
  insertUndoEntry,
  pruneUndo,
  type UndoScope,
  type UndoTable,
} from '../../store/undo.ts';
import type { WriteContext } from '../context.ts';

export interface Act {
  /** As in the audit trail. */
  action: string;
  params: Record<string, string | number>;
  /** The entry that this act takes back. */
  undoes?: UndoId;
}

export interface Journal {
  /**
   * Keeps the rows of `table` that `where` takes, as they are now; to be called before they are touched. `where` speaks of the
   * row as `row` (`sql\`row.id = ${id}\``) and has to mean the same rows after the act: those that it then takes as well were
   * made by the act. With `columns` only these are kept (much less, for large sets): enough for an act that changes or makes
   * rows, not for one that takes them away.
   */
  watch(table: UndoTable, where: RawBuilder<SqlBool>, columns?: readonly string[]): Promise<void>;
  /** Adds to the act's parameters what is known only now: how many were changed, say. */
  tell(params: Act['params']): void;
}

/**
 * Does `work` and enters it in the journal, in the transaction of the command. `undoId` is null where nothing changed. What is
 * in `params` is shown to people: names and counts, never a secret.
 */
export async function journaled<R>(
  ctx: WriteContext,
  act: Act,
  work: (journal: Journal) => Promise<R>,
): Promise<{ result: R; undoId: UndoId | null }> {
  const id = UndoId.parse(ctx.newId());
  const entry = await insertUndoEntry(ctx.trx, {
    id,
    at: ctx.now,
    actor: ctx.actor,
    action: act.action,
    params: act.params,
    undoes: act.undoes ?? null,
  });
  const scopes: UndoScope[] = [];
  const watched: RawBuilder<SqlBool>[] = [];
  let params = act.params;
  const result = await work({
    async watch(table, where, columns) {
      scopes.push({ table, columns: [...(columns ?? (await columnsOf(ctx.trx, table)))] });
      watched.push(where);
      await captureBefore(ctx.trx, entry, scopes.length - 1, scopes, where);
    },
    tell(further) {
      params = { ...params, ...further };
    },
  });
  for (const [at, where] of watched.entries()) await captureAfter(ctx.trx, entry, at, scopes, where);
  const rows = await finishUndoEntry(ctx.trx, entry, scopes, params);
  await pruneUndo(ctx.trx, ctx.now);
  return { result, undoId: rows === 0 ? null : id };
}

/** Takes every entry out of the journal: what was erased for good must not come back by an undo. */
export async function forgetJournal(ctx: WriteContext): Promise<void> {
  await ctx.trx.deleteFrom('undo_entry').execute();
}
