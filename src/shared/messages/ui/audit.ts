/** The audit trail and the list of what can be taken back. */
import { defineTexts } from '../catalogue.ts';

export const trailTexts = defineTexts({
  title: { fr: 'Journal', en: 'Audit trail' },
});
