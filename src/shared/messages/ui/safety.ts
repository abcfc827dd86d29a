/** Backups, restoring, the full export, the erasure of personal data: their pages, their questions. */
import { defineTexts } from '../catalogue.ts';

export const backupTexts = defineTexts({
  title: { fr: 'Sauvegardes', en: 'Backups' },
  lead: {
    fr: 'Une copie vérifiée de l’entreprise et de ses PDF, faite sans interrompre le travail.',
    en: 'A verified copy of the company and its PDFs, made without interrupting the work.',
  },
  now: { fr: 'Sauvegarder maintenant', en: 'Back up now' },
  good: { fr: 'Sauvegarde vérifiée, {at}', en: 'Backup verified, {at}' },
  goodBody: {
    fr: '{documents} documents, {originals} PDF remis.',
    en: '{documents} documents, {originals} delivered PDFs.',
  },
  unchanged: { fr: 'Rien n’a changé depuis.', en: 'Nothing changed since.' },
  changed: { fr: 'Des changements ne sont pas encore sauvegardés.', en: 'There are changes not backed up yet.' },
  none: { fr: 'Aucune sauvegarde pour l’instant', en: 'No backup yet' },
  noneBody: {
    fr: 'La première se fait à la fermeture, ou maintenant.',
    en: 'The first one is made on closing, or now.',
  },
  overdue: {
    fr: {
      one: 'Dernière bonne sauvegarde il y a {count} jour',
      other: 'Dernière bonne sauvegarde il y a {count} jours',
    },
    en: { one: 'Last good backup {count} day ago', other: 'Last good backup {count} days ago' },
  },
  overdueNone: { fr: 'Cette entreprise n’a pas de sauvegarde', en: 'This company has no backup' },
  overdueBody: {
    fr: 'Ce qui a été fait depuis n’existe qu’à un endroit.',
    en: 'What was done since exists in one place only.',
  },
  suspect: { fr: 'La dernière copie demande un regard', en: 'The last copy needs a look' },
  suspectBody: {
    fr: 'La vérification y trouve des défauts, donc aussi dans l’entreprise. Les bonnes sauvegardes restent.',
    en: 'The check finds faults in it, so in the company too. The good backups stay.',
  },
  check: { fr: 'Vérifier l’entreprise', en: 'Check the company' },
  failed: { fr: 'La dernière sauvegarde a échoué, {at}', en: 'The last backup failed, {at}' },
  missing: {
    fr: {
      one: '{count} PDF remis manque ou est abîmé dans l’archive de l’entreprise.',
      other: '{count} PDF remis manquent ou sont abîmés dans l’archive de l’entreprise.',
    },
    en: {
      one: '{count} delivered PDF is missing from the company’s archive or damaged.',
      other: '{count} delivered PDFs are missing from the company’s archive or damaged.',
    },
  },
  where: { fr: 'Où', en: 'Where' },
  first: { fr: 'Dossier', en: 'Folder' },
  usual: { fr: 'dossier de Liasse sur ce poste', en: 'Liasse’s folder on this computer' },
  second: { fr: 'Second dossier', en: 'Second folder' },
  secondHint: {
    fr: 'Une clé ou un partage du réseau, pour survivre à la panne de ce poste.',
    en: 'A stick or a network share, to survive the loss of this computer.',
  },
  noSecond: { fr: 'aucun', en: 'none' },
  away: { fr: 'pas joignable pour l’instant', en: 'not reachable now' },
  choose: { fr: 'Choisir…', en: 'Choose…' },
  back: { fr: 'Dossier de Liasse', en: 'Liasse’s folder' },
  remove: { fr: 'Retirer', en: 'Remove' },
  when: { fr: 'Quand', en: 'When' },
  onClose: { fr: 'À la fermeture', en: 'On closing' },
  onCloseHint: { fr: 'Si quelque chose a changé.', en: 'Where something changed.' },
  every: { fr: 'Pendant le travail', en: 'While working' },
  everyHint: { fr: 'Dans une pause, jamais pendant un travail long.', en: 'In a pause, never during a long job.' },
  never: { fr: 'jamais', en: 'never' },
  hours: {
    fr: { one: 'toutes les heures', other: 'toutes les {count} heures' },
    en: { one: 'every hour', other: 'every {count} hours' },
  },
  warn: { fr: 'Avertir après', en: 'Warn after' },
  warnHint: { fr: 'Sans bonne sauvegarde.', en: 'Without a good backup.' },
  days: { fr: { one: '{count} jour', other: '{count} jours' }, en: { one: '{count} day', other: '{count} days' } },
  kept: { fr: 'Sauvegardes gardées', en: 'Backups kept' },
  keptLead: {
    fr: 'La dernière de 7 jours, la première de 8 semaines, la première de 12 mois.',
    en: 'The last of 7 days, the first of 8 weeks, the first of 12 months.',
  },
  made: { fr: 'Faite', en: 'Made' },
  size: { fr: 'Taille', en: 'Size' },
  place: { fr: 'Endroit', en: 'Place' },
  'place.first': { fr: 'dossier', en: 'folder' },
  'place.second': { fr: 'second dossier', en: 'second folder' },
  doubtful: { fr: 'à vérifier', en: 'to check' },
  ofCopy: { fr: 'd’un autre exemplaire', en: 'of another copy' },
  restore: { fr: 'Restaurer…', en: 'Restore…' },
  otherFile: { fr: 'Autre fichier…', en: 'Other file…' },
  act: { fr: 'Voir les sauvegardes', en: 'Show backups' },
  closing: { fr: 'Sauvegarde avant de fermer', en: 'Backing up before closing' },
  closingBody: {
    fr: 'Ce qui est enregistré est déjà en sûreté dans le fichier. La fermeture suit dès que la copie est vérifiée.',
    en: 'What was saved is already safe in the file. Closing follows as soon as the copy is verified.',
  },
  closingFailed: { fr: 'La sauvegarde n’a pas pu être faite', en: 'The backup could not be made' },
  skip: { fr: 'Fermer sans attendre', en: 'Close without waiting' },
  closeAnyway: { fr: 'Fermer sans sauvegarde', en: 'Close without a backup' },
  stay: { fr: 'Rester', en: 'Stay' },
  heldBy: {
    fr: 'Ouverte par {user} ({host}) depuis le {since}. Tout se lit et s’exporte\u202f; rien ne se change ici.',
    en: 'Open by {user} ({host}) since {since}. Everything can be read and exported; nothing can be changed here.',
  },
});

