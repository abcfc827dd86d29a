/** Taking back what was done. */
import { defineTexts } from '../catalogue.ts';

export const undoTexts = defineTexts({
  takenBack: { fr: 'Annulé\u00a0: {what}', en: 'Undone: {what}' },
  doneAgain: { fr: 'Rétabli\u00a0: {what}', en: 'Done again: {what}' },
  nothing: { fr: 'Rien à annuler', en: 'Nothing to undo' },
  nothingAgain: { fr: 'Rien à rétablir', en: 'Nothing to do again' },
  again: { fr: 'Rétablir', en: 'Redo' },
});
