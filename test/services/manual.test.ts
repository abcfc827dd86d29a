/** An invoice by hand: what the preview shows is what is issued; credits; what blocks; prices from the product; other currencies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { code, failure, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { changeCustomer, lineStates, manual, numbers, saveCustomer, saveProduct } from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
let customer: CustomerId;
beforeAll(async () => {
  engine = await openTestCompany(folder.in('manual.liasse'));
  customer = (await saveCustomer(engine, { code: 'C1', orderReference: 'PO-1' })).id;
  await saveProduct(engine, {
    code: 'BOOK',
    name: 'A book',
    taxClass: 'zero',
    supply: 'goods',
    unit: 'piece',
    unitPrice: '12.34',
  });
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

type Manual = Input<'invoice.preview'>;
const preview = (invoice: Manual) => engine.client.call('invoice.preview', invoice);
const create = (invoice: Manual, accept: string[] = [], reason = '') =>
  engine.client.call('invoice.create', { invoice, accept, reason });

describe('an invoice by hand', () => {
  it('is issued as it was previewed, but for its number', async () => {
    const invoice = manual(customer, {
      language: 'fr',
      paymentTermsDays: 14,
      message: 'Merci',
      lines: [
        { ...line(), description: 'Work', quantity: '1.5', unitPrice: '33.33', discountPercent: '10' },
        { ...line(), productCode: 'book', description: '', quantity: '3', unitPrice: '12.34' },
        { ...line(), description: 'Back', quantity: '-1', unitPrice: '0.005' },
      ],
    });
    const { document, findings } = await preview(invoice);
    expect(findings.filter((found) => found.level === 'error')).toEqual([]);
    // 1.5 x 33.33 = 49.995 → 50.00, less 10 % = 5.00; 3 x 12.34 at no tax; -0.005 → -0.01 (half away from zero).
    expect(
      document.lines.map((line) => [line.description, line.net, line.taxes[0]?.category, line.taxes[0]?.rate]),
    ).toEqual([
      ['Work', 4500, 'S', '20'],
      ['A book', 3702, 'Z', '0'],
      ['Back', -1, 'S', '20'],
    ]);
    expect(document.totals).toMatchObject({ lines: 8201, net: 8201, tax: 900, gross: 9101, payable: 9101 });
    expect([document.dueDate, document.references.order, document.language, document.message]).toEqual([
      '2024-03-29',
      'PO-1',
      'fr',
      'Merci',
    ]);
    expect(await numbers(engine)).toEqual([]);
    const row = await create(invoice);
    expect(row).toMatchObject({ number: 'INV-2024-00001', net: 8201, tax: 900, gross: 9101, runId: null });
    const issued = await engine.client.call('invoice.get', { id: row.id });
    expect(issued.document).toEqual({ ...document, number: 'INV-2024-00001', series: 'Invoices' });
    expect(await lineStates(engine)).toEqual({ billed: 3 });
  });

  it('credits an invoice: names it, and that one is credited', async () => {
    const first = await create(manual(customer, {}, { unitPrice: '100' }));
    expect(first.state).not.toBe('credited');
    const part = manual(customer, { corrects: first.number.toLowerCase() }, { quantity: '-1', unitPrice: '100' });
    const credit = await create(part);
    expect(credit).toMatchObject({ number: 'CN-2024-00001', kind: 'credit_note', net: -10000, gross: -12000 });
    const detail = await engine.client.call('invoice.get', { number: credit.number });
    expect(detail.document.references.preceding).toEqual([{ number: first.number, issueDate: '2024-03-15' }]);
    expect(detail.corrects).toEqual({ id: first.id, number: first.number });
    const of = async () => (await engine.client.call('invoice.get', { id: first.id })).row.state;
    expect(await of()).not.toBe('credited');
    await create(
      manual(customer, { corrects: first.number, issueDate: '2024-03-25' }, { quantity: '-1', unitPrice: '100' }),
    );
    expect(await of()).toBe('credited');
    const credited = await engine.client.call('invoice.list', { filter: { state: 'credited' } });
    expect(credited.rows.map((row) => row.number)).toEqual([first.number]);
    expect((await engine.client.call('invoice.list', { filter: { state: 'credit_note' } })).total).toBe(2);
  });

  it('credits nothing of another customer, or in another currency', async () => {
    const other = (await saveCustomer(engine, { code: 'C9' })).id;
    const target = await create(manual(customer, { issueDate: '2024-03-26' }, { unitPrice: '7' }));
    const back = { quantity: '-2', unitPrice: '7' };
    const foreign = await create(
      manual(other, { corrects: target.number, issueDate: '2024-03-26' }, back),
      ['document.preceding_not_found'],
      'of another customer',
    );
    const dollars = await create(
      manual(customer, { corrects: target.number, currency: 'USD', issueDate: '2024-03-26' }, back),
    );
    for (const { id } of [foreign, dollars]) {
      const { corrects, document } = await engine.client.call('invoice.get', { id });
      expect([corrects, document.references.preceding.map((one) => one.number)]).toEqual([null, [target.number]]);
    }
    const detail = await engine.client.call('invoice.get', { id: target.id });
    expect([detail.row.state === 'credited', detail.creditedBy]).toEqual([false, []]);
  });

  it('is blocked by an error until it is accepted, with the reason on record', async () => {
    const nameless = (await saveCustomer(engine, { code: 'N1', name: null, addressLines: [] })).id;
    const invoice = manual(nameless, { issueDate: '2024-04-01' });
    const { findings } = await preview(invoice);
    expect(findings.filter((found) => found.level === 'error').map((found) => found.check)).toEqual([
      'customer.name_missing',
      'customer.address_missing',
    ]);
    const before = await numbers(engine);
    const refusal = await failure(create(invoice));
    expect([refusal.code, refusal.params['check']]).toEqual(['draft_blocked', 'customer.name_missing']);
    expect((await failure(create(invoice, ['customer.name_missing']))).params['check']).toBe(
      'customer.address_missing',
    );
    expect(await numbers(engine)).toEqual(before);
    const row = await create(invoice, ['customer.name_missing', 'customer.address_missing'], 'till sale');
    const { history, document } = await engine.client.call('invoice.get', { id: row.id });
    expect(history[0]).toMatchObject({ action: 'invoice.issued', params: { number: row.number, reason: 'till sale' } });
    expect(document.buyer.name).toContain('N1');
  });

  it('is refused where it would not be what was previewed', async () => {
    const mover = await saveCustomer(engine, { code: 'MOVES' });
    const invoice = manual(mover.id, { issueDate: '2024-04-02' });
    const { fingerprint } = await preview(invoice);
    await changeCustomer(engine, mover.id, { city: 'York' });
    const issue = (seen: string) => engine.client.call('invoice.create', { invoice, fingerprint: seen });
    const before = await numbers(engine);
    expect(await code(issue(fingerprint))).toBe('preview_changed');
    expect(await numbers(engine)).toEqual(before);
    const again = (await preview(invoice)).fingerprint;
    expect((await issue(again)).customerCode).toBe('MOVES');
  });

  it('says what a credit note cannot take, and that a customer was put away', async () => {
    const gone = await saveCustomer(engine, { code: 'GONE', archived: true });
    const checks = async (invoice: Manual) =>
      (await preview(invoice)).findings.filter((found) => found.level === 'warning').map((found) => found.check);
    const invoice = manual(gone.id, { issueDate: '2024-04-03' }, { unitPrice: '31' });
    expect(await checks(invoice)).toEqual(['customer.archived']);
    const { number } = await create(invoice);
    const credit = (quantity: string, corrects = number) =>
      manual(gone.id, { issueDate: '2024-04-03', corrects }, { quantity, unitPrice: '31' });
    expect(await checks(credit('-2'))).toEqual(['customer.archived']);
    await create(credit('-1'));
    const refused = async (invoice: Manual) => {
      const { fingerprint, findings } = await preview(invoice);
      const errors = findings.filter((found) => found.level === 'error').map((found) => found.check);
      const thrown = await failure(engine.client.call('invoice.create', { invoice, fingerprint }));
      return [thrown.code, thrown.params['check'], ...errors];
    };
    const beyond = ['draft_blocked', 'document.credit_exceeds_invoice', 'document.credit_exceeds_invoice'];
    expect(await refused(credit('-1.01'))).toEqual(beyond);
    const lost = ['draft_blocked', 'document.preceding_not_found', 'document.preceding_not_found'];
    expect(await refused(credit('-1', 'F-0'))).toEqual(lost);
    const foreign = manual(customer, { issueDate: '2024-04-03', corrects: number }, { quantity: '-1' });
    expect(await refused(foreign)).toEqual(lost);
    await create(credit('-1'));
    expect(await refused(credit('-1'))).toEqual(beyond);
    await create(credit('-1'), ['document.credit_exceeds_invoice'], 'a gesture beyond the price');
  });

  it('has a date of this age, and discounts of no more than the line', async () => {
    for (const wrong of [
      manual(customer, { issueDate: '0206-03-15' }),
      manual(customer, { issueDate: '9999-12-31' }),
      manual(customer, {}, { discountPercent: '100.01' }),
      manual(customer, {}, { discountPercent: '-101' }),
    ]) {
      await failure(preview(wrong));
    }
    const far = manual(customer, { issueDate: '2199-12-31' });
    const found = (await preview(far)).findings.find((one) => one.check === 'document.issue_date_far');
    expect(found?.level).toBe('error');
    expect((await failure(create(far))).params['check']).toBe('document.issue_date_far');
  });

  it('finds the same sale issued before', async () => {
    const invoice = manual(customer, { issueDate: '2024-04-10' }, { unitPrice: '77' });
    const row = await create(invoice);
    const { findings } = await preview(invoice);
    expect(findings.find((found) => found.check === 'document.likely_duplicate')?.params).toEqual({
      amount: '184.80 GBP',
      number: row.number,
      date: '2024-04-10',
    });
  });

  it.each([
    ['JPY', 0, '2', '1234.5', 2469, 494],
    ['TND', 3, '2', '1.2345', 2469, 494],
    ['GBP', 2, '3', '0.335', 101, 20],
  ])('counts in %s with %i decimals', async (currency, digits, quantity, unitPrice, net, tax) => {
    const invoice = manual(customer, { currency, issueDate: '2024-04-11' }, { quantity, unitPrice });
    const { document } = await preview(invoice);
    expect([document.currency, document.minorDigits]).toEqual([currency, digits]);
    expect(document.totals).toMatchObject({ net, tax, gross: net + tax });
    expect(await create(invoice)).toMatchObject({ currency, net, tax, gross: net + tax });
  });

  it('is refused for a customer or a currency that nobody knows, and past what a file holds', async () => {
    const nobody = '01890000-0000-7000-8000-000000000001' as CustomerId;
    expect(await code(preview(manual(nobody)))).toBe('customer_unknown');
    expect(await code(preview(manual(customer, { currency: 'XXQ' })))).toBe('currency_unknown');
    const huge = manual(customer, {}, { quantity: '999999999999', unitPrice: '999999999999' });
    expect(await code(create(huge))).toBe('amount_too_large');
    expect((await engine.job('company.verify', {})).problems).toEqual([]);
  });
});

function line(): Manual['lines'][number] {
  return {
    productCode: null,
    description: '',
    quantity: '1',
    unit: null,
    unitPrice: '1',
    discountPercent: null,
    taxClass: null,
    supply: null,
    date: null,
  };
}
