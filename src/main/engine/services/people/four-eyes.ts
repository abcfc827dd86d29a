/**
 * Four eyes: who approves a draft is another than who prepared it. Preparers are all who changed what the document says since it was
 * composed before: where that is everybody, a further change by one of them, drafted anew, is for another to approve.
 * People are compared by name: a name that stands in the history never becomes somebody else's.
 */
import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { fold } from '../../domain/text/fold.ts';
import { chunksOf } from '../../store/bulk.ts';
import type { ReadDb } from '../../store/database.ts';
import { readRules, readUsers } from '../../store/people.ts';
import { productsByCode } from '../../store/products.ts';
import type { DraftRecord } from '../../store/runs.ts';
import type { Group } from '../runs/compose.ts';

export interface FourEyes {
  /** Whether the rule is on. */
  readonly on: boolean;
  /** Whether a person is among those who prepared a draft. Work from before there were users counts as the first user's. */
  prepared(draft: { prepared_by: string; touched_by: string }, name: string): boolean;
}

export async function fourEyes(db: ReadDb): Promise<FourEyes> {
  const { fourEyes: on } = await readRules(db);
  if (!on) return { on, prepared: () => false };
  const users = await readUsers(db);
  const names = new Set(users.map((row) => row.name));
  const first = users[0]?.name ?? '';
  const person = (name: string): string => (names.has(name) ? name : first);
  return {
    on,
    prepared: (draft, name) =>
      [draft.prepared_by, ...Names.parse(JSON.parse(draft.touched_by))].some((one) => person(one) === person(name)),
  };
}

/** Who acted, and with which act last. */
interface Act {
  id: number;
  actor: string;
}

const actsSince = (db: ReadDb, at: string) =>
  db
    .selectFrom('audit_event')
    .select((eb) => ['actor', eb.fn.max('id').as('id')])
    .where('at', '>', at)
    .groupBy('actor');

/** Drafts of a batch were composed at one instant: the same question is asked of the history once a transaction. */
const asked = new WeakMap<ReadDb, Map<string, Promise<Act[]>>>();

/** Acts on no record that change no document. */
const HARMLESS = ['people.%', 'user.%', 'view.%', 'customer.not_duplicates', 'field.reordered', 'company.restored%'];

/**
 * Acts that name no record of the draft and may have changed it all the same: on many records at once, on the company, its
 * settings, an undo. An import of lines is asked for by the lines that it brought.
 */
function wideActs(db: ReadDb, at: string): Promise<Act[]> {
  const known = asked.get(db) ?? new Map<string, Promise<Act[]>>();
  asked.set(db, known);
  const answer =
    known.get(at) ??
    actsSince(db, at)
      .where((eb) =>
        eb.or([
          eb('subject', 'is', null),
          eb('action', 'like', 'company.%'),
          eb('action', 'like', 'settings.%'),
          eb('action', '=', 'import.taken_back'),
          eb.and([
            eb('action', '=', 'import.committed'),
            sql<SqlBool>`coalesce(json_extract(params, '$.kind'), '') <> 'lines'`,
          ]),
        ]),
      )
      .where((eb) => eb.and(HARMLESS.map((action) => eb('action', 'not like', action))))
      .execute();
  known.set(at, answer);
  return answer;
}

/** What a draft is made of: its customer, its products, the imports and the run that brought its lines. */
async function sourcesOf(db: ReadDb, draft: Pick<DraftRecord, 'id'>, group: Sources): Promise<string[]> {
  const codes = group.lines.flatMap(({ productCode }) => (productCode === null ? [] : [fold(productCode)]));
  const products = await productsByCode(db, [...new Set(codes)]);
  const imports = await db
    .selectFrom('pending_line')
    .select('import_id')
    .distinct()
    .where('draft_id', '=', draft.id)
    .execute();
  return [
    group.customer.id,
    ...[...products.values()].map((product) => product.id),
    ...imports.flatMap((row) => row.import_id ?? []),
  ];
}

type Sources = Pick<Group, 'customer' | 'lines'>;

/**
 * Who made a draft say what it says now, when composing finds it changed: everybody who acted since it was composed before on what
 * it is made of, or on many records at once; who has it composed where nobody did. Who acted last comes first.
 */
export async function preparersOf(
  db: ReadDb,
  draft: Pick<DraftRecord, 'id' | 'fingerprint' | 'prepared_at'>,
  group: Sources,
  actor: string,
): Promise<string[]> {
  if (draft.fingerprint === '' || draft.prepared_at === '') return [actor];
  const acts = [...(await wideActs(db, draft.prepared_at))];
  for (const part of chunksOf(await sourcesOf(db, draft, group), 500)) {
    acts.push(...(await actsSince(db, draft.prepared_at).where('subject', 'in', part).execute()));
  }
  const names = new Set(acts.sort((a, b) => b.id - a.id).map((act) => act.actor));
  return names.size === 0 ? [actor] : [...names];
}

const Names = z.array(z.string());

/** The draft's columns for these preparers: the last one is told, all of them are kept from approving it. */
export const preparedColumns = (names: readonly string[]): { prepared_by: string; touched_by: string } => ({
  prepared_by: names[0] ?? '',
  touched_by: JSON.stringify(names),
});
