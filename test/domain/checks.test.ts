import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinChecks } from '#engine/domain/checks/builtin.ts';
import { type CheckContext, draftCheck, type HeldLine, type IssuedCandidate } from '#engine/domain/checks/check.ts';
import { checkRegistry } from '#engine/domain/checks/registry.ts';
import { composeDraft } from '#engine/domain/invoice/compose.ts';
import type { ComposeInput } from '#engine/domain/invoice/compose-types.ts';
import type { PendingLineForBilling } from '#engine/domain/invoice/pending-line.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { domainErrors } from '#shared/messages/errors/domain.ts';
import { type CheckId, findingTexts } from '#shared/messages/findings.ts';
import { PendingLineId } from '#shared/model/ids.ts';
import { company, customer, input, line } from './tables.ts';

const clean: Partial<ComposeInput> = { customer: customer(), lines: [line()] };
const raise = (more: Partial<ComposeInput> = {}, also: Partial<CheckContext> = {}) => {
  const whole = input({ ...clean, ...more });
  return builtinChecks.ofDraft({
    input: whole,
    composed: composeDraft(whole),
    runPeriod: null,
    keepsProducts: false,
    missingGlyphs: [],
    issued: [],
    today: whole.issueDate,
    customerArchived: false,
    creditRoom: null,
    ...also,
  });
};
/** One finding as 'level id', or undefined. */
const level = (id: CheckId, more: Partial<ComposeInput> = {}, also: Partial<CheckContext> = {}) =>
  raise(more, also).find((finding) => finding.check === id)?.level;
const params = (id: CheckId, more: Partial<ComposeInput> = {}, also: Partial<CheckContext> = {}) =>
  raise(more, also).find((finding) => finding.check === id)?.params;
const ofLines = (...all: Partial<PendingLineForBilling>[]) => ({ lines: all.map(line) });
const held = (why: HeldLine['why']): HeldLine => ({
  id: id(1),
  why,
  reference: '536414',
  amount: '12.00 GBP',
});
const id = (n: number) => PendingLineId.parse(`0192f000-0000-7000-8000-${String(n).padStart(12, '0')}`);

describe('a clean draft', () => {
  it('raises nothing', () => expect(raise()).toEqual([]));
});

describe('the customer', () => {
  it('has a name', () => {
    expect(level('customer.name_missing', { customer: customer({ name: null }) })).toBe('error');
    expect(level('customer.name_missing', { customer: customer({ name: '  ' }) })).toBe('error');
    expect(params('customer.name_missing', { customer: customer({ name: null, code: '17850' }) })).toEqual({
      code: '17850',
    });
  });

  it.each([
    [[], '21000', 'Dijon', 'error'],
    [[' '], '21000', 'Dijon', 'error'],
    [['3 rue X'], null, null, 'error'],
    [['3 rue X'], null, 'Dijon', undefined],
    [['3 rue X'], '21000', null, undefined],
    [['3 rue X', '21000 Dijon'], null, null, undefined],
  ] as const)('has an address: %j %j %j → %s', (addressLines, postcode, city, expected) => {
    expect(
      level('customer.address_missing', { customer: customer({ addressLines: [...addressLines], postcode, city }) }),
    ).toBe(expected);
  });

  it('has a postcode of its country’s length, or none', () => {
    const of = (country: string | null, postcode: string | null) => ({ customer: customer({ country, postcode }) });
    expect(params('customer.postcode_length', of('ES', '3500'))).toEqual({
      code: 'C001',
      postcode: '3500',
      country: 'ES',
    });
    expect(level('customer.postcode_length', of('FR', '9710'))).toBe('warning');
    for (const fits of [of('ES', '03500'), of('FR', null), of('GB', 'M1 1AA'), of(null, '1')]) {
      expect(level('customer.postcode_length', fits)).toBeUndefined();
    }
  });

  it('that was put away wants a look', () => {
    expect(level('customer.archived', {}, { customerArchived: true })).toBe('warning');
  });

  it('has a country, the one its lines name', () => {
    expect(level('customer.country_missing', { customer: customer({ country: null }) })).toBe('error');
    const german = ofLines({ customerCountry: 'DE' }, { customerCountry: 'FR' }, { customerCountry: 'BE' });
    expect(params('customer.country_differs', german)).toEqual({ code: 'C001', country: 'FR', lines: 'BE, DE' });
    expect(level('customer.country_differs', ofLines({ customerCountry: 'FR' }, {}))).toBeUndefined();
    expect(level('customer.country_differs', { ...german, customer: customer({ country: null }) })).toBeUndefined();
  });

  it('has a VAT number across a border of the Union, where it is a business', () => {
    const abroad = (more: object) => ({ customer: customer({ country: 'DE', ...more }) });
    expect(level('customer.tax_number_missing', abroad({}))).toBe('error');
    expect(level('customer.tax_number_missing', abroad({ kind: 'unknown' }))).toBeUndefined();
    expect(level('tax.treated_as_consumer', abroad({ kind: 'unknown' }))).toBe('warning');
    expect(raise(abroad({ kind: 'consumer' }))).toEqual([]);
    expect(raise(abroad({ vatNumber: 'DE136695976' }))).toEqual([]);
    expect(raise({ customer: customer({ country: 'US' }) })).toEqual([]);
  });

  it('has a VAT number of the right form and country', () => {
    const of = (vatNumber: string, country = 'DE') => ({ customer: customer({ country, vatNumber }) });
    expect(params('customer.vat_number_invalid', of('de 136 695 977'))).toEqual({
      code: 'C001',
      number: 'DE136695977',
      country: 'DE',
    });
    expect(level('customer.vat_number_invalid', of('136695976'))).toBe('error');
    expect(level('customer.vat_number_invalid', of('DE136695977'))).toBe('error');
    expect(level('customer.vat_number_invalid', { ...of('DE136695977'), ...ofLines({ supply: 'services' }) })).toBe(
      'error',
    );
    expect(level('customer.vat_number_invalid', of('DE136695977', 'FR'))).toBe('warning');
    expect(builtinChecks.acceptable('customer.vat_number_invalid')).toBe(true);
    expect(level('customer.vat_number_invalid', of('DE136695976'))).toBeUndefined();
    expect(level('customer.vat_number_invalid', of('XI000000000', 'GB'))).toBe('error');
    expect(level('customer.vat_number_invalid', of('US12-3456789', 'US'))).toBeUndefined();
    expect(level('customer.vat_number_of_seller_country', of('FR83404833048'))).toBe('warning');
  });
});

