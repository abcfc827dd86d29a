/** What a new company of a country most likely wants. Every value can be changed; every door proposes the same. */
import type { CompanyProfile } from './company.ts';
import type { CountryCode, CurrencyCode } from './values.ts';

const euro = new Set(
  'AD AT BE BG CY DE EE ES FI FR GP GR HR IE IT LT LU LV MC MQ MT NL PT RE SI SK SM VA YT'.split(' '),
);
const currencies: Record<CountryCode, CurrencyCode> = {
  AU: 'AUD',
  CA: 'CAD',
  CH: 'CHF',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HU: 'HUF',
  IS: 'ISK',
  JP: 'JPY',
  LI: 'CHF',
  MA: 'MAD',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
  US: 'USD',
  XI: 'GBP',
};
const frenchSpeaking = new Set('BE FR GP LU MA MC MQ RE SN YT'.split(' '));
const letterPaper = new Set('CA CL CO CR DO GT MX PA PH PR SV US VE'.split(' '));
const zones: Record<CountryCode, string> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  LU: 'Europe/Luxembourg',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  SE: 'Europe/Stockholm',
  XI: 'Europe/Belfast',
};

export type CompanyDefaults = Pick<
  CompanyProfile,
  'currency' | 'language' | 'paper' | 'zone' | 'paymentTermsDays' | 'colour' | 'defaultSupply' | 'defaultTaxClass'
>;

/** `computerZone` serves where a country has several zones or none of ours. Days: 30, the usual term everywhere. */
export function companyDefaults(country: CountryCode, computerZone: string): CompanyDefaults {
  return {
    currency: currencies[country] ?? (euro.has(country) ? 'EUR' : 'USD'),
    language: frenchSpeaking.has(country) ? 'fr' : 'en',
    paper: letterPaper.has(country) ? 'LETTER' : 'A4',
    zone: zones[country] ?? computerZone,
    paymentTermsDays: 30,
    colour: '#1f4e79',
    defaultSupply: 'goods',
    defaultTaxClass: 'standard',
  };
}
