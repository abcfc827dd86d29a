/** `invoice list|show|pdf|create`, `export workbook`. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ManualInvoice } from '#shared/contract/invoices.ts';
import { EngineError } from '#shared/model/error.ts';
import { CurrencyCode, type IsoDate } from '#shared/model/values.ts';
import { findingText } from '../checks.ts';
import { chooseRun, findCustomer, findInvoice, findSeries } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { documentText } from '../documents.ts';
import { lineFromText, linesFromFile } from '../manual-lines.ts';
import { UsageError } from '../usage.ts';

const SORTS = ['number', 'customer', 'issueDate', 'dueDate', 'gross', 'net'] as const;
const STATES = ['any', 'not_due', 'overdue', 'credited', 'credit_note'] as const;
const DEFAULT_LIMIT = 50;

export const invoiceCommands: readonly CommandSpec[] = [
  {
    name: 'invoice list',
    options: [
      'file',
      'search',
      'state',
      'from',
      'to',
      'customer',
      'run',
      'currency',
      'limit',
      'sort',
      'descending',
      'ascending',
    ],
    examples: [
      'invoice list --file acme.liasse --state overdue',
      'invoice list --file acme.liasse --from 2026-09-01 --to 2026-09-30 --json',
    ],
    company: 'read',
    run: list,
  },
  {
    name: 'invoice show',
    words: [{ value: 'invoiceNumber' }],
    options: ['file'],
    examples: ['invoice show F2026-00042 --file acme.liasse'],
    company: 'read',
    run: show,
  },
  {
    name: 'invoice pdf',
    words: [{ value: 'invoiceNumber' }],
    options: ['file', 'out', 'force'],
    needed: ['out'],
    examples: ['invoice pdf F2026-00042 --file acme.liasse --out F2026-00042.pdf'],
    company: 'read',
    run: pdf,
  },
  {
    name: 'invoice create',
    options: [
      'file',
      'customer',
      'line',
      'lines',
      'currency',
      'issue-date',
      'language',
      'terms',
      'order',
      'message',
      'series',
      'corrects',
      'accept',
      'reason',
      'dry-run',
    ],
    needed: ['customer'],
    examples: [
      'invoice create --file acme.liasse --customer C0042 --line "Repair;1;120" --line "Parts;3;18.50;10"',
      'invoice create --file acme.liasse --customer C0042 --lines lines.csv --issue-date 2026-09-30 --dry-run',
      'invoice create --file acme.liasse --customer C0042 --corrects F2026-00042 --line "Returned;-1;120"',
    ],
    company: 'write',
    run: create,
  },
  {
    name: 'export workbook',
    options: ['file', 'out', 'force', 'from', 'to', 'run'],
    needed: ['out'],
    examples: ['export workbook --file acme.liasse --out september.xlsx --from 2026-09-01 --to 2026-09-30'],
    company: 'write',
    run: workbook,
  },
];

/** `--from` and `--to`, both days included; the later one first is a mistake, not an empty list. */
function days(options: Context['options']): { from: IsoDate | null; to: IsoDate | null } {
  const from = options.date('from');
  const to = options.date('to');
  if (from !== null && to !== null && to < from)
    throw new UsageError('cli_bad_value', { option: '--to', value: to, expected: `≥ ${from} (--from)` });
  return { from, to };
}

/** Where to write: the file named, or `name` in the folder named. An existing file is replaced only with --force. */
function target({ options, path }: Context, name: string): string {
  const out = path(options.needed('out'));
  const file = statSync(out, { throwIfNoEntry: false })?.isDirectory() ? join(out, name) : out;
  if (existsSync(file) && !options.has('force')) throw new EngineError('cli_file_exists', { path: file });
  return file;
}

