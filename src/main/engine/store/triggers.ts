/** The triggers that keep what is issued as it is: are they those that the migrations made. */
import { sql } from 'kysely';
import { migrate } from './company-file.ts';
import { openSqlite, type ReadDb } from './database.ts';

/** Names of triggers that are gone, read otherwise, or were put in beside ours. */
export async function changedTriggers(db: ReadDb): Promise<string[]> {
  const expected = expectedTriggers();
  const rows = await db
    .selectFrom(sql<{ type: string; name: string; sql: string }>`sqlite_schema`.as('entry'))
    .select(['entry.name', 'entry.sql as text'])
    .where('entry.type', '=', 'trigger')
    .execute();
  const there = new Map(rows.map(({ name, text }) => [name, text]));
  const names = new Set([...expected.keys(), ...there.keys()]);
  return [...names].filter((name) => expected.get(name) !== there.get(name)).sort();
}

/** As they stand in a file that this version makes. */
function expectedTriggers(): Map<string, string> {
  const fresh = openSqlite(':memory:', { readOnly: false, mustExist: false });
  try {
    migrate(fresh);
    const rows = fresh
      .prepare<[], { name: string; text: string }>("SELECT name, sql AS text FROM sqlite_schema WHERE type = 'trigger'")
      .all();
    return new Map(rows.map(({ name, text }) => [name, text]));
  } finally {
    fresh.close();
  }
}