export const restoreTexts = defineTexts({
  title: { fr: 'Restaurer une sauvegarde', en: 'Restore a backup' },
  entry: { fr: 'Restaurer une sauvegarde…', en: 'Restore a backup…' },
  entryLead: {
    fr: 'Choisissez l’entreprise et le jour. Rien ne change avant votre accord.',
    en: 'Choose the company and the day. Nothing changes before you agree.',
  },
  empty: { fr: 'Ce poste ne connaît pas de sauvegarde.', en: 'This computer knows no backup.' },
  gone: { fr: 'son fichier n’est plus là', en: 'its file is gone' },
  reading: { fr: 'Lecture de la sauvegarde', en: 'Reading the backup' },
  content: { fr: 'Contenu', en: 'Content' },
  copy: { fr: 'Sauvegarde', en: 'Backup' },
  present: { fr: 'En place', en: 'In place' },
  difference: { fr: 'Écart', en: 'Difference' },
  customers: { fr: 'Clients', en: 'Customers' },
  products: { fr: 'Produits', en: 'Products' },
  openLines: { fr: 'Lignes ouvertes', en: 'Open lines' },
  runs: { fr: 'Campagnes', en: 'Bill runs' },
  invoices: { fr: 'Factures et avoirs', en: 'Invoices and credit notes' },
  fewer: {
    fr: { one: '{count} facture de moins que maintenant.', other: '{count} factures de moins que maintenant.' },
    en: { one: '{count} invoice fewer than now.', other: '{count} invoices fewer than now.' },
  },
  last: { fr: 'Derniers numéros', en: 'Last numbers' },
  verified: { fr: 'Tout y concorde.', en: 'Everything in it agrees.' },
  faulty: {
    fr: { one: 'La vérification y trouve {count} défaut.', other: 'La vérification y trouve {count} défauts.' },
    en: { one: 'The check finds {count} fault in it.', other: 'The check finds {count} faults in it.' },
  },
  originals: {
    fr: '{found} PDF remis sur {named} peuvent être rendus.',
    en: '{found} of {named} delivered PDFs can be brought back.',
  },
  older: {
    fr: 'Faite par une version antérieure\u202f; elle sera mise à niveau.',
    en: 'Made by an earlier version; it will be upgraded.',
  },
  highWater: {
    fr: 'Des numéros plus récents ont déjà été donnés sur ce poste',
    en: 'Later numbers were already given on this computer',
  },
  highWaterBody: {
    fr: 'Jusqu’à {numbers}. Liasse ne les donnera pas deux fois\u00a0: l’émission attendra votre décision.',
    en: 'Up to {numbers}. Liasse will not give them twice: issuing will wait for your decision.',
  },
  presentGone: {
    fr: 'Le fichier n’est plus là\u00a0: il sera recréé.',
    en: 'The file is gone: it will be made again.',
  },
  presentDamaged: {
    fr: 'Le fichier en place ne peut pas être lu\u00a0: {reason}',
    en: 'The file in place cannot be read: {reason}',
  },
  inPlace: { fr: 'À sa place', en: 'In its place' },
  inPlaceKept: {
    fr: 'Le fichier actuel est gardé à côté, sous un autre nom.',
    en: 'The present file is kept beside it, under another name.',
  },
  sign: { fr: 'Signature d’un responsable', en: 'A manager’s signature' },
  signLead: {
    fr: 'L’entreprise en place a des utilisateurs\u202f; l’un de ses responsables signe.',
    en: 'The company in place has users; one who manages it signs.',
  },
  signer: { fr: 'Responsable', en: 'Manager' },
  beside: { fr: 'Sous un nouveau nom', en: 'Under a new name' },
  besideHint: { fr: 'Le fichier actuel reste tel quel.', en: 'The present file stays as it is.' },
  act: { fr: 'Restaurer la sauvegarde du {at}', en: 'Restore the backup of {at}' },
  done: { fr: 'Entreprise restaurée', en: 'Company restored' },
  doneKept: { fr: 'Restaurée\u202f; le fichier d’avant\u00a0: {path}', en: 'Restored; the file of before: {path}' },
  failed: { fr: 'Rien n’a été restauré', en: 'Nothing was restored' },
  name: { fr: '{name} restaurée', en: '{name} restored' },
});

