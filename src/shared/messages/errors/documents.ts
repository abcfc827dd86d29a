/** Failures of making documents: paper, merged file, workbook, and the threads that make them. */
import { defineErrors } from '../catalogue.ts';

export const documentErrors = defineErrors({
  document_fonts_missing: {
    what: {
      fr: 'Les polices de l’application manquent ou sont illisibles\u00a0: {path}.',
      en: 'The application’s fonts are missing or unreadable: {path}.',
    },
    means: { fr: 'Aucun document ne peut être produit.', en: 'No document can be made.' },
    remedy: {
      fr: 'Réinstallez l’application, puis relancez la production.',
      en: 'Reinstall the application, then start production again.',
    },
  },
  document_logo_unreadable: {
    what: { fr: 'Le logo de l’entreprise ne se lit pas.', en: 'The company’s logo cannot be read.' },
    means: {
      fr: 'Le document n’est pas produit\u00a0; les données sont intactes.',
      en: 'The document was not made; the data is untouched.',
    },
    remedy: {
      fr: 'Choisissez un logo PNG ou JPEG dans les réglages de l’entreprise.',
      en: 'Choose a PNG or JPEG logo in the company’s settings.',
    },
  },
  document_unreadable: {
    what: {
      fr: 'Le document {name} n’a pas la forme attendue.',
      en: 'Document {name} does not have the expected form.',
    },
    means: { fr: 'Il n’est pas produit\u00a0; les autres continuent.', en: 'It was not made; the others go on.' },
    remedy: { fr: 'Lancez la vérification de l’entreprise.', en: 'Run the company’s verification.' },
  },
  document_write_failed: {
    what: {
      fr: 'Le fichier «\u00a0{name}\u00a0» n’a pas pu être écrit dans {folder}.',
      en: 'File “{name}” could not be written to {folder}.',
    },
    means: {
      fr: 'Ce fichier manque\u00a0; le document lui-même est en sécurité dans l’entreprise.',
      en: 'This file is missing; the document itself is safe in the company.',
    },
    remedy: {
      fr: 'Fermez le fichier s’il est ouvert, vérifiez la place et les droits du dossier, puis relancez la production.',
      en: 'Close the file if it is open, check the folder’s space and rights, then start production again.',
    },
  },
  document_thread_died: {
    what: {
      fr: 'Le processus qui produisait ce document s’est arrêté.',
      en: 'The process that was making this document stopped.',
    },
    means: {
      fr: 'Seul ce document a échoué\u00a0; les autres continuent.',
      en: 'Only this document failed; the others go on.',
    },
    remedy: {
      fr: 'Relancez la production\u00a0; si l’échec se répète, signalez ce document.',
      en: 'Start production again; if it fails again, report this document.',
    },
  },
  merge_file_unreadable: {
    what: {
      fr: 'Le fichier «\u00a0{name}\u00a0» n’est pas un PDF de l’application, ou il est abîmé.',
      en: 'File “{name}” is not one of the application’s PDFs, or it is damaged.',
    },
    means: { fr: 'Le PDF assemblé n’est pas produit.', en: 'The merged PDF was not made.' },
    remedy: {
      fr: 'Supprimez ce fichier et relancez la production\u00a0: il sera refait.',
      en: 'Delete this file and start production again: it will be remade.',
    },
  },
  merge_nothing: {
    what: { fr: 'Il n’y a aucun document à assembler.', en: 'There is no document to merge.' },
    means: { fr: 'Le PDF assemblé n’est pas produit.', en: 'The merged PDF was not made.' },
    remedy: { fr: 'Produisez d’abord les documents.', en: 'Make the documents first.' },
  },
  workbook_too_large: {
    what: {
      fr: 'Le classeur aurait {count} lignes\u00a0; une feuille en contient au plus {limit}.',
      en: 'The workbook would have {count} rows; a sheet holds {limit} at most.',
    },
    means: { fr: 'Le classeur n’est pas produit.', en: 'The workbook was not made.' },
    remedy: { fr: 'Choisissez une période plus courte.', en: 'Choose a shorter period.' },
  },
});
