/** Words that composing a document writes into it, in the document's language: they are frozen with it. */
import { defineTexts } from './catalogue.ts';

export const composedTexts = defineTexts({
  /** A customer without a name. */
  customer_unnamed: { fr: 'Client {code}', en: 'Customer {code}' },
  /** A line that neither file nor product describes. */
  line_undescribed: { fr: 'Article sans désignation', en: 'Item without description' },
  discount: { fr: 'Remise {percent} %', en: 'Discount {percent}%' },
  surcharge: { fr: 'Majoration {percent} %', en: 'Surcharge {percent}%' },
  /** BT-20. */
  terms_at_once: { fr: 'Payable à réception', en: 'Payable on receipt' },
  terms_days: {
    fr: { one: 'Payable à {count} jour', other: 'Payable à {count} jours' },
    en: { one: 'Payable within {count} day', other: 'Payable within {count} days' },
  },
  terms_credit_note: {
    fr: 'Avoir à déduire de vos factures ou à rembourser',
    en: 'To be set off against your invoices or refunded',
  },
});
