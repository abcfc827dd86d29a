/** Words around the user guide; the guide itself lies in resources/guide. */
import { defineTexts } from '../catalogue.ts';

export const guideTexts = defineTexts({
  title: { fr: 'Guide', en: 'Guide' },
  chapters: { fr: 'Chapitres du guide', en: 'Chapters of the guide' },
  search: { fr: 'Chercher dans le guide', en: 'Search the guide' },
  found: {
    fr: { one: '{count} chapitre en parle', other: '{count} chapitres en parlent' },
    en: { one: '{count} chapter says it', other: '{count} chapters say it' },
  },
  nothingFound: {
    fr: 'Aucun chapitre n’en parle. Essayez un mot plus court.',
    en: 'No chapter says it. Try a shorter word.',
  },
  helpTitle: { fr: 'Aide sur cet écran', en: 'Help on this screen' },
  whole: { fr: 'Ouvrir le guide', en: 'Open the guide' },
});
