/** The steps of a bill run as refusals tell them. */
import type { Text } from './catalogue.ts';

/** The states of a run in words, and what comes next there: `run_not_in_state` is told with both. */
export const runSteps: Readonly<Record<string, { status: Text; next: Text } | undefined>> = {
  collecting: {
    status: { fr: 'collecte', en: 'collecting' },
    next: { fr: 'Préparez d’abord les brouillons.', en: 'Prepare the drafts first.' },
  },
  drafting: {
    status: { fr: 'préparation', en: 'drafting' },
    next: { fr: 'Préparez d’abord les brouillons.', en: 'Prepare the drafts first.' },
  },
  reviewing: {
    status: { fr: 'revue', en: 'review' },
    next: {
      fr: 'Approuvez les brouillons, puis émettez-les.',
      en: 'Approve the drafts, then issue them.',
    },
  },
  finalising: {
    status: { fr: 'émission', en: 'issuing' },
    next: { fr: 'Attendez la fin de l’émission.', en: 'Wait until issuing has ended.' },
  },
  producing: {
    status: { fr: 'émise, à produire', en: 'issued, to produce' },
    next: {
      fr: 'Ses documents sont émis\u00a0: produisez les PDF, ou ouvrez une autre campagne.',
      en: 'Its documents are issued: produce the PDFs, or open another run.',
    },
  },
  closed: {
    status: { fr: 'clôturée', en: 'closed' },
    next: { fr: 'Elle est terminée\u00a0: ouvrez une autre campagne.', en: 'It is finished: open another run.' },
  },
  abandoned: {
    status: { fr: 'abandonnée', en: 'abandoned' },
    next: {
      fr: 'Ses lignes attendent\u00a0: ouvrez une autre campagne.',
      en: 'Its lines are waiting: open another run.',
    },
  },
};
