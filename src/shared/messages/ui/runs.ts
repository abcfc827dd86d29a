/** Words of the bill run: its list, its desk, its issue. */
import { defineTexts } from '../catalogue.ts';

export const runsTexts = defineTexts({
  title: { fr: 'Campagnes', en: 'Bill runs' },
  listLabel: { fr: 'Campagnes de facturation', en: 'Bill runs' },
  create: { fr: 'Nouvelle campagne', en: 'New bill run' },
  emptyTitle: { fr: 'Pas encore de campagne', en: 'No bill run yet' },
  emptyText: {
    fr: 'Une campagne rassemble les lignes à facturer d’une période et en fait des brouillons, un par client.',
    en: 'A bill run collects a period’s lines and makes drafts of them, one for each customer.',
  },
  emptyImport: { fr: 'Importer des lignes', en: 'Import lines' },
  name: { fr: 'Nom', en: 'Name' },
  state: { fr: 'État', en: 'State' },
  period: { fr: 'Période', en: 'Period' },
  issueDate: { fr: 'Date d’émission', en: 'Issue date' },
  drafts: { fr: 'Brouillons', en: 'Drafts' },
  approved: { fr: 'Approuvés', en: 'Approved' },
  blocked: { fr: 'Bloqués', en: 'Blocked' },
  invoices: { fr: 'Factures', en: 'Invoices' },
  net: { fr: 'HT', en: 'Net' },
  gross: { fr: 'TTC', en: 'Gross' },
  tax: { fr: 'TVA', en: 'VAT' },
  enterKey: { fr: 'Entrée', en: 'Enter' },
  retry: { fr: 'Réessayer', en: 'Try again' },
  runCount: {
    fr: { one: '{count} campagne', other: '{count} campagnes' },
    en: { one: '{count} bill run', other: '{count} bill runs' },
  },
  keyOpen: { fr: 'ouvrir', en: 'open' },

  // States of a run
  'status.collecting': { fr: 'Collecte', en: 'Collecting' },
  'status.drafting': { fr: 'Préparation', en: 'Drafting' },
  'status.reviewing': { fr: 'En revue', en: 'In review' },
  'status.finalising': { fr: 'Émission', en: 'Issuing' },
  'status.producing': { fr: 'Émise, à produire', en: 'Issued, to produce' },
  'status.closed': { fr: 'Clôturée', en: 'Closed' },
  'status.abandoned': { fr: 'Abandonnée', en: 'Abandoned' },

  // The stepper
  'step.collect': { fr: 'Collecte', en: 'Collect' },
  'step.draft': { fr: 'Brouillons', en: 'Drafts' },
  'step.review': { fr: 'Revue', en: 'Review' },
  'step.issue': { fr: 'Émission', en: 'Issue' },
  'step.produce': { fr: 'Production', en: 'Produce' },
  'step.closed': { fr: 'Clôture', en: 'Closed' },
  steps: { fr: 'Étapes de la campagne', en: 'Steps of the run' },

  // A new run
  newTitle: { fr: 'Nouvelle campagne', en: 'New bill run' },
  openLines: {
    fr: {
      one: '{count} ligne attend d’être facturée, datée du {from}.',
      other: '{count} lignes attendent d’être facturées, du {from} au {to}.',
    },
    en: {
      one: '{count} line waits to be billed, dated {from}.',
      other: '{count} lines wait to be billed, {from} to {to}.',
    },
  },
  openLinesUndated: {
    fr: {
      one: '{count} ligne sans date attend d’être facturée.',
      other: '{count} lignes sans date attendent d’être facturées.',
    },
    en: { one: '{count} undated line waits to be billed.', other: '{count} undated lines wait to be billed.' },
  },
  noOpenLines: {
    fr: 'Aucune ligne n’attend d’être facturée. La campagne serait vide.',
    en: 'No line waits to be billed. The run would be empty.',
  },
  byMonth: { fr: 'Un mois', en: 'One month' },
  byDates: { fr: 'D’une date à l’autre', en: 'From date to date' },
  month: { fr: 'Mois', en: 'Month' },
  year: { fr: 'Année', en: 'Year' },
  monthBefore: { fr: 'Mois précédent', en: 'Month before' },
  monthAfter: { fr: 'Mois suivant', en: 'Month after' },
  from: { fr: 'Du', en: 'From' },
  to: { fr: 'Au', en: 'To' },
  bothIncluded: { fr: 'Du {from} au {to}, ces deux jours compris.', en: '{from} to {to}, both days included.' },
  series: { fr: 'Série des factures', en: 'Invoice series' },
  creditSeries: { fr: 'Série des avoirs', en: 'Credit note series' },
  seriesExample: { fr: 'Prochain numéro, par exemple {example}', en: 'Next number, for example {example}' },
  undated: { fr: 'Prendre aussi les lignes sans date', en: 'Take lines without a date as well' },
  badDate: {
    fr: 'Cette date n’existe pas. Écrivez-la 30/09/2026.',
    en: 'This date does not exist. Write it 30/09/2026.',
  },
  badOrder: { fr: 'La fin vient avant le début.', en: 'The end comes before the beginning.' },
  badName: { fr: 'Un nom est nécessaire.', en: 'A name is needed.' },
  createAndDraft: { fr: 'Préparer les brouillons', en: 'Prepare the drafts' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  close: { fr: 'Fermer', en: 'Close' },
  quarter: { fr: '{ordinal} trimestre {year}', en: 'Q{quarter} {year}' },
  fromTo: { fr: 'Du {from} au {to}', en: '{from} to {to}' },

  // The run's own screen
  collectingTitle: { fr: 'Les brouillons ne sont pas encore faits', en: 'The drafts are not made yet' },
  collectingText: {
    fr: 'Les lignes à facturer de la période ({period}) deviennent un brouillon par client, référence et devise. Rien n’est encore numéroté.',
    en: 'The lines of {period} become one draft for each customer, reference and currency. Nothing is numbered yet.',
  },
  noDraftsTitle: { fr: 'Aucune ligne à facturer dans cette période', en: 'No lines to bill in this period' },
  noDraftsText: {
    fr: 'Importez des lignes de cette période ({period}), puis refaites les brouillons.',
    en: 'Import lines of this period ({period}), then make the drafts again.',
  },
  abandonedTitle: { fr: 'Cette campagne est abandonnée', en: 'This run is abandoned' },
  abandonedText: {
    fr: 'Ses lignes sont redevenues des lignes à facturer. Aucun numéro n’a été donné.',
    en: 'Its lines are open again. No number was given.',
  },
  back: { fr: 'Revenir aux campagnes', en: 'Back to bill runs' },
  redraft: { fr: 'Refaire les brouillons', en: 'Make the drafts again' },
  redraftTitle: { fr: 'Refaire les brouillons\u202f?', en: 'Make the drafts again?' },
  redraftText: {
    fr: 'Les brouillons encore ouverts sont refaits avec les lignes et les fiches d’aujourd’hui.',
    en: 'Drafts still open are made again from today’s lines and records.',
  },
  redraftKeeps: {
    fr: 'Ce qui est approuvé, retenu ou écarté reste comme vous l’avez décidé.',
    en: 'What is approved, held or excluded stays as you decided.',
  },
  abandon: { fr: 'Abandonner la campagne…', en: 'Abandon the run…' },
  abandonTitle: { fr: 'Abandonner « {name} »\u202f?', en: 'Abandon “{name}”?' },
  abandonLost: {
    fr: {
      one: '{count} brouillon et ses décisions de revue sont effacés. Cela ne s’annule pas.',
      other: '{count} brouillons et leurs décisions de revue sont effacés. Cela ne s’annule pas.',
    },
    en: {
      one: '{count} draft and its review decisions are deleted. This cannot be undone.',
      other: '{count} drafts and their review decisions are deleted. This cannot be undone.',
    },
  },
  abandonKept: {
    fr: 'Les lignes importées redeviennent des lignes à facturer. Aucun numéro de facture n’a été donné.',
    en: 'The imported lines become open lines again. No invoice number was given.',
  },
  abandonNo: { fr: 'Tout garder', en: 'Keep everything' },
  abandonYes: { fr: 'Abandonner la campagne', en: 'Abandon the run' },
  abandoned: {
    fr: { one: 'Campagne abandonnée, {count} ligne rendue', other: 'Campagne abandonnée, {count} lignes rendues' },
    en: { one: 'Run abandoned, {count} line given back', other: 'Run abandoned, {count} lines given back' },
  },
  more: { fr: 'Autres actes', en: 'More' },
  resume: { fr: 'Reprendre', en: 'Resume' },
  interruptedTitle: { fr: 'Ce travail s’est arrêté avant la fin', en: 'This job stopped before its end' },
  interruptedText: {
    fr: 'Rien n’est perdu. Il reprend où il s’est arrêté.',
    en: 'Nothing is lost. It goes on where it stopped.',
  },
  draftingTitle: { fr: 'Préparation des brouillons', en: 'Preparing the drafts' },
  issuingTitle: { fr: 'Émission des factures', en: 'Issuing the invoices' },
  issuingText: {
    fr: 'Numéroter et sceller se fait en une fois\u202f: tout, ou rien.',
    en: 'Numbering and freezing happen in one go: all or nothing.',
  },
  producingTitle: { fr: 'Production des PDF', en: 'Producing the PDFs' },
  leaveAnytime: {
    fr: 'Vous pouvez changer d’écran\u202f: le travail continue.',
    en: 'You can go elsewhere: the job goes on.',
  },

  // Issued
  issuedTitle: {
    fr: { one: '{count} facture émise', other: '{count} factures émises' },
    en: { one: '{count} invoice issued', other: '{count} invoices issued' },
  },
  issuedText: {
    fr: 'Elles sont numérotées et ne changent plus. Il reste à en faire les PDF et le classeur.',
    en: 'They are numbered and no longer change. What remains is to make the PDFs and the workbook.',
  },
  produce: {
    fr: { one: 'Produire {count} PDF…', other: 'Produire {count} PDF…' },
    en: { one: 'Produce {count} PDF…', other: 'Produce {count} PDFs…' },
  },
  produceAgain: { fr: 'Produire dans un autre dossier…', en: 'Produce into another folder…' },
  produceHint: {
    fr: 'Un dossier neuf\u202f: un PDF par facture, un PDF de toutes, un classeur pour le comptable.',
    en: 'A fresh folder: one PDF for each invoice, one PDF of all, a workbook for the accountant.',
  },
  producedTitle: {
    fr: { one: '{count} PDF produit', other: '{count} PDF produits' },
    en: { one: '{count} PDF produced', other: '{count} PDFs produced' },
  },
  producedTitleAny: { fr: 'Les documents sont produits', en: 'The documents are produced' },
  documentCount: {
    fr: { one: '{count} document', other: '{count} documents' },
    en: { one: '{count} document', other: '{count} documents' },
  },
  openFolder: { fr: 'Ouvrir le dossier', en: 'Open the folder' },
  openMerged: { fr: 'Ouvrir le PDF de toutes', en: 'Open the PDF of all' },
  openWorkbook: { fr: 'Ouvrir le classeur', en: 'Open the workbook' },
  seeInvoices: { fr: 'Voir les factures', en: 'See the invoices' },
  released: {
    fr: {
      one: '{count} brouillon n’a pas été émis\u202f; ses lignes attendent la prochaine campagne.',
      other: '{count} brouillons n’ont pas été émis\u202f; leurs lignes attendent la prochaine campagne.',
    },
    en: {
      one: '{count} draft was not issued; its lines wait for the next run.',
      other: '{count} drafts were not issued; their lines wait for the next run.',
    },
  },
  numbersGiven: { fr: 'Numéros donnés\u00a0: {numbers}.', en: 'Numbers given: {numbers}.' },
  setAside: {
    fr: {
      one: 'Rien n’a été émis\u202f: {count} brouillon a changé depuis son approbation. Regardez-le, puis émettez.',
      other:
        'Rien n’a été émis\u202f: {count} brouillons ont changé depuis leur approbation. Regardez-les, puis émettez.',
    },
    en: {
      one: 'Nothing was issued: {count} draft changed since its approval. Look at it, then issue.',
      other: 'Nothing was issued: {count} drafts changed since their approval. Look at them, then issue.',
    },
  },
});
