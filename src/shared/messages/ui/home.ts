/** The first page, and what the log of the company says. */
import { defineTexts } from '../catalogue.ts';

export const homeTexts = defineTexts({
  newInvoice: { fr: 'Nouvelle facture', en: 'New invoice' },
  importFile: { fr: 'Importer un fichier', en: 'Import a file' },
  openRun: { fr: 'Reprendre «\u00a0{name}\u00a0»', en: 'Go on with “{name}”' },
  makeRun: { fr: 'Créer une campagne', en: 'Create a bill run' },
  stateLabel: { fr: 'Montants par devise', en: 'Amounts by currency' },
  openLines: { fr: 'Lignes en attente', en: 'Pending lines' },
  drafts: { fr: 'Brouillons en revue', en: 'Drafts in review' },
  issued: { fr: 'Émis ce mois-ci', en: 'Issued this month' },
  net: { fr: 'HT', en: 'net' },
  gross: { fr: 'TTC', en: 'gross' },
  todo: { fr: 'À faire', en: 'To do' },
  todoCount: {
    fr: { one: '{count} point', other: '{count} points, par urgence' },
    en: { one: '{count} item', other: '{count} items, by urgency' },
  },
  blocking: { fr: 'Bloque la suite', en: 'Blocks what follows' },
  today: { fr: 'Aujourd’hui', en: 'Today' },
  held: {
    fr: { one: '{count} ligne retenue', other: '{count} lignes retenues' },
    en: { one: '{count} held line', other: '{count} held lines' },
  },
  heldHint: {
    fr: 'Sans client, ou mises de côté\u202f; elles ne sont ni perdues ni facturées',
    en: 'With no customer, or set aside; neither lost nor billed',
  },
  heldAct: { fr: 'Corriger', en: 'Mend' },
  run: { fr: 'Campagne «\u00a0{name}\u00a0» en revue', en: 'Bill run “{name}” in review' },
  runHint: {
    fr: '{approved} brouillons approuvés sur {drafts}',
    en: '{approved} of {drafts} drafts approved',
  },
  runBlocked: {
    fr: {
      one: '{count} bloqué, {approved} approuvés sur {drafts}',
      other: '{count} bloqués, {approved} approuvés sur {drafts}',
    },
    en: {
      one: '{count} blocked, {approved} of {drafts} approved',
      other: '{count} blocked, {approved} of {drafts} approved',
    },
  },
  runAct: { fr: 'Passer en revue', en: 'Review' },
  lines: {
    fr: { one: '{count} ligne à facturer', other: '{count} lignes à facturer' },
    en: { one: '{count} line to bill', other: '{count} lines to bill' },
  },
  linesHint: { fr: 'Elles attendent une campagne', en: 'They wait for a bill run' },
  linesAct: { fr: 'Créer une campagne', en: 'Create a run' },
  nothing: { fr: 'Rien n’attend', en: 'Nothing is waiting' },
  nothingBody: {
    fr: 'Tout ce qui a été importé est facturé. Importez un fichier, ou faites une facture à la main.',
    en: 'Everything imported has been billed. Import a file, or make an invoice by hand.',
  },
  emptyTitle: { fr: 'Commencez par vos lignes à facturer', en: 'Begin with your lines to bill' },
  emptyBody: {
    fr: 'Apportez un classeur ou un fichier CSV\u00a0: une ligne par vente. Liasse peut créer les clients et les produits qu’il nomme.',
    en: 'Bring a workbook or a CSV file: one row for each sale. Liasse can create the customers and products it names.',
  },
  importing: { fr: 'Import en cours', en: 'Import under way' },
  importingBody: { fr: 'Ses lignes s’ajoutent ici dès la fin.', en: 'Its rows appear here as soon as it ends.' },
  emptyOther: { fr: 'Faire une facture à la main', en: 'Make an invoice by hand' },
  latest: { fr: 'Dernières opérations', en: 'Latest operations' },
  records: { fr: 'Fichier', en: 'Records' },
  customers: {
    fr: { one: '{count} client', other: '{count} clients' },
    en: { one: '{count} customer', other: '{count} customers' },
  },
  products: {
    fr: { one: '{count} produit', other: '{count} produits' },
    en: { one: '{count} product', other: '{count} products' },
  },
  invoices: {
    fr: { one: '{count} document émis', other: '{count} documents émis' },
    en: { one: '{count} document issued', other: '{count} documents issued' },
  },
});

