/** Words of every list. */
import { defineTexts } from '../catalogue.ts';

export const gridTexts = defineTexts({
  chooseAll: { fr: 'Tout choisir ou rien', en: 'Choose all or none' },
  unread: { fr: 'Une partie de la liste n’a pas pu être lue.', en: 'Part of the list could not be read.' },
  retry: { fr: 'Relire', en: 'Read again' },
  changing: {
    fr: 'La liste change sans cesse\u00a0: rien n’a été pris. Recommencez dans un instant.',
    en: 'The list keeps changing: nothing was taken. Try again in a moment.',
  },
  copying: { fr: 'Copie\u00a0: {done} lignes lues sur {total}', en: 'Copying: {done} rows read of {total}' },
  rangeLimit: {
    fr: '{count} lignes sont choisies, le plus que Maj puisse prendre\u202f; Ctrl A les prend toutes',
    en: '{count} rows are selected, as many as Shift can take; Ctrl A takes them all',
  },
  columnPlace: { fr: '{column}, colonne {place} sur {count}', en: '{column}, column {place} of {count}' },
  columnHidden: { fr: 'Colonne {column} masquée', en: 'Column {column} hidden' },
  copied: {
    fr: { one: '{count} ligne copiée, prête pour un tableur', other: '{count} lignes copiées, prêtes pour un tableur' },
    en: { one: '{count} row copied, ready for a spreadsheet', other: '{count} rows copied, ready for a spreadsheet' },
  },
});
