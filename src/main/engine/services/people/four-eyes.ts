/**
 * Four eyes: who approves a draft is another than who prepared it. Preparer is whoever last changed what the document says.
 * People are compared by name: a name that stands in the history never becomes somebody else's.
 */
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
  /** Whether these two are one person. Work from before there were users counts as the first user's. */
  same(one: string, other: string): boolean;
}

export async function fourEyes(db: ReadDb): Promise<FourEyes> {
  const { fourEyes: on } = await readRules(db);
  if (!on) return { on, same: () => false };
  const users = await readUsers(db);
  const names = new Set(users.map((row) => row.name));
  const first = users[0]?.name ?? '';
  const person = (name: string): string => (names.has(name) ? name : first);
  return { on, same: (one, other) => person(one) === person(other) };
}

interface Act {
  id: number;
  actor: string;
}

const actsSince = (db: ReadDb, at: string) =>
  db.selectFrom('audit_event').select(['id', 'actor']).where('at', '>', at).orderBy('id', 'desc').limit(1);

/** Drafts of a batch were composed at one instant: the same question is asked of the history once a transaction. */
const asked = new WeakMap<ReadDb, Map<string, Promise<Act | undefined>>>();

/** Acts that name no record of the draft and may have changed it all the same: on many records at once, on the company. */
function wideAct(db: ReadDb, at: string): Promise<Act | undefined> {
  const known = asked.get(db) ?? new Map<string, Promise<Act | undefined>>();
  asked.set(db, known);
  const answer =
    known.get(at) ??
    actsSince(db, at)
      .where((eb) =>
        eb.or([eb('subject', 'is', null), eb('action', 'like', 'import.%'), eb('action', 'like', 'company.%')]),
      )
      .where('action', 'not like', 'people.%')
      .executeTakeFirst();
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
 * Who made a draft say what it says now, when composing finds it changed: whoever acted last on what it is made of since it
 * was composed before, else whoever acted on many records at once, else who has it composed.
 */
export async function preparerOf(
  db: ReadDb,
  draft: Pick<DraftRecord, 'id' | 'fingerprint' | 'prepared_at'>,
  group: Sources,
  actor: string,
): Promise<string> {
  if (draft.fingerprint === '' || draft.prepared_at === '') return actor;
  let latest: Act | undefined;
  for (const part of chunksOf(await sourcesOf(db, draft, group), 500)) {
    const act = await actsSince(db, draft.prepared_at).where('subject', 'in', part).executeTakeFirst();
    if (act !== undefined && (latest === undefined || act.id > latest.id)) latest = act;
  }
  // An undo names no record either, but puts back what an act of its own person changed.
  const undone = await actsSince(db, draft.prepared_at).where('action', 'like', 'undo.%').executeTakeFirst();
  if (undone !== undefined && latest !== undefined && undone.id > latest.id) latest = undone;
  return (latest ?? (await wideAct(db, draft.prepared_at)))?.actor ?? actor;
}
