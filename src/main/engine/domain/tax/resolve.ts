/**
 * The one function that says which tax a supply bears. This issue: domestic, within the Union, export, small business.
 * Articles are of Directive 2006/112/EC. The rate follows the tax point: every date asked here is the tax point.
 *
 * Sellers outside the Union (CH, NO, GB since 2021): their exports are free of tax by their own law, not by the Directive.
 * EN 16931 has one category for that, G, with a reason text instead of the Directive's VATEX code (BR-G-10 permits either).
 */
import type { CustomerInput } from '#shared/model/customer.ts';
import type { CountryCode, DecimalText, IsoDate, SupplyKind, TaxCategory, TaxClass } from '#shared/model/values.ts';
import { vatCountry } from '../text/vat-number.ts';
import { rateOn } from './rates.ts';
import type { TaxTables } from './tables.ts';
import { holdsMember, type VatTerritory, vatTerritory } from './territory.ts';

export interface TaxSeller {
  country: CountryCode;
  postcode: string | null;
  /** Null: not registered for VAT (small business scheme). */
  vatNumber: string | null;
}

export interface TaxBuyer {
  country: CountryCode | null;
  postcode: string | null;
  kind: CustomerInput['kind'];
  vatNumber: string | null;
}

export interface TaxQuestion {
  seller: TaxSeller;
  buyer: TaxBuyer;
  supply: SupplyKind;
  taxClass: TaxClass;
  taxPoint: IsoDate;
  tables: TaxTables;
}

/** Why the supply is taxed so: the case, for the explanation and for the mention. */
export type TaxCase =
  | 'domestic'
  | 'seller_not_registered'
  | 'no_vat_country'
  | 'intra_eu_goods'
  | 'intra_eu_services'
  | 'export_goods'
  | 'export_to_overseas'
  | 'overseas_services'
  | 'outside_scope'
  | 'exempt_supply'
  | 'zero_rated';

/** Facts for the checks: what was assumed. */
export type TaxNote =
  | 'buyer_country_unknown'
  | 'treated_as_consumer'
  | 'business_without_vat_number'
  | 'vat_number_of_seller_country'
  | 'rate_class_unknown'
  | 'rate_before_history';

/** Codes of resources/legal/mentions.json that a tax case calls for. */
export type TaxMention =
  | 'small_business'
  | 'no_vat_country'
  | 'intra_eu_goods'
  | 'reverse_charge'
  | 'export'
  | 'export_overseas'
  | 'overseas_no_vat'
  | 'outside_scope'
  | 'exempt_supply';

export interface TaxExplanation {
  case: TaxCase;
  taxPoint: IsoDate;
  /** VAT territories compared; the buyer's is null where its country is unknown. */
  seller: string;
  buyer: string | null;
  /** Whether the buyer counts as a business. */
  business: boolean;
  taxClass: TaxClass;
  /** Whose rate, since when, after which source; null where no rate applies. */
  rateOf: CountryCode | null;
  rateValidFrom: IsoDate | null;
  source: string | null;
}

export interface TaxResolution {
  category: TaxCategory;
  /** Percent; '0' for every category but S. */
  rate: DecimalText;
  /** VATEX code (BT-121). */
  reasonCode: string | null;
  mentionCode: TaxMention | null;
  notes: TaxNote[];
  explanation: TaxExplanation;
}

/** Which tax a supply bears. Never throws: what is not known is assumed on the side of taxing, and said in `notes`. */
export function resolveTax(question: TaxQuestion): TaxResolution {
  const { seller, buyer, supply, taxPoint, tables } = question;
  const from = vatTerritory(seller, taxPoint, supply, tables);
  if (from.ratesOf === null || !tables.rates[from.ratesOf]) {
    return free(question, from, null, 'no_vat_country', 'O', 'VATEX-EU-O', 'no_vat_country');
  }
  if (seller.vatNumber === null) return notRegistered(question, from);
  if (buyer.country === null) return taxed(question, from, null, from, ['buyer_country_unknown']);
  const to = vatTerritory({ ...buyer, country: buyer.country }, taxPoint, supply, tables);
  if (from.code === to.code) return taxed(question, from, to, from, []);
  if (sameState(from, to)) return overseas(question, from, to);
  return supply === 'goods' ? goodsAbroad(question, from, to) : servicesAbroad(question, from, to);
}

/** 'business', or 'unknown' with a tax number: the customer model's rule. */
function isBusiness(buyer: Pick<TaxBuyer, 'kind' | 'vatNumber'>): boolean {
  return buyer.kind === 'business' || (buyer.kind === 'unknown' && buyer.vatNumber !== null);
}

/**
 * Goods between members: exempt to a business identified in another member (art. 138), unless the supply is exempt by its
 * nature (art. 132, 136) and stays so; else taxed at home. Beyond: art. 146.
 */
function goodsAbroad(question: TaxQuestion, from: VatTerritory, to: VatTerritory): TaxResolution {
  if (!from.inUnion) return free(question, from, to, 'export_goods', 'G', null, 'export');
  if (!to.inUnion) return free(question, from, to, 'export_goods', 'G', 'VATEX-EU-G', 'export');
  const refusal = question.taxClass === 'exempt' ? [] : whyTaxedAtHome(question, from);
  if (refusal) return taxed(question, from, to, from, refusal);
  return free(question, from, to, 'intra_eu_goods', 'K', 'VATEX-EU-IC', 'intra_eu_goods');
}

