/** Gathers rows into the cells of the four sheets and keeps the sums, in integers, by currency. */
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { workbookTexts as texts } from '#shared/messages/workbook.ts';
import type { DocumentKind } from '#shared/model/document.ts';
import type { Language } from '#shared/model/values.ts';
import { amount, type Cell, count, date, decimal, text } from './cells.ts';
import type { WorkbookCustomer, WorkbookInvoice, WorkbookLine, WorkbookRow, WorkbookTax } from './rows.ts';

interface Sums {
  digits: number;
  documents: number;
  net: bigint;
  tax: bigint;
  gross: bigint;
  payable: bigint;
  lines: bigint;
  taxBase: bigint;
  taxRows: bigint;
}

const noSums = (digits: number): Sums => ({
  digits,
  documents: 0,
  net: 0n,
  tax: 0n,
  gross: 0n,
  payable: 0n,
  lines: 0n,
  taxBase: 0n,
  taxRows: 0n,
});

/** The value under a key, made on first use. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const signed = (kind: DocumentKind, minor: number): number => (kind === 'credit_note' && minor !== 0 ? -minor : minor);
const byText = (a: [string, unknown], b: [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

interface TaxSums extends Pick<Sums, 'digits' | 'documents' | 'net' | 'tax'> {
  row: WorkbookTax;
}

export class Book {
  readonly invoices: Cell[][] = [];
  readonly lines: Cell[][] = [];
  readonly sums = new Map<string, Sums>();
  readonly #taxes = new Map<string, TaxSums>();
  readonly #customers = new Map<string, { row: WorkbookCustomer | null; sums: Map<string, Sums> }>();
  readonly #kinds: Record<DocumentKind, Cell>;
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
    this.#kinds = {
      invoice: text(fill(texts.kindInvoice, language)),
      credit_note: text(fill(texts.kindCreditNote, language)),
    };
  }

  add({ t, row }: WorkbookRow): void {
    if (t === 'invoice') this.#invoice(row);
    else if (t === 'line') this.#line(row);
    else if (t === 'tax') this.#tax(row);
    else entry(this.#customers, row.code, () => ({ row: null, sums: new Map() })).row ??= row;
  }

  #invoice(row: WorkbookInvoice): void {
    const digits = row.minorDigits;
    const [net, tax, gross, payable] = [row.net, row.tax, row.gross, row.payable].map((minor) =>
      signed(row.kind, minor),
    );
    this.invoices.push([
      text(row.number),
      this.#kinds[row.kind],
      date(row.issueDate),
      date(row.taxPoint),
      date(row.dueDate),
      text(row.customerCode),
      text(row.customerName),
      text(row.country),
      text(row.vatNumber),
      text(row.reference),
      text(row.corrects),
      text(row.currency),
      amount(net ?? 0, digits),
      amount(tax ?? 0, digits),
      amount(gross ?? 0, digits),
      amount(payable ?? 0, digits),
    ]);
    const customer = entry(this.#customers, row.customerCode, () => ({ row: null, sums: new Map<string, Sums>() }));
    for (const sums of [this.#sums(row), entry(customer.sums, row.currency, () => noSums(digits))]) {
      sums.documents += 1;
      sums.net += BigInt(net ?? 0);
      sums.tax += BigInt(tax ?? 0);
      sums.gross += BigInt(gross ?? 0);
      sums.payable += BigInt(payable ?? 0);
    }
  }

  #line(row: WorkbookLine): void {
    const net = signed(row.kind, row.net);
    const credit = row.kind === 'credit_note';
    const quantity = row.quantity === null || !credit ? row.quantity : opposite(row.quantity);
    this.lines.push([
      text(row.number),
      this.#kinds[row.kind],
      date(row.issueDate),
      text(row.customerCode),
      count(row.position),
      date(row.date),
      text(row.productCode),
      text(row.description),
      decimal(quantity),
      text(row.unit),
      decimal(row.unitPrice, row.minorDigits),
      text(row.taxCategory),
      decimal(row.rate),
      text(row.currency),
      amount(net, row.minorDigits),
    ]);
    this.#sums(row).lines += BigInt(net);
  }

  #tax(row: WorkbookTax): void {
    const base = BigInt(signed(row.kind, row.base));
    const tax = BigInt(signed(row.kind, row.tax));
    const key = `${row.currency} ${row.category} ${row.rate.padStart(20, '0')}`;
    const sums = entry(this.#taxes, key, () => ({ row, digits: row.minorDigits, documents: 0, net: 0n, tax: 0n }));
    sums.documents += 1;
    sums.net += base;
    sums.tax += tax;
    const total = this.#sums(row);
    total.taxBase += base;
    total.taxRows += tax;
  }

  #sums(row: { currency: string; minorDigits: number }): Sums {
    return entry(this.sums, row.currency, () => noSums(row.minorDigits));
  }

  get totals(): [string, Sums][] {
    return [...this.sums].sort(byText);
  }

  get balanced(): boolean {
    return this.totals.every(([, s]) => s.net === s.lines && s.net === s.taxBase && s.tax === s.taxRows);
  }

  taxRows(): Cell[][] {
    return [...this.#taxes]
      .sort(byText)
      .map(([, { row, digits, documents, net, tax }]) => [
        text(row.category),
        decimal(row.rate),
        text(row.currency),
        count(documents),
        amount(net, digits),
        amount(tax, digits),
      ]);
  }

  /** A row a customer and currency. */
  customerRows(): Cell[][] {
    return [...this.#customers].sort(byText).flatMap(([code, { row, sums }]) => {
      const who = [
        text(code),
        text(row?.name ?? null),
        text(row?.address ?? null),
        text(row?.postcode ?? null),
        text(row?.city ?? null),
        text(row?.country ?? null),
        text(row?.vatNumber ?? null),
        text(row?.email ?? null),
      ];
      if (sums.size === 0) return [[...who, count(0)]];
      return [...sums]
        .sort(byText)
        .map(([currency, s]) => [
          ...who,
          count(s.documents),
          text(currency),
          amount(s.net, s.digits),
          amount(s.tax, s.digits),
          amount(s.gross, s.digits),
        ]);
    });
  }

  /** The same sums reached by three ways, and what lies between them: zero, or something is wrong. */
  controlRows(): Cell[][] {
    const label = (of: Text) => text(fill(of, this.#language));
    const head = [
      label(texts.control),
      null,
      label(texts.currency),
      null,
      label(texts.total),
      label(texts.controlDifference),
    ];
    return [
      head,
      ...this.totals.flatMap(([currency, s]) => {
        const row = (of: Text, value: bigint, against: bigint | null) => [
          label(of),
          null,
          text(currency),
          null,
          amount(value, s.digits),
          against === null ? null : amount(value - against, s.digits),
        ];
        return [
          row(texts.controlDocuments, s.net, null),
          row(texts.controlLines, s.lines, s.net),
          row(texts.controlTaxBase, s.taxBase, s.net),
          row(texts.controlTax, s.tax, null),
          row(texts.controlTaxRows, s.taxRows, s.tax),
        ];
      }),
    ];
  }
}

const opposite = (value: string): string =>
  value.startsWith('-') ? value.slice(1) : /[1-9]/.test(value) ? `-${value}` : value;
