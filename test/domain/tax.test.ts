import { describe, expect, it } from 'vitest';
import { addDays } from '#engine/domain/calendar.ts';
import { rateOn } from '#engine/domain/tax/rates.ts';
import { resolveTax, type TaxBuyer, type TaxQuestion, type TaxSeller } from '#engine/domain/tax/resolve.ts';
import { holds, taxTables } from '#engine/domain/tax/tables.ts';
import { postcodeFits, vatTerritory } from '#engine/domain/tax/territory.ts';
import { tax as tables } from './tables.ts';

const from = (
  country: string,
  vatNumber: string | null = `${country}123`,
  postcode: string | null = null,
): TaxSeller => ({ country, vatNumber, postcode });
const to = (country: string | null, more: Partial<TaxBuyer> = {}): TaxBuyer => ({
  country,
  postcode: null,
  kind: 'business',
  vatNumber: null,
  ...more,
});
const ask = (seller: TaxSeller, buyer: TaxBuyer, more: Partial<TaxQuestion> = {}) =>
  resolveTax({ seller, buyer, supply: 'goods', taxClass: 'standard', taxPoint: '2026-03-10', tables, ...more });
/** Category, rate, reason, mention and notes in one line. */
const short = (...args: Parameters<typeof ask>): string => {
  const { category, rate, reasonCode, mentionCode, notes } = ask(...args);
  return [category, rate, reasonCode ?? '-', mentionCode ?? '-', ...notes].join(' ');
};

describe('rates by date: the last day of the old, the first of the new', () => {
  it.each([
    ['GB', '2008-11-30', '17.5'],
    ['GB', '2008-12-01', '15'],
    ['GB', '2009-12-31', '15'],
    ['GB', '2010-01-01', '17.5'],
    ['GB', '2011-01-03', '17.5'],
    ['GB', '2011-01-04', '20'],
    ['DE', '2020-06-30', '19'],
    ['DE', '2020-07-01', '16'],
    ['DE', '2020-12-31', '16'],
    ['DE', '2021-01-01', '19'],
    ['FR', '2013-12-31', '19.6'],
    ['FR', '2014-01-01', '20'],
    ['IE', '2011-12-31', '21'],
    ['IE', '2012-01-01', '23'],
    ['IE', '2020-09-01', '21'],
    ['IE', '2021-03-01', '23'],
    ['ES', '2010-06-30', '16'],
    ['ES', '2010-07-01', '18'],
    ['ES', '2012-09-01', '21'],
    ['IT', '2011-09-16', '20'],
    ['IT', '2011-09-17', '21'],
    ['IT', '2013-10-01', '22'],
    ['NL', '2012-09-30', '19'],
    ['NL', '2012-10-01', '21'],
    ['PT', '2010-12-31', '21'],
    ['PT', '2011-01-01', '23'],
    ['LU', '2023-01-01', '16'],
    ['LU', '2024-01-01', '17'],
    ['CH', '2010-12-31', '7.6'],
    ['CH', '2011-01-01', '8'],
    ['CH', '2018-01-01', '7.7'],
    ['CH', '2023-12-31', '7.7'],
    ['CH', '2024-01-01', '8.1'],
    ['NO', '2026-01-01', '25'],
    ['AT', '2026-01-01', '20'],
    ['BE', '2026-01-01', '21'],
    ['FI', '2024-08-31', '24'],
    ['FI', '2024-09-01', '25.5'],
    ['EE', '2025-07-01', '24'],
    ['RO', '2025-08-01', '21'],
    ['SK', '2025-01-01', '23'],
    ['RE', '2026-01-01', '8.5'],
  ])('%s on %s: %s %%', (country, day, rate) => {
    expect(rateOn(country, 'standard', day, tables)).toMatchObject({ rate, beforeHistory: false });
  });

  it.each([
    ['FR', 'reduced', '5.5'],
    ['FR', 'second_reduced', '10'],
    ['FR', 'super_reduced', '2.1'],
    ['DE', 'reduced', '7'],
    ['BE', 'reduced', '6'],
    ['BE', 'second_reduced', '12'],
    ['ES', 'reduced', '10'],
    ['ES', 'super_reduced', '4'],
    ['IT', 'reduced', '10'],
    ['NL', 'reduced', '9'],
    ['AT', 'second_reduced', '13'],
    ['PT', 'second_reduced', '13'],
    ['IE', 'reduced', '13.5'],
    ['LU', 'super_reduced', '3'],
    ['CH', 'reduced', '2.6'],
    ['CH', 'second_reduced', '3.8'],
    ['NO', 'second_reduced', '12'],
    ['GB', 'reduced', '5'],
  ] as const)('%s %s in 2026: %s %%', (country, taxClass, rate) => {
    expect(rateOn(country, taxClass, '2026-03-10', tables)?.rate).toBe(rate);
  });

  it('say so where the class does not exist, where history begins, and where there is no country', () => {
    expect(rateOn('DK', 'reduced', '2026-01-01', tables)).toMatchObject({ rate: '25', taxClass: 'standard' });
    expect(rateOn('CZ', 'second_reduced', '2024-01-01', tables)).toMatchObject({ rate: '21', taxClass: 'standard' });
    expect(rateOn('FR', 'standard', '2000-03-31', tables)).toMatchObject({ rate: '19.6', beforeHistory: true });
    expect(rateOn('US', 'standard', '2026-01-01', tables)).toBeNull();
  });
});

