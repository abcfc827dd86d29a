import { describe, expect, it } from 'vitest';
import { contrastWithWhite, readableColour } from '#shared/format/colour.ts';
import { CompanyProfile, FirstSeries } from '#shared/model/company.ts';
import { mainColour } from '../../src/renderer/features/settings/logoColour.ts';
import { nextAfter } from '../../src/renderer/features/settings/number.ts';
import {
  blankWizard,
  footerOf,
  moveTo,
  stepFields,
  toCompany,
  validateWizard,
  withFooter,
  withLanguage,
} from '../../src/renderer/features/wizard/model.ts';

const filled = () => ({ ...blankWizard('FR'), name: 'Ateliers Lumière' });

describe('the wizard', () => {
  it('asks for every field of a company in exactly one step', () => {
    const asked = Object.values(stepFields).flat();
    expect(new Set(asked).size).toBe(asked.length);
    expect([...asked].sort()).toEqual(Object.keys(blankWizard('FR')).sort());
  });

  it('follows the country and the language, but for what the person decided', () => {
    const moved = moveTo({ ...filled(), currency: 'CHF', creditPrefix: 'NC-' }, 'GB');
    expect(moved).toMatchObject({
      country: 'GB',
      currency: 'CHF',
      language: 'en',
      invoicePrefix: 'INV-',
      creditPrefix: 'NC-',
    });
    expect(withLanguage(moved, 'en', 'fr')).toMatchObject({
      language: 'fr',
      invoicePrefix: 'FA-',
      creditPrefix: 'NC-',
    });
  });

  it('says a number that cannot be right, in the words of its country', () => {
    expect(validateWizard({ ...filled(), registrationNumber: '404833084' }).registrationNumber).toBeDefined();
    expect(validateWizard({ ...filled(), registrationNumber: '404 833 048' })).toEqual({});
    expect(validateWizard({ ...blankWizard('US'), name: 'X', taxRegistration: '12' }).taxRegistration).toBeDefined();
    // Nobody knows the numbers of Senegal here: taken as typed.
    expect(validateWizard({ ...blankWizard('SN'), name: 'X', registrationNumber: 'SN.DKR.2020' })).toEqual({});
  });

  it('writes the footer from its parts until somebody writes it', () => {
    const form = { ...filled(), registrationNumber: '40483304800022', legalForm: 'SAS', registerTown: 'Lyon' };
    expect(footerOf(form)).toBe('SAS – RCS Lyon 404 833 048');
    const followed = { ...form, legalNote: footerOf(form) };
    expect(withFooter(followed, { capital: '5 000 €' }).legalNote).toBe(
      'SAS au capital de 5 000 € – RCS Lyon 404 833 048',
    );
    expect(withFooter({ ...followed, legalNote: 'La nôtre' }, { capital: '5 000 €' })).toEqual({ capital: '5 000 €' });
    expect(footerOf({ ...form, country: 'US' })).toBeNull();
  });

  it('goes on after the last number of another program', () => {
    expect(nextAfter('FA-2026-00481')).toBe(482);
    expect(nextAfter('2026/118/A')).toBe(119);
    expect(nextAfter('none')).toBeNull();
  });

  it('gives the engine a company and its series, numbers in their one form', () => {
    const { profile, series } = toCompany({
      ...filled(),
      registrationNumber: '404 833 048',
      vatNumber: 'fr 83 404833048',
      invoiceStart: 482,
    });
    expect(CompanyProfile.parse(profile)).toEqual(profile);
    expect(profile).toMatchObject({ registrationNumber: '404833048', vatNumber: 'FR83404833048' });
    expect(series.map((one) => FirstSeries.parse(one))).toEqual(series);
    expect(series.map(({ kind, prefix, startAt }) => [kind, prefix, startAt])).toEqual([
      ['invoice', 'FA-', 482],
      ['credit_note', 'AV-', 1],
    ]);
  });

  it('never makes two series that would give the same number', () => {
    const same = { ...filled(), creditPrefix: 'FA-' };
    expect(validateWizard(same).creditPrefix).toBeDefined();
    const without = toCompany({ ...same, pattern: '{year}-{seq:5}' });
    expect(validateWizard({ ...same, pattern: '{year}-{seq:5}' })).toEqual({});
    expect(without.series.map(({ kind }) => kind)).toEqual(['any']);
  });
});

describe('the colour', () => {
  it('is proposed from what a logo shows most, not from its paper, ink or edges', () => {
    const pixel = (hex: string, count: number, alpha = 255) =>
      Array.from({ length: count }, () => [
        Number.parseInt(hex.slice(1, 3), 16),
        Number.parseInt(hex.slice(3, 5), 16),
        Number.parseInt(hex.slice(5, 7), 16),
        alpha,
      ]).flat();
    const logo = [
      ...pixel('#ffffff', 900),
      ...pixel('#111111', 300),
      ...pixel('#8a4a12', 60),
      ...pixel('#2040c0', 20),
      ...pixel('#ff0000', 900, 40),
    ];
    expect(mainColour(logo)).toBe('#8a4a12');
    expect(mainColour(pixel('#777777', 100))).toBeNull();
  });

  it('is made dark enough to be read', () => {
    for (const pale of ['#f2b705', '#ffffff', '#9fd8ff']) {
      expect(contrastWithWhite(pale)).toBeLessThan(4.5);
      expect(contrastWithWhite(readableColour(pale))).toBeGreaterThanOrEqual(4.5);
    }
    expect(readableColour('#1f4e79')).toBe('#1f4e79');
  });
});
