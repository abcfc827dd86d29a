/** Long work: what it is called, its phases, how far it is. */
import { defineTexts } from '../catalogue.ts';

export const jobTexts = defineTexts({
  strip: { fr: 'Travaux', en: 'Jobs' },
  progress: { fr: '{done} sur {total}', en: '{done} of {total}' },
  progressOpen: { fr: '{done} faits', en: '{done} done' },
  pace: { fr: '{rate} par seconde', en: '{rate} a second' },
  left: { fr: 'encore {time} environ', en: 'about {time} left' },
  queued: { fr: 'en attente de son tour', en: 'waiting for its turn' },
  cancelling: { fr: 'annulation', en: 'cancelling' },
  done: { fr: 'terminé', en: 'done' },
  failed: { fr: 'a échoué', en: 'failed' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
  interrupted: { fr: 'interrompu', en: 'interrupted' },
  resume: { fr: 'Reprendre', en: 'Take up again' },
  dismiss: { fr: 'Ranger', en: 'Put away' },
  showFailures: {
    fr: { one: 'Voir l’échec', other: 'Voir les {count} échecs' },
    en: { one: 'Show the failure', other: 'Show the {count} failures' },
  },
  failures: {
    fr: { one: '{count} échec, le reste continue', other: '{count} échecs, le reste continue' },
    en: { one: '{count} failure, the rest goes on', other: '{count} failures, the rest goes on' },
  },
  failuresEnd: {
    fr: { one: '{count} échec', other: '{count} échecs' },
    en: { one: '{count} failure', other: '{count} failures' },
  },
  failuresTitle: { fr: 'Ce qui a échoué', en: 'What failed' },
  failuresShown: {
    fr: 'Les {shown} premiers sur {count}.',
    en: 'The first {shown} of {count}.',
  },
  workbookName: { fr: 'Factures', en: 'Invoices' },
  openWorkbook: { fr: 'Ouvrir le classeur', en: 'Open the workbook' },
  openFolder: { fr: 'Ouvrir le dossier', en: 'Open the folder' },
  openReport: { fr: 'Voir le rapport', en: 'Show the report' },
  openRun: { fr: 'Ouvrir la campagne', en: 'Open the bill run' },
  openImport: { fr: 'Voir les lignes', en: 'Show the lines' },
  interruptedBody: {
    fr: 'Interrompu par un arrêt ; ce qui était fait est gardé',
    en: 'Interrupted by a stop; what was done is kept',
  },
  others: {
    fr: { one: 'et {count} autre travail', other: 'et {count} autres travaux' },
    en: { one: 'and {count} more job', other: 'and {count} more jobs' },
  },
});

/** By the job's name in the contract. */
export const jobNames = defineTexts({
  'import.rehearse': { fr: 'Essai à blanc de l’import', en: 'Dry run of the import' },
  'import.commit': { fr: 'Import', en: 'Import' },
  'run.draft': { fr: 'Préparation des brouillons', en: 'Making drafts' },
  'run.finalise': { fr: 'Émission des factures', en: 'Issuing invoices' },
  'run.produce': { fr: 'Production des PDF', en: 'Making PDFs' },
  'export.workbook': { fr: 'Export du classeur', en: 'Export of the workbook' },
  'company.verify': { fr: 'Vérification de l’entreprise', en: 'Check of the company' },
  other: { fr: 'Travail', en: 'Job' },
});
