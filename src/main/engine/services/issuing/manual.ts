/** A single invoice made by hand, outside any run: previewed and issued by the same code as a run's. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { builtinChecks } from '../../domain/checks/builtin.ts';
import type { PendingLineForBilling } from '../../domain/invoice/pending-line.ts';
import { pendingNet } from '../../domain/invoice/pending-net.ts';
import { isCurrency, minorDigits } from '../../domain/money/currency.ts';
import { fold } from '../../domain/text/fold.ts';
import { insertRows } from '../../store/bulk.ts';
import { writeAudit } from '../../store/company.ts';
import { findCustomer } from '../../store/customers.ts';
import { insertLines, nextLineOrdinal } from '../../store/lines.ts';
import { productOf, productsByCode } from '../../store/products.ts';
import { defaultSeries, seriesFor } from '../../store/series.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { rememberHead } from '../head.ts';
import { invoiceRows } from '../invoices.ts';
import { composeGroup, composeSetup, draftColumns, type Group, issuedFor } from '../runs/compose.ts';
import { explanationSteps } from '../runs/explain.ts';
import { rankOf } from '../runs/findings.ts';
import { assertNotRestored } from './finalise.ts';
import { Freezer } from './freeze.ts';
import { NumberGiver } from './numbers.ts';

type Manual = Parsed<'invoice.preview'>;

async function composeManual(ctx: Pick<ReadContext, 'db' | 'resources' | 'now'>, input: Manual) {
  const { db } = ctx;
  const customer = await findCustomer(db, input.customerId);
  if (!customer)
    throw new EngineError('customer_unknown', { code: input.customerId }, { place: { field: 'customerId' } });
  if (!isCurrency(input.currency)) {
    throw new EngineError('currency_unknown', { currency: input.currency }, { place: { field: 'currency' } });
  }
  const products = await productsByCode(
    db,
    input.lines.flatMap((line) => (line.productCode === null ? [] : [fold(line.productCode)])),
  );
  const lines = input.lines.map((line): PendingLineForBilling => {
    const product = line.productCode === null ? undefined : products.get(fold(line.productCode));
    return {
      id: null,
      date: line.date,
      productCode: line.productCode,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent,
      currency: input.currency,
      taxClass: line.taxClass,
      supply: line.supply,
      orderReference: input.orderReference,
      corrects: input.corrects,
      note: null,
      customerCountry: null,
      product: product ? productOf(product) : null,
    };
  });
  const group: Group = {
    draftId: null,
    customer,
    reference: null,
    currency: input.currency,
    issueDate: input.issueDate,
    lines,
    runPeriod: null,
    language: input.language,
    paymentTermsDays: input.paymentTermsDays,
    message: input.message,
    ...(input.orderReference === null ? {} : { orderReference: input.orderReference }),
  };
  const setup = await composeSetup(ctx);
  return { customer, group, lines, outcome: composeGroup(setup, group, await issuedFor(db, [group])) };
}

export async function previewInvoice(ctx: ReadContext, input: Manual): Promise<Output<'invoice.preview'>> {
  const { outcome } = await composeManual(ctx, input);
  return {
    document: outcome.composed.document,
    explanation: explanationSteps(outcome.composed.explanation),
    findings: outcome.findings.map((found) => ({ ...found, draftId: null, accepted: null })),
    fingerprint: outcome.fingerprint,
  };
}

/**
 * Issues at once. Throws `draft_blocked` while an error stands that `accept` does not name (or that nobody may accept), and
 * `preview_changed` when the document would not be the one that the person saw.
 */
