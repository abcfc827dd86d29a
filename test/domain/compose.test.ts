import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#engine/domain/invoice/canonical.ts';
import { composeDraft } from '#engine/domain/invoice/compose.ts';
import type { ComposeInput } from '#engine/domain/invoice/compose-types.ts';
import type { PendingLineForBilling } from '#engine/domain/invoice/pending-line.ts';
import { pendingNet } from '#engine/domain/invoice/pending-net.ts';
import { minorToText } from '#engine/domain/money/decimal.ts';
import { lineNet } from '#engine/domain/money/line-net.ts';
import { DraftDocument } from '#shared/model/document.ts';
import { company, customer, input, line } from './tables.ts';
import { code } from './thrown.ts';

const compose = (more: Partial<ComposeInput> = {}) => composeDraft(input(more));
const lines = (...all: Partial<PendingLineForBilling>[]) => compose({ lines: all.map(line) });
const product = {
  code: 'P1',
  name: 'Chaise',
  supply: null,
  unit: 'pièce',
  unitPrice: '12.5',
  currency: null,
  taxClass: null,
};

describe('a document', () => {
  it('is valid, complete and to the cent', () => {
    const { document, taxNotes } = lines(
      { quantity: '3', unitPrice: '19.99' },
      { quantity: '2', unitPrice: '0.335', taxClass: 'reduced' },
    );
    expect(DraftDocument.parse(document)).toEqual(document);
    expect(document.lines.map((l) => l.net)).toEqual([5997, 67]);
    expect(document.taxes.map((t) => [t.category, t.rate, t.base, t.tax])).toEqual([
      ['S', '20', 5997, 1199],
      ['S', '5.5', 67, 4],
    ]);
    expect(document.totals).toEqual({
      lines: 6064,
      allowances: 0,
      charges: 0,
      net: 6064,
      tax: 1203,
      gross: 7267,
      prepaid: 0,
      rounding: 0,
      payable: 7267,
    });
    expect([document.kind, document.typeCode, document.dueDate]).toEqual(['invoice', '380', '2026-04-30']);
    expect(document.payment).toEqual({
      terms: 'Payable à 30 jours',
      transfer: { iban: 'FR7630006000011234567890189', bic: null, holder: 'Atelier Morel SARL' },
      reference: null,
    });
    expect(taxNotes).toEqual([]);
  });

  it('is the same bytes from the same input', () => {
    expect(canonicalJson(compose())).toBe(canonicalJson(compose()));
  });

  it('names a customer without a name by its code, in the document’s language', () => {
    const named = (language: 'fr' | 'en', name: string | null) =>
      compose({ language, customer: customer({ code: '17850', name }) }).document.buyer.name;
    expect(named('fr', null)).toBe('Client 17850');
    expect(named('en', '  ')).toBe('Customer 17850');
    expect(named('en', 'Ann')).toBe('Ann');
  });

  it('speaks the language asked for, else the customer’s, else the company’s', () => {
    expect(compose().document.language).toBe('fr');
    expect(compose({ customer: customer({ language: 'en' }) }).document.language).toBe('en');
    expect(compose({ customer: customer({ language: 'en' }), language: 'fr' }).document.language).toBe('fr');
  });

  it('counts in the currency’s minor unit', () => {
    const yen = compose({ currency: 'JPY', lines: [line({ quantity: '3', unitPrice: '100.5' })] }).document;
    expect([yen.minorDigits, yen.totals.net, yen.totals.tax]).toEqual([0, 302, 60]);
    const dinar = compose({ currency: 'TND', lines: [line({ unitPrice: '1.2345' })] }).document;
    expect([dinar.minorDigits, dinar.totals.net, dinar.totals.tax]).toEqual([3, 1235, 247]);
  });

  it('writes VAT numbers in their one form', () => {
    const { document } = compose({
      company: company({ vatNumber: 'fr 83 404 833 048' }),
      customer: customer({ country: 'DE', vatNumber: 'de 136-695.976' }),
    });
    expect([document.seller.vatNumber, document.buyer.vatNumber]).toEqual(['FR83404833048', 'DE136695976']);
    expect(compose({ company: company({ vatNumber: ' ' }) }).document.taxes[0]?.category).toBe('E');
  });

  it('refuses what it cannot be', () => {
    expect(code(() => compose({ lines: [] }))).toBe('document_without_lines');
    expect(code(() => lines({ currency: 'USD' }))).toBe('line_currency_mismatch');
    expect(code(() => compose({ currency: 'ZZZ' }))).toBe('currency_unknown');
    expect(code(() => lines({ quantity: '999999999999', unitPrice: '999999999999' }))).toBe('amount_too_large');
    expect(code(() => lines({ quantity: '1', unitPrice: '89999999999999.99' }, { unitPrice: '89999999999999' }))).toBe(
      'amount_too_large',
    );
  });
});

