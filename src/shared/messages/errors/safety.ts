/** Backup, restore, full export, erasure. */
import { defineErrors } from '../catalogue.ts';

export const safetyErrors = defineErrors({
  backup_folder_missing: {
    what: { fr: 'Le dossier {folder} n’est pas là.', en: 'The folder {folder} is not there.' },
    means: {
      fr: 'Rien n’y a été écrit. Un disque débranché ou un réseau coupé en est souvent la cause.',
      en: 'Nothing was written to it. A disk that is unplugged or a network that is down is often the cause.',
    },
    remedy: {
      fr: 'Branchez le disque ou choisissez un autre dossier, puis recommencez.',
      en: 'Plug in the disk or choose another folder, then try again.',
    },
  },
  backup_copy_failed: {
    what: { fr: '«\u00a0{file}\u00a0» n’a pas pu être copié.', en: '“{file}” could not be copied.' },
    means: { fr: 'L’original n’a pas été touché.', en: 'The original was not touched.' },
    remedy: {
      fr: 'Vérifiez la place et les droits dans le dossier de destination, puis recommencez.',
      en: 'Check space and permissions in the destination folder, then try again.',
    },
  },
  backup_unreadable: {
    what: { fr: 'La copie n’a pas pu être relue.', en: 'The copy could not be read back.' },
    means: {
      fr: 'Elle a été jetée. Les sauvegardes précédentes restent.',
      en: 'It was thrown away. The backups before it stay.',
    },
    remedy: {
      fr: 'Recommencez, dans un autre dossier si cela se répète\u00a0: le disque peut être en cause.',
      en: 'Try again, in another folder if it happens again: the disk may be at fault.',
    },
  },
  restore_place_unknown: {
    what: {
      fr: 'Cet ordinateur ne sait pas où se trouvait le fichier de cette sauvegarde.',
      en: 'This computer does not know where the file of this backup was.',
    },
    means: { fr: 'Rien n’a été restauré.', en: 'Nothing was restored.' },
    remedy: { fr: 'Restaurez sous un nouveau nom.', en: 'Restore under a new name.' },
  },
  company_lock_stale: {
    what: {
      fr: 'L’entreprise est tenue par {user} ({host}) depuis le {since}, sans signe de vie depuis le {seen}.',
      en: 'The company is held by {user} ({host}) since {since}, without a sign of life since {seen}.',
    },
    means: {
      fr: 'L’autre ordinateur s’est peut-être arrêté, ou le réseau est coupé et il écrit encore.',
      en: 'The other computer may have stopped, or the network is down and it is still writing.',
    },
    remedy: {
      fr: 'Assurez-vous que personne n’y travaille, puis reprenez-la\u202f; ou ouvrez-la en lecture seule.',
      en: 'Make sure that nobody works there, then take it over; or open it read-only.',
    },
  },
  document_body_missing: {
    what: { fr: 'Le contenu du document {number} manque.', en: 'The content of document {number} is missing.' },
    means: {
      fr: 'Il a disparu sans qu’un effacement soit consigné\u00a0: le fichier a été modifié en dehors de Liasse.',
      en: 'It went without an erasure on record: the file was changed outside Liasse.',
    },
    remedy: {
      fr: 'Comparez avec une sauvegarde et gardez les deux fichiers.',
      en: 'Compare it with a backup and keep both files.',
    },
  },
  document_erased: {
    what: { fr: 'Le contenu de la facture {number} a été effacé.', en: 'The content of invoice {number} was erased.' },
    means: {
      fr: 'Son délai de conservation est passé. Son numéro et ses montants restent.',
      en: 'Its time of keeping is over. Its number and its amounts stay.',
    },
    remedy: {
      fr: 'Une sauvegarde faite avant l’effacement le contient encore.',
      en: 'A backup made before the erasure still has it.',
    },
  },
  erasure_merged: {
    what: { fr: 'La fiche {code} a été fusionnée dans une autre.', en: 'Record {code} was merged into another.' },
    means: { fr: 'Rien n’a été effacé.', en: 'Nothing was erased.' },
    remedy: {
      fr: 'Choisissez la fiche qui reste\u00a0: celle-ci est effacée avec elle.',
      en: 'Choose the record that stays: this one is erased with it.',
    },
  },
  erasure_not_confirmed: {
    what: { fr: 'Le code saisi n’est pas {code}.', en: 'The code typed is not {code}.' },
    means: { fr: 'Rien n’a été effacé.', en: 'Nothing was erased.' },
    remedy: { fr: 'Saisissez le code du client tel quel.', en: 'Type the customer’s code as it is.' },
  },
  erasure_blocked: {
    what: {
      fr: 'Ce client a encore {lines} lignes à facturer et {drafts} brouillons.',
      en: 'This customer still has lines to bill ({lines}) and drafts ({drafts}).',
    },
    means: { fr: 'Rien n’a été effacé.', en: 'Nothing was erased.' },
    remedy: {
      fr: 'Facturez-les ou écartez-les, puis recommencez.',
      en: 'Bill them or exclude them, then try again.',
    },
  },
  erasure_needs_backup: {
    what: {
      fr: 'La sauvegarde qui précède un effacement n’a pas pu être faite.',
      en: 'The backup that comes before an erasure could not be made.',
    },
    means: { fr: 'Rien n’a été effacé.', en: 'Nothing was erased.' },
    remedy: {
      fr: 'Réglez le dossier des sauvegardes, puis recommencez.',
      en: 'Mend the folder of backups, then try again.',
    },
  },
});
