/** Freezing: a draft document becomes the document as issued, linked into the chain, with what is known about it beside. */
import { type DraftDocument, FrozenDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import { canonicalBytes, chainHash, sha256 } from '../../domain/invoice/canonical.ts';
import { fold } from '../../domain/text/fold.ts';
import {
  chainHead,
  insertIssued,
  type NewDocument,
  type NewInvoice,
  type NewInvoiceTax,
} from '../../store/documents.ts';
import type { WriteContext } from '../context.ts';
import { signOf } from '../runs/compose.ts';
import type { GivenNumber } from './numbers.ts';

export interface ToFreeze {
  draftId: string;
  runId: string | null;
  document: DraftDocument;
  customer: { id: string; code: string; fold: string; country: string | null; search: string };
  reference: string | null;
}

const BATCH = 50;

/** Freezes documents one after the other, writing them in batches. */
export class Freezer {
  private readonly ctx: WriteContext;
  private ordinal: number;
  private hash: string;
  private documents: NewDocument[] = [];
  private invoices: NewInvoice[] = [];
  private taxes: NewInvoiceTax[] = [];

  private constructor(ctx: WriteContext, head: { ordinal: number; hash: string }) {
    this.ctx = ctx;
    this.ordinal = head.ordinal;
    this.hash = head.hash;
  }

  static async open(ctx: WriteContext): Promise<Freezer> {
    return new Freezer(ctx, await chainHead(ctx.db));
  }

  /**
   * Returns the new invoice's id. Throws `document_unreadable` rather than to freeze what no reader of the format would take:
   * nothing frozen can be mended.
   */
  async freeze(item: ToFreeze, given: GivenNumber): Promise<string> {
    const frozen = readable({ ...item.document, number: given.number, series: given.seriesName });
    const body = Buffer.from(canonicalBytes(frozen));
    const bodyHash = sha256(body);
    const ordinal = this.ordinal + 1;
    const previous = this.hash;
    const chain = chainHash(previous === '' ? null : previous, bodyHash, ordinal, given.number);
    const invoiceId = this.ctx.newId();
    this.documents.push({
      id: ordinal,
      format_version: frozen.format,
      kind: frozen.kind,
      number: given.number,
      body,
      sha256: bodyHash,
      previous_hash: previous,
      chain_hash: chain,
      created_at: this.ctx.now,
    });
    this.invoices.push(await this.invoiceRow(invoiceId, ordinal, item, frozen, given));
    const sign = signOf(frozen.kind);
    for (const row of frozen.taxes) {
      this.taxes.push({
        invoice_id: invoiceId,
        category: row.category,
        rate: row.rate,
        base: sign * row.base,
        tax: sign * row.tax,
      });
    }
    this.ordinal = ordinal;
    this.hash = chain;
    if (this.documents.length >= BATCH) await this.flush();
    return invoiceId;
  }

  async flush(): Promise<void> {
    await insertIssued(this.ctx.trx, this.documents, this.invoices, this.taxes);
    this.documents = [];
    this.invoices = [];
    this.taxes = [];
  }

  private async invoiceRow(
    id: string,
    ordinal: number,
    item: ToFreeze,
    frozen: FrozenDocument,
    given: GivenNumber,
  ): Promise<NewInvoice> {
    const sign = signOf(frozen.kind);
    return {
      id,
      document_id: ordinal,
      number: given.number,
      number_fold: fold(given.number),
      series_id: given.seriesId,
      counter_key: given.counterKey,
      seq: given.seq,
      kind: frozen.kind,
      customer_id: item.customer.id,
      customer_code: item.customer.code,
      customer_name: frozen.buyer.name,
      customer_fold: item.customer.fold,
      search_fold: `${fold(given.number)} ${item.customer.search} ${fold(item.reference ?? '')}`,
      country: item.customer.country,
      run_id: item.runId,
      draft_id: item.draftId,
      reference: item.reference,
      reference_fold: fold(item.reference ?? ''),
      currency: frozen.currency,
      issue_date: frozen.issueDate,
      tax_point: frozen.taxPoint,
      due_date: frozen.dueDate,
      net: sign * frozen.totals.net,
      tax: sign * frozen.totals.tax,
      gross: sign * frozen.totals.gross,
      corrects_invoice_id: frozen.kind === 'credit_note' ? await this.corrected(frozen, item.customer.id) : null,
      created_at: this.ctx.now,
    };
  }

  /** The invoice that the credit note takes from: one of the same customer and currency, or none. */
  private async corrected(frozen: FrozenDocument, customerId: string): Promise<string | null> {
    const number = frozen.references.preceding[0]?.number;
    if (number === undefined) return null;
    const row = await this.ctx.trx
      .selectFrom('invoice')
      .select('id')
      .where('number', '=', number)
      .where('kind', '=', 'invoice')
      .where('customer_id', '=', customerId)
      .where('currency', '=', frozen.currency)
      .executeTakeFirst();
    return row?.id ?? null;
  }
}

function readable(document: FrozenDocument): FrozenDocument {
  const parsed = FrozenDocument.safeParse(document);
  if (!parsed.success) throw new EngineError('document_unreadable', { name: document.number }, { cause: parsed.error });
  return parsed.data;
}
