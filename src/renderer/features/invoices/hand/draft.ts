/** An invoice being typed: text as it stands in the fields, and what the contract makes of it. Pure. */
import type { InvoiceDetail, ManualInvoice } from '#shared/contract/invoices.ts';
import { formatDate } from '#shared/format/date.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import { parseDateInput, parseDecimalInput } from '#shared/format/input.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { handTexts } from '#shared/messages/ui/invoices.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import {
  type CurrencyCode,
  type DecimalText,
  type IsoDate,
  IssueDate,
  type Language,
  type SupplyKind,
  type TaxClass,
} from '#shared/model/values.ts';

export interface LineDraft {
  /** Identity of the row on the screen only. */
  key: number;
  productCode: string | null;
  description: string;
  quantity: string;
  unit: string;
  price: string;
  discount: string;
  taxClass: TaxClass | null;
  supply: SupplyKind | null;
  date: IsoDate | null;
}

export interface InvoiceDraft {
  customer: { id: CustomerId; code: string; name: string } | null;
  currency: CurrencyCode;
  issueDate: string;
  terms: string;
  order: string;
  message: string;
  corrects: string | null;
  lines: LineDraft[];
}

export type LineField = 'description' | 'quantity' | 'price' | 'discount';
export interface Problems {
  customer?: Text;
  issueDate?: Text;
  terms?: Text;
  lines: ReadonlyMap<number, Partial<Record<LineField, Text>>>;
}

export const emptyLine = (key: number): LineDraft => ({
  key,
  productCode: null,
  description: '',
  quantity: '1',
  unit: '',
  price: '',
  discount: '',
  taxClass: null,
  supply: null,
  date: null,
});

/** A row in which nothing was typed yet: it counts for nothing. */
export const isEmptyLine = (line: LineDraft): boolean =>
  line.description.trim() === '' && line.price.trim() === '' && line.productCode === null;

/**
 * The invoice as the contract takes it, or null with what is missing. Empty rows are left out; a decimal is read in the
 * reader's language, with comma or point.
 */
export function readDraft(
  draft: InvoiceDraft,
  language: Language,
  today: IsoDate,
): { invoice: ManualInvoice | null; problems: Problems } {
  const lines = new Map<number, Partial<Record<LineField, Text>>>();
  const problems: Problems = { lines };
  const typedDate = parseDateInput(draft.issueDate, today);
  const issueDate = IssueDate.safeParse(typedDate).success ? typedDate : null;
  if (draft.customer === null) problems.customer = handTexts.customerNeeded;
  if (issueDate === null) problems.issueDate = runsTexts.badDate;
  const terms = draft.terms.trim() === '' ? null : Number(draft.terms);
  if (terms !== null && !(Number.isInteger(terms) && terms >= 0 && terms <= 365)) problems.terms = handTexts.badTerms;

  const read = draft.lines
    .filter((line) => !isEmptyLine(line))
    .map((line) => {
      const wrong: Partial<Record<LineField, Text>> = {};
      const number = (field: 'quantity' | 'price' | 'discount', missing: Text | null): DecimalText | null => {
        const typed = line[field].trim();
        if (typed === '') {
          if (missing !== null) wrong[field] = missing;
          return null;
        }
        const value = parseDecimalInput(typed, language);
        if (value === null) wrong[field] = handTexts.badNumber;
        return value;
      };
      const quantity = number('quantity', handTexts.needQuantity);
      const price = number('price', handTexts.needPrice);
      const discount = number('discount', null);
      if (discount !== null && Math.abs(Number(discount)) > 100) wrong.discount = handTexts.badDiscount;
      if (line.description.trim() === '') wrong.description = handTexts.needDescription;
      if (Object.keys(wrong).length > 0) lines.set(line.key, wrong);
      return {
        productCode: line.productCode,
        description: line.description.trim(),
        quantity: quantity ?? '0',
        unit: line.unit.trim() === '' ? null : line.unit.trim(),
        unitPrice: price ?? '0',
        discountPercent: discount,
        taxClass: line.taxClass,
        supply: line.supply,
        date: line.date,
      };
    });

  const sound =
    draft.customer !== null &&
    issueDate !== null &&
    problems.terms === undefined &&
    lines.size === 0 &&
    read.length > 0;
  if (!sound || draft.customer === null || issueDate === null) return { invoice: null, problems };
  return {
    problems,
    invoice: {
      customerId: draft.customer.id,
      currency: draft.currency,
      issueDate,
      language: null,
      paymentTermsDays: terms,
      orderReference: draft.order.trim() === '' ? null : draft.order.trim(),
      message: draft.message.trim() === '' ? null : draft.message.trim(),
      seriesId: null,
      corrects: draft.corrects,
      lines: read,
    },
  };
}

/** A credit note for an issued invoice: its lines with the quantities turned, everything else as it stood. */
export function creditOf(detail: InvoiceDetail, language: Language, today: IsoDate): InvoiceDraft {
  const { document, row } = detail;
  return {
    customer: { id: row.customerId, code: row.customerCode, name: row.customerName },
    currency: row.currency,
    issueDate: formatDate(today, language),
    terms: '',
    order: document.references.order ?? '',
    message: '',
    corrects: row.number,
    lines: document.lines.map((line) => ({
      key: line.position,
      productCode: line.productCode,
      description: line.description,
      quantity: formatDecimal(negated(line.quantity), language),
      unit: line.unit ?? '',
      price: formatDecimal(line.unitPrice, language, { minDigits: 2 }),
      discount: percentOf(line.allowancesCharges, language),
      taxClass: null,
      supply: line.supply,
      // The rate follows the date of supply: it has to be that of the invoice.
      date: line.date,
    })),
  };
}

/** Lines of a credit note that would be taxed otherwise than the invoice they credit: positions with both rates. */
export function otherRates(
  credited: Pick<InvoiceDetail['document'], 'lines'>,
  preview: Pick<InvoiceDetail['document'], 'lines'>,
): { position: number; rate: DecimalText; before: DecimalText }[] {
  return preview.lines.flatMap((line) => {
    // Lines are matched by what they are: some may have been taken out.
    const before = credited.lines.find(
      (one) => one.productCode === line.productCode && one.description === line.description,
    );
    const [now, then] = [line.taxes[0], before?.taxes[0]];
    if (now === undefined || then === undefined) return [];
    if (now.category === then.category && Number(now.rate) === Number(then.rate)) return [];
    return [{ position: line.position, rate: now.rate, before: then.rate }];
  });
}

const negated = (text: DecimalText): DecimalText =>
  text.startsWith('-') ? text.slice(1) : /[1-9]/.test(text) ? `-${text}` : text;

/** The percentage of a line's discount, from the reason that the invoice printed; empty where it had none. */
function percentOf(list: InvoiceDetail['document']['lines'][number]['allowancesCharges'], language: Language): string {
  const found = /(\d+(?:[.,]\d+)?)\s*%/.exec(list[0]?.reason ?? '');
  if (list[0] === undefined || found?.[1] === undefined) return '';
  const percent = found[1].replace(',', '.');
  return formatDecimal(list[0].kind === 'allowance' ? percent : `-${percent}`, language);
}
