/** The office's own fields, tags and segments: their pages in the settings. */
import { defineTexts } from '../catalogue.ts';

export const fieldsTexts = defineTexts({
  customers: { fr: 'Clients', en: 'Customers' },
  products: { fr: 'Produits', en: 'Products' },
  recordLabel: { fr: 'Fiches', en: 'Records' },

  lead: {
    fr: 'Ces champs s’ajoutent aux fiches et aux listes. Ils ne sont jamais imprimés.',
    en: 'These fields are added to records and lists. They are never printed.',
  },
  add: { fr: 'Ajouter un champ', en: 'Add a field' },
  newField: { fr: 'Nouveau champ', en: 'New field' },
  name: { fr: 'Nom', en: 'Name' },
  kind: { fr: 'Nature', en: 'Kind' },
  kindInUse: {
    fr: 'Des fiches ont déjà une valeur\u202f; elle doit rester lisible',
    en: 'Records hold values already; they must stay readable',
  },
  text: { fr: 'Texte', en: 'Text' },
  number: { fr: 'Nombre', en: 'Number' },
  date: { fr: 'Date', en: 'Date' },
  choice: { fr: 'Choix dans une liste', en: 'Choice from a list' },
  yes_no: { fr: 'Oui ou non', en: 'Yes or no' },
  options: { fr: 'Choix', en: 'Options' },
  optionsHint: { fr: 'Entrée ajoute un choix', en: 'Enter adds an option' },
  used: { fr: 'Fiches', en: 'Records' },
  order: { fr: 'Ordre', en: 'Order' },
  up: { fr: 'Monter {name}', en: 'Move {name} up' },
  down: { fr: 'Descendre {name}', en: 'Move {name} down' },
  archive: { fr: 'Archiver ce champ', en: 'Archive this field' },
  restore: { fr: 'Désarchiver ce champ', en: 'Bring this field back' },
  archived: { fr: 'Archivé', en: 'Archived' },
  archivedDone: { fr: '{name} archivé\u202f; ses valeurs restent', en: '{name} archived; its values stay' },
  restoredDone: { fr: '{name} désarchivé', en: '{name} brought back' },
  saved: { fr: 'Champ enregistré', en: 'Field saved' },
  needName: { fr: 'Donnez un nom au champ', en: 'Give the field a name' },
  needOptions: { fr: 'Une liste a au moins un choix', en: 'A list has at least one option' },
  nameTaken: { fr: 'Ce nom est pris', en: 'This name is taken' },
  none: { fr: 'Aucun champ ajouté', en: 'No field added' },
  noneBody: {
    fr: 'Ajoutez ce que votre bureau note de chaque fiche\u00a0: agence, échéance d’un contrat, mode d’envoi.',
    en: 'Add what your office notes of each record: branch, end of a contract, way of sending.',
  },

  tagsLead: {
    fr: 'Les étiquettes rassemblent des fiches\u202f; elles se posent dans la fiche ou dans la liste.',
    en: 'Tags bring records together; they are put on in the record or in the list.',
  },
  tag: { fr: 'Étiquette', en: 'Tag' },
  addTag: { fr: 'Ajouter une étiquette', en: 'Add a tag' },
  rename: { fr: 'Renommer', en: 'Rename' },
  remove: { fr: 'Supprimer', en: 'Remove' },
  renameOf: { fr: 'Renommer {name}', en: 'Rename {name}' },
  removeOf: { fr: 'Supprimer {name}', en: 'Remove {name}' },
  removeTagTitle: { fr: 'Supprimer «\u00a0{name}\u00a0»\u202f?', en: 'Remove “{name}”?' },
  removeTagLost: {
    fr: { one: 'L’étiquette est ôtée de {count} fiche.', other: 'L’étiquette est ôtée de {count} fiches.' },
    en: { one: 'The tag is taken off {count} record.', other: 'The tag is taken off {count} records.' },
  },
  removeTagStays: {
    fr: 'Les fiches restent. La suppression s’annule.',
    en: 'The records stay. The removal can be undone.',
  },
  keepIt: { fr: 'Garder', en: 'Keep' },
  tagRemoved: {
    fr: { one: '{name} ôtée de {count} fiche', other: '{name} ôtée de {count} fiches' },
    en: { one: '{name} taken off {count} record', other: '{name} taken off {count} records' },
  },
  renamed: { fr: 'Renommé\u00a0: {name}', en: 'Renamed: {name}' },
  tagAdded: { fr: '{name} ajoutée', en: '{name} added' },
  noTags: { fr: 'Aucune étiquette', en: 'No tags' },
  noTagsBody: {
    fr: 'Une étiquette naît la première fois qu’elle est écrite dans une fiche.',
    en: 'A tag is made the first time it is written in a record.',
  },

  segmentsLead: {
    fr: 'Un segment est un filtre de clients qui porte un nom\u202f; il suit les fiches. Une campagne peut s’y limiter.',
    en: 'A segment is a filter of customers with a name; it follows the records. A bill run can be limited to it.',
  },
  segment: { fr: 'Segment', en: 'Segment' },
  filter: { fr: 'Filtre', en: 'Filter' },
  everybody: { fr: 'tous les clients', en: 'all customers' },
  count: { fr: 'Clients', en: 'Customers' },
  runs: { fr: 'Campagnes', en: 'Bill runs' },
  removeSegmentLost: { fr: 'Le filtre et son nom disparaissent.', en: 'The filter and its name go.' },
  removeSegmentRuns: {
    fr: {
      one: '{count} campagne s’y limitait\u202f; elle garde ses factures et ne le nomme plus.',
      other: '{count} campagnes s’y limitaient\u202f; elles gardent leurs factures et ne le nomment plus.',
    },
    en: {
      one: '{count} bill run was limited to it; it keeps its invoices and no longer names it.',
      other: '{count} bill runs were limited to it; they keep their invoices and no longer name it.',
    },
  },
  removeSegmentStays: { fr: 'Les clients restent tels quels.', en: 'The customers stay as they are.' },
  segmentRemoved: { fr: 'Segment {name} supprimé', en: 'Segment {name} removed' },
  noSegments: { fr: 'Aucun segment', en: 'No segments' },
  noSegmentsBody: {
    fr: 'Filtrez la liste des clients, puis enregistrez le filtre comme segment.',
    en: 'Filter the list of customers, then save the filter as a segment.',
  },
  toCustomers: { fr: 'Voir les clients', en: 'See the customers' },
  groupRecords: { fr: 'Fichier', en: 'Records' },
});
