/** From a country as people write it, in English or French, to its ISO 3166-1 code. */
import type { CountryCode } from '#shared/model/values.ts';
import { fold } from './fold.ts';

/** What spreadsheets write and Intl does not say. Null: known to mean no country at all. */
const aliases: ReadonlyMap<string, CountryCode | null> = new Map<string, CountryCode | null>([
  ['eire', 'IE'],
  ['republic of ireland', 'IE'],
  ['irlande du sud', 'IE'],
  ['northern ireland', 'XI'],
  ['irlande du nord', 'XI'],
  ['xi', 'XI'],
  ['uk', 'GB'],
  ['u.k.', 'GB'],
  ['great britain', 'GB'],
  ['grande-bretagne', 'GB'],
  ['grande bretagne', 'GB'],
  ['england', 'GB'],
  ['angleterre', 'GB'],
  ['scotland', 'GB'],
  ['ecosse', 'GB'],
  ['wales', 'GB'],
  ['pays de galles', 'GB'],
  // Two bailiwicks, both outside the VAT area; the larger one stands for both.
  ['channel islands', 'JE'],
  ['iles anglo-normandes', 'JE'],
  ['rsa', 'ZA'],
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['u.s.', 'US'],
  ['united states of america', 'US'],
  ["etats-unis d'amerique", 'US'],
  ['etats unis', 'US'],
  ['uae', 'AE'],
  ['emirats', 'AE'],
  ['hong kong', 'HK'],
  ['macau', 'MO'],
  ['macao', 'MO'],
  ['czech republic', 'CZ'],
  ['republique tcheque', 'CZ'],
  ['holland', 'NL'],
  ['hollande', 'NL'],
  ['the netherlands', 'NL'],
  ['slovak republic', 'SK'],
  ['south korea', 'KR'],
  ['korea', 'KR'],
  ['coree', 'KR'],
  ['russian federation', 'RU'],
  ['turkey', 'TR'],
  ['macedonia', 'MK'],
  ['ivory coast', 'CI'],
  ['viet nam', 'VN'],
  ['burma', 'MM'],
  ['birmanie', 'MM'],
  ['swaziland', 'SZ'],
  ['cape verde', 'CV'],
  ['cap-vert', 'CV'],
  ['vatican', 'VA'],
  ['la reunion', 'RE'],
  ['reunion', 'RE'],
  ['guyane', 'GF'],
  ['el', 'GR'],
  ['bosnia', 'BA'],
  ['bosnie', 'BA'],
  ['taiwan', 'TW'],
  ['palestine', 'PS'],
  ['deutschland', 'DE'],
  ['espana', 'ES'],
  ['italia', 'IT'],
  ['osterreich', 'AT'],
  ['schweiz', 'CH'],
  ['nederland', 'NL'],
  ['unspecified', null],
  ['unknown', null],
  ['inconnu', null],
  ['non precise', null],
  ['n/a', null],
  ['none', null],
  ['european community', null],
  ['european union', null],
  ['union europeenne', null],
]);

/** ISO 3166-1 alpha-2 codes in use, so that no other two letters pass for a country. */
const isoCodes: readonly CountryCode[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF ' +
  'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN ' +
  'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI ' +
  'SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI ' +
  'VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

let names: ReadonlyMap<string, CountryCode> | null = null;

/** All names in both languages, folded; made at the first question (it costs some milliseconds). */
function nameTable(): ReadonlyMap<string, CountryCode> {
  if (names) return names;
  const table = new Map<string, CountryCode>();
  for (const language of ['en', 'fr']) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of isoCodes) {
      const name = display.of(code);
      if (name !== undefined && !table.has(key(name))) table.set(key(name), code);
    }
  }
  names = table;
  return table;
}

/** Whether two letters are an ISO 3166-1 code, or XI (Northern Ireland in the VAT rules). */
export function isCountryCode(code: string): boolean {
  return code === 'XI' || isoCodes.includes(code);
}

/**
 * The code of a country written as code or name, in English or French, with common other spellings. Null for nothing known:
 * also for "Unspecified" and "European Community". UK is read as GB, EL as GR, "Channel Islands" as JE.
 */
export function parseCountry(text: string): CountryCode | null {
  const wanted = key(text);
  const alias = aliases.get(wanted);
  if (alias !== undefined) return alias;
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && isoCodes.includes(code)) return code;
  return nameTable().get(wanted) ?? null;
}

/** Whether the text says that no country is meant (so that an import need not reject it). */
export function meansNoCountry(text: string): boolean {
  return text.trim() === '' || aliases.get(key(text)) === null;
}

function key(text: string): string {
  return fold(text)
    .replace(/^the /, '')
    .replaceAll(/\s*&\s*/g, ' and ');
}