/**
 * Services: to a business they are supplied where it is established (art. 44), else where the seller is (art. 45). Within the
 * Union the customer owes the tax of a taxable service only (art. 196): an exempt one (art. 132, 135) is exempt there too.
 */
function servicesAbroad(question: TaxQuestion, from: VatTerritory, to: VatTerritory): TaxResolution {
  if (from.inUnion && to.inUnion) {
    const refusal = question.taxClass === 'exempt' ? [] : whyTaxedAtHome(question, from);
    if (refusal) return taxed(question, from, to, from, refusal);
    return free(question, from, to, 'intra_eu_services', 'AE', 'VATEX-EU-AE', 'reverse_charge');
  }
  if (isBusiness(question.buyer)) return free(question, from, to, 'outside_scope', 'O', 'VATEX-EU-O', 'outside_scope');
  return taxed(question, from, to, from, question.buyer.kind === 'unknown' ? ['treated_as_consumer'] : []);
}

/** France and its overseas departments: goods as an export (CGI art. 294), services where the business is established. */
function overseas(question: TaxQuestion, from: VatTerritory, to: VatTerritory): TaxResolution {
  if (question.supply === 'goods') {
    return free(question, from, to, 'export_to_overseas', 'G', 'VATEX-EU-G', 'export_overseas');
  }
  if (!isBusiness(question.buyer)) return taxed(question, from, to, from, []);
  if (to.ratesOf === null) return free(question, from, to, 'overseas_services', 'E', null, 'overseas_no_vat');
  return taxed(question, from, to, to, []);
}

/** Null when the buyer is a business with a VAT number of another member state; else what was assumed, if anything was. */
function whyTaxedAtHome(question: TaxQuestion, from: VatTerritory): TaxNote[] | null {
  const { buyer, taxPoint, supply, tables } = question;
  if (buyer.kind === 'consumer') return [];
  if (buyer.vatNumber === null) {
    return [buyer.kind === 'business' ? 'business_without_vat_number' : 'treated_as_consumer'];
  }
  // A number written without its country is taken as one of the buyer's country; the check of its form speaks up.
  const issuer = vatCountry(buyer.vatNumber) ?? buyer.country ?? '';
  if (issuer === from.ratesOf) return ['vat_number_of_seller_country'];
  return holdsMember(issuer, taxPoint, supply, tables) ? null : ['business_without_vat_number'];
}

/** Art. 282 to 292: not registered, no tax, whatever the class and the place. */
function notRegistered(question: TaxQuestion, from: VatTerritory): TaxResolution {
  const code = from.ratesOf === 'FR' || from.overseasOf === 'FR' ? 'VATEX-FR-FRANCHISE' : null;
  return free(question, from, null, 'seller_not_registered', 'E', code, 'small_business');
}

/** Taxed by class at the rates of `place`: S, or Z and E for the classes that bear none. */
function taxed(
  question: TaxQuestion,
  from: VatTerritory,
  to: VatTerritory | null,
  place: VatTerritory,
  notes: TaxNote[],
): TaxResolution {
  const { taxClass, taxPoint, tables } = question;
  if (taxClass === 'zero') return { ...free(question, from, to, 'zero_rated', 'Z', null, null), notes };
  if (taxClass === 'exempt') {
    return { ...free(question, from, to, 'exempt_supply', 'E', null, 'exempt_supply'), notes };
  }
  const found = place.ratesOf === null ? null : rateOn(place.ratesOf, taxClass, taxPoint, tables);
  if (!found) return { ...free(question, from, to, 'no_vat_country', 'O', 'VATEX-EU-O', 'no_vat_country'), notes };
  return {
    category: 'S',
    rate: found.rate,
    reasonCode: null,
    mentionCode: null,
    notes: [
      ...notes,
      ...(found.taxClass === taxClass ? [] : (['rate_class_unknown'] as const)),
      ...(found.beforeHistory ? (['rate_before_history'] as const) : []),
    ],
    explanation: {
      ...explain(question, from, to, place === from ? 'domestic' : 'overseas_services'),
      rateOf: place.ratesOf,
      rateValidFrom: found.row.validFrom,
      source: found.row.source,
    },
  };
}

function free(
  question: TaxQuestion,
  from: VatTerritory,
  to: VatTerritory | null,
  taxCase: TaxCase,
  category: TaxCategory,
  reasonCode: string | null,
  mentionCode: TaxMention | null,
): TaxResolution {
  const explanation = explain(question, from, to, taxCase);
  return { category, rate: '0', reasonCode, mentionCode, notes: [], explanation };
}

function explain(question: TaxQuestion, from: VatTerritory, to: VatTerritory | null, taxCase: TaxCase): TaxExplanation {
  return {
    case: taxCase,
    taxPoint: question.taxPoint,
    seller: from.code,
    buyer: to?.code ?? null,
    business: isBusiness(question.buyer),
    taxClass: question.taxClass,
    rateOf: null,
    rateValidFrom: null,
    source: null,
  };
}

function sameState(a: VatTerritory, b: VatTerritory): boolean {
  const state = (place: VatTerritory): string => place.overseasOf ?? place.code;
  return state(a) === state(b) && (a.overseasOf !== null || b.overseasOf !== null);
}
