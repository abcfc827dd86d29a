/** The command line in a company with users: who acts has to be said, and secrets are no arguments. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { json, liasse, temporaryFolder } from './liasse.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const file = join(folder.path, 'acme.liasse');
const env = { LIASSE_DATA: join(folder.path, 'data'), LIASSE_FILE: file };
const run = (args: string[], more: Record<string, string> = {}) => json(args, { env: { ...env, ...more } });
const anna = { LIASSE_USER: 'Anna Petit', LIASSE_SECRET: 'anna-secret' };

describe('users by the command line', () => {
  it('are made, asked for, and refused what they may not', async () => {
    expect((await run(['company', 'create', '--name', 'Acme', '--country', 'FR'])).code).toBe(0);
    const made = await run(['user', 'add', 'Anna Petit', '--role', 'prepare', '--role', 'approve', '--with-secret'], {
      LIASSE_NEW_SECRET: 'anna-secret',
    });
    expect(made.reply.result).toMatchObject({ user: { roles: ['prepare', 'approve', 'manage'], hasSecret: true } });
    // From now on nothing is read or written by nobody.
    expect((await run(['company', 'info'])).reply.error).toMatchObject({
      code: 'cli_user_needed',
      params: { names: 'Anna Petit' },
    });
    expect((await run(['company', 'info', '--user', 'Anna Petit'])).reply.error?.code).toBe('cli_secret_needed');
    expect((await run(['company', 'info', '--user', 'Zoé'])).reply).toMatchObject({
      exit: 2,
      error: { code: 'cli_user_unknown' },
    });
    const wrong = await run(['company', 'info'], { ...anna, LIASSE_SECRET: 'wrong' });
    expect(wrong.reply.error?.code).toBe('sign_in_failed');
    expect((await run(['company', 'info'], anna)).code).toBe(0);

    await run(['user', 'add', 'Rita', '--role', 'none'], anna);
    const refused = await run(['user', 'add', 'Zoé', '--user', 'Rita']);
    expect(refused.reply.error).toMatchObject({ code: 'not_allowed', params: { who: 'Anna Petit' } });
    expect((await run(['customers-are-not', 'a-command'], anna)).code).toBe(2);
    const rules = await run(['user', 'rules', '--lock', '10'], anna);
    expect(rules.reply.result).toEqual({ fourEyes: false, lockSeconds: 600 });
    expect((await run(['user', 'rules', '--four-eyes', 'on'], anna)).reply.error?.code).toBe('four_eyes_needs_two');
    await run(['user', 'edit', 'Rita', '--role', 'approve'], anna);
    expect((await run(['user', 'rules', '--four-eyes', 'on'], anna)).code).toBe(0);
    expect((await run(['user', 'remove', 'Anna Petit'], anna)).reply.error?.code).toBe('last_manager');
  }, 120_000);

  it('forget a secret, and whoever holds the file takes it away, on record', async () => {
    expect((await run(['user', 'reset', 'anna petit'])).code).toBe(0);
    expect((await run(['user', 'list', '--user', 'Anna Petit'])).reply.result).toMatchObject({ total: 2 });
    // No secret can be given as an argument.
    expect((await run(['user', 'list', '--secret', 'x'], anna)).code).toBe(2);
    const help = await liasse(['user', 'add', '--help', '--lang', 'fr']);
    expect(help.stdout).toContain('--role');
    expect(help.stdout).not.toContain('--secret ');
  }, 60_000);
});