describe('the tables', () => {
  it('have one standard rate on every day since 2010 for every member and CH, NO, GB', () => {
    const members = [...new Set(tables.euVatArea.map((row) => row.country))].filter((c) => c !== 'XI');
    for (const country of [...members, 'CH', 'NO']) {
      const rows = (tables.rates[country] ?? []).filter((row) => row.taxClass === 'standard');
      const edges = ['2008-01-01', '2026-12-31', ...rows.flatMap((r) => [r.validFrom, addDays(r.validFrom, -1)])];
      for (const day of edges.filter((d) => d >= '2008-01-01')) {
        expect([country, day, rows.filter((row) => holds(row, day)).length]).toEqual([country, day, 1]);
      }
    }
  });

  it('have no two rates of one class on one day', () => {
    for (const [country, rows] of Object.entries(tables.rates)) {
      for (const a of rows) {
        const rivals = rows.filter((b) => b !== a && b.taxClass === a.taxClass && holds(b, a.validFrom));
        expect([country, a.taxClass, a.validFrom, rivals.length]).toEqual([country, a.taxClass, a.validFrom, 0]);
      }
    }
  });

  it('are refused when edited into nonsense', () => {
    const areas = { version: 'x', postcodeLengths: {}, euVatArea: [], territories: [] };
    const row = { taxClass: 'standard', rate: '20', validFrom: '2014-01-01', validTo: null, source: 's' };
    const rates = (more: object) => ({ version: 'x', countries: { FR: [{ ...row, ...more }] } });
    expect(taxTables(rates({}), areas).version).toBe('x/x');
    for (const wrong of [
      { rate: '20 %' },
      { rate: 20 },
      { validFrom: '2014-02-30' },
      { taxClass: 'zero' },
      { source: '' },
    ]) {
      expect(() => taxTables(rates(wrong), areas)).toThrow();
    }
  });
});