describe('lines', () => {
  it('have a price: missing blocks for good, zero wants a look', () => {
    const missing = raise(ofLines({}, { id: id(7), unitPrice: null, productCode: 'P9' })).filter(
      (f) => f.check === 'line.price_missing',
    );
    expect(missing).toEqual([
      { check: 'line.price_missing', level: 'error', params: { position: 2, product: 'P9' }, lineId: id(7) },
    ]);
    expect(builtinChecks.acceptable('line.price_missing')).toBe(false);
    expect(level('line.price_zero', ofLines({ unitPrice: '0.00' }, {}))).toBe('warning');
    expect(level('line.price_zero', ofLines({ unitPrice: null }, {}))).toBeUndefined();
  });

  it('have a description', () => {
    expect(level('line.description_missing', ofLines({ description: ' ' }))).toBe('warning');
    const product = {
      code: 'P1',
      name: 'Chaise',
      supply: null,
      unit: null,
      unitPrice: null,
      currency: null,
      taxClass: null,
    };
    expect(level('line.description_missing', ofLines({ description: null, product }))).toBeUndefined();
  });

  it('name known products, where the company keeps any: one finding a draft', () => {
    const unknown = { lines: ['A', 'B', 'A', 'C', 'D', 'E', 'F'].map((productCode) => line({ productCode })) };
    expect(params('line.product_unknown', unknown, { keepsProducts: true })).toEqual({
      count: 6,
      codes: 'A, B, C, D, E…',
    });
    expect(level('line.product_unknown', unknown, { keepsProducts: false })).toBeUndefined();
    expect(level('line.product_unknown', ofLines({ productCode: null }), { keepsProducts: true })).toBeUndefined();
  });

  it('have a date, not after issue, not older than a year', () => {
    const inRun = { runPeriod: { from: '2026-03-01', to: '2026-04-01' } };
    expect(params('line.date_missing', ofLines({ date: null }, {}), inRun)).toEqual({ count: 1 });
    expect(level('line.date_missing', ofLines({ date: null }))).toBeUndefined();
    expect(level('line.date_after_issue', ofLines({ date: '2026-03-31' }))).toBeUndefined();
    expect(params('line.date_after_issue', ofLines({ date: '2026-04-01' }, { date: '2026-04-03' }))).toEqual({
      count: 2,
      date: '2026-04-03',
      issue: '2026-03-31',
    });
    expect(level('line.date_old', ofLines({ date: '2025-03-31' }))).toBeUndefined();
    expect(params('line.date_old', ofLines({ date: '2025-03-30' }))).toEqual({ count: 1, date: '2025-03-30' });
    const leap = (date: string) => level('line.date_old', { ...ofLines({ date }), issueDate: '2028-02-29' });
    expect([leap('2027-02-28'), leap('2027-02-27')]).toEqual([undefined, 'warning']);
  });

  it('lie in the run’s half-open period', () => {
    const runPeriod = { from: '2026-03-01', to: '2026-04-01' };
    const at = (date: string) =>
      level('line.date_outside_run', { ...ofLines({ date }), issueDate: '2026-04-30' }, { runPeriod });
    expect([at('2026-02-28'), at('2026-03-01'), at('2026-03-31'), at('2026-04-01')]).toEqual([
      'warning',
      undefined,
      undefined,
      'warning',
    ]);
  });

  it('have prices that the currency can hold', () => {
    const yen = (unitPrice: string) =>
      params('line.price_finer_than_currency', { currency: 'JPY', ...ofLines({ unitPrice }) });
    expect([yen('100'), yen('100.0'), yen('100.5')]).toEqual([undefined, undefined, { count: 1, currency: 'JPY' }]);
    expect(level('line.price_finer_than_currency', ofLines({ unitPrice: '0.0001' }))).toBeUndefined();
  });

  it('without a customer are held', () => {
    expect(builtinChecks.ofHeldLine(held('customer_missing'))).toEqual([
      {
        check: 'line.customer_missing',
        level: 'error',
        params: { reference: '536414', amount: '12.00 GBP' },
        lineId: id(1),
      },
    ]);
  });

  it('that cannot be calculated are held', () => {
    expect(builtinChecks.ofHeldLine(held('amount_too_large')).map((found) => found.check)).toEqual([
      'line.amount_too_large',
    ]);
  });
});

