/** `office`: the board of all client companies; `company copy-settings`: what one takes from another. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CopyPart, type OfficeRow, type Tally } from '#shared/contract/office.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { copyChangeTexts, copyPartTexts } from '#shared/messages/ui/office.ts';
import { EngineError, systemErrorCode } from '#shared/model/error.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { UsageError } from '../usage.ts';

export const officeCommands: readonly CommandSpec[] = [
  {
    name: 'office',
    words: [{ value: 'place', many: true }],
    options: [],
    examples: ['office ~/Clients', 'office a.liasse b.liasse --json'],
    company: 'none',
    run: board,
  },
  {
    name: 'company copy-settings',
    options: ['file', 'from-company', 'part', 'dry-run'],
    needed: ['from-company'],
    examples: [
      'company copy-settings --file new.liasse --from-company acme.liasse --dry-run',
      'company copy-settings --file new.liasse --from-company acme.liasse --part brand --part numbering',
    ],
    company: 'write',
    run: copy,
  },
];

/** Copies that were made before an upgrade lie beside their company and are none themselves. */
const isCompany = (name: string): boolean => name.endsWith('.liasse') && !name.endsWith('.backup.liasse');

/** Companies at a place: the file itself, or those in the folder and in the folders right below it. */
function companiesAt(place: string): string[] {
  let folder: boolean;
  try {
    folder = statSync(place).isDirectory();
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [place];
    throw new EngineError('file_not_readable', { file: place }, { cause: thrown });
  }
  if (!folder) return [place];
  const inside = readdirSync(place, { withFileTypes: true });
  const below = inside
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(place, name))
        .filter(isCompany)
        .map((file) => join(place, name, file)),
    );
  return [...inside.filter(({ name }) => isCompany(name)).map(({ name }) => join(place, name)), ...below].sort();
}

async function board(context: Context): Promise<Outcome> {
  const { words, session, path, print, t, language } = context;
  const paths = words.flatMap((word) => companiesAt(path(word)));
  const rows = await Promise.all(paths.map((one) => session.call('office.look', { path: one })));
  const tally = ({ count, amounts }: Tally): string =>
    count === 0
      ? ''
      : `${print.count(count)} (${amounts.map((sum) => print.money(sum.minor, sum.currency)).join(', ')})`;
  const state = (row: OfficeRow): string => {
    if (row.error) return errorText(row.error, language).what;
    const owner = row.owner === null ? '' : t('openAt', { user: row.owner.user, host: row.owner.host });
    return [row.state === 'older' ? t('needsUpgrade') : '', owner].filter((word) => word !== '').join(', ');
  };
  const text = print.table(
    [
      { head: t('name'), most: 32 },
      { head: t('openLines'), right: true },
      { head: t('blocked'), right: true },
      { head: t('dueIn7'), right: true },
      { head: t('dueDatePassed'), right: true },
      { head: t('lastDate') },
      { head: t('status'), most: 60 },
    ],
    rows.map((row) => {
      const { figures } = row;
      return [
        figures?.name ?? row.path,
        figures ? tally(figures.openLines) : '',
        figures && figures.blockedDrafts > 0 ? print.count(figures.blockedDrafts) : '',
        figures ? tally(figures.due7) : '',
        figures ? tally(figures.overdue) : '',
        print.date(figures?.lastIssued?.date ?? null),
        state(row),
      ];
    }),
  );
  return {
    result: { rows, total: rows.length },
    text: `${text}\n\n${t('paymentsUnknown')}`,
    leftovers: rows.some((row) => row.state === 'failed'),
  };
}

const usualParts = CopyPart.options.filter((part) => part !== 'bankAccounts');

async function copy(context: Context): Promise<Outcome> {
  const { session, options, path, print, t, language } = context;
  const from = path(options.needed('from-company'));
  const asked = options.texts('part').map((part) => {
    const parsed = CopyPart.safeParse(part);
    if (parsed.success) return parsed.data;
    throw new UsageError('cli_bad_value', { option: '--part', value: part, expected: CopyPart.options.join(', ') });
  });
  const parts = asked.length > 0 ? asked : usualParts;
  const dry = options.has('dry-run');
  const outcome = dry
    ? await session.call('settings.copyPreview', { from })
    : await session.call('settings.copy', { from, parts });
  const items = outcome.items.filter(({ part }) => parts.includes(part));
  const text = print.table(
    [{ head: t('setting') }, { head: t('name'), most: 40 }, { head: t('status') }],
    items.map((item) => [
      fill(copyPartTexts[item.part], language),
      item.name,
      fill(copyChangeTexts[item.reason ?? item.change], language),
    ]),
  );
  return { result: { ...outcome, items, done: !dry }, text };
}
