import { describe, expect, it } from 'vitest';
import { formatNumber, parsePattern } from '#engine/domain/invoice/numbering.ts';
import { CompanyProfile } from '#shared/model/company.ts';
import { companyDefaults } from '#shared/model/company-defaults.ts';
import { exampleNumber, patternFault } from '../../src/renderer/features/settings/number.ts';
import { bicIsGood, emailIsGood, ibanIsGood, vatNumberIsGood } from '../../src/renderer/features/settings/numbers.ts';
import {
  addressLines,
  blankProfile,
  changeCountry,
  fromProfile,
  toProfile,
  validateProfile,
} from '../../src/renderer/features/settings/profile.ts';

describe('numbers in the series form', () => {
  it('shows what the engine would give', () => {
    const parts = { prefix: 'FA', date: '2026-11-22', rank: 482, customer: 'C142' };
    for (const pattern of ['{prefix}-{year}-{month}-{seq:5}', '{prefix}{year:2}{month}{seq:4}', '{seq}/{customer}']) {
      const engine = formatNumber(parsePattern(pattern), {
        prefix: parts.prefix,
        issueDate: parts.date,
        seq: parts.rank,
        customerCode: parts.customer,
      });
      expect(exampleNumber(pattern, parts)).toBe(engine);
    }
  });

  it('refuses a pattern that would give a number twice', () => {
    expect(patternFault('{prefix}{year}', 'never')).toBeDefined();
    expect(patternFault('{seq}{seq}', 'never')).toBeDefined();
    expect(patternFault('{prefix}{seq:5}', 'yearly')).toBeDefined();
    expect(patternFault('{prefix}{rank}{seq}', 'never')).toBeDefined();
    expect(patternFault('{prefix}{seq:5', 'never')).toBeDefined();
    expect(patternFault('{prefix}{seq:5}', 'never')).toBeUndefined();
    expect(patternFault('{year:2}{seq:5}', 'yearly')).toBeUndefined();
  });
});

describe('numbers with check digits', () => {
  it('are checked by form and key, and silent where nothing is known', () => {
    expect(vatNumberIsGood('FR 83 404 833 048')).toBe(true);
    expect(vatNumberIsGood('FR84404833048')).toBe(false);
    expect(vatNumberIsGood(null)).toBeNull();
    expect(ibanIsGood('FR76 3000 6000 0112 3456 7890 189')).toBe(true);
    expect(ibanIsGood('FR76 3000 6000 0112 3456 7890 188')).toBe(false);
    expect(bicIsGood('AGRIFRPP')).toBe(true);
    expect(bicIsGood('AGRI')).toBe(false);
    expect(emailIsGood('compta@ateliers.example')).toBe(true);
    expect(emailIsGood('compta@ateliers')).toBe(false);
  });
});

describe('the company form', () => {
  it('begins with what the country usually means', () => {
    expect(companyDefaults('FR', 'UTC')).toEqual({
      currency: 'EUR',
      language: 'fr',
      paper: 'A4',
      zone: 'Europe/Paris',
      paymentTermsDays: 30,
      colour: '#1f4e79',
      defaultSupply: 'goods',
      defaultTaxClass: 'standard',
    });
    expect(companyDefaults('US', 'America/Chicago')).toMatchObject({
      currency: 'USD',
      paper: 'LETTER',
      zone: 'America/Chicago',
    });
  });

  it('follows a change of country but leaves what the person decided', () => {
    const form = { ...blankProfile('FR'), currency: 'CHF' };
    expect(changeCountry(form, 'US')).toMatchObject({
      country: 'US',
      currency: 'CHF',
      paper: 'LETTER',
      language: 'en',
    });
  });

  it('goes to the model and back without loss', () => {
    const form = {
      ...blankProfile('FR'),
      name: ' Ateliers Lumière ',
      address: '7, rue des Passementiers\n\n Bâtiment B ',
      iban: 'FR76 3000 6000 0112 3456 7890 189',
    };
    const profile = CompanyProfile.parse(toProfile(form));
    expect(profile.addressLines).toEqual(['7, rue des Passementiers', 'Bâtiment B']);
    expect(profile.iban).toBe('FR7630006000011234567890189');
    expect(fromProfile(profile).iban).toBe(form.iban);
    expect(toProfile(fromProfile(profile))).toEqual(profile);
    expect(validateProfile(fromProfile(profile))).toEqual({});
  });

  it('joins address lines past the fourth instead of dropping them', () => {
    expect(addressLines('a\nb\nc\nd\ne')).toEqual(['a', 'b', 'c', 'd, e']);
  });

  it('names each wrong field', () => {
    const wrong = { ...blankProfile('FR'), vatNumber: 'FR00123', iban: 'FR00', email: 'x', colour: 'red', bic: 'A' };
    expect(Object.keys(validateProfile(wrong)).toSorted()).toEqual([
      'bic',
      'colour',
      'email',
      'iban',
      'name',
      'vatNumber',
    ]);
  });
});
