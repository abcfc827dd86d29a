/** A value as the audit trail keeps it (a code, an ISO date, a truth) as people read it. Pure. */
import { formatDate } from '../format/date.ts';
import type { Language } from '../model/values.ts';
import { defineTexts, fill, type Text } from './catalogue.ts';
import { countryName } from './paper.ts';

const words = defineTexts({
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  true: { fr: 'oui', en: 'yes' },
  false: { fr: 'non', en: 'no' },
  business: { fr: 'entreprise', en: 'business' },
  consumer: { fr: 'particulier', en: 'consumer' },
  unknown: { fr: 'inconnue', en: 'unknown' },
  goods: { fr: 'biens', en: 'goods' },
  services: { fr: 'services', en: 'services' },
  standard: { fr: 'taux normal', en: 'standard rate' },
  reduced: { fr: 'taux réduit', en: 'reduced rate' },
  second_reduced: { fr: 'second taux réduit', en: 'second reduced rate' },
  super_reduced: { fr: 'taux super-réduit', en: 'super-reduced rate' },
  zero: { fr: 'taux zéro', en: 'zero rate' },
  exempt: { fr: 'exonéré', en: 'exempt' },
  fr: { fr: 'français', en: 'French' },
  en: { fr: 'anglais', en: 'English' },
  never: { fr: 'jamais', en: 'never' },
  yearly: { fr: 'chaque année', en: 'every year' },
  invoice: { fr: 'factures', en: 'invoices' },
  credit_note: { fr: 'avoirs', en: 'credit notes' },
  any: { fr: 'factures et avoirs', en: 'invoices and credit notes' },
});
const known: Readonly<Record<string, Text | undefined>> = words;

/** Fields whose values are one of a few words of ours; elsewhere the same letters are somebody's own text. */
const coded = new Set([
  'kind',
  'supply',
  'taxClass',
  'language',
  'archived',
  'reset',
  'isDefault',
  'defaultSupply',
  'defaultTaxClass',
]);

/** `field` as the trail names it: `city`, `custom:Branch`. */
export function auditValue(field: string, value: string, language: Language): string {
  if (value === '') return '';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, language);
  if (field === 'country') return countryName(value, language);
  const truth = field.startsWith('custom:') && (value === 'yes' || value === 'no');
  const word = coded.has(field) || truth ? known[value] : undefined;
  return word ? fill(word, language) : value;
}
