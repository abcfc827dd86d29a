/** The closed lists of words that a column may hold, in French and English. */
import type { CustomerInput } from '#shared/model/customer.ts';
import type { Language, SupplyKind, TaxClass } from '#shared/model/values.ts';

/** Lower case, no accents, letters and digits only, single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function lookup<T extends string>(table: Record<T, string>): Map<string, T> {
  // Object.entries widens the keys of a record to string; the table has no others.
  const entries = Object.entries(table) as [T, string][];
  return new Map(entries.flatMap(([value, words]) => words.split('|').map((word): [string, T] => [word, value])));
}

const languages = lookup<Language>({
  fr: 'fr|fra|fre|francais|french|fr fr|fr be|fr ch|fr ca|fr lu',
  en: 'en|eng|anglais|english|en gb|en us|en ie|en ca|en au',
});

const supplies = lookup<SupplyKind>({
  goods:
    'goods|good|product|products|bien|biens|marchandise|marchandises|produit|produits|article|articles|livraison|livraison de biens|stock|inventory|physical|materiel',
  services:
    'service|services|prestation|prestations|prestation de services|prestation de service|prestations de services|subscription|abonnement|labour|honoraires|heures|hours',
});

const taxClasses = lookup<TaxClass>({
  standard: 'standard|standard rate|standard rated|normal|normale|taux normal|tva normale|taux plein|plein|full|20|s',
  reduced: 'reduced|reduced rate|reduit|reduite|taux reduit|tva reduite|5 5',
  second_reduced:
    'second reduced|second reduced rate|intermediaire|taux intermediaire|intermediate|parking|10|second reduit',
  super_reduced: 'super reduced|super reduit|taux super reduit|taux particulier|particulier|2 1',
  zero: 'zero|zero rate|zero rated|taux zero|0|z',
  exempt: 'exempt|exempted|exonere|exoneree|exoneration|exempte|exempt from vat|no vat|sans tva|hors tva|e',
});

const customerKinds = lookup<CustomerInput['kind']>({
  business:
    'business|company|b2b|pro|professionnel|professionnelle|professional|entreprise|societe|organisation|organization|association|corporate|administration|personne morale',
  consumer:
    'consumer|b2c|particulier|particuliere|individual|person|private|prive|privee|personne physique|client final',
  unknown: 'unknown|inconnu|inconnue',
});

export const parseLanguage = (text: string): Language | null => languages.get(fold(text)) ?? null;
export const parseSupply = (text: string): SupplyKind | null => supplies.get(fold(text)) ?? null;
export const parseTaxClass = (text: string): TaxClass | null => taxClasses.get(fold(text)) ?? null;
export const parseCustomerKind = (text: string): CustomerInput['kind'] | null => customerKinds.get(fold(text)) ?? null;