export async function createInvoice(
  ctx: WriteContext,
  input: Parsed<'invoice.create'>,
): Promise<Output<'invoice.create'>> {
  await assertNotRestored(ctx);
  const { invoice, accept, reason } = input;
  const { customer, group, lines, outcome } = await composeManual(ctx, invoice);
  if (input.fingerprint !== null && input.fingerprint !== outcome.fingerprint) throw new EngineError('preview_changed');
  const accepted = (check: string) => accept.includes(check) && builtinChecks.acceptable(check);
  const blocking = outcome.findings.find((found) => found.level === 'error' && !accepted(found.check));
  if (blocking) throw new EngineError('draft_blocked', { ...blocking.params, check: blocking.check });

  const { document } = outcome.composed;
  const draftId = ctx.newId();
  await ctx.trx
    .insertInto('draft')
    .values({
      id: draftId,
      run_id: null,
      ...draftColumns(group, outcome),
      ...rankOf(outcome.findings, accepted),
      reference: null,
      reference_fold: '',
      currency: invoice.currency,
      status: 'finalised',
      approved_fingerprint: outcome.fingerprint,
      approved_at: ctx.now,
      approved_by: ctx.actor,
      hold_reason: null,
      invoice_id: null,
      row_version: 1,
    })
    .execute();
  await keepLines(ctx, draftId, customer, invoice.currency, lines);
  await insertRows(
    ctx.trx,
    'finding',
    outcome.findings.map((found) => ({
      run_id: null,
      draft_id: draftId,
      line_id: null,
      check_id: found.check,
      level: found.level,
      params: JSON.stringify(found.params),
    })),
  );
  const series =
    invoice.seriesId === null
      ? await defaultSeries(ctx.db, document.kind)
      : await seriesFor(ctx.db, invoice.seriesId, document.kind, customer.id);
  const numbers = await NumberGiver.open(ctx, invoice.issueDate);
  const given = await numbers.next(series.id, document.kind, { id: customer.id, code: customer.code });
  const freezer = await Freezer.open(ctx);
  const invoiceId = await freezer.freeze(
    {
      draftId,
      runId: null,
      document,
      customer: {
        id: customer.id,
        code: customer.code,
        fold: customer.name_fold,
        country: customer.country,
        search: customer.search_fold,
      },
      reference: null,
    },
    given,
  );
  await freezer.flush();
  await numbers.save();
  await ctx.trx.updateTable('draft').set({ invoice_id: invoiceId }).where('id', '=', draftId).execute();
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'invoice.issued',
    subject: invoiceId,
    params: { number: given.number, reason: accept.length > 0 ? reason : '' },
  });
  ctx.afterCommit((db) => rememberHead(db, ctx.dataDir));
  const [row] = await invoiceRows(ctx.db, [invoiceId], ctx.now);
  if (!row) throw new EngineError('not_found', { what: 'invoice' });
  return row;
}

/** The typed lines stay as billed lines, so that what went in and what was billed can always be compared. */
async function keepLines(
  ctx: WriteContext,
  draftId: string,
  customer: { id: string; code: string },
  currency: string,
  lines: readonly PendingLineForBilling[],
): Promise<void> {
  const first = await nextLineOrdinal(ctx.db);
  await insertLines(
    ctx.trx,
    lines.map((line, index) => ({
      id: ctx.newId(),
      import_id: null,
      source_sheet: null,
      source_row: null,
      source_key: null,
      status: 'billed',
      held_for: null,
      draft_id: draftId,
      customer_id: customer.id,
      customer_code: customer.code,
      customer_country: null,
      invoice_reference: null,
      reference_fold: '',
      date: line.date,
      product_id: null,
      product_code: line.productCode,
      description: line.description,
      search_fold: fold([line.productCode, line.description].filter(Boolean).join(' ')),
      quantity: line.quantity,
      unit: line.unit,
      unit_price: line.unitPrice,
      discount_percent: line.discountPercent,
      currency,
      tax_class: line.taxClass,
      supply: line.supply,
      order_reference: line.orderReference,
      corrects: line.corrects,
      note: line.note,
      net: pendingNet(line, minorDigits(currency)),
      ordinal: first + index,
      created_at: ctx.now,
    })),
  );
}
