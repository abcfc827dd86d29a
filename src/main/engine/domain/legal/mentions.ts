/** Which legal wording a document carries, and what it says. */

import { fill } from '#shared/messages/catalogue.ts';
import type { CustomerInput } from '#shared/model/customer.ts';
import type { DocumentKind } from '#shared/model/document.ts';
import type { CountryCode, IsoDate, Language, SupplyKind } from '#shared/model/values.ts';
import { holds } from '../tax/tables.ts';
import type { MentionRow, MentionTables } from './tables.ts';

export interface MentionQuestion {
  seller: { country: CountryCode; inUnion: boolean };
  buyer: { kind: CustomerInput['kind']; vatNumber: string | null; registrationNumber: string | null };
  kind: DocumentKind;
  issueDate: IsoDate;
  language: Language;
  /** Codes that the taxes of the lines call for. */
  taxMentions: readonly string[];
  supplyKinds: readonly SupplyKind[];
  tables: MentionTables;
}

export interface Mention {
  code: string;
  text: string;
}

/**
 * The wording in the order of the table, each code once: the row of the seller's country before the Union's before the general
 * one, valid on the issue date, fit for the buyer. Consumers get no recovery indemnity and no business interest (C. com.
 * L441-10); to a customer of unknown kind these are said as holding between businesses.
 */
export function resolveMentions(question: MentionQuestion): Mention[] {
  const codes = [...new Set(question.tables.mentions.map((row) => row.code))];
  return codes.flatMap((code) => {
    const row = rowOf(code, question);
    return row && triggered(row, question) ? [{ code, text: wording(row, question) }] : [];
  });
}

/** The reason of a tax category (BT-120): the text of its mention. Null where the table has none for the date. */
export function taxReason(code: string | null, question: MentionQuestion): string | null {
  if (code === null) return null;
  const row = rowOf(code, question);
  return row ? wording(row, question) : null;
}

function rowOf(code: string, question: MentionQuestion): MentionRow | null {
  const { seller, issueDate, kind, tables } = question;
  const rated = rateOn(question) !== null;
  const fit = tables.mentions.filter(
    (row) =>
      row.code === code &&
      holds(row, issueDate) &&
      row.documents.includes(kind) &&
      row.audience.includes(audienceOf(question)) &&
      (row.needsRate === undefined || row.needsRate === rated),
  );
  const from = (country: string) => fit.find((row) => row.country === country) ?? null;
  return from(seller.country) ?? (seller.inUnion ? from('EU') : null) ?? from('*');
}

function triggered(row: MentionRow, question: MentionQuestion): boolean {
  const goods = question.supplyKinds.includes('goods');
  const services = question.supplyKinds.includes('services');
  switch (row.trigger) {
    case 'always':
      return true;
    case 'tax':
      return question.taxMentions.includes(row.code);
    case 'goods_only':
      return goods && !services;
    case 'services_only':
      return services && !goods;
    case 'goods_and_services':
      return goods && services;
  }
}

function wording(row: MentionRow, question: MentionQuestion): string {
  const rate = rateOn(question) ?? '';
  return fill(row, question.language, { rate: question.language === 'fr' ? rate.replace('.', ',') : rate });
}

function rateOn({ seller, issueDate, tables }: MentionQuestion): string | null {
  return tables.latePayment.find((row) => row.country === seller.country && holds(row, issueDate))?.rate ?? null;
}

function audienceOf({ buyer }: MentionQuestion): 'business' | 'unknown' | 'consumer' {
  if (buyer.kind !== 'unknown') return buyer.kind;
  return buyer.vatNumber !== null || buyer.registrationNumber !== null ? 'business' : 'unknown';
}