describe('the document', () => {
  it('is not nothing', () => {
    expect(level('document.total_zero', ofLines({ quantity: '0' }))).toBe('warning');
    expect(level('document.total_zero', ofLines({ unitPrice: '0.01' }))).toBeUndefined();
  });

  it('that is negative becomes a credit note and wants its invoice', () => {
    const credit = ofLines({ quantity: '-1' });
    expect(params('document.total_negative', credit)).toEqual({ amount: '120.00 EUR' });
    expect(level('document.preceding_unknown', credit)).toBe('warning');
    expect(
      level('document.preceding_unknown', { ...credit, company: company({ country: 'GB', vatNumber: 'GB1' }) }),
    ).toBe('note');
    expect(
      level('document.preceding_unknown', { ...credit, precedingInvoices: [{ number: 'F-1', issueDate: null }] }),
    ).toBeUndefined();
    expect(level('document.preceding_unknown')).toBeUndefined();
  });

  it('names an invoice that is there, and takes no more than is left of it', () => {
    const credit = ofLines({ quantity: '-1' });
    const naming = (issueDate: string | null) => ({ ...credit, precedingInvoices: [{ number: 'F-1', issueDate }] });
    expect(params('document.preceding_not_found', naming(null))).toEqual({ numbers: 'F-1' });
    expect(level('document.preceding_not_found', naming('2026-01-31'))).toBeUndefined();
    const room = (left: number) => ({ creditRoom: { numbers: 'F-1', left } });
    expect(params('document.credit_exceeds_invoice', naming('2026-01-31'), room(11999))).toEqual({
      amount: '120.00 EUR',
      left: '119.99 EUR',
      numbers: 'F-1',
    });
    expect(level('document.credit_exceeds_invoice', naming('2026-01-31'), room(12000))).toBeUndefined();
    expect(level('document.credit_exceeds_invoice', {}, room(0))).toBeUndefined();
    expect(level('document.preceding_not_found', naming(null))).toBe('error');
    expect(level('document.credit_exceeds_invoice', naming('2026-01-31'), room(0))).toBe('error');
    expect(builtinChecks.acceptable('document.preceding_not_found')).toBe(true);
    expect(builtinChecks.acceptable('document.credit_exceeds_invoice')).toBe(true);
  });

  it('is not dated far ahead; long ago is merely said', () => {
    const on = (today: string) => level('document.issue_date_far', {}, { today });
    expect([on('2026-02-28'), on('2026-02-27')]).toEqual([undefined, 'error']);
    expect([on('2027-03-31'), on('2027-04-01')]).toEqual([undefined, 'note']);
    expect(params('document.issue_date_far', {}, { today: '2025-03-31' })).toEqual({
      date: '2026-03-31',
      today: '2025-03-31',
    });
  });

  it('covers one calendar month in France', () => {
    const period = (from: string, to: string, country = 'FR') =>
      level('document.period_over_month', {
        ...ofLines({ date: from }, { date: to }),
        company: company({ country, vatNumber: `${country}1` }),
      });
    expect([
      period('2026-03-01', '2026-03-31'),
      period('2026-02-28', '2026-03-01'),
      period('2026-02-28', '2026-03-01', 'BE'),
    ]).toEqual([undefined, 'note', undefined]);
  });

  it('stays within what a spreadsheet keeps', () => {
    const of = (unitPrice: string) => level('document.amount_too_large', ofLines({ unitPrice, taxClass: 'zero' }));
    expect([of('9999999999999.99'), of('10000000000000')]).toEqual([undefined, 'error']);
    expect(params('document.amount_too_large', ofLines({ unitPrice: '10000000000000', taxClass: 'zero' }))).toEqual({
      amount: '10000000000000.00 EUR',
    });
    expect(builtinChecks.acceptable('document.amount_too_large')).toBe(false);
  });

  it('was not billed before', () => {
    const earlier = (more: Partial<IssuedCandidate> = {}) => ({
      issued: [
        {
          number: 'F-9',
          issueDate: '2026-03-28',
          kind: 'invoice',
          source: null,
          currency: 'EUR',
          gross: 12000,
          ...more,
        } as const,
      ],
    });
    const draft = { source: '545220' };
    const find = (more: Partial<IssuedCandidate>) => raise(draft, earlier(more)).map((f) => `${f.level} ${f.check}`);
    expect(find({ source: '545220' })).toEqual(['error document.reference_billed']);
    expect(find({ source: '545220', gross: 1, issueDate: '2020-01-01' })).toEqual(['error document.reference_billed']);
    expect(find({ source: '545220', kind: 'credit_note' })).toEqual([]);
    expect(find({})).toEqual(['warning document.likely_duplicate']);
    expect(find({ source: '545221' })).toEqual(['warning document.likely_duplicate']);
    expect(find({ issueDate: '2026-03-25' })).toEqual(['warning document.likely_duplicate']);
    expect(find({ issueDate: '2026-03-24' })).toEqual([]);
    expect(find({ gross: 12001 })).toEqual([]);
    expect(find({ currency: 'GBP' })).toEqual([]);
    expect(find({ kind: 'credit_note' })).toEqual([]);
    expect(params('document.reference_billed', draft, earlier({ source: '545220' }))).toEqual({
      reference: '545220',
      number: 'F-9',
      date: '2026-03-28',
    });
  });
});