describe('territories', () => {
  const where = (
    country: string,
    day = '2026-03-10',
    postcode: string | null = null,
    vatNumber: string | null = null,
    supply: 'goods' | 'services' = 'goods',
  ) => {
    const { code, ratesOf, inUnion } = vatTerritory({ country, postcode, vatNumber }, day, supply, tables);
    return [code, ratesOf, inUnion].join(' ');
  };

  it('date the Union: HR from 1 July 2013, GB until 31 December 2020', () => {
    expect(where('HR', '2013-06-30')).toBe('HR HR false');
    expect(where('HR', '2013-07-01')).toBe('HR HR true');
    expect(where('GB', '2020-12-31')).toBe('GB GB true');
    expect(where('GB', '2021-01-01')).toBe('GB GB false');
    expect(where('BG', '2006-12-31')).toBe('BG BG false');
  });

  it('keep Northern Ireland in for goods only', () => {
    expect(where('XI')).toBe('GB GB true');
    expect(where('GB', '2026-03-10', null, 'XI123456789')).toBe('GB GB true');
    expect(where('XI', '2026-03-10', null, null, 'services')).toBe('GB GB false');
  });

  it('know the places that are elsewhere than their code says', () => {
    expect(where('MC')).toBe('FR FR true');
    expect(where('IM', '2010-01-01')).toBe('GB GB true');
    expect(where('JE', '2010-01-01')).toBe('JE  false');
    expect(where('GG')).toBe('GG  false');
    expect(where('GI', '2019-01-01')).toBe('GI  false');
    expect(where('LI')).toBe('CH CH false');
    expect(where('RE')).toBe('RE RE false');
    expect(where('FR', '2026-03-10', '97410')).toBe('RE RE false');
    expect(where('FR', '2026-03-10', 'F-97 300')).toBe('GF  false');
    expect(where('FR', '2026-03-10', '75001')).toBe('FR FR true');
    expect(where('ES', '2026-03-10', '35001')).toBe('IC  false');
    expect(where('ES', '2026-03-10', '28001')).toBe('ES ES true');
    expect(where('DE', '2026-03-10', '78266')).toBe('CH CH false');
  });

  it.each([
    ['97133', 'BL  false'],
    ['97150', 'MF  false'],
    ['97500', 'PM  false'],
    ['98600', 'WF  false'],
    ['98714', 'PF  false'],
    ['98800', 'NC  false'],
    ['97110', 'GP-MQ GP false'],
    ['97200', 'GP-MQ MQ false'],
  ])('know the French %s as %s', (postcode, expected) => {
    expect(where('FR', '2026-03-10', postcode)).toBe(expected);
  });

  it('read no territory out of a postcode that lost its leading zero', () => {
    for (const [country, whole, cut] of [
      ['ES', '03500', '3500'],
      ['ES', '05100', '5100'],
      ['FI', '02200', '2200'],
      ['FR', '09710', '9710'],
    ] as const) {
      const home = `${country} ${country} true`;
      expect([where(country, '2026-03-10', whole), where(country, '2026-03-10', cut)]).toEqual([home, home]);
      expect([whole, cut, null, ' '].map((postcode) => postcodeFits({ country, postcode }, tables))).toEqual([
        true,
        false,
        true,
        true,
      ]);
    }
    expect(postcodeFits({ country: 'GB', postcode: 'M1' }, tables)).toBe(true);
  });

  it('know Northern Ireland by its postcodes: in for goods', () => {
    expect(where('GB', '2026-03-10', 'bt1 1aa')).toBe('GB GB true');
    expect(where('GB', '2026-03-10', 'BT1 1AA', null, 'services')).toBe('GB GB false');
    expect(where('GB', '2020-12-31', 'BT1 1AA', null, 'services')).toBe('GB GB true');
    expect(where('GB', '2026-03-10', 'B1 1AA')).toBe('GB GB false');
  });
});

describe('domestic', () => {
  it.each([
    ['standard', 'S 20 - -'],
    ['reduced', 'S 5.5 - -'],
    ['second_reduced', 'S 10 - -'],
    ['super_reduced', 'S 2.1 - -'],
    ['zero', 'Z 0 - -'],
    ['exempt', 'E 0 - exempt_supply'],
  ] as const)('%s: %s', (taxClass, expected) => expect(short(from('FR'), to('FR'), { taxClass })).toBe(expected));

  it('is also Monaco for France, the Isle of Man for Britain, Liechtenstein for Switzerland', () => {
    expect(short(from('FR'), to('MC', { vatNumber: 'FR123' }))).toBe('S 20 - -');
    expect(short(from('GB'), to('IM'))).toBe('S 20 - -');
    expect(short(from('CH'), to('LI'), { supply: 'services' })).toBe('S 8.1 - -');
    expect(short(from('GB'), to('XI'))).toBe('S 20 - -');
  });

  it('is what an unknown country is taken for', () => {
    expect(short(from('FR'), to(null))).toBe('S 20 - - buyer_country_unknown');
  });

  it('explains the rate', () => {
    expect(ask(from('GB'), to('GB'), { taxPoint: '2011-01-03' }).explanation).toEqual({
      case: 'domestic',
      taxPoint: '2011-01-03',
      seller: 'GB',
      buyer: 'GB',
      business: true,
      taxClass: 'standard',
      rateOf: 'GB',
      rateValidFrom: '2010-01-01',
      source: 'VATA 1994 s. 2, Sch. 7A',
    });
  });

  it('falls back aloud', () => {
    expect(short(from('GB'), to('GB'), { taxClass: 'super_reduced' })).toBe('S 20 - - rate_class_unknown');
    expect(short(from('GB'), to('GB'), { taxPoint: '1980-01-01' })).toBe('S 17.5 - - rate_before_history');
  });
});

