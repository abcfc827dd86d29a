/** What `verify` finds wrong in a company file. */
import { defineErrors } from '../catalogue.ts';

export const verifyErrors = defineErrors({
  document_chain_broken: {
    what: {
      fr: 'Le document {number} ne suit plus le précédent.',
      en: 'Document {number} no longer follows the one before it.',
    },
    means: { fr: 'Le fichier a été modifié en dehors de Liasse.', en: 'The file was changed outside Liasse.' },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  number_gap: {
    what: {
      fr: 'Il manque {missing} numéros dans la série « {series} » ({period}).',
      en: 'Numbers are missing in series “{series}” ({period}): {missing}.',
    },
    means: { fr: 'La suite des numéros n’est pas continue.', en: 'The sequence of numbers is not continuous.' },
    remedy: {
      fr: 'Comparez avec une sauvegarde pour retrouver les documents.',
      en: 'Compare with a backup to find the documents.',
    },
  },
  document_changed: {
    what: {
      fr: 'Le document {number} n’est plus celui qui a été émis.',
      en: 'Document {number} is no longer the one that was issued.',
    },
    means: {
      fr: 'Son contenu ne correspond plus à son empreinte.',
      en: 'Its contents no longer match its fingerprint.',
    },
    remedy: {
      fr: 'Comparez avec le PDF envoyé et avec une sauvegarde.',
      en: 'Compare it with the PDF that was sent and with a backup.',
    },
  },
  document_missing: {
    what: { fr: 'Le document de rang {ordinal} manque.', en: 'The document at place {ordinal} is missing.' },
    means: { fr: 'Le fichier a été modifié en dehors de Liasse.', en: 'The file was changed outside Liasse.' },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  invoice_row_missing: {
    what: {
      fr: 'Le document {number} n’est plus dans la liste des factures.',
      en: 'Document {number} is no longer in the list of invoices.',
    },
    means: { fr: 'Le fichier a été modifié en dehors de Liasse.', en: 'The file was changed outside Liasse.' },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  document_totals_differ: {
    what: {
      fr: 'Les totaux du document {number} ne se recalculent pas.',
      en: 'The totals of document {number} do not add up.',
    },
    means: { fr: 'Ses lignes et ses totaux ne concordent pas.', en: 'Its lines and its totals do not agree.' },
    remedy: {
      fr: 'Transmettez ce numéro à l’assistance avec une sauvegarde.',
      en: 'Send this number to support with a backup.',
    },
  },
  invoice_row_differs: {
    what: {
      fr: 'La liste ne dit pas de {number} ce que dit le document émis.',
      en: 'The list does not say of {number} what the issued document says.',
    },
    means: { fr: 'Le fichier a été modifié en dehors de Liasse.', en: 'The file was changed outside Liasse.' },
    remedy: {
      fr: 'Le document émis fait foi ; comparez avec une sauvegarde.',
      en: 'The issued document is what counts; compare it with a backup.',
    },
  },
  chain_head_differs: {
    what: {
      fr: 'Le document {documents} n’est plus celui que cet ordinateur a vu en dernier.',
      en: 'Document {documents} is no longer the one that this computer last saw.',
    },
    means: { fr: 'Le fichier a été remplacé ou réécrit depuis.', en: 'The file was replaced or rewritten since.' },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  chain_head_unreadable: {
    what: {
      fr: 'Ce que cet ordinateur avait noté du dernier document ne se lit plus.',
      en: 'What this computer had noted of the last document can no longer be read.',
    },
    means: {
      fr: 'Rien ne dit ici si des documents manquent à la fin.',
      en: 'Nothing here tells whether documents are missing at the end.',
    },
    remedy: {
      fr: 'Comparez avec une sauvegarde, puis acceptez le fichier en disant pourquoi.',
      en: 'Compare it with a backup, then accept the file and say why.',
    },
  },
  trigger_changed: {
    what: {
      fr: 'La protection « {name} » de ce qui est émis a été retirée ou modifiée.',
      en: 'The protection “{name}” of what is issued was taken out or changed.',
    },
    means: {
      fr: 'Le fichier a été ouvert en dehors de Liasse, et ce qui est émis a pu y être modifié.',
      en: 'The file was opened outside Liasse, and what is issued may have been changed in it.',
    },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  number_counter_behind: {
    what: {
      fr: 'Le compteur de la série « {series} » ({period}) est en retard sur ses factures.',
      en: 'The counter of series “{series}” ({period}) is behind its invoices.',
    },
    means: {
      fr: 'Un numéro déjà donné pourrait être proposé ; il serait refusé.',
      en: 'A number already given might be proposed; it would be refused.',
    },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  line_billed_without_invoice: {
    what: {
      fr: {
        one: '{count} ligne est marquée facturée sans facture.',
        other: '{count} lignes sont marquées facturées sans facture.',
      },
      en: {
        one: '{count} line is marked billed without an invoice.',
        other: '{count} lines are marked billed without an invoice.',
      },
    },
    means: { fr: 'Le fichier a été modifié en dehors de Liasse.', en: 'The file was changed outside Liasse.' },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  invoice_lines_differ: {
    what: {
      fr: 'La facture {number} ne porte pas le montant de ses lignes.',
      en: 'Invoice {number} does not carry the amount of its lines.',
    },
    means: {
      fr: 'Les lignes importées et le document ne concordent pas.',
      en: 'The imported lines and the document do not agree.',
    },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
});