describe('company and tax', () => {
  it('say where to pay and that no tax is charged', () => {
    expect(level('company.iban_missing', { company: company({ iban: null }) })).toBe('note');
    expect(
      level('company.iban_missing', { company: company({ iban: null }), ...ofLines({ quantity: '-1' }) }),
    ).toBeUndefined();
    expect(level('company.vat_number_missing', { company: company({ vatNumber: null }) })).toBe('error');
    expect(builtinChecks.acceptable('company.vat_number_missing')).toBe(true);
  });

  it('want the company’s own address and a VAT number of the right form', () => {
    const of = (more: Parameters<typeof company>[0]) => ({ company: company(more) });
    expect(level('company.address_missing', of({ addressLines: [] }))).toBe('error');
    expect(level('company.address_missing', of({ city: null, postcode: null }))).toBe('error');
    expect(level('company.address_missing', of({ addressLines: ['1 rue X', 'Lyon'], city: null }))).toBeUndefined();
    expect(builtinChecks.acceptable('company.address_missing')).toBe(true);
    expect(params('company.vat_number_invalid', of({ vatNumber: 'fr 00 404 833 048' }))).toEqual({
      number: 'FR00404833048',
    });
    expect(level('company.vat_number_invalid', of({ vatNumber: 'FR00404833048' }))).toBe('warning');
    expect(level('company.vat_number_invalid', of({ vatNumber: null }))).toBeUndefined();
  });

  it('say what was assumed', () => {
    expect(
      params('tax.rate_class_unknown', {
        company: company({ country: 'GB', vatNumber: 'GB1' }),
        customer: customer({ country: 'GB' }),
        ...ofLines({ taxClass: 'super_reduced' }, {}),
      }),
    ).toEqual({ count: 1 });
    expect(level('tax.rate_before_history', ofLines({ date: '1999-01-01' }))).toBe('error');
    const american = { customer: customer({ country: 'US' }) };
    expect(
      level('tax.outside_scope_mixed', { ...american, ...ofLines({ supply: 'services' }, { supply: 'goods' }) }),
    ).toBe('warning');
    expect(level('tax.outside_scope_mixed', { ...american, ...ofLines({ supply: 'services' }) })).toBeUndefined();
  });
});

