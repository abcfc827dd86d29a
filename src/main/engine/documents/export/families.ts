/** The tables of a full export as people read them: every file, every column, in both languages. The README is made of this. */
import type { CellKind } from './csv.ts';

export interface ExportColumn {
  key: string;
  kind: CellKind;
  fr: string;
  en: string;
}

export interface ExportFamily {
  name: string;
  fr: string;
  en: string;
  columns: readonly ExportColumn[];
}

const text = (key: string, fr: string, en: string): ExportColumn => ({ key, kind: 'text', fr, en });
const whole = (key: string, fr: string, en: string): ExportColumn => ({ key, kind: 'whole', fr, en });
const decimal = (key: string, fr: string, en: string): ExportColumn => ({ key, kind: 'decimal', fr, en });
const date = (key: string, fr: string, en: string): ExportColumn => ({ key, kind: 'date', fr, en });
const instant = (key: string, fr: string, en: string): ExportColumn => ({ key, kind: 'instant', fr, en });
const flag = (key: string, fr: string, en: string): ExportColumn => ({ key, kind: 'flag', fr, en });

const id = text('id', 'identifiant, le même dans tous les fichiers', 'identity, the same in every file');
const customer = [
  text('customer_id', 'identifiant du client', 'the customer’s identity'),
  text('customer_code', 'code du client', 'the customer’s code'),
];
const sums = [
  decimal('net', 'hors taxes', 'without tax'),
  decimal('tax', 'taxe', 'tax'),
  decimal('gross', 'toutes taxes comprises', 'with tax'),
];
const currency = text('currency', 'devise (ISO 4217)', 'currency (ISO 4217)');