export const exportTexts = defineTexts({
  title: { fr: 'Export complet', en: 'Full export' },
  lead: {
    fr: 'Toute l’entreprise en formats ouverts, lisible sans Liasse et pour longtemps.',
    en: 'The whole company in open formats, readable without Liasse and for long.',
  },
  act: { fr: 'Exporter tout…', en: 'Export everything…' },
  csv: { fr: 'Une table par fichier, pour un tableur.', en: 'One table a file, for a spreadsheet.' },
  json: {
    fr: 'Les mêmes tables, complètes, pour un autre programme.',
    en: 'The same tables, complete, for another program.',
  },
  pdf: {
    fr: 'Chaque facture\u202f; l’original remis, s’il y en a un.',
    en: 'Every invoice; the delivered original where there is one.',
  },
  readme: {
    fr: 'Chaque fichier et chaque colonne, en français et en anglais, avec les empreintes.',
    en: 'Every file and every column, in French and English, with the hashes.',
  },
  personal: {
    fr: 'L’export contient des données personnelles\u00a0: gardez-le en lieu sûr.',
    en: 'The export contains personal data: keep it in a safe place.',
  },
  done: { fr: 'Export terminé', en: 'Export finished' },
  doneBody: {
    fr: '{files} fichiers. {originals} PDF d’origine, {rendered} rendus à nouveau.',
    en: '{files} files. {originals} original PDFs, {rendered} rendered anew.',
  },
  erased: {
    fr: { one: '{count} document au contenu effacé.', other: '{count} documents au contenu effacé.' },
    en: { one: '{count} document with its content erased.', other: '{count} documents with their content erased.' },
  },
  open: { fr: 'Ouvrir le dossier', en: 'Open the folder' },
});

