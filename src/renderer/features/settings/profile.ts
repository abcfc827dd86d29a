/** The company's profile as a form: blank by country, checked field by field, and back. Pure. */
import { profileTexts as texts } from '#shared/messages/ui/settings.ts';
import type { CompanyProfile } from '#shared/model/company.ts';
import { type CompanyDefaults, companyDefaults } from '#shared/model/company-defaults.ts';
import type { CountryCode } from '#shared/model/values.ts';
import type { FieldErrors } from '../../components/fields/form.ts';
import { bicIsGood, emailIsGood, friendlyIban, ibanIsGood, vatNumberIsGood } from './numbers.ts';

/** The address as people write it: lines. */
export type ProfileForm = Omit<CompanyProfile, 'addressLines'> & { address: string };

/** The usual values of a country; where it has several time zones, this computer's. */
const defaultsFor = (country: CountryCode): CompanyDefaults =>
  companyDefaults(country, Intl.DateTimeFormat().resolvedOptions().timeZone);

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
    iban: null,
    bic: null,
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
  return { ...rest, iban: friendlyIban(profile.iban), address: addressLines.join('\n') };
}

const compact = (value: string | null): string | null => value?.replaceAll(/\s/g, '').toUpperCase() || null;

export function toProfile({ address, ...form }: ProfileForm): CompanyProfile {
  return {
    ...form,
    name: form.name.trim(),
    addressLines: addressLines(address),
    vatNumber: compact(form.vatNumber),
    iban: compact(form.iban),
    bic: compact(form.bic),
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

export function validateProfile(form: ProfileForm): FieldErrors<ProfileForm> {
  const errors: FieldErrors<ProfileForm> = {};
  if (form.name.trim() === '') errors.name = texts.needName;
  if (vatNumberIsGood(form.vatNumber) === false) errors.vatNumber = texts.badVat;
  if (ibanIsGood(form.iban) === false) errors.iban = texts.badIban;
  if (bicIsGood(form.bic) === false) errors.bic = texts.badBic;
  if (emailIsGood(form.email) === false) errors.email = texts.badEmail;
  if (!/^#[0-9a-f]{6}$/i.test(form.colour)) errors.colour = texts.badColour;
  if (!Number.isInteger(form.paymentTermsDays) || form.paymentTermsDays < 0 || form.paymentTermsDays > 365)
    errors.paymentTermsDays = texts.badDays;
  return errors;
}
