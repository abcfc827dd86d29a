/** Who speaks of a tag, a field or a segment: segments and saved views, which keep what they choose as JSON. */
import { sql } from 'kysely';
import type { ReadDb } from '../../store/database.ts';

/** Names of the segments and views that name it, in that order. An id is in no other text than where it is meant. */
export async function choicesNaming(db: ReadDb, id: string): Promise<string[]> {
  const segments = await db
    .selectFrom('segment')
    .select('name')
    .where(sql<boolean>`instr(filter, ${id}) > 0`)
    .orderBy('name_fold')
    .execute();
  const views = await db
    .selectFrom('saved_view')
    .select('name')
    .where(sql<boolean>`instr(spec, ${id}) > 0`)
    .orderBy('list')
    .orderBy('position')
    .execute();
  return [...segments, ...views].map(({ name }) => name);
}
