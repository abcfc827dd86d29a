/** Customers that are there twice: finding them, looking at what a merge does, merging. */
import { defineTexts } from '../catalogue.ts';

export const mergeTexts = defineTexts({
  duplicates: { fr: 'Doublons', en: 'Duplicates' },
  title: { fr: 'Fusionner des clients', en: 'Merge customers' },
});
