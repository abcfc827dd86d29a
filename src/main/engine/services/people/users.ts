/** Users of a company: made, changed, removed; and the rules they work by. Names are who acted: one that has, stays. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { UserId } from '#shared/model/ids.ts';
import { type PeopleRules, type Role, roles as roleOrder, type User } from '#shared/model/people.ts';
import { fold } from '../../domain/text/fold.ts';
import { writeAudit } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { findUser, hasActed, readRules, readUsers, rolesOf, type UserRecord, writeRules } from '../../store/people.ts';
import type { ReadContext, WriteContext } from '../context.ts';

/** What the engine itself knows of the users to sign one in: not part of the contract, as the stored secrets are in it. */
export interface Roster {
  users: { id: UserId; name: string; roles: Role[]; secret: string | null }[];
  rules: PeopleRules;
}

export async function readRoster(ctx: Pick<ReadContext, 'db'>): Promise<Roster> {
  const users = (await readUsers(ctx.db)).filter((row) => row.archived === 0);
  return {
    users: users.map((row) => ({ id: UserId.parse(row.id), name: row.name, roles: rolesOf(row), secret: row.secret })),
    rules: await readRules(ctx.db),
  };
}

async function userOf(db: ReadDb, row: UserRecord): Promise<User> {
  return {
    id: UserId.parse(row.id),
    name: row.name,
    roles: rolesOf(row),
    hasSecret: row.secret !== null,
    archived: row.archived === 1,
    createdAt: row.created_at,
    acted: await hasActed(db, row.name),
    rowVersion: row.row_version,
  };
}

export async function listUsers(ctx: ReadContext): Promise<User[]> {
  return Promise.all((await readUsers(ctx.db)).map((row) => userOf(ctx.db, row)));
}

/** Somebody must be left who can make and mend users. */
async function assertManagerBeside(db: ReadDb, user: UserRecord): Promise<void> {
  const others = (await readUsers(db)).filter((row) => row.id !== user.id && row.archived === 0);
  if (others.some((row) => rolesOf(row).includes('manage'))) return;
  throw new EngineError('last_manager', { name: user.name });
}

const ordered = (given: readonly Role[]): Role[] => roleOrder.filter((role) => given.includes(role));

export async function saveUser(ctx: WriteContext, input: Parsed<'user.save'>): Promise<User> {
  const users = await readUsers(ctx.db);
  const name_fold = fold(input.name);
  const twin = users.find((row) => row.name_fold === name_fold && row.id !== input.id);
  if (twin) throw new EngineError('user_name_taken', { name: twin.name }, { place: { field: 'name' } });
  const { secret } = input;
  if (input.id === null) {
    // Work done under that name before there were users counts as the first user's: nobody takes it over.
    if (users.length > 0 && (await hasActed(ctx.db, input.name))) {
      throw new EngineError('user_name_in_history', { name: input.name }, { place: { field: 'name' } });
    }
    const given = ordered(users.length === 0 ? [...input.roles, 'manage'] : input.roles);
    const id = UserId.parse(ctx.newId());
    await ctx.trx
      .insertInto('app_user')
      .values({
        id,
        name: input.name,
        name_fold,
        roles: JSON.stringify(given),
        secret: secret.kind === 'new' ? ctx.who.secretHash : null,
        created_at: ctx.now,
        row_version: 1,
      })
      .execute();
    await note(ctx, 'user.created', id, { name: input.name, roles: given.join(', ') });
    return userOf(ctx.db, await findUser(ctx.db, id));
  }
  const before = await findUser(ctx.db, input.id);
  if (before.row_version !== input.rowVersion) throw new EngineError('row_changed', { what: 'user' });
  if (before.name !== input.name && (await hasActed(ctx.db, before.name))) {
    throw new EngineError('user_name_stays', { name: before.name }, { place: { field: 'name' } });
  }
  const given = ordered(input.roles);
  if (before.archived === 0 && !given.includes('manage') && rolesOf(before).includes('manage')) {
    await assertManagerBeside(ctx.db, before);
  }
  await ctx.trx
    .updateTable('app_user')
    .set({
      name: input.name,
      name_fold,
      roles: JSON.stringify(given),
      ...(secret.kind === 'keep' ? {} : { secret: secret.kind === 'new' ? ctx.who.secretHash : null }),
      row_version: before.row_version + 1,
    })
    .where('id', '=', before.id)
    .execute();
  await note(ctx, 'user.changed', before.id, { name: input.name, roles: given.join(', ') });
  if (secret.kind !== 'keep') await note(ctx, 'user.secret_changed', before.id, { name: input.name });
  return userOf(ctx.db, await findUser(ctx.db, before.id));
}

export async function archiveUser(ctx: WriteContext, input: Parsed<'user.archive'>): Promise<User> {
  const before = await findUser(ctx.db, input.id);
  if (before.row_version !== input.rowVersion) throw new EngineError('row_changed', { what: 'user' });
  if (input.archived && before.archived === 0) await assertManagerBeside(ctx.db, before);
  await ctx.trx
    .updateTable('app_user')
    .set({ archived: input.archived ? 1 : 0, row_version: before.row_version + 1 })
    .where('id', '=', before.id)
    .execute();
  await note(ctx, input.archived ? 'user.archived' : 'user.restored', before.id, { name: before.name });
  return userOf(ctx.db, await findUser(ctx.db, before.id));
}

/** The present secret was verified at the door. */
export async function changeSecret(ctx: WriteContext): Promise<User> {
  if (ctx.who.userId === null) throw new EngineError('user_unknown');
  return setSecret(ctx, await findUser(ctx.db, ctx.who.userId), ctx.who.secretHash, 'user.secret_changed');
}

/** For whoever holds the file: a forgotten secret is taken away, and the user signs in by name alone until he sets another. */
export async function resetUser(ctx: WriteContext, input: Parsed<'user.reset'>): Promise<User> {
  const wanted = fold(input.name);
  const row = (await readUsers(ctx.db)).find((user) => user.name_fold === wanted);
  if (!row) throw new EngineError('user_unknown');
  return setSecret(ctx, row, null, 'user.reset');
}

async function setSecret(ctx: WriteContext, row: UserRecord, secret: string | null, action: string): Promise<User> {
  await ctx.trx
    .updateTable('app_user')
    .set({ secret, row_version: row.row_version + 1 })
    .where('id', '=', row.id)
    .execute();
  await note(ctx, action, row.id, { name: row.name });
  return userOf(ctx.db, await findUser(ctx.db, row.id));
}

export async function configurePeople(
  ctx: WriteContext,
  input: Parsed<'people.configure'>,
): Promise<Output<'people.configure'>> {
  const before = await readRules(ctx.db);
  if (input.fourEyes && !before.fourEyes) {
    const { users } = await readRoster(ctx);
    const two = users.some(
      (one) => one.roles.includes('prepare') && users.some((two) => two.id !== one.id && two.roles.includes('approve')),
    );
    if (!two) throw new EngineError('four_eyes_needs_two');
  }
  await writeRules(ctx.trx, input);
  if (before.fourEyes !== input.fourEyes) {
    await note(ctx, input.fourEyes ? 'people.four_eyes_on' : 'people.four_eyes_off', null, {});
  }
  if (before.lockSeconds !== input.lockSeconds) {
    await note(ctx, 'people.lock_changed', null, { seconds: input.lockSeconds });
  }
  return input;
}

const note = (ctx: WriteContext, action: string, subject: string | null, params: Record<string, string | number>) =>
  writeAudit(ctx.trx, ctx.now, ctx.actor, { action, subject, params });
