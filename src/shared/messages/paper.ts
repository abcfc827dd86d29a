/** The words printed on invoices and credit notes. Legal mentions are not here: they come with the document. */
import { defineTexts } from './catalogue.ts';

export const paperTexts = defineTexts({
  invoice: { fr: 'Facture', en: 'Invoice' },
  creditNote: { fr: 'Avoir', en: 'Credit note' },
  draftNumber: { fr: 'Brouillon, sans numéro', en: 'Draft, no number' },
  watermark: { fr: 'BROUILLON', en: 'DRAFT' },

  issueDate: { fr: 'Date d’émission', en: 'Date of issue' },
  taxPoint: { fr: 'Date de l’opération', en: 'Tax point' },
  dueDate: { fr: 'Date d’échéance', en: 'Due date' },
  period: { fr: 'Période', en: 'Period' },
  orderReference: { fr: 'Votre commande', en: 'Your order' },
  buyerReference: { fr: 'Votre référence', en: 'Your reference' },
  contractReference: { fr: 'Contrat', en: 'Contract' },
  sourceReference: { fr: 'Notre référence', en: 'Our reference' },
  customerCode: { fr: 'Code client', en: 'Customer code' },
  buyerVat: { fr: 'TVA client', en: 'Customer VAT' },
  buyerRegistration: { fr: 'N° d’entreprise client', en: 'Customer reg. no.' },
  buyerSiren: { fr: 'SIREN client', en: 'Customer SIREN' },
  precedingInvoice: { fr: 'Facture corrigée', en: 'Corrects invoice' },
  precedingInvoices: { fr: 'Factures corrigées', en: 'Corrects invoices' },
  precedingDated: { fr: '{number} du {date}', en: '{number} of {date}' },
  deliveredTo: { fr: 'Livraison', en: 'Delivered to' },

  description: { fr: 'Désignation', en: 'Description' },
  quantity: { fr: 'Quantité', en: 'Quantity' },
  unitPrice: { fr: 'Prix unitaire HT', en: 'Unit price' },
  vat: { fr: 'TVA', en: 'VAT' },
  lineNet: { fr: 'Montant HT', en: 'Net amount' },
  pricePer: { fr: 'prix pour {quantity}', en: 'price per {quantity}' },
  beforeAllowances: { fr: 'Brut {amount}', en: 'Gross {amount}' },

  vatRate: { fr: 'Taux de TVA', en: 'VAT rate' },
  vatBase: { fr: 'Base HT', en: 'Net' },
  vatAmount: { fr: 'Montant de TVA', en: 'VAT' },
  categoryExempt: { fr: 'Exonéré', en: 'Exempt' },
  categoryReverse: { fr: 'Autoliquidation', en: 'Reverse charge' },
  categoryIntra: { fr: 'Livraison intracommunautaire', en: 'Intra-Community supply' },
  categoryExport: { fr: 'Exportation', en: 'Export' },
  categoryOutside: { fr: 'Hors champ de la TVA', en: 'Outside the scope of VAT' },

  totalLines: { fr: 'Total des lignes HT', en: 'Total of lines' },
  totalNet: { fr: 'Total HT', en: 'Total excluding VAT' },
  totalGross: { fr: 'Total TTC', en: 'Total including VAT' },
  prepaid: { fr: 'Déjà réglé', en: 'Already paid' },
  rounding: { fr: 'Arrondi', en: 'Rounding' },
  payable: { fr: 'Net à payer', en: 'Amount due' },
  credited: { fr: 'Montant de l’avoir', en: 'Amount credited' },

  payByTransfer: { fr: 'À régler par virement', en: 'Payable by bank transfer' },
  payByTransferBefore: { fr: 'À régler par virement avant le {date}', en: 'Payable by bank transfer by {date}' },
  payBefore: { fr: 'À régler avant le {date}', en: 'Payable by {date}' },
  pay: { fr: 'Règlement', en: 'Payment' },
  nothingToPay: { fr: 'Rien à régler', en: 'Nothing to pay' },
  creditHeading: { fr: 'En votre faveur', en: 'In your favour' },
  amount: { fr: 'Montant', en: 'Amount' },
  holder: { fr: 'Titulaire', en: 'Account holder' },
  paymentReference: { fr: 'Référence', en: 'Reference' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  bic: { fr: 'BIC', en: 'BIC' },
  questionInvoice: { fr: 'Une question sur cette facture\u202f?', en: 'A question about this invoice?' },
  questionCredit: { fr: 'Une question sur cet avoir\u202f?', en: 'A question about this credit note?' },

  sellerVat: { fr: 'TVA {number}', en: 'VAT {number}' },
  sellerRegistration: { fr: 'N° d’entreprise {number}', en: 'Registered no. {number}' },
  sellerSiren: { fr: 'SIREN {number}', en: 'SIREN {number}' },
  sellerTaxNumber: { fr: 'N° fiscal {number}', en: 'Tax no. {number}' },
  page: { fr: 'Page {page} sur {pages}', en: 'Page {page} of {pages}' },
});

/** Country names for the last line of an address abroad. */
const regionNames: Record<'fr' | 'en', Intl.DisplayNames> = {
  fr: new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }),
};

/** `FR` → `France`; XI, which the VAT rules use, is Northern Ireland; an unknown code stays as it is. */
export function countryName(code: string, language: 'fr' | 'en'): string {
  if (code === 'XI') return language === 'fr' ? 'Irlande du Nord' : 'Northern Ireland';
  return regionNames[language].of(code) ?? code;
}
