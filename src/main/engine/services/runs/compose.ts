/** From rows of the file to composed documents with their findings: the one way for drafting, rechecking and previewing. */
import type { CompanyProfile } from '#shared/model/company.ts';
import type { DraftDocument } from '#shared/model/document.ts';
import { CustomerId, PendingLineId } from '#shared/model/ids.ts';
import type { CurrencyCode, IsoDate, Language, Period } from '#shared/model/values.ts';
import { SupplyKind, TaxClass } from '#shared/model/values.ts';
import { type Coverage, printableDeep } from '../../documents/pdf/printable.ts';
import { daysBetween } from '../../domain/calendar.ts';
import { builtinChecks } from '../../domain/checks/builtin.ts';
import { type CreditRoom, DUPLICATE_DAYS, type IssuedCandidate } from '../../domain/checks/check.ts';
import type { RaisedFinding } from '../../domain/checks/registry.ts';
import { canonicalJson, sha256 } from '../../domain/invoice/canonical.ts';
import { composeDraft } from '../../domain/invoice/compose.ts';
import type { Composed, ComposeInput } from '../../domain/invoice/compose-types.ts';
import type { PendingLineForBilling, ProductForBilling } from '../../domain/invoice/pending-line.ts';
import { sum } from '../../domain/money/money.ts';
import { fold } from '../../domain/text/fold.ts';
import { readCompany } from '../../store/company.ts';
import { type CustomerRecordRow, customerOf } from '../../store/customers.ts';
import type { ReadDb } from '../../store/database.ts';
import { issuedTo } from '../../store/documents.ts';
import type { PendingLineRow } from '../../store/lines.ts';
import { productOf, productsByCode } from '../../store/products.ts';
import { type ReadContext, todayIn } from '../context.ts';
import type { Resources } from '../resources.ts';

/** What is the same for every draft of a batch. */
export interface ComposeSetup {
  company: CompanyProfile;
  /** In the company's zone. */
  today: IsoDate;
  logo: string | null;
  resources: Resources;
  keepsProducts: boolean;
}

export async function composeSetup({
  db,
  resources,
  now,
}: Pick<ReadContext, 'db' | 'resources' | 'now'>): Promise<ComposeSetup> {
  const { company, logoSha256 } = await readCompany(db);
  const product = await db.selectFrom('product').select('id').where('archived', '=', 0).limit(1).executeTakeFirst();
  const today = todayIn(company.zone, now);
  return { company, today, logo: logoSha256, resources, keepsProducts: product !== undefined };
}

/** One document to compose. */
export interface Group {
  /** The draft that it is, so that its own invoice is no duplicate of it. */
  draftId: string | null;
  customer: CustomerRecordRow;
  reference: string | null;
  currency: CurrencyCode;
  issueDate: IsoDate;
  lines: readonly PendingLineForBilling[];
  runPeriod: Period | null;
  language?: Language | null;
  paymentTermsDays?: number | null;
  orderReference?: string | null;
  message?: string | null;
}

export interface ComposedGroup {
  composed: Composed;
  findings: RaisedFinding[];
  /** sha256 over the canonical document: changes when anything on the paper would. */
  fingerprint: string;
}

type Issued = Awaited<ReturnType<typeof issuedTo>>;

/** What is known of earlier documents of the customers of a batch. */
export const issuedFor = (db: ReadDb, groups: readonly { customer: CustomerRecordRow }[]): Promise<Issued> =>
  issuedTo(
    db,
    groups.map((group) => group.customer.id),
  );

/** Composes one document and runs the checks on it. Throws EngineError where the rules of arithmetic do. */
export function composeGroup(setup: ComposeSetup, group: Group, issued: Issued): ComposedGroup {
  const customer = customerOf(group.customer);
  const own = issued.filter((row) => row.customer_id === customer.id);
  const input: ComposeInput = {
    company: setup.company,
    logo: setup.logo,
    customer: group.orderReference === undefined ? customer : { ...customer, orderReference: group.orderReference },
    lines: group.lines,
    source: group.reference,
    issueDate: group.issueDate,
    paymentTermsDays: group.paymentTermsDays ?? customer.paymentTermsDays ?? setup.company.paymentTermsDays,
    currency: group.currency,
    language: group.language ?? null,
    precedingInvoices: precedingOf(group.lines, own),
    tax: setup.resources.tax,
    legal: setup.resources.legal,
    template: 'classic',
    paper: null,
    message: group.message ?? null,
  };
  const composed = composeDraft(input);
  const canonical = canonicalJson(composed.document);
  const findings = builtinChecks.ofDraft({
    input,
    missingGlyphs: missingGlyphs(composed.document, canonical, setup.resources.coverage),
    composed,
    today: setup.today,
    customerArchived: customer.archived,
    creditRoom: creditRoom(composed.document, own),
    runPeriod: group.runPeriod,
    keepsProducts: setup.keepsProducts,
    issued: candidates(group, composed, own),
  });
  return { composed, findings, fingerprint: sha256(canonical) };
}

/** Letters that every bundled font has: a document of these alone, as nearly all are, needs no closer look. */
const common = /^[ -~\u00a0-\u017f\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac]*$/;

