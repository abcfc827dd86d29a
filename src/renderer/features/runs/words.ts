/** Names of tax rates, findings and customers as the run's screens say them. */
import { formatPercent } from '#shared/format/decimal.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import type { DecimalText, Language, TaxCategory } from '#shared/model/values.ts';
import type { Translate } from '../../app/i18n.tsx';

/** `TVA 20 %`, `Intracom.`, `Export`. */
export const taxWord = (category: TaxCategory, rate: DecimalText, t: Translate, language: Language): string =>
  t(deskTexts[`tax.${category}`], { rate: formatPercent(rate, language) });

export const customerWord = (row: { customerName: string | null; customerCode: string }, t: Translate): string =>
  row.customerName ?? t(deskTexts.noName, { code: row.customerCode });
