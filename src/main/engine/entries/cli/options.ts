/** Every option of the command line, once: an option has the same form in all commands that take it. */
import type { cliOptionTexts, cliValueTexts } from '#shared/messages/cli-help.ts';

export type OptionName = keyof typeof cliOptionTexts;
export type ValueName = keyof typeof cliValueTexts;

export interface OptionForm {
  /** Name of its value in the usage line; a flag has none. */
  value?: ValueName;
  /** The only values it may have. */
  choices?: readonly string[];
  /** May be given several times. */
  many?: boolean;
  short?: string;
}

const flag: OptionForm = {};
const one = (value: ValueName): OptionForm => ({ value });
const choice = (...choices: string[]): OptionForm => ({ value: 'text', choices });

export const optionForms: Record<OptionName, OptionForm> = {
  file: one('company'),
  json: flag,
  lang: choice('fr', 'en'),
  quiet: flag,
  help: { short: 'h' },
  version: flag,
  name: one('text'),
  country: one('code'),
  currency: one('code'),
  language: choice('fr', 'en'),
  address: { value: 'text', many: true },
  postcode: one('text'),
  city: one('text'),
  region: one('text'),
  vat: one('text'),
  'tax-registration': one('text'),
  registration: one('text'),
  'legal-note': one('text'),
  email: one('text'),
  phone: one('text'),
  iban: one('text'),
  bic: one('text'),
  zone: one('text'),
  paper: choice('A4', 'LETTER'),
  colour: one('text'),
  terms: one('number'),
  message: one('text'),
  supply: choice('goods', 'services'),
  'tax-class': choice('standard', 'reduced', 'second_reduced', 'super_reduced', 'zero', 'exempt'),
  encoding: choice('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  delimiter: choice(',', ';', '|', 'tab'),
  decimal: choice(',', '.'),
  dates: choice('ymd', 'dmy', 'mdy'),
  sheet: one('text'),
  'header-row': one('number'),
  map: one('map'),
  'create-customers': flag,
  'create-products': flag,
  'take-repeated': flag,
  'dry-run': flag,
  rejects: one('file'),
  search: one('text'),
  status: { value: 'text', many: true },
  limit: one('number'),
  sort: one('text'),
  descending: flag,
  ascending: flag,
  ids: one('ids'),
  customer: one('code'),
  period: one('period'),
  'issue-date': one('date'),
  series: one('text'),
  'credit-series': one('text'),
  run: one('run'),
  level: choice('any', 'clean', 'look', 'blocked'),
  check: one('code'),
  accept: { value: 'code', many: true },
  draft: one('draft'),
  reason: one('text'),
  clean: flag,
  all: flag,
  out: one('file'),
  force: flag,
  from: one('date'),
  to: one('date'),
  state: choice('any', 'not_due', 'overdue', 'credited', 'credit_note'),
  order: one('text'),
  corrects: one('invoiceNumber'),
  line: { value: 'line', many: true },
  lines: one('file'),
  kind: choice('invoice', 'credit_note', 'any'),
  prefix: one('text'),
  pattern: one('text'),
  reset: choice('yearly', 'never'),
  start: one('number'),
};

/** Options that every command takes. */
export const commonOptions: readonly OptionName[] = ['json', 'lang', 'quiet', 'help'];
