/** The table of who may what: every name of the contract stands in it, nothing else does, and the door goes by it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from '#engine/entries/access.ts';
import { Attempts, Identity } from '#engine/entries/identity.ts';
import { access, allows, may } from '#shared/contract/access.ts';
import { contract, type Name } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { UserId } from '#shared/model/ids.ts';
import { type Role, roles } from '#shared/model/people.ts';

// Object.keys loses the keys' type.
const names = Object.keys(contract) as Name[];
const userId = UserId.parse('01890000-0000-7000-8000-000000000001');

const identityOf = (given: Role[] | null): Promise<Identity> =>
  Identity.open({
    path: '/somewhere.liasse',
    systemName: 'somebody',
    load: async () => ({
      users: given === null ? [] : [{ id: userId, name: 'Anna', roles: given, secret: null }],
      rules: { fourEyes: false, lockSeconds: 0 },
    }),
    emit: () => undefined,
    attempts: new Attempts(),
    before: null,
  });

function refused(name: Name, identity: Identity, caller = { holder: false, own: false }): string | null {
  try {
    admit(name, identity, caller);
    return null;
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown.code;
    throw thrown;
  }
}

describe('the table', () => {
  it('has every name of the contract, and no other', () => {
    expect(Object.keys(access).sort()).toEqual([...names].sort());
  });

  it('lets nothing that writes be asked by a reader, nor anything of the company by nobody', () => {
    for (const name of names) {
      const { kind } = contract[name];
      if (access[name] === 'anyone') {
        expect(['session']).toContain(kind);
        continue;
      }
      // One's own secret, a look at whether everything agrees.
      if (['user.changeSecret', 'company.verify'].includes(name)) continue;
      if (kind === 'command' || kind === 'job') expect([name, access[name] === 'read']).toEqual([name, false]);
    }
    const told = names.filter((name) => access[name] === 'anyone');
    expect(told.sort()).toEqual([
      'company.close',
      'company.create',
      'company.createSample',
      'company.current',
      'company.open',
      'job.get',
      'people.lock',
      'people.signIn',
      'people.state',
    ]);
  });
});

describe('the door', () => {
  it('goes by the table for every name and every set of roles, and the window’s hook agrees', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.subarray([...roles]), async (name, given) => {
        const identity = await identityOf(given);
        const open = access[name] === 'anyone';
        expect([name, refused(name, identity)]).toEqual([
          name,
          open ? null : access[name] === 'holder' ? 'not_allowed' : 'not_signed_in',
        ]);
        await identity.signIn(userId, null);
        expect([name, refused(name, identity)]).toEqual([name, allows(access[name], given) ? null : 'not_allowed']);
        expect(may(identity.state(), name)).toBe(allows(access[name], given));
        identity.lock();
        expect([name, refused(name, identity)]).toEqual([
          name,
          open ? null : access[name] === 'holder' ? 'not_allowed' : 'company_locked',
        ]);
        expect(may(identity.state(), name)).toBe(open);
      }),
      { numRuns: 400 },
    );
  });

  it('is open in a company without users, but for what only the file’s holder does', async () => {
    const identity = await identityOf(null);
    for (const name of names)
      expect([name, refused(name, identity)]).toEqual([name, access[name] === 'holder' ? 'not_allowed' : null]);
  });

  it('lets the program around the engine take up jobs after a restart, and nothing else', async () => {
    const identity = await identityOf([]);
    const own = { holder: false, own: true };
    const passed = names.filter((name) => refused(name, identity, own) === null && access[name] !== 'anyone');
    expect(passed.sort()).toEqual(['job.list', 'job.resume']);
  });
});
