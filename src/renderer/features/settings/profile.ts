/** The company's profile as a form: blank by country, checked field by field, and back. Pure. */
import { friendlyIban } from '#shared/identifiers/bank.ts';
import { checkIdentifier, identifierFault, identifiersFor } from '#shared/identifiers/identifiers.ts';
import { bankTexts } from '#shared/messages/ui/bank.ts';
import { profileTexts as texts } from '#shared/messages/ui/settings.ts';
import type { CompanyProfile } from '#shared/model/company.ts';
import { type CompanyDefaults, companyDefaults } from '#shared/model/company-defaults.ts';
import type { CountryCode, Language } from '#shared/model/values.ts';
import type { FieldErrors } from '../../components/fields/form.ts';
import { accountIsGood, isBlank } from './accounts.ts';
import { emailIsGood } from './numbers.ts';

/** The address as people write it: lines. */
export type ProfileForm = Omit<CompanyProfile, 'addressLines'> & { address: string };

/** The usual values of a country; where it has several time zones, this computer's. */
const defaultsFor = (country: CountryCode): CompanyDefaults =>
  companyDefaults(country, Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The months of a year by name, `1` to `12`. */
export function monthChoices(language: Language): { value: string; label: string }[] {
  const name = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const words = name.format(new Date(Date.UTC(2024, month, 1)));
    return { value: String(month + 1), label: `${words.charAt(0).toUpperCase()}${words.slice(1)}` };
  });
}

export function blankProfile(country: CountryCode): ProfileForm {
  return {
    name: '',
    tradingName: null,
    address: '',
    postcode: null,
    city: null,
    region: null,
    country,
    vatNumber: null,
    taxRegistration: null,
    registrationNumber: null,
    legalNote: null,
    email: null,
    phone: null,
    contactName: null,
    bankAccounts: [],
    fiscalYearStart: 1,
    logo: null,
    message: null,
    ...defaultsFor(country),
  };
}

/** Another country was chosen: its usual values take the place of those the person has not touched. */
export function changeCountry(form: ProfileForm, country: CountryCode): ProfileForm {
  const before = defaultsFor(form.country);
  const after = defaultsFor(country);
  const keep = <K extends keyof typeof before>(key: K) => (form[key] === before[key] ? after[key] : form[key]);
  return {
    ...form,
    country,
    currency: keep('currency'),
    language: form.language === before.language ? after.language : form.language,
    paper: form.paper === before.paper ? after.paper : form.paper,
    zone: keep('zone'),
  };
}

export function fromProfile(profile: CompanyProfile): ProfileForm {
  const { addressLines, ...rest } = profile;
  return {
    ...rest,
    bankAccounts: profile.bankAccounts.map((account) => ({ ...account, iban: friendlyIban(account.iban) ?? '' })),
    address: addressLines.join('\n'),
  };
}

const compact = (value: string | null): string | null => value?.replaceAll(/\s/g, '').toUpperCase() || null;

/** Numbers that pass in their one form, others as they were typed. */
function storedNumbers(form: Pick<ProfileForm, 'country' | 'vatNumber' | 'registrationNumber' | 'taxRegistration'>) {
  const stored = (slot: 'vatNumber' | 'registrationNumber' | 'taxRegistration'): string | null => {
    const verdict = checkIdentifier(form.country, slot, form[slot]);
    return verdict.state === 'good' ? verdict.compact : form[slot]?.trim() || null;
  };
  return {
    vatNumber: stored('vatNumber'),
    registrationNumber: stored('registrationNumber'),
    taxRegistration: stored('taxRegistration'),
  };
}

export function toProfile({ address, ...form }: ProfileForm): CompanyProfile {
  return {
    ...form,
    name: form.name.trim(),
    addressLines: addressLines(address),
    ...storedNumbers(form),
    bankAccounts: form.bankAccounts
      .filter((account) => !isBlank(account))
      .map((account) => ({ ...account, iban: compact(account.iban) ?? '', bic: compact(account.bic) })),
  };
}

/** At most four lines, as the model holds; what is more joins the fourth. */
export function addressLines(address: string): string[] {
  const lines = address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), lines.slice(3).join(', ')];
}

/** Numbers whose check digits are doubted: kept where the person says so, or where they stand in the file already. */
export const doubtfulFields: readonly (keyof ProfileForm)[] = ['vatNumber', 'registrationNumber', 'taxRegistration'];

export function validateProfile(form: ProfileForm): FieldErrors<ProfileForm> {
  const errors: FieldErrors<ProfileForm> = {};
  if (form.name.trim() === '') errors.name = texts.needName;
  for (const { slot } of identifiersFor(form.country)) {
    const fault = identifierFault(checkIdentifier(form.country, slot, form[slot]));
    if (fault) errors[slot] = fault;
  }
  if (!form.bankAccounts.every(accountIsGood)) errors.bankAccounts = bankTexts.toMend;
  if (emailIsGood(form.email) === false) errors.email = texts.badEmail;
  if (!/^#[0-9a-f]{6}$/i.test(form.colour)) errors.colour = texts.badColour;
  if (!Number.isInteger(form.paymentTermsDays) || form.paymentTermsDays < 0 || form.paymentTermsDays > 365)
    errors.paymentTermsDays = texts.badDays;
  return errors;
}