/** Characters of the document that the paper could not show, sorted. */
function missingGlyphs(document: DraftDocument, canonical: string, coverage: Coverage): string[] {
  if (common.test(canonical)) return [];
  const missing = new Set<string>();
  printableDeep(document, coverage, missing);
  return [...missing].sort();
}

/** The invoices that the lines say they correct: by printed number, else by their own reference; else as it is written. */
function precedingOf(lines: readonly PendingLineForBilling[], own: Issued): ComposeInput['precedingInvoices'] {
  const named = [...new Set(lines.flatMap((line) => line.corrects ?? []))];
  return named.map((name) => {
    const key = fold(name);
    const invoices = own.filter((row) => row.kind === 'invoice');
    const found =
      invoices.find((row) => fold(row.number) === key) ?? invoices.find((row) => row.reference_fold === key);
    return found ? { number: found.number, issueDate: found.issue_date } : { number: name, issueDate: null };
  });
}

/** What earlier credit notes left of the invoices that a document corrects; null where it cannot be told. */
function creditRoom({ references, currency }: DraftDocument, own: Issued): CreditRoom | null {
  const named = references.preceding.map(({ number }) =>
    own.find((row) => row.kind === 'invoice' && row.number === number && row.currency === currency),
  );
  if (named.length === 0) return null;
  let left = 0;
  for (const invoice of named) {
    if (!invoice) return null;
    const credits = own.filter((row) => row.corrects_invoice_id === invoice.id);
    // Credit notes are kept with their sign: they take away.
    left = sum([left, invoice.gross, ...credits.map((row) => row.gross)]);
  }
  return { numbers: references.preceding.map(({ number }) => number).join(', '), left };
}

function candidates(group: Group, composed: Composed, own: Issued): IssuedCandidate[] {
  const reference = fold(group.reference ?? '');
  const { kind, totals, issueDate } = composed.document;
  return own
    .filter((row) => group.draftId === null || row.draft_id !== group.draftId)
    .filter(
      (row) =>
        (reference !== '' && row.reference_fold === reference) ||
        (row.kind === kind &&
          row.currency === group.currency &&
          Math.abs(row.gross) === totals.gross &&
          Math.abs(daysBetween(row.issue_date, issueDate)) <= DUPLICATE_DAYS),
    )
    .map((row) => ({
      number: row.number,
      issueDate: row.issue_date,
      kind: row.kind,
      source:
        row.reference_fold === '' ? null : row.reference_fold === reference ? group.reference : row.reference_fold,
      currency: row.currency,
      gross: Math.abs(row.gross),
    }));
}

/** Pending lines as the rules see them, with their products. */
export async function linesForBilling(
  db: ReadDb,
  rows: readonly PendingLineRow[],
): Promise<Map<string, PendingLineForBilling>> {
  const products = await productsByCode(
    db,
    rows.flatMap((row) => (row.product_code === null ? [] : [fold(row.product_code)])),
  );
  return new Map(
    rows.map((row) => {
      const product = row.product_code === null ? undefined : products.get(fold(row.product_code));
      return [row.id, lineForBilling(row, product ? productOf(product) : null)];
    }),
  );
}

function lineForBilling(row: PendingLineRow, product: ProductForBilling | null): PendingLineForBilling {
  return {
    id: PendingLineId.parse(row.id),
    date: row.date,
    productCode: row.product_code,
    description: row.description,
    quantity: row.quantity,
    unit: row.unit,
    unitPrice: row.unit_price,
    discountPercent: row.discount_percent,
    currency: row.currency,
    taxClass: row.tax_class === null ? null : TaxClass.parse(row.tax_class),
    supply: row.supply === null ? null : SupplyKind.parse(row.supply),
    orderReference: row.order_reference,
    corrects: row.corrects,
    note: row.note,
    customerCountry: row.customer_country,
    product,
  };
}

/** Signed: a credit note takes away. */
export const signOf = (kind: 'invoice' | 'credit_note'): 1 | -1 => (kind === 'credit_note' ? -1 : 1);

/** What a draft's row keeps of a composed document, for lists, sums and the recheck. */
export function draftColumns(group: Group, { composed, fingerprint }: ComposedGroup) {
  const { document, explanation } = composed;
  const sign = signOf(document.kind);
  const { customer } = group;
  return {
    customer_id: CustomerId.parse(customer.id),
    customer_code: customer.code,
    customer_name: customer.name,
    customer_fold: customer.name_fold,
    search_fold: `${customer.search_fold} ${fold(group.reference ?? '')}`,
    country: customer.country,
    kind: document.kind,
    line_count: document.lines.length,
    net: sign * document.totals.net,
    tax: sign * document.totals.tax,
    gross: sign * document.totals.gross,
    taxes: JSON.stringify({
      v: 1,
      rows: document.taxes.map((row) => ({
        category: row.category,
        rate: row.rate,
        base: sign * row.base,
        tax: sign * row.tax,
      })),
    }),
    document: JSON.stringify(document),
    explanation: JSON.stringify(explanation),
    fingerprint,
    tax_table_version: document.taxTableVersion,
  };
}
