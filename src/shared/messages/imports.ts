/** Words that the engine writes into files about an import. */
import { defineTexts } from './catalogue.ts';

export const importTexts = defineTexts({
  row: { fr: 'Ligne du fichier', en: 'Row of the file' },
  column: { fr: 'Colonne en cause', en: 'Column at fault' },
  reason: { fr: 'Raison', en: 'Reason' },
  /** The sheet of a workbook of rejected rows, where the source had none. */
  rejectsSheet: { fr: 'À corriger', en: 'To mend' },
  /** What was pasted, in place of a file's name. */
  clipboard: { fr: 'Presse-papiers', en: 'Clipboard' },
});
