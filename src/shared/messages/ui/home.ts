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
  later: { fr: 'Bientôt', en: 'Soon' },
  moreCurrencies: {
    fr: { one: 'et {count} autre devise', other: 'et {count} autres devises' },
    en: { one: 'and {count} more currency', other: 'and {count} more currencies' },
  },
  restoredCopy: { fr: 'Ce fichier est une copie plus ancienne', en: 'This file is an older copy' },
  restoredCopyHint: {
    fr: 'Émettre attend votre décision\u202f; le bandeau dit ce qui manque',
    en: 'Issuing waits for your decision; the banner says what is missing',
  },
  restoredCopyAct: { fr: 'Vérifier', en: 'Check' },
  interrupted: {
    fr: { one: '{count} traitement interrompu', other: '{count} traitements interrompus' },
    en: { one: '{count} interrupted job', other: '{count} interrupted jobs' },
  },
  interruptedHint: { fr: 'Il reprend là où il s’est arrêté', en: 'It goes on where it stopped' },
  interruptedAct: { fr: 'Voir les campagnes', en: 'See the runs' },
  held: {
    fr: { one: '{count} ligne retenue', other: '{count} lignes retenues' },
    en: { one: '{count} held line', other: '{count} held lines' },
  },
  heldHint: {
    fr: 'Sans client, ou mises de côté\u202f; elles ne sont ni perdues ni facturées',
    en: 'With no customer, or set aside; neither lost nor billed',
  },
  heldAct: { fr: 'Corriger', en: 'Mend' },
  rejected: {
    fr: {
      one: '{count} ligne rejetée de «\u00a0{file}\u00a0»',
      other: '{count} lignes rejetées de «\u00a0{file}\u00a0»',
    },
    en: { one: '{count} row of “{file}” rejected', other: '{count} rows of “{file}” rejected' },
  },
  rejectedHint: {
    fr: 'Corrigez-les dans le fichier des rejets, puis importez-le',
    en: 'Mend them in the file of rejected rows, then import it',
  },
  rejectedAct: { fr: 'Importer à nouveau', en: 'Import again' },
  run: { fr: 'Campagne «\u00a0{name}\u00a0» en cours', en: 'Bill run “{name}” under way' },
  runHint: {
    fr: '{approved} brouillons approuvés sur {drafts}',
    en: '{approved} of {drafts} drafts approved',
  },
  runBlocked: {
    fr: {
      one: '{count} brouillon bloqué dans «\u00a0{name}\u00a0»',
      other: '{count} brouillons bloqués dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft blocked in “{name}”', other: '{count} drafts blocked in “{name}”' },
  },
  runBlockedHint: {
    fr: '{approved} approuvés sur {drafts}\u202f; les bloqués n’empêchent pas d’émettre les autres',
    en: '{approved} of {drafts} approved; those blocked do not keep the others from being issued',
  },
  runBlockedAct: { fr: 'Corriger', en: 'Mend' },
  runApproved: {
    fr: {
      one: '{count} brouillon approuvé à émettre, «\u00a0{name}\u00a0»',
      other: '{count} brouillons approuvés à émettre, «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} approved draft to issue, “{name}”', other: '{count} approved drafts to issue, “{name}”' },
  },
  runApprovedAct: { fr: 'Émettre', en: 'Issue' },
  runProduce: { fr: 'PDF à produire, «\u00a0{name}\u00a0»', en: 'PDFs to make, “{name}”' },
  runProduceHint: {
    fr: '{issued} documents émis\u202f; leurs PDF ne sont pas encore dans un dossier',
    en: '{issued} documents issued; their PDFs are not in a folder yet',
  },
  runProduceAct: { fr: 'Produire', en: 'Make them' },
  runAct: { fr: 'Passer en revue', en: 'Review' },
  overdue: {
    fr: { one: '{count} facture à l’échéance passée', other: '{count} factures à l’échéance passée' },
    en: { one: '{count} invoice past its due date', other: '{count} invoices past their due date' },
  },
  overdueHint: {
    fr: 'La plus ancienne du {oldest}\u202f; les règlements ne sont pas encore connus',
    en: 'The oldest of {oldest}; payments are not known yet',
  },
  overdueAct: { fr: 'Voir', en: 'See' },
  linesOld: {
    fr: { one: '{count} ligne attend depuis plus d’un mois', other: '{count} lignes attendent depuis plus d’un mois' },
    en: { one: '{count} line has waited for over a month', other: '{count} lines have waited for over a month' },
  },
  linesOldHint: {
    fr: 'La plus ancienne du {oldest}\u202f; {open} en attente en tout',
    en: 'The oldest of {oldest}; {open} waiting in all',
  },
  lines: {
    fr: { one: '{count} ligne à facturer', other: '{count} lignes à facturer' },
    en: { one: '{count} line to bill', other: '{count} lines to bill' },
  },
  linesHint: { fr: 'Elles attendent une campagne', en: 'They wait for a bill run' },
  linesAct: { fr: 'Créer une campagne', en: 'Create a run' },
  backupOld: {
    fr: { one: 'Rien de sauvegardé depuis {count} jour', other: 'Rien de sauvegardé depuis {count} jours' },
    en: { one: 'Nothing backed up for {count} day', other: 'Nothing backed up for {count} days' },
  },
  backupOldHint: { fr: 'Des changements n’existent que dans ce fichier', en: 'Changes exist in this file only' },
  backupOldAct: { fr: 'Sauvegarder', en: 'Back up' },
  incomplete: {
    fr: { one: '{count} client incomplet', other: '{count} clients incomplets' },
    en: { one: '{count} incomplete customer', other: '{count} incomplete customers' },
  },
  incompleteHint: {
    fr: 'Il manque un nom, une adresse, une ville ou un pays',
    en: 'A name, an address, a town or a country is missing',
  },
  incompleteAct: { fr: 'Compléter', en: 'Complete' },
  dueSoon: {
    fr: { one: '{count} échéance dans les 7\u00a0jours', other: '{count} échéances dans les 7\u00a0jours' },
    en: { one: '{count} invoice due within 7\u00a0days', other: '{count} invoices due within 7\u00a0days' },
  },
  dueSoonHint: { fr: 'Montants TTC, avoirs déduits', en: 'Gross amounts, credit notes taken off' },
  dueSoonAct: { fr: 'Voir', en: 'See' },

  issuedTitle: { fr: 'Émis', en: 'Issued' },
  thisMonth: { fr: 'Ce mois-ci', en: 'This month' },
  thisYear: { fr: 'Exercice depuis le {from}', en: 'Fiscal year since {from}' },
  documents: {
    fr: { one: '{count} document', other: '{count} documents' },
    en: { one: '{count} document', other: '{count} documents' },
  },
  before: { fr: '{amount} à la même date avant', en: '{amount} by the same day before' },
  nothingIssued: { fr: 'rien encore', en: 'nothing yet' },
  netTax: { fr: 'HT', en: 'net' },

  firstTitle: { fr: 'Trois étapes jusqu’à vos premières factures', en: 'Three steps to your first invoices' },
  firstCustomers: { fr: 'Apportez vos clients', en: 'Bring in your customers' },
  firstCustomersBody: {
    fr: 'Un classeur ou un CSV\u00a0: nom, adresse, numéro de TVA',
    en: 'A workbook or CSV: name, address, VAT number',
  },
  firstLines: { fr: 'Apportez ce qui est à facturer', en: 'Bring in what is to be billed' },
  firstLinesBody: {
    fr: 'Une ligne par vente\u202f; clients et produits manquants peuvent être créés',
    en: 'One row for each sale; missing customers and products can be created',
  },
  firstRun: { fr: 'Lancez une campagne', en: 'Make a bill run' },
  firstRunBody: {
    fr: 'Des brouillons par client, que vous relisez avant d’émettre',
    en: 'Drafts by customer, which you review before issuing',
  },
  firstDone: { fr: 'fait', en: 'done' },
  importCustomers: { fr: 'Importer des clients', en: 'Import customers' },
  importLines: { fr: 'Importer des lignes', en: 'Import lines' },
  nothing: { fr: 'Rien n’attend', en: 'Nothing is waiting' },
  nothingBody: {
    fr: 'Tout ce qui a été importé est facturé. Importez un fichier, ou faites une facture à la main.',
    en: 'Everything imported has been billed. Import a file, or make an invoice by hand.',
  },
  importing: { fr: 'Import en cours', en: 'Import under way' },
  importingBody: { fr: 'Ses lignes s’ajoutent ici dès la fin.', en: 'Its rows appear here as soon as it ends.' },
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
