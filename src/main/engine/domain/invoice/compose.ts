/** From pending lines to a complete draft document, with the reasons for every amount. Pure: the same input, the same bytes. */

import { fill } from '#shared/messages/catalogue.ts';
import { composedTexts } from '#shared/messages/composed.ts';
import type { DocumentKind, DocumentParty, DraftDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import type { IsoDate, Language } from '#shared/model/values.ts';
import { addDays } from '../calendar.ts';
import { type MentionQuestion, resolveMentions, taxReason } from '../legal/mentions.ts';
import { minorDigits } from '../money/currency.ts';
import { decimal, decimalOfInteger, multiply } from '../money/decimal.ts';
import { INVOICE_ROUNDING } from '../money/rounding.ts';
import type { TaxNote } from '../tax/resolve.ts';
import { vatTerritory } from '../tax/territory.ts';
import { normaliseVatNumber } from '../text/vat-number.ts';
import { type ComposedLine, composeLine, taxPointOf } from './compose-line.ts';
import type { Composed, ComposeInput, RateExplanation } from './compose-types.ts';
import { computeTotals, type Totals } from './totals.ts';

/**
 * Composes the document. A negative sum becomes a credit note (381) with all quantities turned, so that its amounts are
 * positive; the sum that decides is what would be paid, or the net where that is zero.
 *
 * Tax point (BT-7): the latest date of supply, never after the issue date (art. 63, 66(a) of Directive 2006/112/EC). Each
 * line's rate follows its own date, so that an invoice over a change of rate carries both rates.
 *
 * Throws `document_without_lines`, `line_currency_mismatch`, `currency_unknown`, `amount_too_large`, `decimal_invalid`,
 * `decimal_too_long`. Whatever is merely missing is left to the checks.
 */
export function composeDraft(input: ComposeInput): Composed {
  if (input.lines.length === 0) throw new EngineError('document_without_lines', {});
  for (const line of input.lines) {
    if (line.currency !== null && line.currency !== input.currency) {
      throw new EngineError('line_currency_mismatch', { line: line.currency, document: input.currency });
    }
  }
  const clean = { ...input, company: plainVat(input.company), customer: plainVat(input.customer) };
  const digits = minorDigits(input.currency);
  const language = input.language ?? input.customer.language ?? input.company.language;
  const asInvoice = build(clean, 1, digits, language);
  const { gross, net } = asInvoice.totals.totals;
  const credit = gross < 0 || (gross === 0 && net < 0);
  const built = credit ? build(clean, -1, digits, language) : asInvoice;
  const kind: DocumentKind = credit ? 'credit_note' : 'invoice';
  const taxPoint =
    clean.lines
      .map((line) => taxPointOf(line, clean))
      .sort()
      .at(-1) ?? input.issueDate;
  return {
    document: assemble(clean, kind, built, { digits, language, taxPoint }),
    explanation: {
      currency: input.currency,
      minorDigits: digits,
      kind,
      lines: built.lines.map((line) => line.explanation),
      rates: built.totals.taxes.map((row) => explainRate(row, built.lines)),
      taxPoint: {
        date: taxPoint,
        from: input.lines.some((line) => line.date === taxPoint) ? 'latest_line_date' : 'issue_date',
      },
    },
    taxNotes: gatherNotes(built.lines),
  };
}

interface Built {
  lines: ComposedLine[];
  totals: Totals;
}

function build(input: ComposeInput, turned: 1 | -1, digits: number, language: Language): Built {
  const lines = input.lines.map((line, index) => composeLine(line, index + 1, turned, digits, language, input));
  const question = mentionQuestion(input, turned === 1 ? 'invoice' : 'credit_note', lines, language);
  const totals = computeTotals({
    lines: lines.map(({ line, tax }) => ({
      net: line.net,
      tax: {
        category: tax.category,
        rate: tax.rate,
        reasonCode: tax.reasonCode,
        reason: taxReason(tax.mentionCode, question),
      },
    })),
    allowancesCharges: [],
  });
  return { lines, totals };
}

function assemble(
  input: ComposeInput,
  kind: DocumentKind,
  { lines, totals }: Built,
  { digits, language, taxPoint }: { digits: number; language: Language; taxPoint: IsoDate },
): DraftDocument {
  const { company, customer } = input;
  const invoice = kind === 'invoice';
  return {
    format: 1,
    kind,
    typeCode: invoice ? '380' : '381',
    issueDate: input.issueDate,
    taxPoint,
    dueDate: invoice ? addDays(input.issueDate, input.paymentTermsDays) : null,
    currency: input.currency,
    minorDigits: digits,
    language,
    businessProcess: null,
    seller: sellerParty(input),
    sellerLegalNote: company.legalNote,
    sellerContact: { name: company.contactName, email: company.email, phone: company.phone },
    buyer: buyerParty(input, language),
    customerCode: customer.code,
    delivery: null,
    references: {
      source: input.source,
      order: orderReference(input),
      buyer: null,
      contract: null,
      period: periodOf(input),
      preceding: input.precedingInvoices.map(({ number, issueDate }) => ({ number, issueDate })),
    },
    lines: lines.map(({ line }) => line),
    allowancesCharges: [],
    taxes: totals.taxes,
    totals: totals.totals,
    payment: {
      terms: paymentTerms(input, kind, language),
      transfer: invoice && company.iban ? { iban: company.iban, bic: company.bic, holder: company.name } : null,
      reference: null,
    },
    mentions: resolveMentions(mentionQuestion(input, kind, lines, language)),
    message: input.message ?? company.message,
    presentation: {
      template: input.template,
      paper: input.paper ?? company.paper,
      colour: company.colour,
      logo: input.logo,
    },
    taxTableVersion: input.tax.version,
  };
}

/** The wording follows the issue date; an overseas department's seller lives under its country's law. */
function mentionQuestion(
  input: ComposeInput,
  kind: DocumentKind,
  lines: readonly ComposedLine[],
  language: Language,
): MentionQuestion {
  const home = vatTerritory(input.company, input.issueDate, 'goods', input.tax);
  return {
    seller: { country: home.overseasOf ?? input.company.country, inUnion: home.inUnion },
    buyer: input.customer,
    kind,
    issueDate: input.issueDate,
    language,
    taxMentions: lines.flatMap(({ tax }) => (tax.mentionCode === null ? [] : [tax.mentionCode])),
    supplyKinds: [...new Set(lines.map(({ line }) => line.supply))],
    tables: input.legal,
  };
}

function sellerParty({ company }: ComposeInput): DocumentParty {
  return {
    name: company.name,
    tradingName: company.tradingName,
    addressLines: company.addressLines,
    postcode: company.postcode,
    city: company.city,
    region: company.region,
    country: company.country,
    vatNumber: company.vatNumber,
    taxRegistration: company.taxRegistration,
    registrationNumber: company.registrationNumber,
    electronicAddress: null,
    email: company.email,
    phone: company.phone,
  };
}

/** A customer without a name stands under its code, so that the paper can be told apart; the checks point at it. */
function buyerParty({ customer }: ComposeInput, language: Language): DocumentParty {
  return {
    name: customer.name?.trim() || fill(composedTexts.customer_unnamed, language, { code: customer.code }),
    tradingName: null,
    addressLines: customer.addressLines,
    postcode: customer.postcode,
    city: customer.city,
    region: customer.region,
    country: customer.country,
    vatNumber: customer.vatNumber,
    taxRegistration: null,
    registrationNumber: customer.registrationNumber,
    electronicAddress: customer.electronicAddress,
    email: customer.email,
    phone: customer.phone,
  };
}

/** BT-13 holds one: the lines' own where they agree, else the customer's standing one where no line has any. */
function orderReference({ lines, customer }: ComposeInput): string | null {
  const own = [...new Set(lines.flatMap((line) => (line.orderReference ? [line.orderReference] : [])))];
  if (own.length === 0) return customer.orderReference;
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** BG-14: first to last date of supply, both included. */
function periodOf({ lines }: ComposeInput): { from: IsoDate; to: IsoDate } | null {
  const dates = lines.flatMap((line) => (line.date === null ? [] : [line.date])).sort();
  const from = dates[0];
  const to = dates.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

/** BT-20; a credit note needs it too, for its amount is positive and it has no due date (BR-CO-25). */
function paymentTerms(input: ComposeInput, kind: DocumentKind, language: Language): string {
  if (kind === 'credit_note') return fill(composedTexts.terms_credit_note, language);
  if (input.paymentTermsDays === 0) return fill(composedTexts.terms_at_once, language);
  return fill(composedTexts.terms_days, language, { count: input.paymentTermsDays });
}

function explainRate(row: Totals['taxes'][number], lines: readonly ComposedLine[]): RateExplanation {
  return {
    category: row.category,
    rate: row.rate,
    lines: lines
      .filter(({ tax }) => tax.category === row.category && tax.rate === row.rate)
      .map(({ line }) => ({ position: line.position, net: line.net })),
    base: row.base,
    exact: multiply(multiply(decimalOfInteger(row.base), decimal(row.rate)), decimal('0.01')).toFixed(),
    rounding: INVOICE_ROUNDING,
    tax: row.tax,
  };
}

function gatherNotes(lines: readonly ComposedLine[]): Composed['taxNotes'] {
  const positions = new Map<TaxNote, number[]>();
  for (const { line, tax } of lines) {
    for (const note of tax.notes) positions.set(note, [...(positions.get(note) ?? []), line.position]);
  }
  return [...positions].map(([note, at]) => ({ note, positions: at }));
}

/** VAT numbers in their one written form before anything looks at them. */
function plainVat<P extends { vatNumber: string | null }>(party: P): P {
  return { ...party, vatNumber: normaliseVatNumber(party.vatNumber) };
}