export const erasureTexts = defineTexts({
  title: { fr: 'Données personnelles', en: 'Personal data' },
  lead: {
    fr: 'Effacer ce que l’entreprise sait d’un client, sans toucher à ce que la loi garde.',
    en: 'Erase what the company knows of a customer, without touching what the law keeps.',
  },
  customer: { fr: 'Client', en: 'Customer' },
  find: { fr: 'Nom ou code', en: 'Name or code' },
  noMatch: { fr: 'Aucun client ne correspond', en: 'No customer fits' },
  choose: {
    fr: 'Choisissez le client dont les données sont à effacer.',
    en: 'Choose the customer whose data is to be erased.',
  },
  already: { fr: 'Déjà effacées, {at}.', en: 'Already erased, {at}.' },
  now: { fr: 'Vidé maintenant', en: 'Emptied now' },
  law: { fr: 'Gardé par la loi', en: 'Kept by the law' },
  lawNone: { fr: 'Aucun document.', en: 'No document.' },
  lawRule: {
    fr: '{years} ans à compter de la fin de l’exercice. {source}',
    en: '{years} years from the end of the fiscal year. {source}',
  },
  until: {
    fr: { one: '{count} document, jusqu’au {until}', other: '{count} documents, au plus tard jusqu’au {until}' },
    en: { one: '{count} document, until {until}', other: '{count} documents, at the latest until {until}' },
  },
  expired: {
    fr: {
      one: 'Effacer aussi {count} document dont le délai est passé',
      other: 'Effacer aussi {count} documents dont le délai est passé',
    },
    en: {
      one: 'Erase {count} document past its time as well',
      other: 'Erase {count} documents past their time as well',
    },
  },
  expiredHint: {
    fr: 'Leur contenu et leurs PDF disparaissent\u202f; numéros, montants et sceaux restent.',
    en: 'Their content and PDFs go; numbers, amounts and seals stay.',
  },
  untouched: { fr: 'Pas touché', en: 'Not touched' },
  backups: {
    fr: {
      one: '{count} sauvegarde où il figure encore, jusqu’à ce qu’elle soit remplacée.',
      other: '{count} sauvegardes où il figure encore, jusqu’à ce qu’elles soient remplacées.',
    },
    en: {
      one: '{count} backup in which he still stands, until it is replaced.',
      other: '{count} backups in which he still stands, until they are replaced.',
    },
  },
  files: {
    fr: 'Les fichiers sortis de Liasse\u00a0: PDF remis, exports, classeurs.',
    en: 'Files that left Liasse: delivered PDFs, exports, workbooks.',
  },
  blocked: {
    fr: 'Il reste {lines} lignes à facturer et {drafts} brouillons. Facturez-les ou écartez-les d’abord.',
    en: 'There are still lines to bill ({lines}) and drafts ({drafts}). Bill or exclude them first.',
  },
  act: { fr: 'Effacer ses données…', en: 'Erase the data…' },
  question: { fr: 'Effacer les données de {name}\u202f?', en: 'Erase the data of {name}?' },
  lost: {
    fr: 'Rien ne les ramène, sauf la sauvegarde faite juste avant. Tout l’historique d’annulation est vidé.',
    en: 'Nothing brings them back, but the backup made just before. The whole undo history is emptied.',
  },
  type: { fr: 'Saisissez le code du client\u00a0: {code}', en: 'Type the customer’s code: {code}' },
  reason: { fr: 'Motif', en: 'Reason' },
  reasonHint: { fr: 'Gardé dans le journal. Sans nom.', en: 'Kept in the audit trail. Without a name.' },
  keep: { fr: 'Tout garder', en: 'Keep everything' },
  erase: { fr: 'Effacer définitivement', en: 'Erase for good' },
  done: { fr: 'Données effacées', en: 'Data erased' },
  doneBody: {
    fr: 'Documents effacés\u00a0: {erased}. Documents gardés\u00a0: {kept}.',
    en: 'Documents erased: {erased}. Documents kept: {kept}.',
  },
  leftovers: {
    fr: 'Le nom figure encore à ces endroits\u00a0: {tables}. Un texte libre le contient sans doute.',
    en: 'The name still stands in these places: {tables}. Probably in a free text.',
  },
});
