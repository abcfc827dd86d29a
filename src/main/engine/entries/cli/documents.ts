/** Pieces that several commands print: a document with its lines, taxes, failures of a job. */
import { errorText } from '#shared/messages/errors/index.ts';
import type { DraftDocument } from '#shared/model/document.ts';
import type { JobSnapshot } from '#shared/model/job.ts';
import type { CurrencyCode, DecimalText, Minor, TaxCategory } from '#shared/model/values.ts';
import type { Context } from './command.ts';

/** What failed by itself while the rest went on; empty without failures. */
export function failureTable({ print, t, language }: Context, snapshot: JobSnapshot): string {
  if (snapshot.failed === 0) return '';
  const table = print.table(
    [{ head: t('item'), most: 40 }, { head: t('reason') }, { head: t('remedy') }],
    snapshot.failures.map((failure) => {
      const text = errorText(failure.error, language);
      return [failure.label, text.what, text.remedy];
    }),
  );
  const rest = snapshot.failed - snapshot.failures.length;
  return [t('failed', { count: snapshot.failed }), table, ...(rest > 0 ? [t('moreFailed', { count: rest })] : [])].join(
    '\n',
  );
}

export interface TaxRow {
  currency: CurrencyCode;
  category: TaxCategory;
  rate: DecimalText;
  base: Minor;
  tax: Minor;
}

export function taxTable({ print, t }: Context, rows: readonly TaxRow[]): string {
  return print.table(
    [
      { head: t('taxCategory') },
      { head: t('rate'), right: true },
      { head: t('base'), right: true },
      { head: t('tax'), right: true },
    ],
    rows.map((row) => [
      t(`tax.${row.category}`),
      print.percent(row.rate),
      print.money(row.base, row.currency),
      print.money(row.tax, row.currency),
    ]),
  );
}

/** A document in full: parties, lines, taxes, totals. */
export function documentText(context: Context, document: DraftDocument, number: string | null): string {
  const { print, t } = context;
  const { buyer, currency, totals } = document;
  const facts = print.facts([
    [t(document.kind), number],
    [t('customer'), `${buyer.name} (${document.customerCode})`],
    [
      t('address'),
      [...buyer.addressLines, [buyer.postcode, buyer.city].filter(Boolean).join(' '), buyer.country]
        .filter(Boolean)
        .join(', '),
    ],
    [t('vatNumber'), buyer.vatNumber],
    [t('reference'), document.references.source],
    [t('corrects'), document.references.preceding.map((one) => one.number).join(', ')],
    [t('issueDate'), print.date(document.issueDate)],
    [t('dueDate'), print.date(document.dueDate)],
  ]);
  const lines = print.table(
    [
      { head: '#', right: true },
      { head: t('product'), most: 14 },
      { head: t('description'), most: 44 },
      { head: t('quantity'), right: true },
      { head: t('unitPrice'), right: true },
      { head: t('tax'), right: true },
      { head: t('net'), right: true },
    ],
    document.lines.map((line) => [
      String(line.position),
      line.productCode ?? '',
      line.description,
      print.decimal(line.quantity),
      print.decimal(line.unitPrice),
      line.taxes.map((tax) => print.percent(tax.rate)).join(' + '),
      print.money(line.net, currency),
    ]),
  );
  const sums = print.facts([
    [t('net'), print.money(totals.net, currency)],
    [t('tax'), print.money(totals.tax, currency)],
    [t('gross'), print.money(totals.gross, currency)],
    [t(document.kind === 'credit_note' ? 'credited' : 'payable'), print.money(totals.payable, currency)],
  ]);
  const mentions = document.mentions.map((mention) => mention.text).join('\n');
  return [
    facts,
    lines,
    taxTable(
      context,
      document.taxes.map((tax) => ({ ...tax, currency })),
    ),
    sums,
    mentions,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
