/** What ISO 4217 says of a currency. */
import { EngineError } from '#shared/model/error.ts';

/**
 * Minor digits that differ from two, after ISO 4217 list one. Not taken from Intl: its data say what shops print (0 for
 * HUF, COP, RSD, IDR...) and change with the runtime, and a cent in a file must not change its meaning with an update.
 */
const digitsByCode: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
]);

/** The currencies there are: those the runtime knows, and those too young for some runtimes. */
const known: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf('currency'),
  ...digitsByCode.keys(),
  'SLE',
  'VED',
  'XCG',
  'ZWG',
]);

/** Whether the code is a currency in use. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** How many decimals the minor unit has: 2 for EUR, 0 for JPY, 3 for TND. Throws `currency_unknown`. */
export function minorDigits(code: string): number {
  if (!isCurrency(code)) throw new EngineError('currency_unknown', { currency: code.slice(0, 20) });
  return digitsByCode.get(code) ?? 2;
}
