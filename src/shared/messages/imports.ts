/** Words that the engine writes into files about an import. */
import { defineTexts } from './catalogue.ts';

export const importTexts = defineTexts({
  row: { fr: 'Ligne du fichier', en: 'Row of the file' },
  column: { fr: 'Colonne en cause', en: 'Column at fault' },
  reason: { fr: 'Raison', en: 'Reason' },
});