describe('prices', () => {
  const from = (more: Partial<PendingLineForBilling>, also: Partial<ComposeInput> = {}) => {
    const { document, explanation } = compose({ lines: [line(more)], ...also });
    return [explanation.lines[0]?.priceFrom, document.lines[0]?.unitPrice, document.lines[0]?.net];
  };

  it('are the line’s, else the product’s in this currency, else missing', () => {
    expect(from({ unitPrice: '7', product })).toEqual(['line', '7', 700]);
    expect(from({ unitPrice: null, product })).toEqual(['product', '12.5', 1250]);
    expect(from({ unitPrice: null, product: { ...product, currency: 'USD' } })).toEqual(['missing', '0', 0]);
    expect(from({ unitPrice: null, product: { ...product, currency: 'USD' } }, { currency: 'USD' })).toEqual([
      'product',
      '12.5',
      1250,
    ]);
    expect(from({ unitPrice: null, product }, { currency: 'USD' })).toEqual(['missing', '0', 0]);
    expect(from({ unitPrice: null })).toEqual(['missing', '0', 0]);
    expect(from({ unitPrice: '0.00' })).toEqual(['line', '0', 0]);
  });

  it('are never negative: the sign moves to the quantity', () => {
    const { document, explanation } = lines({ quantity: '2', unitPrice: '-5' }, { unitPrice: '100' });
    expect(document.lines.map((l) => [l.quantity, l.unitPrice, l.net])).toEqual([
      ['-2', '5', -1000],
      ['1', '100', 10000],
    ]);
    expect(explanation.lines.map((l) => [l.priceSignMoved, l.given.unitPrice])).toEqual([
      [true, '-5'],
      [false, '100'],
    ]);
  });

  it('take product, class and supply from the product where the line is silent', () => {
    const { document } = lines({
      description: null,
      unit: null,
      product: { ...product, supply: 'services', taxClass: 'reduced' },
    });
    expect(document.lines[0]).toMatchObject({ description: 'Chaise', unit: 'pièce', supply: 'services' });
    expect(document.taxes[0]?.rate).toBe('5.5');
    expect(lines({ description: ' ', productCode: 'X9' }).document.lines[0]?.description).toBe('X9');
    expect(lines({ description: null, productCode: null }).document.lines[0]?.description).toBe(
      'Article sans désignation',
    );
  });
});

describe('discounts', () => {
  const one = (more: Partial<PendingLineForBilling>, ...others: Partial<PendingLineForBilling>[]) =>
    lines(more, ...others).document.lines[0];

  it('are rounded once and stand as an allowance', () => {
    expect(one({ quantity: '3', unitPrice: '3.35', discountPercent: '10' })).toMatchObject({
      net: 904, // 1005 - round(100.5)
      allowancesCharges: [{ kind: 'allowance', reason: 'Remise 10\u00a0%', amount: 101, tax: null }],
    });
    expect(one({ unitPrice: '100', discountPercent: '12.50' })).toMatchObject({
      net: 8750,
      allowancesCharges: [{ reason: 'Remise 12,5\u00a0%', amount: 1250 }],
    });
    expect(one({ unitPrice: '100', discountPercent: '100' })?.net).toBe(0);
    expect(one({ unitPrice: '100', discountPercent: '0' })?.allowancesCharges).toEqual([]);
    expect(one({ unitPrice: '0.01', discountPercent: '1' })).toMatchObject({ net: 1, allowancesCharges: [] });
  });

  it('below zero are a surcharge; on a returned line they give less back', () => {
    expect(one({ unitPrice: '100', discountPercent: '-5' })).toMatchObject({
      net: 10500,
      allowancesCharges: [{ kind: 'charge', reason: 'Majoration 5\u00a0%', amount: 500 }],
    });
    expect(one({ quantity: '-1', unitPrice: '100', discountPercent: '10' }, { unitPrice: '500' })).toMatchObject({
      net: -9000,
      allowancesCharges: [{ kind: 'charge', reason: 'Remise 10\u00a0%', amount: 1000 }],
    });
  });
});

