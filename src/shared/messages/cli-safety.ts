/** What the command line prints of backups, restores, full exports and erasures. */
import { defineTexts } from './catalogue.ts';

export const cliSafetyTexts = defineTexts({
  'backup.good': {
    fr: 'Sauvegarde vérifiée\u00a0: {documents} documents, {originals} PDF remis.',
    en: 'Backup verified: {documents} documents, {originals} delivered PDFs.',
  },
  'backup.suspect': {
    fr: 'Copie faite et mise à part\u00a0: la vérification y trouve des défauts (liasse verify).',
    en: 'Copy made and put aside: the check finds faults in it (liasse verify).',
  },
  'backup.missing': {
    fr: {
      one: '{count} PDF remis manque ou est abîmé dans l’archive de l’entreprise.',
      other: '{count} PDF remis manquent ou sont abîmés dans l’archive de l’entreprise.',
    },
    en: {
      one: '{count} delivered PDF is missing from the company’s archive or damaged.',
      other: '{count} delivered PDFs are missing from the company’s archive or damaged.',
    },
  },
  none: { fr: 'Aucune sauvegarde sur cet ordinateur.', en: 'No backups on this computer.' },
  suspect: { fr: 'à vérifier', en: 'to check' },
  made: { fr: 'Faite (UTC)', en: 'Made (UTC)' },
  size: { fr: 'Taille, Ko', en: 'Size, KB' },
  file: { fr: 'Fichier', en: 'File' },
  state: { fr: 'État', en: 'State' },
  gone: { fr: 'le fichier n’est plus là', en: 'the file is gone' },
  customers: { fr: 'Clients', en: 'Customers' },
  products: { fr: 'Produits', en: 'Products' },
  openLines: { fr: 'Lignes ouvertes', en: 'Open lines' },
  runs: { fr: 'Campagnes', en: 'Bill runs' },
  invoices: { fr: 'Factures et avoirs', en: 'Invoices and credit notes' },
  inCopy: { fr: 'Sauvegarde', en: 'Backup' },
  inPlace: { fr: 'En place', en: 'In place' },
  verified: { fr: 'Tout concorde.', en: 'Everything agrees.' },
  faults: {
    fr: { one: '{count} défaut.', other: '{count} défauts.' },
    en: { one: '{count} fault.', other: '{count} faults.' },
  },
  highWater: {
    fr: 'Des numéros plus récents ont été donnés sur cet ordinateur\u00a0: {numbers}. Émettre attendra une décision (liasse company accept-copy).',
    en: 'Later numbers were given on this computer: {numbers}. Issuing will wait for a decision (liasse company accept-copy).',
  },
  toRestore: {
    fr: 'Rien n’a été changé. Pour restaurer\u00a0: --out FICHIER, ou --replace à la place du fichier.',
    en: 'Nothing was changed. To restore: --out FILE, or --replace in place of the file.',
  },
  restored: { fr: 'Restauré\u00a0: {path}', en: 'Restored: {path}' },
  keptAs: { fr: 'Le fichier d’avant est gardé\u00a0: {path}', en: 'The file of before is kept: {path}' },
  replacedFor: {
    fr: 'Cette entreprise a des utilisateurs\u202f; dites-le à qui en est responsable\u00a0: {names}',
    en: 'This company has users; tell those who manage it: {names}',
  },
  exported: {
    fr: '{files} fichiers, {invoices} factures\u00a0: {originals} PDF d’origine, {rendered} rendus à nouveau, {erased} au contenu effacé.',
    en: '{files} files, {invoices} invoices: {originals} original PDFs, {rendered} rendered anew, {erased} with their content erased.',
  },
  'erase.now': { fr: 'Vidé maintenant', en: 'Emptied now' },
  'erase.kept': {
    fr: {
      one: 'La loi garde {count} document jusqu’au {until} ({years} ans, {source}).',
      other: 'La loi garde {count} documents, au plus tard jusqu’au {until} ({years} ans, {source}).',
    },
    en: {
      one: 'The law keeps {count} document until {until} ({years} years, {source}).',
      other: 'The law keeps {count} documents, at the latest until {until} ({years} years, {source}).',
    },
  },
  'erase.expired': {
    fr: {
      one: '{count} document a passé son délai\u00a0: --documents l’efface aussi.',
      other: '{count} documents ont passé leur délai\u00a0: --documents les efface aussi.',
    },
    en: {
      one: '{count} document is past its time: --documents erases it as well.',
      other: '{count} documents are past their time: --documents erases them as well.',
    },
  },
  'erase.backups': {
    fr: {
      one: '{count} sauvegarde le contient encore\u202f; elle n’est pas touchée.',
      other: '{count} sauvegardes le contiennent encore\u202f; elles ne sont pas touchées.',
    },
    en: {
      one: '{count} backup still has it; it is not touched.',
      other: '{count} backups still have it; they are not touched.',
    },
  },
  'erase.how': {
    fr: 'Rien n’a été effacé. Pour effacer\u00a0: --confirm {code} --reason "…"',
    en: 'Nothing was erased. To erase: --confirm {code} --reason "…"',
  },
  'erase.done': {
    fr: 'Données effacées. Documents effacés\u00a0: {erased}\u202f; gardés\u00a0: {kept}.',
    en: 'Data erased. Documents erased: {erased}; kept: {kept}.',
  },
  'erase.leftovers': {
    fr: 'Le nom figure encore ailleurs, à regarder\u00a0: {tables}',
    en: 'The name still stands elsewhere, to be looked at: {tables}',
  },
});

/** What an erasure empties, by kind. */
export const erasedTexts = defineTexts({
  record: { fr: 'Fiches', en: 'Records' },
  custom: { fr: 'Champs de la maison et étiquettes', en: 'Your own fields and tags' },
  lines: { fr: 'Lignes qui ne sont sur aucun document gardé', en: 'Lines on no kept document' },
  drafts: { fr: 'Copies de travail des brouillons', en: 'Working copies of drafts' },
  journal: { fr: 'Détails dans le journal', en: 'Details in the audit trail' },
  undo: { fr: 'Historique d’annulation, en entier', en: 'The undo history, all of it' },
  results: { fr: 'Réponses et rejets gardés', en: 'Stored answers and rejected rows' },
  documents: { fr: 'Contenus de documents', en: 'Contents of documents' },
  originals: { fr: 'PDF remis', en: 'Delivered PDFs' },
});
