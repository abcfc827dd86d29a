/** A new company as it is filled in: the profile, what the footer is made of, the first series. Pure. */
import { checkIdentifier } from '#shared/identifiers/identifiers.ts';
import { wizardTexts as texts } from '#shared/messages/ui/wizard.ts';
import type { CompanyProfile, FirstSeries } from '#shared/model/company.ts';
import type { CountryCode } from '#shared/model/values.ts';
import type { FieldErrors } from '../../components/fields/form.ts';
import { patternFault } from '../settings/number.ts';
import { blankProfile, changeCountry, type ProfileForm, toProfile, validateProfile } from '../settings/profile.ts';

/** Legal mentions at the foot of the page, asked in parts where the country's law wants them. */
export interface LegalParts {
  legalForm: string | null;
  capital: string | null;
  registerTown: string | null;
}
/** The numbers that invoices and credit notes begin with. */
export interface NumberParts {
  invoicePrefix: string;
  creditPrefix: string;
  pattern: string;
  reset: 'yearly' | 'never';
  invoiceStart: number;
  creditStart: number;
}
export type WizardForm = ProfileForm & LegalParts & NumberParts;

export type StepId = 'country' | 'identity' | 'contact' | 'look' | 'bank' | 'numbering' | 'habits' | 'summary';

/** Every field by the step that asks for it: what is wrong in a step keeps the person there. */
export const stepFields: Record<StepId, readonly (keyof WizardForm & string)[]> = {
  country: ['country', 'language', 'currency', 'zone', 'paper'],
  identity: [
    'name',
    'tradingName',
    'registrationNumber',
    'vatNumber',
    'taxRegistration',
    'legalForm',
    'capital',
    'registerTown',
    'legalNote',
  ],
  contact: ['address', 'postcode', 'city', 'region', 'contactName', 'email', 'phone'],
  look: ['logo', 'colour'],
  bank: ['bankAccounts'],
  numbering: ['pattern', 'reset', 'invoicePrefix', 'creditPrefix', 'invoiceStart', 'creditStart'],
  habits: ['paymentTermsDays', 'defaultSupply', 'defaultTaxClass', 'fiscalYearStart', 'message'],
  summary: [],
};
// The order of the record is the order of the steps.
export const steps = Object.keys(stepFields) as StepId[];

/** Countries whose law wants form, capital and register on every invoice (C. com. R. 123-237 and its neighbours). */
const askLegal = new Set<CountryCode>(['FR', 'GP', 'GF', 'MQ', 'RE', 'YT', 'MC', 'BE', 'LU']);
export const asksLegal = (country: CountryCode): boolean => askLegal.has(country);

function numbersFor(language: ProfileForm['language']): NumberParts {
  const fr = language === 'fr';
  return {
    invoicePrefix: fr ? 'FA-' : 'INV-',
    creditPrefix: fr ? 'AV-' : 'CN-',
    pattern: '{prefix}{year}-{seq:5}',
    reset: 'yearly',
    invoiceStart: 1,
    creditStart: 1,
  };
}

export function blankWizard(country: CountryCode): WizardForm {
  const profile = blankProfile(country);
  return { ...profile, legalForm: null, capital: null, registerTown: null, ...numbersFor(profile.language) };
}

/** Another country: its usual values, but what the person decided stays. Numbers that are checked there are checked anew. */
export function moveTo(form: WizardForm, country: CountryCode): WizardForm {
  const moved = { ...form, ...changeCountry(form, country) };
  return withLanguage(moved, form.language, moved.language);
}

/** The usual prefixes follow the language of the documents until somebody writes others. */
export function withLanguage(form: WizardForm, before: ProfileForm['language'], after: ProfileForm['language']) {
  const [old, now] = [numbersFor(before), numbersFor(after)];
  return {
    ...form,
    language: after,
    invoicePrefix: form.invoicePrefix === old.invoicePrefix ? now.invoicePrefix : form.invoicePrefix,
    creditPrefix: form.creditPrefix === old.creditPrefix ? now.creditPrefix : form.creditPrefix,
  };
}

/** `SAS au capital de 240 000 € – RCS Saint-Étienne 907 418 628`; null where nothing was said. */
export function footerOf(form: WizardForm): string | null {
  const { legalForm, capital, registerTown, registrationNumber, country } = form;
  if (!asksLegal(country)) return null;
  const company = [legalForm?.trim(), capital?.trim() ? `au capital de ${capital.trim()}` : '']
    .filter((part) => part)
    .join(' ');
  const verdict = checkIdentifier(country, 'registrationNumber', registrationNumber);
  // The register knows a company by its SIREN: the first nine figures of a SIRET.
  const number = verdict.state === 'good' ? verdict.written.replace(/^(\d{3} \d{3} \d{3}) \d{5}$/, '$1') : '';
  const register = registerTown?.trim()
    ? `${country === 'BE' ? 'RPM' : 'RCS'} ${registerTown.trim()} ${number}`.trim()
    : '';
  return [company, register].filter((part) => part !== '').join(' – ') || null;
}

/** A change of what the footer is made of; a footer that the person wrote is left alone. */
export function withFooter(form: WizardForm, change: Partial<WizardForm>): Partial<WizardForm> {
  const after = { ...form, ...change };
  const own = (form.legalNote ?? null) !== footerOf(form);
  return own ? change : { ...change, legalNote: footerOf(after) };
}

export function validateWizard(form: WizardForm): FieldErrors<WizardForm> {
  const errors: FieldErrors<WizardForm> = validateProfile(form);
  const fault = patternFault(form.pattern, form.reset);
  if (fault) errors.pattern = fault;
  const plain = /^[A-Za-z0-9+\-_/]*$/;
  if (!plain.test(form.invoicePrefix)) errors.invoicePrefix = texts.badPrefix;
  if (!plain.test(form.creditPrefix)) errors.creditPrefix = texts.badPrefix;
  if (form.pattern.includes('{prefix}') && form.invoicePrefix === form.creditPrefix)
    errors.creditPrefix = texts.samePrefix;
  if (!Number.isInteger(form.invoiceStart) || form.invoiceStart < 1) errors.invoiceStart = texts.badStart;
  if (!Number.isInteger(form.creditStart) || form.creditStart < 1) errors.creditStart = texts.badStart;
  return errors;
}

/** What the engine is given. Numbers that pass are stored in their one form. */
export function toCompany(form: WizardForm): { profile: CompanyProfile; series: FirstSeries[] } {
  const { legalForm: _f, capital: _c, registerTown: _t, ...rest } = form;
  const { invoicePrefix, creditPrefix, pattern, reset, invoiceStart, creditStart, ...profile } = rest;
  const fr = form.language === 'fr';
  const both = pattern.includes('{prefix}');
  const usual = { pattern, reset };
  return {
    profile: toProfile(profile),
    series: both
      ? [
          {
            ...usual,
            name: fr ? 'Factures' : 'Invoices',
            kind: 'invoice',
            prefix: invoicePrefix,
            startAt: invoiceStart,
          },
          {
            ...usual,
            name: fr ? 'Avoirs' : 'Credit notes',
            kind: 'credit_note',
            prefix: creditPrefix,
            startAt: creditStart,
          },
        ]
      : // Without a prefix two series would give the same number twice.
        [
          {
            ...usual,
            name: fr ? 'Factures et avoirs' : 'Invoices and credit notes',
            kind: 'any',
            prefix: '',
            startAt: invoiceStart,
          },
        ],
  };
}