describe('credit notes', () => {
  it('turn quantities, so that amounts are positive', () => {
    const { document, explanation } = compose({
      lines: [
        line({ quantity: '-2', unitPrice: '10', discountPercent: '10' }),
        line({ quantity: '1', unitPrice: '3' }),
      ],
      precedingInvoices: [{ number: 'F-1', issueDate: '2026-02-01' }],
    });
    expect([document.kind, document.typeCode, document.dueDate, document.payment.transfer]).toEqual([
      'credit_note',
      '381',
      null,
      null,
    ]);
    expect(document.payment.terms).toBe('Avoir à déduire de vos factures ou à rembourser');
    expect(document.lines.map((l) => [l.quantity, l.net])).toEqual([
      ['2', 1800],
      ['-1', -300],
    ]);
    expect(document.lines[0]?.allowancesCharges).toEqual([
      { kind: 'allowance', reason: 'Remise 10\u00a0%', amount: 200, tax: null },
    ]);
    expect(document.totals).toMatchObject({ net: 1500, tax: 300, gross: 1800, payable: 1800 });
    expect(document.references.preceding).toEqual([{ number: 'F-1', issueDate: '2026-02-01' }]);
    expect(explanation.lines.map((l) => l.turned)).toEqual([-1, -1]);
    expect(explanation.lines[0]?.given.quantity).toBe('-2');
  });

  it('go by what would be paid: net zero but tax to give back is a credit note; zero is an invoice', () => {
    const swap = lines({ unitPrice: '100', taxClass: 'reduced' }, { quantity: '-1', unitPrice: '100' });
    expect(swap.document).toMatchObject({ kind: 'credit_note', totals: { net: 0, tax: 1450, gross: 1450 } });
    expect(lines({ unitPrice: '100' }, { quantity: '-1', unitPrice: '100' }).document).toMatchObject({
      kind: 'invoice',
      totals: { gross: 0 },
    });
    expect(lines({ quantity: '-1', unitPrice: '-5' }).document).toMatchObject({
      kind: 'invoice',
      totals: { net: 500 },
    });
  });
});

describe('dates and references', () => {
  it('the tax point is the latest date of supply, the period runs from first to last', () => {
    const { document, explanation } = lines({ date: '2026-03-10' }, { date: '2026-03-02' }, { date: '2026-03-28' });
    expect([document.taxPoint, explanation.taxPoint.from]).toEqual(['2026-03-28', 'latest_line_date']);
    expect(document.references.period).toEqual({ from: '2026-03-02', to: '2026-03-28' });
  });

  it('the tax point is never after the issue date, and is it where a date is missing', () => {
    expect(lines({ date: '2026-04-02' }).explanation.taxPoint).toEqual({ date: '2026-03-31', from: 'issue_date' });
    expect(lines({ date: null }).document).toMatchObject({ taxPoint: '2026-03-31', references: { period: null } });
    expect(lines({ date: '2026-03-31' }).explanation.taxPoint).toEqual({
      date: '2026-03-31',
      from: 'latest_line_date',
    });
  });

  it('each line bears the rate of its own day, also over a change of rate', () => {
    const { document } = compose({
      company: company({ country: 'GB', vatNumber: 'GB123456789', currency: 'GBP', language: 'en' }),
      customer: customer({ country: 'GB' }),
      currency: 'GBP',
      issueDate: '2011-01-31',
      lines: [line({ date: '2011-01-03', unitPrice: '100' }), line({ date: '2011-01-04', unitPrice: '100' })],
    });
    expect(document.taxes.map((t) => [t.rate, t.base, t.tax])).toEqual([
      ['20', 10000, 2000],
      ['17.5', 10000, 1750],
    ]);
    expect(document.taxPoint).toBe('2011-01-04');
  });

  it('the order reference is the lines’ where they agree, else the customer’s', () => {
    const order = (own: (string | null)[], standing: string | null) =>
      compose({
        customer: customer({ orderReference: standing }),
        lines: own.map((orderReference) => line({ orderReference })),
      }).document.references.order;
    expect(order(['A', null, 'A'], 'S')).toBe('A');
    expect(order(['A', 'B'], 'S')).toBeNull();
    expect(order([null], 'S')).toBe('S');
    expect(order([null], null)).toBeNull();
  });

  it('payment terms', () => {
    const terms = (paymentTermsDays: number) => {
      const { payment, dueDate } = compose({ paymentTermsDays, issueDate: '2024-02-28', language: 'en' }).document;
      return [payment.terms, dueDate];
    };
    expect(terms(0)).toEqual(['Payable on receipt', '2024-02-28']);
    expect(terms(1)).toEqual(['Payable within 1 day', '2024-02-29']);
    expect(terms(30)).toEqual(['Payable within 30 days', '2024-03-29']);
  });
});

