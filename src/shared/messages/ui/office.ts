/** The office board: all client companies on one screen; and what one company takes from another. */
import { defineTexts } from '../catalogue.ts';

export const copyPartTexts = defineTexts({
  brand: { fr: 'Logo et couleur', en: 'Logo and colour' },
  message: { fr: 'Message des factures', en: 'Message on invoices' },
  terms: { fr: 'Délai de paiement', en: 'Payment term' },
  numbering: { fr: 'Formes des numéros', en: 'Number patterns' },
  columnMaps: { fr: 'Correspondances de colonnes', en: 'Column maps' },
  customFields: { fr: 'Champs de la maison', en: 'Your own fields' },
  tags: { fr: 'Étiquettes', en: 'Tags' },
  segments: { fr: 'Segments', en: 'Segments' },
  views: { fr: 'Vues enregistrées', en: 'Saved views' },
  bankAccounts: { fr: 'Comptes bancaires', en: 'Bank accounts' },
});

export const copyChangeTexts = defineTexts({
  new: { fr: 'nouveau', en: 'new' },
  replaces: { fr: 'remplace', en: 'replaces' },
  same: { fr: 'déjà pareil', en: 'the same already' },
  left: { fr: 'laissé', en: 'left' },
  series_in_use: {
    fr: 'laissé\u00a0: la série a déjà donné des numéros avec une autre remise à 1',
    en: 'left: the series has given numbers with another reset',
  },
  other_kind: {
    fr: 'laissé\u00a0: un champ de ce nom est d’une autre sorte',
    en: 'left: a field of this name is of another kind',
  },
  names_records: {
    fr: 'laissé\u00a0: nomme des choses que cette entreprise n’a pas',
    en: 'left: names things that this company does not have',
  },
});

export const boardTexts = defineTexts({
  start: { fr: 'Accueil', en: 'Start' },
  show: { fr: 'Montrer', en: 'Show' },
  all: { fr: 'Toutes', en: 'All' },
  attention: { fr: 'À regarder', en: 'To look at' },
  open: { fr: 'Avec lignes en attente', en: 'With pending lines' },
  trouble: { fr: 'Illisibles', en: 'Not readable' },
  company: { fr: 'Entreprise', en: 'Company' },
  openLines: { fr: 'Lignes en attente, HT', en: 'Pending lines, net' },
  blocked: { fr: 'Bloqué', en: 'Blocked' },
  due7: { fr: 'Échéance sous 7\u00a0jours', en: 'Due within 7\u00a0days' },
  due30: { fr: 'Sous 30\u00a0jours', en: 'Within 30\u00a0days' },
  overdue: { fr: 'Échéance passée', en: 'Due date passed' },
  lastIssued: { fr: 'Dernière émission', en: 'Last issued' },
  lastBackup: { fr: 'Sauvegarde', en: 'Backup' },
  noBackup: { fr: 'aucune ici', en: 'none here' },
  customers: {
    fr: { one: '{count} client', other: '{count} clients' },
    en: { one: '{count} customer', other: '{count} customers' },
  },
  runs: {
    fr: { one: '{count} campagne en cours', other: '{count} campagnes en cours' },
    en: { one: '{count} bill run under way', other: '{count} bill runs under way' },
  },
  blockedDrafts: {
    fr: { one: '{count} brouillon', other: '{count} brouillons' },
    en: { one: '{count} draft', other: '{count} drafts' },
  },
  heldLines: {
    fr: { one: '{count} ligne retenue', other: '{count} lignes retenues' },
    en: { one: '{count} held line', other: '{count} held lines' },
  },
  openHere: { fr: 'ouverte ici', en: 'open here' },
  openBy: { fr: 'ouverte par {user} sur {host}', en: 'open by {user} on {host}' },
  openSince: { fr: 'depuis {since}', en: 'since {since}' },
  needsUpgrade: { fr: 'mise à niveau à l’ouverture', en: 'upgraded when opened' },
  olderCopy: { fr: 'copie plus ancienne que ce qui a été émis ici', en: 'older copy than what was issued here' },
  sum: {
    fr: { one: '{count} entreprise', other: '{count} entreprises' },
    en: { one: '{count} company', other: '{count} companies' },
  },
  honest: {
    fr: 'Les échéances sont TTC, avoirs déduits. Les règlements ne sont pas encore connus\u00a0: une échéance passée ne dit pas que personne n’a payé. Les fichiers sont seulement lus.',
    en: 'Due amounts are gross, credit notes taken off. Payments are not known yet: a due date passed does not say that nobody paid. Files are only read.',
  },
  noneChosen: { fr: 'Aucune entreprise dans ce cas.', en: 'No company is in this state.' },
  reading: {
    fr: { one: 'Lecture d’une entreprise…', other: 'Lecture de {count} entreprises…' },
    en: { one: 'Reading one company…', other: 'Reading {count} companies…' },
  },
  refresh: { fr: 'Relire tout', en: 'Read all again' },
  addFolder: { fr: 'Ajouter un dossier…', en: 'Add a folder…' },
  folders: {
    fr: { one: '{count} dossier', other: '{count} dossiers' },
    en: { one: '{count} folder', other: '{count} folders' },
  },
  folderGone: { fr: '{path}, introuvable', en: '{path}, not found' },
  emptyTitle: { fr: 'Aucune entreprise encore', en: 'No company yet' },
  emptyBody: {
    fr: 'Les entreprises que vous ouvrez paraissent ici. Ajoutez le dossier où le cabinet range les siennes pour les voir toutes.',
    en: 'Companies that you open appear here. Add the folder in which the office keeps its own to see them all.',
  },
});

/** Settings taken from another company. */
export const copyTexts = defineTexts({
  title: { fr: 'Reprendre d’une autre entreprise', en: 'Take from another company' },
  lead: {
    fr: 'Choisissez une entreprise, voyez ce qui changerait, puis reprenez ce que vous voulez. L’autre fichier est seulement lu.',
    en: 'Choose a company, see what would change, then take what you want. The other file is only read.',
  },
  from: { fr: 'Entreprise', en: 'Company' },
  choose: { fr: 'Choisir un fichier…', en: 'Choose a file…' },
  otherFile: { fr: 'Autre fichier…', en: 'Another file…' },
  part: { fr: 'Quoi', en: 'What' },
  change: { fr: 'Ce qui se passe', en: 'What happens' },
  nothingThere: { fr: 'rien dans cette entreprise', en: 'nothing in that company' },
  bankCare: {
    fr: 'Les clients paieraient sur le compte de l’autre entreprise\u00a0: à ne prendre que pour la même personne.',
    en: 'Customers would pay into the other company’s account: only for the same owner.',
  },
  act: {
    fr: { one: 'Reprendre {count} réglage', other: 'Reprendre {count} réglages' },
    en: { one: 'Take {count} setting', other: 'Take {count} settings' },
  },
  nothingToTake: { fr: 'Rien à reprendre', en: 'Nothing to take' },
  done: {
    fr: {
      one: '{count} réglage repris de «\u00a0{name}\u00a0»',
      other: '{count} réglages repris de «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} setting taken from “{name}”', other: '{count} settings taken from “{name}”' },
  },
});
