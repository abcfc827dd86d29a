/** Currencies by ISO 4217 code, sign or name. */
import { isCurrency } from '#engine/domain/money/currency.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { fold } from './words.ts';

const SIGNS: Record<string, CurrencyCode> = {
  '€': 'EUR',
  '£': 'GBP',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  Fr: 'CHF',
};

const NAMES: Record<string, CurrencyCode> = {
  euro: 'EUR',
  euros: 'EUR',
  livre: 'GBP',
  livres: 'GBP',
  'livre sterling': 'GBP',
  'livres sterling': 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  sterling: 'GBP',
  'pound sterling': 'GBP',
  'pounds sterling': 'GBP',
  'franc suisse': 'CHF',
  'francs suisses': 'CHF',
  'swiss franc': 'CHF',
  'swiss francs': 'CHF',
  'us dollar': 'USD',
  'us dollars': 'USD',
  'dollar americain': 'USD',
  'dollars americains': 'USD',
};

/** Signs that several currencies share: the company's own where it is one of them, else the first. */
const SHARED: Record<string, readonly [CurrencyCode, ...CurrencyCode[]]> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  '¥': ['JPY', 'CNY'],
};

/** The currency that a text names, or null. `own`: the company's currency, which decides between those that share a sign. */
export function parseCurrency(text: string, own: CurrencyCode): CurrencyCode | null {
  const trimmed = text.trim().replace(/\.$/, '');
  const upper = trimmed.toUpperCase();
  if (isCurrency(upper)) return upper;
  const shared = SHARED[trimmed];
  if (shared) return shared.includes(own) ? own : shared[0];
  return SIGNS[trimmed] ?? NAMES[fold(trimmed)] ?? null;
}
