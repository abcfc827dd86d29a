/** `lines list|assign|hold|exclude|reopen`: what waits to be billed. */
import { LineFilter, LineStatus, type PendingLineSelection } from '#shared/contract/records.ts';
import { findCustomer } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { UsageError } from '../usage.ts';

const SORTS = ['date', 'customer', 'reference', 'net', 'product'] as const;
const DEFAULT_LIMIT = 50;

const decision = (name: 'assign' | 'hold' | 'exclude' | 'reopen', examples: readonly string[]): CommandSpec => ({
  name: `lines ${name}`,
  options: ['file', 'ids', 'search', 'status', ...(name === 'assign' ? (['customer'] as const) : [])],
  ...(name === 'assign' ? { needed: ['customer'] as const } : {}),
  examples,
  company: 'write',
  run: (context) => decide(context, name),
});

export const lineCommands: readonly CommandSpec[] = [
  {
    name: 'lines list',
    options: ['file', 'search', 'status', 'customer', 'limit', 'sort', 'descending', 'ascending'],
    examples: [
      'lines list --file acme.liasse --status held',
      'lines list --file acme.liasse --customer C0042 --sort net --limit 10',
    ],
    company: 'read',
    run: list,
  },
  decision('assign', ['lines assign --file acme.liasse --search "walk-in" --customer C0042']),
  decision('hold', ['lines hold --file acme.liasse --search "prototype"']),
  decision('exclude', ['lines exclude --file acme.liasse --search "adjust bad debt"']),
  decision('reopen', ['lines reopen --file acme.liasse --search "prototype" --status held']),
];

async function list({ session, options, print, t }: Context): Promise<Outcome> {
  const customer = options.text('customer');
  const status = options.someOf('status', LineStatus.options);
  const listed = await session.call('line.list', {
    filter: {
      search: options.text('search') ?? '',
      ...(status.length > 0 ? { status } : {}),
      customerId: customer === null ? null : (await findCustomer(session, customer)).id,
    },
    sort: { by: options.oneOf('sort', SORTS) ?? 'date', descending: options.has('descending') },
    limit: options.integer('limit', 1, 500) ?? DEFAULT_LIMIT,
  });
  const table = print.table(
    [
      { head: t('date') },
      { head: t('status') },
      { head: t('customer'), most: 28 },
      { head: t('reference'), most: 20 },
      { head: t('product'), most: 14 },
      { head: t('description'), most: 36 },
      { head: t('quantity'), right: true },
      { head: t('unitPrice'), right: true },
      { head: t('net'), right: true },
      { head: t('id') },
    ],
    listed.rows.map((row) => [
      print.date(row.date),
      t(`line.${row.status}`),
      row.customerName ?? row.customerCode ?? '',
      row.invoiceReference ?? '',
      row.productCode ?? '',
      row.description ?? '',
      print.decimal(row.quantity),
      print.decimal(row.unitPrice),
      print.money(row.net, row.currency),
      row.id,
    ]),
  );
  const sums = listed.sums.map((sum) => `${print.count(sum.count)} · ${print.money(sum.net, sum.currency)}`).join(', ');
  return {
    result: listed,
    text: `${table}\n${t('shownOf', { shown: listed.rows.length, total: listed.total })}${sums === '' ? '' : ` (${sums})`}`,
  };
}

/** Lines by id, or all that a search or a status shows. Never everything by omission. */
function selected({ options }: Context): PendingLineSelection {
  const ids = options.list('ids');
  if (ids.length > 0) return { ids };
  const search = options.text('search');
  const status = options.someOf('status', LineStatus.options);
  if (search === null && status.length === 0)
    throw new UsageError('cli_choose_lines', { options: '--ids, --search, --status' });
  return { all: LineFilter.parse({ search: search ?? '', ...(status.length > 0 ? { status } : {}) }), except: [] };
}

async function decide(context: Context, decisionName: 'assign' | 'hold' | 'exclude' | 'reopen'): Promise<Outcome> {
  const { session, options, t } = context;
  const selection = selected(context);
  const customerId = decisionName === 'assign' ? (await findCustomer(session, options.needed('customer'))).id : null;
  const result = await session.call('line.decide', { selection, decision: decisionName, customerId });
  return {
    result,
    text: `${t('linesChanged', { count: result.changed })}${result.skipped > 0 ? `\n${t('linesSkipped', { count: result.skipped })}` : ''}`,
    leftovers: result.skipped > 0,
  };
}
