/** The audit trail and the list of what can be taken back. */
import { defineTexts } from '../catalogue.ts';

export const trailTexts = defineTexts({
  title: { fr: 'Journal', en: 'Audit trail' },
  views: { fr: 'Montrer', en: 'Show' },
  trail: { fr: 'Tout ce qui a été fait', en: 'Everything done' },
  undoList: { fr: 'À annuler', en: 'To undo' },
  search: { fr: 'Nom, code, numéro, raison', en: 'Name, code, number, reason' },
  who: { fr: 'Par tout le monde', en: 'By everybody' },
  what: { fr: 'Tous les sujets', en: 'All subjects' },
  from: { fr: 'Du', en: 'From' },
  to: { fr: 'Au', en: 'To' },
  records: { fr: 'Clients et produits', en: 'Customers and products' },
  imports: { fr: 'Imports', en: 'Imports' },
  lines: { fr: 'Lignes', en: 'Lines' },
  runs: { fr: 'Campagnes', en: 'Bill runs' },
  invoices: { fr: 'Factures', en: 'Invoices' },
  company: { fr: 'Entreprise et réglages', en: 'Company and settings' },
  people: { fr: 'Personnes', en: 'People' },
  safety: { fr: 'Sauvegardes et exports', en: 'Backups and exports' },
  today: { fr: 'Aujourd’hui', en: 'Today' },
  yesterday: { fr: 'Hier', en: 'Yesterday' },
  openRecord: { fr: 'Ouvrir', en: 'Open' },
  nothing: { fr: 'vide', en: 'empty' },
  changes: {
    fr: { one: '{count} champ', other: '{count} champs' },
    en: { one: '{count} field', other: '{count} fields' },
  },
  entries: {
    fr: { one: '{count} opération', other: '{count} opérations' },
    en: { one: '{count} entry', other: '{count} entries' },
  },
  range: { fr: '{from}–{to} sur {total}', en: '{from}–{to} of {total}' },
  newer: { fr: 'Plus récentes', en: 'Newer' },
  older: { fr: 'Plus anciennes', en: 'Older' },
  none: { fr: 'Aucune opération ne correspond', en: 'No entry matches' },
  noneBody: { fr: 'Aucune opération ne répond à ces filtres.', en: 'No entry answers these filters.' },
  showAll: { fr: 'Tout montrer', en: 'Show all' },
  copy: { fr: 'Copier en CSV', en: 'Copy as CSV' },
  copied: {
    fr: { one: '{count} opération copiée', other: '{count} opérations copiées' },
    en: { one: '{count} entry copied', other: '{count} entries copied' },
  },
  copiedPart: {
    fr: 'Les {count} opérations les plus récentes sont copiées\u202f; resserrez les filtres pour les autres',
    en: 'The {count} newest entries are copied; narrow the filters for the others',
  },
  headDate: { fr: 'date', en: 'date' },
  headWho: { fr: 'personne', en: 'person' },
  headWhat: { fr: 'opération', en: 'entry' },
  headChanges: { fr: 'changements', en: 'changes' },
});

export const undoListTexts = defineTexts({
  lead: {
    fr: 'Les derniers gestes qui s’annulent, du plus récent au plus ancien. Un document émis ne s’annule pas\u00a0: il se corrige par un avoir.',
    en: 'The latest acts that can be undone, newest first. An issued document cannot: it is corrected by a credit note.',
  },
  act: { fr: 'Annuler', en: 'Undo' },
  again: { fr: 'Rétablir', en: 'Redo' },
  rows: {
    fr: { one: '{count} ligne du fichier', other: '{count} lignes du fichier' },
    en: { one: '{count} row of the file', other: '{count} rows of the file' },
  },
  undone: { fr: 'annulé', en: 'undone' },
  none: { fr: 'Rien à annuler', en: 'Nothing to undo' },
  noneBody: {
    fr: 'Les gestes des {days} derniers jours apparaissent ici.',
    en: 'What was done in the last {days} days appears here.',
  },
});