async function list(context: Context): Promise<Outcome> {
  const { session, options, print, t } = context;
  const customer = options.text('customer');
  const listed = await session.call('invoice.list', {
    filter: {
      search: options.text('search') ?? '',
      state: options.oneOf('state', STATES) ?? 'any',
      runId: options.has('run') ? (await chooseRun(context)).id : null,
      customerId: customer === null ? null : (await findCustomer(session, customer)).id,
      ...days(options),
      currency: options.parsed('currency', CurrencyCode, 'EUR, GBP…'),
    },
    sort: { by: options.oneOf('sort', SORTS) ?? 'number', descending: !options.has('ascending') },
    limit: options.integer('limit', 1, 500) ?? DEFAULT_LIMIT,
  });
  const table = print.table(
    [
      { head: t('number') },
      { head: t('state') },
      { head: t('customer'), most: 36 },
      { head: t('reference'), most: 20 },
      { head: t('issueDate') },
      { head: t('dueDate') },
      { head: t('net'), right: true },
      { head: t('gross'), right: true },
    ],
    listed.rows.map((row) => [
      row.number,
      t(`state.${row.state}`),
      row.customerName,
      row.reference ?? '',
      print.date(row.issueDate),
      print.date(row.dueDate),
      print.money(row.net, row.currency),
      print.money(row.gross, row.currency),
    ]),
  );
  const sums = listed.sums
    .map((sum) => `${print.count(sum.count)} · ${print.money(sum.gross, sum.currency)}`)
    .join(', ');
  return {
    result: listed,
    text: `${table}\n${t('shownOf', { shown: listed.rows.length, total: listed.total })}${sums === '' ? '' : ` (${sums})`}`,
  };
}

async function show(context: Context): Promise<Outcome> {
  const detail = await findInvoice(context.session, context.words[0] ?? '');
  const facts = context.print.facts([
    [context.t('state'), context.t(`state.${detail.row.state}`)],
    [context.t('creditedBy'), detail.creditedBy.map((one) => one.number).join(', ')],
    ['SHA-256', detail.sha256],
    ...detail.files.map((file): [string, string] => ['PDF', file.path]),
  ]);
  return { result: detail, text: `${documentText(context, detail.document, detail.row.number)}\n\n${facts}` };
}

async function pdf(context: Context): Promise<Outcome> {
  const { session, words, t } = context;
  const number = words[0] ?? '';
  const { row } = await findInvoice(session, number);
  // A number may have characters that no file's name can have.
  const path = target(context, `${row.number.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf`);
  const made = await session.call('document.pdf', { of: { kind: 'invoice', id: row.id }, path });
  return {
    result: { number: row.number, ...made },
    text: made.original ? t('pdfOriginal', { path: made.path }) : t('pdfWritten', { path: made.path }),
  };
}

async function manualInvoice({ session, options, path, language }: Context): Promise<ManualInvoice> {
  const customer = await findCustomer(session, options.needed('customer'));
  const file = options.text('lines');
  const lines = [
    ...(file === null ? [] : linesFromFile(path(file), language)),
    ...options.texts('line').map((text) => lineFromText(text, language)),
  ];
  if (lines.length === 0) throw new UsageError('cli_missing_option', { option: '--line', command: 'invoice create' });
  const { company, today } = await session.call('company.summary', {});
  return {
    customerId: customer.id,
    currency: options.parsed('currency', CurrencyCode, 'EUR, GBP…') ?? customer.currency ?? company.currency,
    issueDate: options.date('issue-date') ?? today,
    language: options.oneOf('language', ['fr', 'en']),
    paymentTermsDays: options.integer('terms', 0, 365),
    orderReference: options.text('order'),
    message: options.text('message'),
    seriesId: await findSeries(session, 'series', options),
    corrects: options.text('corrects'),
    lines,
  };
}

async function create(context: Context): Promise<Outcome> {
  const { session, options, language, say, t } = context;
  const invoice = await manualInvoice(context);
  const preview = await session.call('invoice.preview', invoice);
  const accept = options.list('accept');
  const found = preview.findings.map((finding) =>
    t('told', { level: t(`level.${finding.level}`), text: findingText(finding, language), check: finding.check }),
  );
  if (options.has('dry-run')) {
    return {
      result: { dryRun: true, ...preview },
      text: [documentText(context, preview.document, null), found.join('\n')]
        .filter((part) => part !== '')
        .join('\n\n'),
    };
  }
  for (const line of found) say(line);
  const row = await session.call('invoice.create', {
    invoice,
    accept,
    reason: accept.length > 0 ? options.needed('reason') : (options.text('reason') ?? ''),
  });
  return {
    result: { ...row, findings: preview.findings },
    text: `${t(preview.document.kind === 'credit_note' ? 'creditIssued' : 'invoiceIssued', { number: row.number })}\n\n${documentText(context, preview.document, row.number)}`,
  };
}

async function workbook(context: Context): Promise<Outcome> {
  const { session, options, print, t } = context;
  const path = target(context, 'liasse.xlsx');
  const { result } = await session.job('export.workbook', {
    path,
    ...days(options),
    runId: options.has('run') ? (await chooseRun(context)).id : null,
  });
  return {
    result,
    text: t('workbookWritten', {
      path: result.path,
      invoices: print.count(result.invoices),
      lines: print.count(result.lines),
    }),
  };
}
