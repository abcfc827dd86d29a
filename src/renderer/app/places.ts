/** Countries and currencies to choose from, by code; names come from the language. */
import { countryName } from '#shared/messages/paper.ts';
import type { Language } from '#shared/model/values.ts';

/** ISO 3166-1 alpha-2, with XI for Northern Ireland goods. */
const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW'.split(
    ' ',
  );

/** ISO 4217 in use. */
const currencyCodes =
  'EUR GBP USD CHF AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'.split(
    ' ',
  );

export interface Choice {
  value: string;
  label: string;
}

const byLabel = (language: Language) => {
  const order = new Intl.Collator(language);
  return (a: Choice, b: Choice) => order.compare(a.label, b.label);
};

/** Countries by name in the language. */
export const countryChoices = (language: Language): Choice[] =>
  countryCodes.map((value) => ({ value, label: countryName(value, language) })).sort(byLabel(language));

/** Currencies by code, the usual ones first: `EUR, euro`. */
export function currencyChoices(language: Language): Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'currency', fallback: 'code' });
  return currencyCodes.map((value) => ({ value, label: `${value}, ${names.of(value) ?? value}` }));
}

/** Time zones as IANA names them. */
export const zoneChoices = (): string[] => Intl.supportedValuesOf('timeZone');