describe('tax on the document', () => {
  it('gives the reason in the document’s language and the mention once', () => {
    const { document } = compose({
      customer: customer({ country: 'DE', vatNumber: 'DE136695976', language: 'en' }),
      lines: [line(), line()],
    });
    expect(document.taxes).toEqual([
      {
        category: 'K',
        rate: '0',
        base: 20000,
        tax: 0,
        reasonCode: 'VATEX-EU-IC',
        reason: 'Intra-Community supply exempt from VAT, Article 138 of Directive 2006/112/EC',
      },
    ]);
    expect(document.mentions.filter((m) => m.code === 'intra_eu_goods')).toHaveLength(1);
  });

  it('tells the checks which lines rest on an assumption', () => {
    const { taxNotes } = compose({
      customer: customer({ country: 'DE', kind: 'unknown' }),
      lines: [line(), line({ taxClass: 'zero' })],
    });
    expect(taxNotes).toEqual([{ note: 'treated_as_consumer', positions: [1, 2] }]);
  });
});

describe('any set of lines', () => {
  const anyLine = fc
    .record({
      quantity: fc.integer({ min: -50_000, max: 50_000 }).map((q) => minorToText(q, 3)),
      unitPrice: fc.option(fc.integer({ min: -200_000, max: 200_000 }).map((p) => minorToText(p, 4))),
      discountPercent: fc.option(fc.integer({ min: -500, max: 10_000 }).map((p) => minorToText(p, 2))),
      taxClass: fc.constantFrom('standard', 'reduced', 'second_reduced', 'super_reduced', 'zero', 'exempt'),
      supply: fc.constantFrom('goods', 'services'),
      date: fc.option(fc.constantFrom('2013-12-31', '2026-03-01', '2026-04-15')),
    } as const)
    .map((more) => line(more));
  const any = fc.array(anyLine, { minLength: 1, maxLength: 25 });

  it('becomes a document whose every amount can be recomputed from what is printed', () => {
    fc.assert(
      fc.property(any, fc.constantFrom('EUR', 'JPY', 'TND'), (all, currency) => {
        const { document, explanation } = compose({ lines: all, currency });
        expect(DraftDocument.safeParse(document).success).toBe(true);
        expect(document.totals.gross >= 0).toBe(true);
        document.lines.forEach((l, index) => {
          expect(l.unitPrice.startsWith('-')).toBe(false);
          const extra = l.allowancesCharges.reduce((a, e) => a + (e.kind === 'charge' ? e.amount : -e.amount), 0);
          expect(l.allowancesCharges.every((e) => e.amount > 0)).toBe(true);
          expect(l.net).toBe(lineNet(l.quantity, l.unitPrice, l.baseQuantity, document.minorDigits) + extra);
          const how = explanation.lines[index];
          expect(how?.net).toBe(l.net);
          const given = all[index];
          const worth = given ? (pendingNet(given, document.minorDigits) ?? 0) : null;
          expect(l.net + 0).toBe((how?.turned ?? 1) * (worth ?? Number.NaN) + 0);
        });
        expect(document.totals.lines).toBe(document.lines.reduce((a, l) => a + l.net, 0));
        for (const rate of explanation.rates) {
          expect(rate.lines.reduce((a, l) => a + l.net, 0)).toBe(rate.base);
        }
        expect(explanation.rates.flatMap((r) => r.lines)).toHaveLength(document.lines.length);
        expect(explanation.rates.reduce((a, r) => a + r.tax, 0)).toBe(document.totals.tax);
      }),
      { numRuns: 200 },
    );
  });

  it('mirrors: all quantities turned give the same totals and the other kind', () => {
    fc.assert(
      fc.property(any, (all) => {
        const there = compose({ lines: all }).document;
        fc.pre(there.totals.gross > 0);
        const back = compose({
          lines: all.map((l) => ({
            ...l,
            quantity: l.quantity.startsWith('-') ? l.quantity.slice(1) : `-${l.quantity}`,
          })),
        }).document;
        expect(back.totals).toEqual(there.totals);
        expect(back.lines.map((l) => l.net)).toEqual(there.lines.map((l) => l.net));
        expect(back.kind === there.kind).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
