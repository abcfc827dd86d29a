/** `user list|add|edit|remove|rules|reset`: who works on the company, and by which rules. */
import { EngineError } from '#shared/model/error.ts';
import { Role, roles, type User } from '#shared/model/people.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { UsageError } from '../usage.ts';

export const userCommands: readonly CommandSpec[] = [
  { name: 'user list', options: ['file'], examples: ['user list --file acme.liasse'], company: 'read', run: list },
  {
    name: 'user add',
    words: [{ value: 'text' }],
    options: ['file', 'role', 'with-secret'],
    examples: [
      'user add "Anna Petit" --role prepare --role manage --file acme.liasse',
      'user add "Bruno Roy" --role approve --with-secret --file acme.liasse --user "Anna Petit"',
    ],
    company: 'write',
    run: add,
  },
  {
    name: 'user edit',
    words: [{ value: 'text' }],
    options: ['file', 'name', 'role', 'with-secret', 'no-secret'],
    examples: ['user edit "Bruno Roy" --role prepare --role approve --file acme.liasse --user "Anna Petit"'],
    company: 'write',
    run: edit,
  },
  {
    name: 'user remove',
    words: [{ value: 'text' }],
    options: ['file'],
    examples: ['user remove "Bruno Roy" --file acme.liasse --user "Anna Petit"'],
    company: 'write',
    run: remove,
  },
  {
    name: 'user rules',
    options: ['file', 'four-eyes', 'lock'],
    examples: ['user rules --four-eyes on --lock 10 --file acme.liasse --user "Anna Petit"'],
    company: 'write',
    run: rules,
  },
  {
    name: 'user reset',
    words: [{ value: 'text' }],
    options: ['file'],
    examples: ['user reset "Anna Petit" --file acme.liasse'],
    company: 'write',
    holder: true,
    run: reset,
  },
];

function table({ print, t }: Context, rows: readonly User[]): string {
  return print.table(
    [{ head: t('userName') }, { head: t('userRoles') }, { head: t('userSecret') }, { head: t('status') }],
    rows.map((row) => [
      row.name,
      row.roles.join(', ') || t('userReads'),
      row.hasSecret ? t('userWithSecret') : '',
      row.archived ? t('archived') : '',
    ]),
  );
}

async function list(context: Context): Promise<Outcome> {
  const rows = await context.session.call('user.list', {});
  return { result: { rows, total: rows.length }, text: table(context, rows) };
}

const rolesGiven = ({ options }: Context): Role[] | null =>
  options.has('role')
    ? options.someOf('role', [...roles, 'none'] as const).flatMap((one) => Role.safeParse(one).data ?? [])
    : null;

/** A new secret: from LIASSE_NEW_SECRET, else asked at the terminal. */
async function newSecret({ io, t, words }: Context): Promise<string> {
  const name = words[0] ?? '';
  const secret = io.env['LIASSE_NEW_SECRET'] || ((await io.askSecret?.(t('askNewSecret', { name }))) ?? '');
  if (secret === '') throw new EngineError('cli_new_secret_needed', { user: name });
  return secret;
}

async function add(context: Context): Promise<Outcome> {
  const { session, options, words } = context;
  const user = await session.call('user.save', {
    id: null,
    rowVersion: null,
    name: words[0] ?? '',
    roles: rolesGiven(context) ?? [],
    secret: options.has('with-secret') ? { kind: 'new', secret: await newSecret(context) } : { kind: 'none' },
  });
  return { result: { user }, text: table(context, [user]) };
}

async function named({ session, words }: Context): Promise<User> {
  const all = await session.call('user.list', {});
  const wanted = (words[0] ?? '').trim().toLowerCase();
  const user = all.find((one) => one.name.toLowerCase() === wanted);
  if (user) return user;
  throw new UsageError('cli_user_unknown', {
    user: words[0] ?? '',
    names: all.map((one) => one.name).join(', ') || '—',
  });
}

async function edit(context: Context): Promise<Outcome> {
  const { session, options } = context;
  const before = await named(context);
  const user = await session.call('user.save', {
    id: before.id,
    rowVersion: before.rowVersion,
    name: options.text('name') ?? before.name,
    roles: rolesGiven(context) ?? before.roles,
    secret: options.has('with-secret')
      ? { kind: 'new', secret: await newSecret(context) }
      : { kind: options.has('no-secret') ? 'none' : 'keep' },
  });
  return { result: { user }, text: table(context, [user]) };
}

async function remove(context: Context): Promise<Outcome> {
  const before = await named(context);
  const user = await context.session.call('user.archive', {
    id: before.id,
    rowVersion: before.rowVersion,
    archived: true,
  });
  return { result: { user }, text: table(context, [user]) };
}

async function rules({ session, options, t, print }: Context): Promise<Outcome> {
  const before = (await session.call('people.state', {})).rules;
  const wanted = options.oneOf('four-eyes', ['on', 'off']);
  const minutes = options.integer('lock', 0, 1440);
  const result =
    wanted === null && minutes === null
      ? before
      : await session.call('people.configure', {
          fourEyes: wanted === null ? before.fourEyes : wanted === 'on',
          lockSeconds: minutes === null ? before.lockSeconds : minutes * 60,
        });
  return {
    result,
    text: print.facts([
      [t('fourEyes'), result.fourEyes ? t('ruleOn') : t('ruleOff')],
      [t('lockAfter'), result.lockSeconds === 0 ? t('ruleOff') : print.seconds(result.lockSeconds * 1000)],
    ]),
  };
}

/** Roles keep order, they are no encryption: whoever holds the file may take a forgotten secret away. It goes on record. */
async function reset(context: Context): Promise<Outcome> {
  const { session, words, t } = context;
  const user = await session.call('user.reset', { name: words[0] ?? '' });
  return { result: { user }, text: t('userResetDone', { name: user.name }) };
}
