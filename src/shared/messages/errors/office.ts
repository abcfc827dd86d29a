/** Errors of the office: companies beside the open one. */
import { defineErrors } from '../catalogue.ts';

export const officeErrors = defineErrors({
  company_same: {
    what: {
      fr: '«\u00a0{name}\u00a0» est l’entreprise ouverte elle-même.',
      en: '“{name}” is the open company itself.',
    },
    means: { fr: 'Il n’y a rien à reprendre d’elle.', en: 'There is nothing to take from it.' },
    remedy: { fr: 'Choisissez le fichier d’une autre entreprise.', en: 'Choose the file of another company.' },
  },
});
