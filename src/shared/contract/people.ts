/** Users of a company, signing in and out, the rules they work by. */
import { z } from 'zod';
import { UserId } from '../model/ids.ts';
import {
  type PeopleRules,
  PeopleRules as PeopleRulesSchema,
  type PeopleState,
  Role,
  Secret,
  type User,
  UserName,
} from '../model/people.ts';
import { command, query, session } from './define.ts';

/** What becomes of a user's secret. A new one reaches no file, log or stored result as it was typed. */
const SecretChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('new'), secret: Secret }),
]);
export type SecretChange = z.infer<typeof SecretChange>;

/** A second person who signs for one act, at the same desk. */
export const Approver = z.object({ userId: UserId, secret: z.string().max(200).nullable() });
export type Approver = z.infer<typeof Approver>;

export const peopleContract = {
  /** Who may sign in, who is, and whether the company is locked. Answered to everybody. */
  'people.state': session(z.object({})).returns<PeopleState>(),
  /** Also unlocks. Throws `sign_in_failed`, `sign_in_wait` (too many failures), `user_unknown`. */
  'people.signIn': session(
    z.object({ userId: UserId, secret: z.string().max(200).nullable().default(null) }),
  ).returns<PeopleState>(),
  'people.signOut': session(z.object({})).returns<PeopleState>(),
  'people.lock': session(z.object({})).returns<PeopleState>(),
  /** Somebody is at the keyboard: the engine's own clock to the lock begins anew. */
  'people.active': session(z.object({})).returns<{ locked: boolean }>(),

  'user.list': query(z.object({})).returns<User[]>(),
  /**
   * The first user of a company manages, whatever roles are given, and is signed in at once. Throws `user_name_taken`,
   * `user_name_stays` (it stands in the history), `last_manager`, `row_changed`.
   */
  'user.save': command(
    z.object({
      id: UserId.nullable(),
      rowVersion: z.int().nullable(),
      name: UserName,
      roles: z.array(Role).max(4),
      secret: SecretChange,
    }),
  ).returns<User>(),
  /** Removes a user, or takes one back. The name stays in the history and is nobody else's. Throws `last_manager`. */
  'user.archive': command(z.object({ id: UserId, rowVersion: z.int(), archived: z.boolean() })).returns<User>(),
  /** One's own secret. Throws `sign_in_failed` where the present one is not it. */
  'user.changeSecret': command(
    z.object({ current: z.string().max(200).nullable(), secret: Secret.nullable() }),
  ).returns<User>(),
  /** Takes a forgotten secret away. For whoever holds the file, by the command line alone; on record. */
  'user.reset': command(z.object({ name: UserName })).returns<User>(),
  /** Throws `four_eyes_needs_two`. */
  'people.configure': command(PeopleRulesSchema).returns<PeopleRules>(),
};
