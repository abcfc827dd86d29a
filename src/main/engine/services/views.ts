/**
 * Lists: the sorted ids of a view are kept as long as the file's revision stands, and pages are cut from them. Scrolling
 * through 100,000 rows then costs one sorted query and one keyed read a page.
 */
import { type Expression, sql } from 'kysely';
import { EngineError } from '#shared/model/error.ts';
import { MAX_MINOR } from '#shared/model/values.ts';

interface View<S> {
  revision: number;
  ids: string[];
  summary: S;
}

/** Views kept: a few windows and lists. The least recently used goes first. */
const MAX_VIEWS = 8;

export class ViewCache {
  private readonly views = new Map<string, View<unknown>>();

  /** The view of this key at this revision, loaded when it is not at hand. */
  async get<S>(key: string, revision: number, load: () => Promise<{ ids: string[]; summary: S }>): Promise<View<S>> {
    const known = this.views.get(key);
    if (known && known.revision === revision) {
      this.views.delete(key);
      this.views.set(key, known);
      // Reason for the cast: a key always stands for one kind of view, and so for one type of summary.
      return known as View<S>;
    }
    const loaded = await load();
    const view: View<S> = { revision, ...loaded };
    this.views.delete(key);
    this.views.set(key, view);
    const oldest = this.views.keys().next().value;
    if (this.views.size > MAX_VIEWS && oldest !== undefined) this.views.delete(oldest);
    return view;
  }
}

/** Rows in the order of their ids (`IN` gives them in any order). Ids that are gone are left out. */
export function inOrder<R extends { id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** An exact SUM: read as text, so that nothing past 2^53 is silently rounded on its way into JavaScript. */
export const sumOf = (column: Expression<number | null>) => sql<string>`cast(coalesce(sum(${column}), 0) as text)`;

/** The number that {@link sumOf} wrote. Throws `amount_too_large` past 2^53 - 1. */
export function exactSum(text: string | null): number {
  const value = BigInt(text ?? '0');
  if (value > BigInt(MAX_MINOR) || value < -BigInt(MAX_MINOR)) {
    throw new EngineError('amount_too_large', { value: String(value) });
  }
  return Number(value);
}

/** A LIKE pattern that finds folded text anywhere; % _ and \ in what was typed stand for themselves. */
export const containing = (folded: string): string => `%${folded.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