describe('the registry', () => {
  it('has exactly the checks that have texts', () => {
    expect(builtinChecks.checks.map((check) => check.id).sort()).toEqual(Object.keys(findingTexts).sort());
  });

  it('refuses an id used twice', () => {
    const check = draftCheck({ id: 'document.total_zero', level: 'note', acceptable: true, run: () => [] });
    expect(() => checkRegistry([check], [check])).toThrow('document.total_zero');
  });

  it('lets a person accept what may be, and nothing that is gone', () => {
    const hard = builtinChecks.checks.filter((check) => !check.acceptable).map((check) => check.id);
    expect(hard.sort()).toEqual([
      'document.amount_too_large',
      'line.amount_too_large',
      'line.customer_missing',
      'line.price_missing',
    ]);
    expect(builtinChecks.acceptable('gone')).toBe(false);
  });

  it('asks about characters that the paper cannot show, naming them', () => {
    const [finding] = raise({}, { missingGlyphs: ['日', '本'] });
    expect(finding).toMatchObject({
      check: 'document.glyphs_missing',
      level: 'error',
      params: { count: 2, characters: '日 本' },
    });
  });

  it('gives each text the parameters it asks for', () => {
    const abroad = customer({ name: null, addressLines: [], country: 'DE', vatNumber: 'DE1' });
    const many = ofLines(
      { unitPrice: null, date: null, description: null },
      { unitPrice: '0', date: '1980-01-01', customerCountry: 'BE' },
      { date: '2026-05-01', unitPrice: '10000000000000.5', taxClass: 'second_reduced' },
    );
    const issued: IssuedCandidate[] = [
      { number: 'F', issueDate: '2026-03-30', kind: 'invoice', source: 's', currency: 'EUR', gross: 1 },
    ];
    const period = { runPeriod: { from: '2026-03-01', to: '2026-04-01' }, keepsProducts: true, issued };
    const dk = company({ country: 'DK', vatNumber: 'DK1', iban: null, addressLines: [] });
    const all = [
      ...raise({ ...many, source: 's', customer: abroad }, period),
      ...raise({ ...many, customer: customer({ country: null }), company: dk, currency: 'JPY' }, period),
      ...raise({ ...many, customer: customer({ country: 'DE', vatNumber: 'DK12345678' }), company: dk }),
      ...raise({ customer: customer({ country: 'DE' }), company: company({ vatNumber: null }) }),
      ...raise({ customer: customer({ country: 'DE' }) }),
      ...raise({ customer: customer({ country: 'DE', kind: 'unknown' }), ...ofLines({ quantity: '-1' }) }),
      ...raise({
        customer: customer({ country: 'US' }),
        ...ofLines({ supply: 'services', quantity: '0' }, { quantity: '0' }),
      }),
      ...raise({}, { issued: [{ ...(issued[0] as IssuedCandidate), gross: 12000 }] }), // the list above has one
      ...raise(ofLines({ date: '2026-02-01' }, {})),
      ...raise({}, { missingGlyphs: ['日', '本'] }),
      ...raise(
        {
          ...ofLines({ quantity: '-1' }),
          customer: customer({ postcode: '1' }),
          precedingInvoices: [{ number: 'F', issueDate: null }],
        },
        { customerArchived: true, creditRoom: { numbers: 'F', left: 1 }, today: '2020-01-01' },
      ),
      ...builtinChecks.ofHeldLine({ ...held('customer_missing'), reference: null }),
      ...builtinChecks.ofHeldLine(held('amount_too_large')),
    ];
    for (const finding of all) {
      const texts = findingTexts[finding.check];
      for (const language of ['fr', 'en'] as const) {
        for (const text of [texts.title, texts.detail, texts.remedy]) {
          expect(fill(text, language, finding.params)).not.toMatch(/[{}]/);
        }
      }
    }
    expect([...new Set(all.map((finding) => finding.check))].sort()).toEqual(Object.keys(findingTexts).sort());
  });
});

describe('errors of the rules', () => {
  it('each have their text, and each text its error', () => {
    const folder = join(import.meta.dirname, '..', '..', 'src', 'main', 'engine', 'domain');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const thrown = sources.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/new EngineError\(\s*'(\w+)'/g)].map((match) => match[1]),
    );
    expect([...new Set(thrown)].sort()).toEqual(Object.keys(domainErrors).sort());
  });
});
