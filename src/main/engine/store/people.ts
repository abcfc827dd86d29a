/** Rows of `app_user` and `setting`. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { EngineError } from '#shared/model/error.ts';
import { PeopleRules, Role } from '#shared/model/people.ts';
import type { ReadDb, Trx } from './database.ts';
import type { AppUserTable } from './schema-office.ts';

export type UserRecord = Selectable<AppUserTable>;

const Roles = z.array(Role);
export const rolesOf = (row: Pick<UserRecord, 'roles'>): Role[] => Roles.parse(JSON.parse(row.roles));

/** All users, removed ones too, in the order in which they were made. */
export function readUsers(db: ReadDb): Promise<UserRecord[]> {
  return db.selectFrom('app_user').selectAll().orderBy('created_at').orderBy('id').execute();
}

export async function findUser(db: ReadDb, id: string): Promise<UserRecord> {
  const row = await db.selectFrom('app_user').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new EngineError('user_unknown');
  return row;
}

/** Whether the name stands in the history. */
export async function hasActed(db: ReadDb, name: string): Promise<boolean> {
  const row = await db.selectFrom('audit_event').select('id').where('actor', '=', name).limit(1).executeTakeFirst();
  return row !== undefined;
}

const KEY = 'people';
const Stored = PeopleRules.extend({ v: z.literal(1) });

/** The company's rules for its people; without any: no second pair of eyes, no lock. */
export async function readRules(db: ReadDb): Promise<PeopleRules> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  if (!row) return { fourEyes: false, lockSeconds: 0 };
  const { v: _version, ...rules } = Stored.parse(JSON.parse(row.value));
  return rules;
}

export async function writeRules(trx: Trx, rules: PeopleRules): Promise<void> {
  const value = JSON.stringify({ v: 1, ...rules });
  await trx
    .insertInto('setting')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
