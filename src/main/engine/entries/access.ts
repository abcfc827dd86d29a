/**
 * The door of the engine: what is asked is let in, or refused with who may. The table is the contract's; here are the few
 * cases in which it depends on what is asked. Secrets end here: beyond, only what they proved goes on.
 */
import { type Access, access, allows } from '#shared/contract/access.ts';
import { contract, type Name, type Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Role } from '#shared/model/people.ts';
import type { Who } from '../services/context.ts';
import { hashSecret } from '../services/people/secret.ts';
import type { Identity } from './identity.ts';

export interface Caller {
  /** The command line of whoever holds the file, for what signing in cannot mend. */
  holder: boolean;
  /** The program around the engine, not a page. */
  own: boolean;
}

/** What the program around the engine asks on its own account after a restart, whoever is signed in. */
const OWN: ReadonlySet<Name> = new Set(['job.list', 'job.resume'] as const);

/** Throws `not_signed_in`, `company_locked`, or `not_allowed` with who may. */
export function admit(name: Name, identity: Identity, caller: Caller): void {
  const entry = access[name];
  if (entry === 'anyone' || (caller.own && OWN.has(name))) return;
  if (entry === 'holder') {
    if (!caller.holder) throw new EngineError('not_allowed', { who: '—' });
    return;
  }
  assertAllowed(entry, identity);
}

function assertAllowed(entry: Access, identity: Identity): void {
  const { mode } = identity;
  if (mode === 'open') return;
  if (mode === 'signed_out') throw new EngineError('not_signed_in');
  if (mode === 'locked') throw new EngineError('company_locked');
  const enough = (roles: readonly Role[]): boolean => allows(entry, roles);
  if (enough(identity.state().me?.roles ?? [])) return;
  throw new EngineError('not_allowed', { who: identity.whoMay(enough).join(', ') || '—' });
}

/** A job is stopped and taken up by who may begin it. */
export function admitToJob(jobName: string, identity: Identity, caller: Caller): void {
  if (caller.own || !Object.hasOwn(contract, jobName)) return;
  // Reason for the cast: the line before found it among the contract's names.
  assertAllowed(access[jobName as Name], identity);
}

/** Whether who is there may hand out documents: the first PDF saved of an invoice becomes its original. */
export const mayDeliver = (identity: Identity): boolean =>
  identity.mode === 'open' || allows(access['run.produce'], identity.state().me?.roles ?? []);

/** In place of a secret, in whatever is kept or compared. */
const VEILED = '····';

/** Verifies what a command brings of secrets, and takes them out of it. */
export async function vouched(
  name: Name,
  input: unknown,
  identity: Identity,
): Promise<{ input: unknown; who: Who & { actor: string } }> {
  const who = { actor: identity.actor, userId: identity.userId, approver: null, secretHash: null };
  // Reasons for the casts: the input was parsed by this name's own schema.
  switch (name) {
    case 'user.save': {
      const given = input as Parsed<'user.save'>;
      if (given.secret.kind !== 'new') return { input, who };
      const secretHash = await hashSecret(given.secret.secret);
      return { input: { ...given, secret: { kind: 'new', secret: VEILED } }, who: { ...who, secretHash } };
    }
    case 'user.changeSecret': {
      const given = input as Parsed<'user.changeSecret'>;
      if (identity.userId === null) throw new EngineError('user_unknown');
      await identity.verify(identity.userId, given.current);
      const secretHash = given.secret === null ? null : await hashSecret(given.secret);
      return {
        input: { current: null, secret: given.secret === null ? null : VEILED },
        who: { ...who, secretHash },
      };
    }
    case 'invoice.create': {
      const given = input as Parsed<'invoice.create'>;
      const approver = await signatureOf(given, identity);
      if (given.approver === null) return { input, who };
      return {
        input: { ...given, approver: { userId: given.approver.userId, secret: null } },
        who: { ...who, approver },
      };
    }
    default:
      return { input, who };
  }
}

/** Who signs for a hand invoice beside its author, or null where the author needs nobody. */
async function signatureOf(given: Parsed<'invoice.create'>, identity: Identity): Promise<string | null> {
  if (identity.mode === 'open') return null;
  const approves = (roles: readonly Role[]): boolean => roles.includes('approve');
  if (given.approver === null) {
    if (identity.fourEyes) {
      const others = identity.whoMay(approves).filter((one) => one !== identity.actor);
      throw new EngineError('approver_needed', { who: others.join(', ') || '—' });
    }
    assertAllowed('approve', identity);
    return null;
  }
  if (given.approver.userId === identity.userId) throw new EngineError('approver_same', { name: identity.actor });
  const approver = await identity.verify(given.approver.userId, given.approver.secret);
  if (!approves(approver.roles)) {
    throw new EngineError('approver_may_not', {
      name: approver.name,
      who: identity.whoMay(approves).join(', ') || '—',
    });
  }
  return approver.name;
}

/** Of an act to take back, a person who is signed in is told only the own: nobody else's could be taken back. */
export function ofOwn(name: Name, input: unknown, { userId, actor }: Identity): unknown {
  return name === 'undo.latest' && userId !== null ? { actor } : input;
}
