/** Who acts on the command line, in a company that has users. A secret is never an argument: other programs can read those. */

import type { Input } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { PeopleState, UserChoice } from '#shared/model/people.ts';
import type { CliIo } from './io.ts';
import { UsageError } from './usage.ts';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The user with this name. Throws `cli_user_unknown` with those that there are. */
function userNamed(users: readonly UserChoice[], wanted: string): UserChoice {
  const user = users.find((one) => same(one.name, wanted));
  if (user) return user;
  throw new UsageError('cli_user_unknown', { user: wanted, names: namesOf(users) });
}

const namesOf = (users: readonly UserChoice[]): string => users.map((user) => user.name).join(', ') || '—';

/** A user's secret: from the variable, else asked at the terminal; null for who has none. Throws `cli_secret_needed`. */
async function secretOf(
  io: CliIo,
  user: Pick<UserChoice, 'name' | 'hasSecret'>,
  variable: 'LIASSE_SECRET' | 'LIASSE_APPROVER_SECRET',
  question: string,
): Promise<string | null> {
  if (!user.hasSecret) return null;
  const given = io.env[variable];
  if (given) return given;
  const typed = (await io.askSecret?.(question)) ?? '';
  if (typed === '') throw new EngineError('cli_secret_needed', { user: user.name });
  return typed;
}

/** What signing in is given: who `--user` or LIASSE_USER names. Throws `cli_user_needed`. */
export async function credentials(
  io: CliIo,
  people: PeopleState,
  named: string | null,
  question: (name: string) => string,
): Promise<Input<'people.signIn'>> {
  const wanted = named ?? (io.env['LIASSE_USER'] || null);
  if (wanted === null) throw new EngineError('cli_user_needed', { names: namesOf(people.users) });
  const user = userNamed(people.users, wanted);
  return { userId: user.id, secret: await secretOf(io, user, 'LIASSE_SECRET', question(user.name)) };
}

/** The second person who signs for an invoice, where one is named. */
export async function approverNamed(
  io: CliIo,
  people: PeopleState,
  named: string | null,
  question: (name: string) => string,
): Promise<{ userId: UserId; secret: string | null } | null> {
  if (named === null) return null;
  const user = userNamed(people.users, named);
  return { userId: user.id, secret: await secretOf(io, user, 'LIASSE_APPROVER_SECRET', question(user.name)) };
}