export const families = {
  company: {
    name: 'company',
    fr: 'L’entreprise et les réglages du fichier',
    en: 'The company and the settings of the file',
    columns: [text('key', 'nom du réglage', 'name of the setting'), text('value', 'sa valeur', 'its value')],
  },
  customers: {
    name: 'customers',
    fr: 'Les clients, champs personnalisés et étiquettes compris',
    en: 'The customers, with their custom fields and tags',
    columns: [
      id,
      text('code', 'code', 'code'),
      text('name', 'nom', 'name'),
      text('kind', 'business, consumer ou unknown', 'business, consumer or unknown'),
      text('address', 'lignes d’adresse', 'address lines'),
      text('postcode', 'code postal', 'postcode'),
      text('city', 'ville', 'town'),
      text('region', 'région ou État', 'region or state'),
      text('country', 'pays (ISO 3166)', 'country (ISO 3166)'),
      text('vat_number', 'numéro de TVA', 'VAT number'),
      text('registration_number', 'numéro d’entreprise', 'company number'),
      text('electronic_address', 'adresse de facturation électronique', 'electronic address for invoices'),
      text('email', 'e-mail', 'e-mail'),
      text('phone', 'téléphone', 'telephone'),
      text('contact_name', 'contact', 'contact'),
      text('language', 'langue des documents', 'language of documents'),
      text('currency', 'devise habituelle', 'usual currency'),
      whole('payment_terms_days', 'délai de paiement, jours', 'payment term, days'),
      text('order_reference', 'référence de commande', 'order reference'),
      text('note', 'note', 'note'),
      text('custom_fields', 'champs personnalisés, nom=valeur', 'custom fields, name=value'),
      text('tags', 'étiquettes', 'tags'),
      flag('archived', '1\u00a0: archivé', '1: archived'),
      instant('erased_at', 'données effacées le', 'data erased at'),
      instant('created_at', 'créé le (UTC)', 'created at (UTC)'),
      instant('updated_at', 'modifié le (UTC)', 'changed at (UTC)'),
    ],
  },
  products: {
    name: 'products',
    fr: 'Les produits et services',
    en: 'The products and services',
    columns: [
      id,
      text('code', 'code', 'code'),
      text('name', 'désignation', 'name'),
      text('supply', 'goods (biens) ou services', 'goods or services'),
      text('unit', 'unité', 'unit'),
      decimal('unit_price', 'prix unitaire hors taxes', 'unit price without tax'),
      currency,
      text('tax_class', 'classe de taxe', 'tax class'),
      text('note', 'note', 'note'),
      text('custom_fields', 'champs personnalisés, nom=valeur', 'custom fields, name=value'),
      text('tags', 'étiquettes', 'tags'),
      flag('archived', '1\u00a0: archivé', '1: archived'),
      instant('created_at', 'créé le (UTC)', 'created at (UTC)'),
      instant('updated_at', 'modifié le (UTC)', 'changed at (UTC)'),
    ],
  },
  lines: {
    name: 'lines',
    fr: 'Les lignes à facturer et facturées, telles qu’elles sont entrées',
    en: 'The lines to bill and billed, as they came in',
    columns: [
      id,
      text('status', 'open, drafted, billed, held ou excluded', 'open, drafted, billed, held or excluded'),
      ...customer,
      text('reference', 'référence de facture', 'invoice reference'),
      date('date', 'date de la prestation', 'date of supply'),
      text('product_code', 'code du produit', 'product code'),
      text('description', 'désignation', 'description'),
      decimal('quantity', 'quantité', 'quantity'),
      text('unit', 'unité', 'unit'),
      decimal('unit_price', 'prix unitaire', 'unit price'),
      decimal('discount_percent', 'remise, %', 'discount, %'),
      currency,
      decimal('net', 'montant hors taxes, s’il est connu', 'amount without tax, where known'),
      text('tax_class', 'classe de taxe', 'tax class'),
      text('order_reference', 'référence de commande', 'order reference'),
      text('corrects', 'facture corrigée', 'corrected invoice'),
      text('note', 'note', 'note'),
      text('import_id', 'import d’origine', 'import that brought it'),
      text('draft_id', 'brouillon', 'draft'),
    ],
  },
  runs: {
    name: 'runs',
    fr: 'Les campagnes',
    en: 'The bill runs',
    columns: [
      id,
      text('name', 'nom', 'name'),
      text('status', 'état', 'state'),
      date('period_from', 'premier jour', 'first day'),
      date('period_to', 'lendemain du dernier jour', 'day after the last'),
      date('issue_date', 'date d’émission', 'issue date'),
      text('prepared_by', 'préparée par', 'prepared by'),
      instant('created_at', 'créée le (UTC)', 'created at (UTC)'),
    ],
  },
  drafts: {
    name: 'drafts',
    fr: 'Les brouillons, émis ou non',
    en: 'The drafts, issued or not',
    columns: [
      id,
      text('run_id', 'campagne', 'bill run'),
      text('status', 'open, approved, held, excluded ou finalised', 'open, approved, held, excluded or finalised'),
      text('kind', 'invoice (facture) ou credit_note (avoir)', 'invoice or credit_note'),
      ...customer,
      text('customer_name', 'nom du client', 'customer’s name'),
      text('reference', 'référence', 'reference'),
      currency,
      ...sums,
      whole('lines', 'nombre de lignes', 'number of lines'),
      whole('findings', 'nombre de constats', 'number of findings'),
      text('approved_by', 'approuvé par', 'approved by'),
      instant('approved_at', 'approuvé le (UTC)', 'approved at (UTC)'),
      text('hold_reason', 'motif de retenue', 'why it is held'),
      text('invoice_id', 'facture émise', 'invoice issued'),
    ],
  },
  invoices: {
    name: 'invoices',
    fr: 'Les factures et avoirs émis\u202f; le JSON contient chaque document entier et son empreinte',
    en: 'The invoices and credit notes issued; the JSON has every document whole and its hash',
    columns: [
      id,
      text('number', 'numéro', 'number'),
      text('kind', 'invoice (facture) ou credit_note (avoir)', 'invoice or credit_note'),
      text('series', 'série', 'series'),
      ...customer,
      text('customer_name', 'nom du client', 'customer’s name'),
      text('country', 'pays du client', 'customer’s country'),
      text('reference', 'référence', 'reference'),
      date('issue_date', 'date d’émission', 'issue date'),
      date('tax_point', 'fait générateur', 'tax point'),
      date('due_date', 'échéance', 'due date'),
      currency,
      ...sums.map((column) => ({
        ...column,
        fr: `${column.fr}, négatif pour un avoir`,
        en: `${column.en}, negative for a credit note`,
      })),
      text('corrects', 'numéro de la facture corrigée', 'number of the corrected invoice'),
      text('run_id', 'campagne', 'bill run'),
      text('sha256', 'empreinte du document', 'the document’s hash'),
      text('chain_hash', 'maillon de la chaîne', 'link of the chain'),
      instant('erased_at', 'contenu effacé le', 'content erased at'),
      instant('created_at', 'émise le (UTC)', 'issued at (UTC)'),
    ],
  },
  invoice_lines: {
    name: 'invoice_lines',
    fr: 'Les lignes des factures et avoirs émis',
    en: 'The lines of the invoices and credit notes issued',
    columns: [
      text('number', 'numéro de la facture', 'the invoice’s number'),
      whole('position', 'rang dans la facture', 'place in the invoice'),
      text('product_code', 'code du produit', 'product code'),
      text('description', 'désignation', 'description'),
      decimal('quantity', 'quantité', 'quantity'),
      text('unit', 'unité', 'unit'),
      decimal('unit_price', 'prix unitaire', 'unit price'),
      currency,
      decimal('net', 'montant hors taxes, comme imprimé', 'amount without tax, as printed'),
      text('tax_category', 'catégorie de taxe (EN 16931)', 'tax category (EN 16931)'),
      decimal('tax_rate', 'taux, %', 'rate, %'),
    ],
  },
  taxes: {
    name: 'taxes',
    fr: 'La ventilation de la taxe de chaque facture',
    en: 'The tax breakdown of every invoice',
    columns: [
      text('number', 'numéro de la facture', 'the invoice’s number'),
      text('category', 'catégorie (EN 16931)', 'category (EN 16931)'),
      decimal('rate', 'taux, %', 'rate, %'),
      currency,
      decimal('base', 'base, négative pour un avoir', 'base, negative for a credit note'),
      decimal('tax', 'taxe, négative pour un avoir', 'tax, negative for a credit note'),
    ],
  },
  series: {
    name: 'series',
    fr: 'Les séries de numéros et leurs compteurs',
    en: 'The series of numbers and their counters',
    columns: [
      id,
      text('name', 'nom', 'name'),
      text('kind', 'documents', 'documents'),
      text('prefix', 'préfixe', 'prefix'),
      text('pattern', 'forme des numéros', 'form of the numbers'),
      text('counter', 'compteur (l’année, si la série recommence)', 'counter (the year, where the series restarts)'),
      whole('last_seq', 'dernier rang donné', 'last place given'),
      text('last_number', 'dernier numéro donné', 'last number given'),
    ],
  },
  imports: {
    name: 'imports',
    fr: 'Les imports',
    en: 'The imports',
    columns: [
      id,
      text('kind', 'customers, products ou lines', 'customers, products or lines'),
      text('file_name', 'nom du fichier', 'the file’s name'),
      text('file_sha256', 'empreinte du fichier', 'the file’s hash'),
      instant('at', 'le (UTC)', 'at (UTC)'),
      text('actor', 'par', 'by'),
      whole('rows', 'lignes lues', 'rows read'),
      whole('created', 'créées', 'created'),
      whole('updated', 'modifiées', 'changed'),
      whole('left_alone', 'laissées telles quelles', 'left alone'),
      whole('rejected', 'rejetées', 'rejected'),
      instant('undone_at', 'annulé le (UTC)', 'taken back at (UTC)'),
    ],
  },
  audit: {
    name: 'audit',
    fr: 'Le journal\u00a0: qui a fait quoi, quand',
    en: 'The audit trail: who did what, when',
    columns: [
      whole('id', 'rang', 'place'),
      instant('at', 'le (UTC)', 'at (UTC)'),
      text('actor', 'par', 'by'),
      text('action', 'acte', 'act'),
      text('subject', 'identifiant de ce qui est touché', 'identity of what it is about'),
      text('params', 'détails (JSON)', 'details (JSON)'),
    ],
  },
  users: {
    name: 'users',
    fr: 'Les personnes, sans leurs codes secrets',
    en: 'The people, without their secrets',
    columns: [
      id,
      text('name', 'nom', 'name'),
      text('roles', 'rôles', 'roles'),
      flag('archived', '1\u00a0: archivée', '1: archived'),
      instant('created_at', 'créée le (UTC)', 'created at (UTC)'),
    ],
  },
} as const satisfies Record<string, ExportFamily>;

export type FamilyName = keyof typeof families;

/** What the PDFs are: written beside them. */
export const pdfFamily: ExportFamily = {
  name: 'pdf',
  fr: 'Les PDF du dossier pdf',
  en: 'The PDFs in the folder pdf',
  columns: [
    text('number', 'numéro de la facture', 'the invoice’s number'),
    text('file', 'nom du fichier', 'the file’s name'),
    flag(
      'original',
      '1\u00a0: le PDF remis à l’époque\u202f; 0\u00a0: rendu à nouveau',
      '1: the PDF delivered then; 0: rendered anew',
    ),
    text('sha256', 'empreinte du fichier', 'the file’s hash'),
  ],
};
