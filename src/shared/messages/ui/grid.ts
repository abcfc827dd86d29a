/** Words of every list. */
import { defineTexts } from '../catalogue.ts';

export const gridTexts = defineTexts({
  chooseAll: { fr: 'Tout choisir ou rien', en: 'Choose all or none' },
  unread: { fr: 'Une partie de la liste n’a pas pu être lue.', en: 'Part of the list could not be read.' },
  retry: { fr: 'Relire', en: 'Read again' },
  copied: {
    fr: { one: '{count} ligne copiée, prête pour un tableur', other: '{count} lignes copiées, prêtes pour un tableur' },
    en: { one: '{count} row copied, ready for a spreadsheet', other: '{count} rows copied, ready for a spreadsheet' },
  },
});
