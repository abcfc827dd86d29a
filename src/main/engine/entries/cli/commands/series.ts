/** `series list|create|archive`: the series of numbers. */
import type { Series } from '#shared/model/company.ts';
import { seriesNamed } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';

export const seriesCommands: readonly CommandSpec[] = [
  { name: 'series list', options: ['file'], examples: ['series list --file acme.liasse'], company: 'read', run: list },
  {
    name: 'series create',
    options: ['file', 'name', 'kind', 'prefix', 'pattern', 'reset', 'start'],
    needed: ['name'],
    examples: [
      'series create --file acme.liasse --name Web --prefix W',
      'series create --file acme.liasse --name Shop --kind invoice --pattern "{prefix}{year}-{seq:4}" --prefix S --start 118',
    ],
    company: 'write',
    run: create,
  },
  {
    name: 'series archive',
    words: [{ value: 'text' }],
    options: ['file'],
    examples: ['series archive Web --file acme.liasse'],
    company: 'write',
    run: archive,
  },
];

function seriesTable({ print, t }: Context, rows: readonly Series[]): string {
  return print.table(
    [
      { head: t('series') },
      { head: t('kind') },
      { head: t('pattern') },
      { head: t('lastNumber') },
      { head: t('lastDate') },
      { head: t('nextExample') },
      { head: t('status') },
    ],
    rows.map((row) => [
      row.name,
      t(row.kind === 'any' ? 'anyDocument' : row.kind),
      row.pattern.replace('{prefix}', row.prefix),
      row.lastNumber ?? '',
      print.date(row.lastDate),
      row.example ?? '',
      row.archived ? t('archived') : '',
    ]),
  );
}

async function list(context: Context): Promise<Outcome> {
  const rows = await context.session.call('series.list', {});
  return { result: { rows, total: rows.length }, text: seriesTable(context, rows) };
}

async function create(context: Context): Promise<Outcome> {
  const { session, options } = context;
  const series = await session.call('series.save', {
    id: null,
    name: options.needed('name'),
    kind: options.oneOf('kind', ['invoice', 'credit_note', 'any']) ?? 'any',
    prefix: options.text('prefix') ?? '',
    pattern: options.text('pattern') ?? '{prefix}{year}-{seq:5}',
    reset: options.oneOf('reset', ['yearly', 'never']) ?? 'yearly',
    startAt: options.integer('start', 1, 999_999_999) ?? 1,
    customerId: null,
    isDefault: false,
    archived: false,
  });
  return { result: { series }, text: seriesTable(context, [series]) };
}

/** An archived series gives no more numbers; those that it gave stay. */
async function archive(context: Context): Promise<Outcome> {
  const { session, words } = context;
  const {
    example: _example,
    lastNumber: _number,
    lastDate: _date,
    ...input
  } = await seriesNamed(session, words[0] ?? '');
  const series = await session.call('series.save', { ...input, isDefault: false, archived: true });
  return { result: { series }, text: seriesTable(context, [series]) };
}
