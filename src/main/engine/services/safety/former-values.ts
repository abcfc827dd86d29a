/** What named a person earlier: out of the trail and the images that imports and acts kept of the record. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadDb } from '../../store/database.ts';

/** Fields that name a person, as the trail calls them and as the tables do. */
export const NAMING = [
  'name',
  'email',
  'phone',
  'contact_name',
  'vat_number',
  'registration_number',
  'electronic_address',
];
const TRAIL = new Set([
  ...NAMING.map((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())),
  'code',
]);
const COLUMNS = new Set([...NAMING, 'code']);

const Changes = z.array(z.tuple([z.string(), z.string(), z.string()]));
const Scopes = z.array(z.object({ table: z.string(), columns: z.array(z.string()) }));
const Image = z.array(z.unknown());

export async function formerValues(db: ReadDb, ids: readonly string[]): Promise<Set<string>> {
  const values = new Set<string>();
  const note = (value: unknown): void => {
    if (typeof value === 'string' && value.trim().length > 2) values.add(value);
  };
  const trail = await db
    .selectFrom('audit_event')
    .select(sql<string | null>`json_extract(params, '$.changes')`.as('changes'))
    .where('subject', 'in', [...ids])
    .execute();
  for (const { changes } of trail) {
    const read = changes === null ? null : Changes.safeParse(JSON.parse(changes));
    for (const [field, from, to] of read?.data ?? []) if (TRAIL.has(field)) [from, to].forEach(note);
  }
  const imported = await db
    .selectFrom('import_change')
    .select('before')
    .where('record', '=', 'customer')
    .where('record_id', 'in', [...ids])
    .execute();
  for (const { before } of imported) if (before !== null) noteColumns(JSON.parse(before), note);
  const acts = await db
    .selectFrom('undo_change')
    .innerJoin('undo_entry', 'undo_entry.seq', 'undo_change.entry')
    .select(['undo_change.scope', 'undo_change.before', 'undo_change.after', 'undo_entry.scopes'])
    .where('undo_change.row_key', 'in', [...ids])
    .execute();
  for (const act of acts) {
    const scope = Scopes.parse(JSON.parse(act.scopes))[act.scope];
    if (scope?.table !== 'customer') continue;
    for (const image of [act.before, act.after]) {
      if (image === null) continue;
      const row = Image.parse(JSON.parse(image));
      for (const [index, column] of scope.columns.entries()) if (COLUMNS.has(column)) note(row[index]);
    }
  }
  return values;
}

/** An import keeps the row inside an image of its own. */
function noteColumns(value: unknown, note: (value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (COLUMNS.has(key)) note(one);
    else noteColumns(one, note);
  }
}
