import { describe, expect, it } from 'vitest';
import {
  creditOf,
  emptyLine,
  type InvoiceDraft,
  otherRates,
  readDraft,
} from '../../src/renderer/features/invoices/hand/draft.ts';
import type { InvoiceDetail } from '../../src/shared/contract/invoices.ts';
import { ManualInvoice } from '../../src/shared/contract/invoices.ts';
import { CustomerId } from '../../src/shared/model/ids.ts';

const customer = { id: CustomerId.parse('019a0000-0000-7000-8000-000000000001'), code: 'C1', name: 'Belrive' };
const draft: InvoiceDraft = {
  customer,
  currency: 'EUR',
  issueDate: '30/09/2026',
  terms: '',
  order: ' PO 7 ',
  message: '',
  corrects: null,
  lines: [{ ...emptyLine(1), description: 'Conseil', quantity: '1,5', price: '1 250,50' }, emptyLine(2)],
};

describe('an invoice being typed', () => {
  it('becomes the contract’s, decimals read in the language, empty rows left out', () => {
    const { invoice, problems } = readDraft(draft, 'fr', '2026-10-01');
    expect(problems.lines.size).toBe(0);
    expect(ManualInvoice.parse(invoice)).toMatchObject({
      issueDate: '2026-09-30',
      paymentTermsDays: null,
      orderReference: 'PO 7',
      lines: [{ description: 'Conseil', quantity: '1.5', unitPrice: '1250.50', discountPercent: null }],
    });
  });
  it('takes the point in French too, as the numeric keypad types it', () => {
    const lines = [{ ...emptyLine(1), description: 'x', quantity: '2', price: '12.5' }];
    expect(readDraft({ ...draft, lines }, 'fr', '2026-10-01').invoice?.lines[0]?.unitPrice).toBe('12.5');
  });
  it('says what is missing, field by field', () => {
    const lines = [{ ...emptyLine(7), description: 'x', quantity: 'deux', price: '' }];
    const { invoice, problems } = readDraft(
      { ...draft, customer: null, issueDate: '31/02/2026', terms: '400', lines },
      'fr',
      '2026-10-01',
    );
    expect(invoice).toBeNull();
    expect(Object.keys(problems.lines.get(7) ?? {}).sort()).toEqual(['price', 'quantity']);
    expect(problems.customer && problems.issueDate && problems.terms).toBeTruthy();
  });
  it('is nothing without a line', () => {
    expect(readDraft({ ...draft, lines: [emptyLine(1)] }, 'en', '2026-10-01').invoice).toBeNull();
  });
});

describe('a credit note for an invoice', () => {
  // Only what the form reads of the document.
  const detail = {
    row: { number: 'FA-1', customerId: customer.id, customerCode: 'C1', customerName: 'Belrive', currency: 'EUR' },
    document: {
      references: { order: 'PO 7' },
      lines: [
        {
          position: 1,
          productCode: 'P',
          description: 'Location',
          quantity: '186',
          unit: null,
          unitPrice: '32.5',
          supply: 'services',
          date: '2026-08-31',
          allowancesCharges: [{ kind: 'allowance', reason: 'Remise 2,5 %', amount: 100, tax: null }],
        },
      ],
    },
  } as unknown as InvoiceDetail;

  it('turns the quantities, keeps prices, dates and discounts, and names the invoice', () => {
    const { invoice } = readDraft(creditOf(detail, 'fr', '2026-10-01'), 'fr', '2026-10-01');
    expect(invoice).toMatchObject({
      corrects: 'FA-1',
      lines: [{ quantity: '-186', unitPrice: '32.50', date: '2026-08-31', discountPercent: '2.5', supply: 'services' }],
    });
  });

  it('tells of lines that would be taxed at another rate than the invoice', () => {
    const line = (rate: string) => ({
      ...detail.document.lines[0],
      taxes: [{ category: 'S', rate, reasonCode: null }],
    });
    const of = (rate: string) => ({ lines: [line(rate)] }) as unknown as InvoiceDetail['document'];
    expect(otherRates(of('20'), of('20.0'))).toEqual([]);
    expect(otherRates(of('5.5'), of('20'))).toEqual([{ position: 1, rate: '20', before: '5.5' }]);
  });
});