/** By the action's name in the audit trail. */
export const auditTexts = defineTexts({
  'company.created': { fr: 'Entreprise créée', en: 'Company created' },
  'company.changed': { fr: 'Identité de l’entreprise modifiée', en: 'Company identity changed' },
  'company.restored_copy_accepted': {
    fr: 'Copie plus ancienne acceptée\u00a0: {reason}',
    en: 'Older copy accepted: {reason}',
  },
  'series.created': { fr: 'Série «\u00a0{name}\u00a0» créée', en: 'Series “{name}” created' },
  'series.changed': { fr: 'Série «\u00a0{name}\u00a0» modifiée', en: 'Series “{name}” changed' },
  'customer.created': { fr: 'Client {code} créé', en: 'Customer {code} created' },
  'customer.changed': { fr: 'Client {code} modifié', en: 'Customer {code} changed' },
  'customer.imported': { fr: 'Client {code} repris d’un fichier', en: 'Customer {code} taken from a file' },
  'product.created': { fr: 'Produit {code} créé', en: 'Product {code} created' },
  'product.changed': { fr: 'Produit {code} modifié', en: 'Product {code} changed' },
  'import.committed': { fr: '«\u00a0{file}\u00a0» importé', en: '“{file}” imported' },
  'lines.assign': {
    fr: { one: '{count} ligne rattachée à {code}', other: '{count} lignes rattachées à {code}' },
    en: { one: '{count} line given to {code}', other: '{count} lines given to {code}' },
  },
  'lines.hold': {
    fr: { one: '{count} ligne retenue', other: '{count} lignes retenues' },
    en: { one: '{count} line held', other: '{count} lines held' },
  },
  'lines.exclude': {
    fr: { one: '{count} ligne écartée', other: '{count} lignes écartées' },
    en: { one: '{count} line excluded', other: '{count} lines excluded' },
  },
  'lines.reopen': {
    fr: { one: '{count} ligne remise en attente', other: '{count} lignes remises en attente' },
    en: { one: '{count} line reopened', other: '{count} lines reopened' },
  },
  'run.created': { fr: 'Campagne «\u00a0{name}\u00a0» créée', en: 'Bill run “{name}” created' },
  'run.drafted': {
    fr: 'Brouillons préparés pour «\u00a0{name}\u00a0»\u00a0: {drafts}',
    en: 'Drafts made for “{name}”: {drafts}',
  },
  'run.lines_held': {
    fr: 'Lignes retenues dans «\u00a0{name}\u00a0»\u00a0: {reference}',
    en: 'Lines held in “{name}”: {reference}',
  },
  'run.approve': {
    fr: {
      one: '{count} brouillon approuvé dans «\u00a0{name}\u00a0»',
      other: '{count} brouillons approuvés dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft approved in “{name}”', other: '{count} drafts approved in “{name}”' },
  },
  'run.hold': {
    fr: {
      one: '{count} brouillon retenu dans «\u00a0{name}\u00a0»',
      other: '{count} brouillons retenus dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft held in “{name}”', other: '{count} drafts held in “{name}”' },
  },
  'run.exclude': {
    fr: {
      one: '{count} brouillon écarté de «\u00a0{name}\u00a0»',
      other: '{count} brouillons écartés de «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft excluded from “{name}”', other: '{count} drafts excluded from “{name}”' },
  },
  'run.reopen': {
    fr: {
      one: '{count} brouillon repris dans «\u00a0{name}\u00a0»',
      other: '{count} brouillons repris dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft reopened in “{name}”', other: '{count} drafts reopened in “{name}”' },
  },
  'run.finding_accepted': {
    fr: {
      one: '{count} constat accepté dans «\u00a0{name}\u00a0»',
      other: '{count} constats acceptés dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} finding accepted in “{name}”', other: '{count} findings accepted in “{name}”' },
  },
  'run.finalised': {
    fr: {
      one: '{count} document émis, campagne «\u00a0{name}\u00a0»',
      other: '{count} documents émis, campagne «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} document issued, bill run “{name}”', other: '{count} documents issued, bill run “{name}”' },
  },
  'run.produced': { fr: 'PDF produits pour «\u00a0{name}\u00a0»', en: 'PDFs made for “{name}”' },
  'run.abandoned': { fr: 'Campagne «\u00a0{name}\u00a0» abandonnée', en: 'Bill run “{name}” abandoned' },
  'invoice.issued': { fr: '{number} émise', en: '{number} issued' },
  'export.workbook': { fr: 'Classeur exporté', en: 'Workbook exported' },
});
