/** Words of the lists: saved views, columns, filters, acts on many rows. */
import { defineTexts } from '../catalogue.ts';

export const listTexts = defineTexts({
  views: { fr: 'Vues', en: 'Views' },
  viewMenu: { fr: 'Vue', en: 'View' },
  viewChanged: { fr: 'modifiée', en: 'changed' },
  viewUpdate: { fr: 'Mettre à jour', en: 'Update' },
  viewUpdateNamed: { fr: 'Mettre à jour «\u00a0{name}\u00a0»', en: 'Update “{name}”' },
  viewBack: { fr: 'Revenir à «\u00a0{name}\u00a0»', en: 'Back to “{name}”' },
  viewSaveAs: { fr: 'Enregistrer comme vue…', en: 'Save as a view…' },
  viewRename: { fr: 'Renommer…', en: 'Rename…' },
  viewLeft: { fr: 'Déplacer à gauche', en: 'Move left' },
  viewRight: { fr: 'Déplacer à droite', en: 'Move right' },
  viewRemove: { fr: 'Supprimer', en: 'Delete' },
  viewName: { fr: 'Nom de la vue', en: 'Name of the view' },
  viewHint: {
    fr: 'Garde le filtre, l’ordre et les colonnes.',
    en: 'Keeps the filter, the order and the columns.',
  },
  viewSaved: { fr: 'Vue «\u00a0{name}\u00a0» enregistrée', en: 'View “{name}” saved' },
  viewRenamed: { fr: 'Vue renommée «\u00a0{name}\u00a0»', en: 'View renamed “{name}”' },
  viewRemoved: { fr: 'Vue «\u00a0{name}\u00a0» supprimée', en: 'View “{name}” deleted' },
  segmentSaveAs: { fr: 'Enregistrer le filtre comme segment…', en: 'Save the filter as a segment…' },
  segmentName: { fr: 'Nom du segment', en: 'Name of the segment' },
  segmentHint: {
    fr: 'Une campagne peut viser un segment. La recherche et les filtres y sont gardés.',
    en: 'A bill run can be made for a segment. It keeps the search and the filters.',
  },
  segmentSaved: {
    fr: {
      one: 'Segment «\u00a0{name}\u00a0» enregistré\u00a0: {count} client',
      other: 'Segment «\u00a0{name}\u00a0» enregistré\u00a0: {count} clients',
    },
    en: { one: 'Segment “{name}” saved: {count} customer', other: 'Segment “{name}” saved: {count} customers' },
  },

  columns: { fr: 'Colonnes', en: 'Columns' },
  columnsHint: { fr: 'Ctrl ↑ ↓ ou glisser\u00a0: déplacer', en: 'Ctrl ↑ ↓ or drag: move' },
  columnsReset: { fr: 'Rétablir', en: 'Reset' },

  filter: { fr: 'Filtre', en: 'Filter' },
  filters: { fr: 'Filtres', en: 'Filters' },
  filterEdit: { fr: 'Changer le filtre {filter}', en: 'Change the filter {filter}' },
  filterRemove: { fr: 'Retirer le filtre {filter}', en: 'Remove the filter {filter}' },
  filterClear: { fr: 'Tout retirer', en: 'Remove all' },
  filterFind: { fr: 'Chercher', en: 'Find' },
  filterNone: { fr: 'Rien à choisir', en: 'Nothing to choose' },

  keyFilter: { fr: 'filtrer', en: 'filter' },
  keyCopy: { fr: 'copier vers un tableur', en: 'copy to a spreadsheet' },
  keyPaste: { fr: 'coller des lignes', en: 'paste rows' },
  chosenFoot: {
    fr: { one: '{count} choisie', other: '{count} choisies' },
    en: { one: '{count} selected', other: '{count} selected' },
  },
});