describe('within the Union', () => {
  const german = { vatNumber: 'DE136695976' };

  it('goods between businesses are exempt (138), services reverse charged (196)', () => {
    expect(short(from('FR'), to('DE', german))).toBe('K 0 VATEX-EU-IC intra_eu_goods');
    expect(short(from('FR'), to('DE', german), { supply: 'services' })).toBe('AE 0 VATEX-EU-AE reverse_charge');
    expect(short(from('FR'), to('DE', { ...german, kind: 'unknown' }))).toBe('K 0 VATEX-EU-IC intra_eu_goods');
    expect(short(from('FR'), to('GR', { vatNumber: 'EL123456789' }))).toBe('K 0 VATEX-EU-IC intra_eu_goods');
  });

  it('are taxed at home without a number, and say so', () => {
    for (const supply of ['goods', 'services'] as const) {
      expect(short(from('FR'), to('DE'), { supply })).toBe('S 20 - - business_without_vat_number');
      expect(short(from('FR'), to('DE', { kind: 'unknown' }), { supply })).toBe('S 20 - - treated_as_consumer');
      expect(short(from('FR'), to('DE', { kind: 'consumer', ...german }), { supply })).toBe('S 20 - -');
      expect(short(from('FR'), to('DE', { vatNumber: 'FR123' }), { supply })).toBe(
        'S 20 - - vat_number_of_seller_country',
      );
      expect(short(from('FR'), to('DE', { vatNumber: 'CHE123456789' }), { supply })).toBe(
        'S 20 - - business_without_vat_number',
      );
    }
  });

  it('what is exempt by its nature stays so: never reverse charged, with a number or without', () => {
    for (const supply of ['goods', 'services'] as const) {
      for (const buyer of [to('DE', german), to('DE'), to('DE', { kind: 'consumer' })]) {
        expect(short(from('FR'), buyer, { supply, taxClass: 'exempt' })).toBe('E 0 - exempt_supply');
      }
    }
  });

  it('a number of a third member will do, as will one written without its country', () => {
    expect(short(from('FR'), to('DE', { vatNumber: 'NL123' }))).toBe('K 0 VATEX-EU-IC intra_eu_goods');
    expect(short(from('FR'), to('DE', { vatNumber: '136695976' }))).toBe('K 0 VATEX-EU-IC intra_eu_goods');
  });

  it('Britain is in until the end of 2020, by the tax point', () => {
    const british = { vatNumber: 'GB123' };
    expect(short(from('FR'), to('GB', british), { taxPoint: '2020-12-31' })).toBe('K 0 VATEX-EU-IC intra_eu_goods');
    expect(short(from('FR'), to('GB', british), { taxPoint: '2021-01-01' })).toBe('G 0 VATEX-EU-G export');
    expect(short(from('GB'), to('FR', { vatNumber: 'FR123' }), { taxPoint: '2010-12-10' })).toBe(
      'K 0 VATEX-EU-IC intra_eu_goods',
    );
    expect(short(from('GB'), to('FR', { kind: 'unknown' }), { taxPoint: '2010-12-10' })).toBe(
      'S 17.5 - - treated_as_consumer',
    );
  });

  it('Northern Ireland: goods in, services out', () => {
    const ni = { vatNumber: 'XI123456789' };
    expect(short(from('FR'), to('GB', ni))).toBe('K 0 VATEX-EU-IC intra_eu_goods');
    expect(short(from('FR'), to('XI', ni))).toBe('K 0 VATEX-EU-IC intra_eu_goods');
    expect(short(from('FR'), to('XI', ni), { supply: 'services' })).toBe('O 0 VATEX-EU-O outside_scope');
  });

  it('the Canaries, Åland and Büsingen are out for goods', () => {
    expect(short(from('FR'), to('ES', { postcode: '38001', vatNumber: 'ES123' }))).toBe('G 0 VATEX-EU-G export');
    expect(short(from('FI'), to('AX'))).toBe('G 0 VATEX-EU-G export');
    expect(short(from('DE'), to('DE', { postcode: '78266' }))).toBe('G 0 VATEX-EU-G export');
  });
});

