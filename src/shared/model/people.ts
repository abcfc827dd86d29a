/** Who works on a company's file, and what each may do there. */
import { z } from 'zod';
import type { UserId } from './ids.ts';
import type { Instant } from './values.ts';

/** What a user may do beyond reading. None of them: reads only. */
export const roles = ['prepare', 'approve', 'account', 'manage'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Its shortest length keeps a slip of the hand from being a secret; the longest, scrypt from being fed a book. */
export const Secret = z.string().min(4).max(200);

export const UserName = z.string().trim().min(1).max(60);

/** A user as the settings show him. The secret never leaves the engine. */
export interface User {
  id: UserId;
  name: string;
  roles: Role[];
  hasSecret: boolean;
  /** Removed: signs in no more. The name stays, as it stands in the history. */
  archived: boolean;
  createdAt: Instant;
  /** Stands in the history under this name, so that it cannot be changed any more. */
  acted: boolean;
  rowVersion: number;
}

/** Whom the sign-in page offers. */
export interface UserChoice {
  id: UserId;
  name: string;
  hasSecret: boolean;
}

/** A company's own rules for its people, kept in its file. */
export const PeopleRules = z.object({
  /** Who approves a draft is another than who prepared it. */
  fourEyes: z.boolean(),
  /** Seconds without input after which the company is locked; 0: never. */
  lockSeconds: z.int().min(0).max(86_400),
});
export type PeopleRules = z.infer<typeof PeopleRules>;

/**
 * `open`: the company has no users, everybody may do everything. `signed_out`: nobody has signed in since the opening.
 * `locked`: somebody has, and left the computer.
 */
export type PeopleMode = 'open' | 'signed_out' | 'signed_in' | 'locked';

export interface PeopleState {
  mode: PeopleMode;
  /** Who signs in, or who is signed in and may unlock. */
  users: UserChoice[];
  /** Null while nobody is signed in, and in a company without users. */
  me: { id: UserId; name: string; roles: Role[] } | null;
  rules: PeopleRules;
}
