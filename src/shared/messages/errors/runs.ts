/** Errors of bill runs, numbers, issuing and producing. */
import { defineErrors } from '../catalogue.ts';

export const runErrors = defineErrors({
  number_taken: {
    what: {
      fr: 'Le numéro {number} existe déjà dans l’entreprise.',
      en: 'Number {number} already exists in the company.',
    },
    means: {
      fr: 'Aucun document n’a été émis\u00a0: un numéro ne sert qu’une fois.',
      en: 'No document was issued: a number is used only once.',
    },
    remedy: {
      fr: 'Changez le modèle de numéro ou le premier numéro de la série.',
      en: 'Change the series’ pattern or its first number.',
    },
  },
  run_not_in_state: {
    what: {
      fr: 'La campagne «\u00a0{name}\u00a0» est à l’étape «\u00a0{status}\u00a0».',
      en: 'Bill run “{name}” is at the step “{status}”.',
    },
    means: {
      fr: 'Cette action n’y est pas possible\u202f; rien n’a changé.',
      en: 'This action is not possible there; nothing has changed.',
    },
    remedy: {
      fr: 'Faites l’étape qui convient, ou choisissez une autre campagne.',
      en: 'Take the step that fits, or choose another run.',
    },
  },
  run_nothing_approved: {
    what: { fr: 'Aucun brouillon n’est approuvé.', en: 'No draft is approved.' },
    means: { fr: 'Rien n’a été émis.', en: 'Nothing was issued.' },
    remedy: { fr: 'Approuvez les brouillons à émettre.', en: 'Approve the drafts to be issued.' },
  },
  run_changed_since_approval: {
    what: {
      fr: {
        one: '{count} brouillon a changé depuis son approbation.',
        other: '{count} brouillons ont changé depuis leur approbation.',
      },
      en: {
        one: '{count} draft has changed since its approval.',
        other: '{count} drafts have changed since their approval.',
      },
    },
    means: {
      fr: 'Rien n’a été émis\u202f; ils attendent une décision.',
      en: 'Nothing was issued; they wait for a decision.',
    },
    remedy: {
      fr: 'Relisez-les, approuvez-les à nouveau, puis émettez.',
      en: 'Look at them, approve them again, then issue.',
    },
  },
  lines_not_open: {
    what: {
      fr: { one: '{count} ligne n’est plus ouverte.', other: '{count} lignes ne sont plus ouvertes.' },
      en: { one: '{count} line is no longer open.', other: '{count} lines are no longer open.' },
    },
    means: {
      fr: 'Elles sont déjà dans un brouillon ou facturées\u202f; elles n’ont pas changé.',
      en: 'They are already in a draft or billed; they have not changed.',
    },
    remedy: { fr: 'Actualisez la liste et choisissez à nouveau.', en: 'Refresh the list and choose again.' },
  },
  export_failed: {
    what: { fr: 'L’export {path} n’a pas abouti.', en: 'The export {path} did not succeed.' },
    means: {
      fr: 'Le fichier n’a pas été écrit\u202f; les données sont intactes.',
      en: 'The file was not written; the data is untouched.',
    },
    remedy: {
      fr: 'Vérifiez le dossier et la place libre, puis recommencez.',
      en: 'Check the folder and the free space, then try again.',
    },
  },
  document_is_frozen: {
    what: { fr: 'Un document émis ne se modifie pas.', en: 'An issued document cannot be changed.' },
    means: { fr: 'La modification a été refusée.', en: 'The change was refused.' },
    remedy: { fr: 'Corrigez-le par un avoir.', en: 'Correct it with a credit note.' },
  },
  issue_date_before_series: {
    what: {
      fr: 'La date d’émission {date} précède la dernière de la série « {series} » : {last}.',
      en: 'The issue date {date} is before the last one of series “{series}”: {last}.',
    },
    means: {
      fr: 'Aucun document n’a été émis : les numéros suivent l’ordre des dates.',
      en: 'No document was issued: numbers follow the order of dates.',
    },
    remedy: {
      fr: 'Mettez la date au {last} ou plus tard, ou choisissez une autre série.',
      en: 'Set the date to {last} or later, or choose another series.',
    },
  },
  series_exhausted: {
    what: { fr: 'La série « {series} » n’a plus de numéro libre.', en: 'Series “{series}” has no number left.' },
    means: { fr: 'Aucun document n’a été émis.', en: 'No document was issued.' },
    remedy: { fr: 'Choisissez une autre série, ou créez-en une.', en: 'Choose another series, or create one.' },
  },
  draft_blocked: {
    what: { fr: 'Un constat bloque ce document.', en: 'A finding blocks this document.' },
    means: { fr: 'Il n’a pas été émis.', en: 'It was not issued.' },
    remedy: {
      fr: 'Corrigez ce qui est signalé, ou acceptez-le en disant pourquoi.',
      en: 'Correct what is pointed at, or accept it and say why.',
    },
  },
  no_series: {
    what: {
      fr: 'Aucune série de numéros ne convient à ce type de document.',
      en: 'No series of numbers fits this kind of document.',
    },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: {
      fr: 'Créez une série, ou choisissez-en une par défaut.',
      en: 'Create a series, or make one the default.',
    },
  },
  series_in_use: {
    what: { fr: 'La série « {name} » a déjà donné des numéros.', en: 'Series “{name}” has already given numbers.' },
    means: {
      fr: 'Sa remise à un, son premier numéro, son genre et son client ne changent plus ; rien n’a été enregistré.',
      en: 'Its restart, first number, kind and customer can no longer change; nothing was saved.',
    },
    remedy: { fr: 'Archivez-la et créez-en une nouvelle.', en: 'Archive it and create a new one.' },
  },
  preview_changed: {
    what: {
      fr: 'Le document ne serait plus celui de l’aperçu.',
      en: 'The document would no longer be the one previewed.',
    },
    means: {
      fr: 'Le client, un article ou l’entreprise a changé entre-temps ; rien n’a été émis.',
      en: 'The customer, a product or the company has changed meanwhile; nothing was issued.',
    },
    remedy: { fr: 'Regardez le nouvel aperçu, puis émettez.', en: 'Look at the new preview, then issue.' },
  },
  series_unfit: {
    what: {
      fr: 'La série « {name} » ne numérote pas ce document : autre genre, autre client, ou archivée.',
      en: 'Series “{name}” does not number this document: another kind, another customer, or archived.',
    },
    means: { fr: 'Rien n’a été enregistré.', en: 'Nothing was saved.' },
    remedy: { fr: 'Choisissez une autre série.', en: 'Choose another series.' },
  },
  workbook_unbalanced: {
    what: {
      fr: 'Les totaux du classeur « {file} » ne concordent pas.',
      en: 'The totals of workbook “{file}” do not agree.',
    },
    means: { fr: 'Le classeur n’a pas été remis.', en: 'The workbook was not handed over.' },
    remedy: {
      fr: 'Lancez la vérification de l’entreprise, puis transmettez son résultat à l’assistance.',
      en: 'Run the company’s verification, then send its result to support.',
    },
  },
  produce_nothing: {
    what: { fr: 'Aucun PDF n’a pu être produit : {failed} échecs.', en: 'No PDF could be made: {failed} failures.' },
    means: {
      fr: 'Les factures restent émises ; aucun fichier n’a été remis.',
      en: 'The invoices stay issued; no file was handed over.',
    },
    remedy: {
      fr: 'Regardez les échecs, puis relancez la production.',
      en: 'Look at the failures, then start production again.',
    },
  },
  glyphs_missing: {
    what: {
      fr: 'Des caractères de {number} manquent dans les polices : {glyphs}',
      en: 'Characters of {number} are missing from the fonts: {glyphs}',
    },
    means: {
      fr: 'Ce PDF n’a pas été produit ; les autres continuent.',
      en: 'This PDF was not made; the others go on.',
    },
    remedy: {
      fr: 'Réécrivez ce nom en lettres latines, grecques ou cyrilliques.',
      en: 'Write the name in Latin, Greek or Cyrillic letters.',
    },
  },
  period_empty: {
    what: {
      fr: 'Le dernier jour de la période précède le premier.',
      en: 'The last day of the period is before the first.',
    },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: { fr: 'Corrigez les dates.', en: 'Correct the dates.' },
  },
  finding_not_acceptable: {
    what: { fr: 'Ce constat ne peut pas être accepté.', en: 'This finding cannot be accepted.' },
    means: {
      fr: 'La loi exige ce qui manque ; le document reste bloqué.',
      en: 'The law wants what is missing; the document stays blocked.',
    },
    remedy: {
      fr: 'Corrigez ce qui est signalé, ou écartez le document.',
      en: 'Correct what is pointed at, or exclude the document.',
    },
  },
  export_empty: {
    what: { fr: 'Aucun document émis dans cette période.', en: 'No document was issued in this period.' },
    means: { fr: 'Le classeur n’a pas été écrit.', en: 'The workbook was not written.' },
    remedy: { fr: 'Choisissez une autre période.', en: 'Choose another period.' },
  },
  draft_not_ready: {
    what: { fr: 'Ce brouillon n’a pas pu être préparé.', en: 'This draft could not be prepared.' },
    means: {
      fr: 'Il n’y a rien à montrer ; ses constats disent pourquoi.',
      en: 'There is nothing to show; its findings say why.',
    },
    remedy: {
      fr: 'Corrigez ce qui est signalé, puis refaites les brouillons.',
      en: 'Correct what is pointed at, then make the drafts again.',
    },
  },
  pdf_unreadable: {
    what: { fr: 'Le PDF ne s’affiche pas.', en: 'The PDF cannot be shown.' },
    means: { fr: 'Le document lui-même est intact.', en: 'The document itself is untouched.' },
    remedy: { fr: 'Fermez l’aperçu et rouvrez-le.', en: 'Close the preview and open it again.' },
  },
});