describe('beyond the Union', () => {
  it('goods leave without tax, whoever buys', () => {
    for (const kind of ['business', 'consumer', 'unknown'] as const) {
      expect(short(from('FR'), to('US', { kind }))).toBe('G 0 VATEX-EU-G export');
    }
    expect(short(from('GB'), to('JE'), { taxPoint: '2010-12-10' })).toBe('G 0 VATEX-EU-G export');
    expect(short(from('FR'), to('HR', { vatNumber: 'HR1' }), { taxPoint: '2013-06-30' })).toBe('G 0 VATEX-EU-G export');
  });

  it('services to a business are outside the scope, to a consumer taxed at home', () => {
    const services = { supply: 'services' } as const;
    expect(short(from('FR'), to('US'), services)).toBe('O 0 VATEX-EU-O outside_scope');
    expect(short(from('FR'), to('CH', { kind: 'unknown', vatNumber: 'CHE123456788' }), services)).toBe(
      'O 0 VATEX-EU-O outside_scope',
    );
    expect(short(from('FR'), to('US', { kind: 'consumer' }), services)).toBe('S 20 - -');
    expect(short(from('FR'), to('US', { kind: 'unknown' }), services)).toBe('S 20 - - treated_as_consumer');
  });

  it.each(['CH', 'NO', 'GB'])(
    'a seller in %s exports by its own law: G with a text, not the Directive’s code',
    (seller) => {
      expect(short(from(seller), to('FR', { vatNumber: 'FR123' }))).toBe('G 0 - export');
      expect(short(from(seller), to('US'))).toBe('G 0 - export');
      expect(short(from(seller), to('FR'), { supply: 'services' })).toBe('O 0 VATEX-EU-O outside_scope');
      expect(short(from(seller), to('FR', { kind: 'consumer' }), { supply: 'services' })).toMatch(
        /^S (8\.1|25|20) - -$/,
      );
    },
  );

  it('a seller in a country without a table bears no VAT', () => {
    expect(short(from('US'), to('US'))).toBe('O 0 VATEX-EU-O no_vat_country');
    expect(short(from('JE'), to('FR'))).toBe('O 0 VATEX-EU-O no_vat_country');
  });
});

describe('France and its overseas departments', () => {
  it('goods are as an export, both ways; services are taxed where the business is', () => {
    expect(short(from('FR'), to('RE'))).toBe('G 0 VATEX-EU-G export_overseas');
    expect(short(from('RE'), to('FR'))).toBe('G 0 VATEX-EU-G export_overseas');
    expect(short(from('FR'), to('FR', { postcode: '97200' }))).toBe('G 0 VATEX-EU-G export_overseas');
    expect(short(from('FR'), to('RE'), { supply: 'services' })).toBe('S 8.5 - -');
    expect(short(from('FR'), to('RE', { kind: 'consumer' }), { supply: 'services' })).toBe('S 20 - -');
    expect(short(from('FR'), to('GF'), { supply: 'services' })).toBe('E 0 - overseas_no_vat');
    expect(short(from('RE'), to('RE'))).toBe('S 8.5 - -');
    expect(short(from('RE'), to('RE'), { taxClass: 'reduced' })).toBe('S 2.1 - -');
    expect(short(from('RE'), to('DE', { vatNumber: 'DE1' }))).toBe('G 0 - export');
    expect(short(from('GP'), to('MQ'))).toBe('S 8.5 - -');
    expect(short(from('GP'), to('RE'))).toBe('G 0 VATEX-EU-G export_overseas');
    expect(short(from('FR'), to('FR', { postcode: '98800' }))).toBe('G 0 VATEX-EU-G export');
  });
});

describe('a seller without a VAT number', () => {
  it('charges none, anywhere', () => {
    for (const buyer of [to('FR'), to('DE', { vatNumber: 'DE1' }), to('US'), to(null)]) {
      expect(short(from('FR', null), buyer)).toBe('E 0 VATEX-FR-FRANCHISE small_business');
      expect(short(from('DE', null), buyer, { taxClass: 'reduced' })).toBe('E 0 - small_business');
    }
  });
});
