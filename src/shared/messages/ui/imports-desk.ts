/** The import desk beyond the file itself: fields to place, kept maps, rejected rows, taking an import back. */
import { defineTexts } from '../catalogue.ts';

export const deskImportTexts = defineTexts({
  toPlace: { fr: 'Champs à placer', en: 'Fields to place' },
  toPlaceHint: {
    fr: 'Glissez un champ sur une colonne, ou ouvrez-le pour choisir.',
    en: 'Drag a field onto a column, or open it to choose.',
  },
  allPlaced: { fr: 'Tous les champs sont placés.', en: 'All fields are placed.' },
  requiredField: { fr: '{field}, indispensable', en: '{field}, required' },
  ontoColumn: { fr: 'Sur la colonne', en: 'Onto the column' },
  noFreeColumn: { fr: 'Toutes les colonnes sont prises', en: 'All columns are taken' },
  sameForAll: { fr: 'Même valeur pour toutes les lignes…', en: 'Same value for all rows…' },
  constantFor: { fr: '{field} pour toutes les lignes', en: '{field} for all rows' },
  constantSet: { fr: 'Appliquer', en: 'Apply' },
  constantChip: { fr: '{field}\u00a0: {value}, toutes les lignes', en: '{field}: {value}, all rows' },
  constantRemove: { fr: 'Retirer la valeur de «\u00a0{field}\u00a0»', en: 'Remove the value of “{field}”' },
  dropToIgnore: { fr: 'Déposez ici pour ignorer la colonne', en: 'Drop here to ignore the column' },
  dropOnColumn: { fr: 'Déposez sur une colonne', en: 'Drop onto a column' },
  told_placed: {
    fr: '«\u00a0{field}\u00a0» est placé sur la colonne «\u00a0{column}\u00a0».',
    en: '“{field}” is placed on column “{column}”.',
  },
  told_removed: { fr: 'La colonne «\u00a0{column}\u00a0» est ignorée.', en: 'Column “{column}” is ignored.' },
  told_constant: {
    fr: '«\u00a0{field}\u00a0» vaut {value} pour toutes les lignes.',
    en: '“{field}” is {value} for all rows.',
  },
  added: { fr: 'Ajoutée au retour', en: 'Added for mending' },
  preview: { fr: 'Aperçu des premières lignes', en: 'Preview of the first rows' },
  previewCount: {
    fr: { one: '{count} ligne d’aperçu', other: '{count} lignes d’aperçu' },
    en: { one: '{count} row of preview', other: '{count} rows of preview' },
  },
  previewFaults: {
    fr: { one: '{count} cellule ne convient pas', other: '{count} cellules ne conviennent pas' },
    en: { one: '{count} cell does not fit', other: '{count} cells do not fit' },
  },
  previewFine: { fr: 'toutes les cellules conviennent', en: 'all cells fit' },
  skipped: { fr: 'lignes {from} à {to}', en: 'rows {from} to {to}' },
  maps: { fr: 'Correspondance', en: 'Column map' },
  mapNone: { fr: 'aucune', en: 'none' },
  mapRemembered: { fr: 'retenue d’un import', en: 'remembered' },
  mapApplied: {
    fr: 'Même forme de fichier\u00a0: la correspondance enregistrée est appliquée.',
    en: 'Same shape of file: the saved map is applied.',
  },
  mapUseGuess: { fr: 'Revenir à ce qui est deviné', en: 'Back to what is guessed' },
  mapSave: { fr: 'Enregistrer sous un nom…', en: 'Save under a name…' },
  mapUpdate: { fr: 'Mettre à jour «\u00a0{name}\u00a0»', en: 'Update “{name}”' },
  mapRename: { fr: 'Renommer…', en: 'Rename…' },
  mapRemove: { fr: 'Supprimer', en: 'Remove' },
  mapName: { fr: 'Nom de la correspondance', en: 'Name of the map' },
  mapNameDo: { fr: 'Enregistrer', en: 'Save' },
  mapSaved: { fr: 'Correspondance «\u00a0{name}\u00a0» enregistrée', en: 'Map “{name}” saved' },
  mapRemoved: { fr: 'Correspondance supprimée', en: 'Map removed' },
  mapPartly: {
    fr: {
      one: '{count} colonne de la correspondance manque ici',
      other: '{count} colonnes de la correspondance manquent ici',
    },
    en: { one: '{count} column of the map is missing here', other: '{count} columns of the map are missing here' },
  },
  others: { fr: 'Autres correspondances', en: 'Other maps' },
  queue: {
    fr: { one: 'encore {count} fichier', other: 'encore {count} fichiers' },
    en: { one: '{count} more file', other: '{count} more files' },
  },
  nextFile: { fr: 'Fichier suivant\u00a0: {file}', en: 'Next file: {file}' },
  pasteHint: {
    fr: 'ou collez ici des cellules copiées d’un tableur ({keys})',
    en: 'or paste cells copied from a spreadsheet here ({keys})',
  },
  pasteTooLong: {
    fr: 'Ce collage dépasse 5 millions de caractères. Enregistrez le tableau dans un fichier et importez-le.',
    en: 'This paste exceeds 5 million characters. Save the table as a file and import that.',
  },
  cancelled: {
    fr: 'Import annulé\u00a0: rien n’a été écrit, l’entreprise est comme avant.',
    en: 'Import cancelled: nothing was written, the company is as before.',
  },
  byReason: { fr: 'Par raison', en: 'By reason' },
  byRow: { fr: 'Par ligne', en: 'By row' },
  rejectsView: { fr: 'Présentation des lignes rejetées', en: 'How rejected rows are shown' },
  allReasons: { fr: 'Toutes les raisons', en: 'All reasons' },
  filterReason: { fr: 'Raison', en: 'Reason' },
  filterSearch: { fr: 'Chercher dans les lignes rejetées', en: 'Search rejected rows' },
  noneMatches: { fr: 'Aucune ligne rejetée ne correspond.', en: 'No rejected row matches.' },
  colRow: { fr: 'Ligne', en: 'Row' },
  showRows: { fr: 'Voir les lignes\u00a0: {reason}', en: 'Show the rows: {reason}' },
  asCsv: { fr: 'Fichier CSV', en: 'CSV file' },
  asWorkbook: { fr: 'Classeur Excel', en: 'Excel workbook' },
  rejectsAgain: { fr: 'Lignes à corriger…', en: 'Rows to mend…' },
  rejectsAgainOf: { fr: 'Lignes à corriger de «\u00a0{file}\u00a0»', en: 'Rows to mend of “{file}”' },
  rejectsFailed: { fr: 'Les lignes à corriger n’ont pas pu être écrites', en: 'The rows to mend could not be written' },
  pastActs: { fr: 'Que faire', en: 'Acts' },
  undo: { fr: 'Annuler l’import…', en: 'Undo the import…' },
  undoOf: { fr: 'Annuler l’import de «\u00a0{file}\u00a0»', en: 'Undo the import of “{file}”' },
  undone: { fr: 'annulé ({at}, {actor})', en: 'undone ({at}, {actor})' },
  undoTitle: { fr: 'Annuler l’import de «\u00a0{file}\u00a0»\u202f?', en: 'Undo the import of “{file}”?' },
  undoDo: { fr: 'Annuler l’import', en: 'Undo the import' },
  undoKeep: { fr: 'Garder l’import', en: 'Keep the import' },
  undoDone: { fr: 'L’import de «\u00a0{file}\u00a0» est annulé.', en: 'The import of “{file}” is undone.' },
  undoFailed: { fr: 'L’import n’a pas été annulé', en: 'The import was not undone' },
  undoNothing: {
    fr: 'Cet import n’a rien laissé\u00a0: il est seulement marqué comme annulé.',
    en: 'This import left nothing behind: it is only marked as undone.',
  },
  undoLines: {
    fr: { one: '{count} ligne est retirée', other: '{count} lignes sont retirées' },
    en: { one: '{count} line is taken out', other: '{count} lines are taken out' },
  },
  undoCustomersRemoved: {
    fr: { one: '{count} client créé est retiré', other: '{count} clients créés sont retirés' },
    en: { one: '{count} customer it made is removed', other: '{count} customers it made are removed' },
  },
  undoCustomersRestored: {
    fr: { one: '{count} client redevient comme avant', other: '{count} clients redeviennent comme avant' },
    en: { one: '{count} customer reads as before', other: '{count} customers read as before' },
  },
  undoProductsRemoved: {
    fr: { one: '{count} produit créé est retiré', other: '{count} produits créés sont retirés' },
    en: { one: '{count} product it made is removed', other: '{count} products it made are removed' },
  },
  undoProductsRestored: {
    fr: { one: '{count} produit redevient comme avant', other: '{count} produits redeviennent comme avant' },
    en: { one: '{count} product reads as before', other: '{count} products read as before' },
  },
  undoKept: {
    fr: {
      one: '{count} fiche créée reste, car elle sert ou a changé',
      other: '{count} fiches créées restent, car elles servent ou ont changé',
    },
    en: {
      one: '{count} record it made stays: it is used or has changed',
      other: '{count} records it made stay: they are used or have changed',
    },
  },
  undoChanged: {
    fr: {
      one: '{count} fiche modifiée depuis reste comme elle est',
      other: '{count} fiches modifiées depuis restent comme elles sont',
    },
    en: { one: '{count} record changed since stays as it is', other: '{count} records changed since stay as they are' },
  },
  undoUnrecorded: {
    fr: 'Cet import date d’une version antérieure\u00a0: seules ses lignes sont connues.',
    en: 'This import is older than this version: only its lines are known.',
  },
  undoAgain: {
    fr: 'Le même fichier pourra être importé de nouveau.',
    en: 'The same file can then be imported again.',
  },
  undoInUse: {
    fr: {
      one: '{count} ligne est dans un brouillon ou une facture\u00a0: l’import ne peut pas être annulé.',
      other: '{count} lignes sont dans un brouillon ou une facture\u00a0: l’import ne peut pas être annulé.',
    },
    en: {
      one: '{count} line is in a draft or an invoice: the import cannot be undone.',
      other: '{count} lines are in a draft or an invoice: the import cannot be undone.',
    },
  },
  undoInUseRun: {
    fr: { one: '{name}\u00a0: {count} ligne', other: '{name}\u00a0: {count} lignes' },
    en: { one: '{name}: {count} line', other: '{name}: {count} lines' },
  },
  undoInUseRemedy: {
    fr: 'Abandonnez la campagne si elle n’est pas émise\u202f; ce qui est émis se corrige par un avoir.',
    en: 'Abandon the bill run if it is not issued; what is issued is corrected by a credit note.',
  },
});
