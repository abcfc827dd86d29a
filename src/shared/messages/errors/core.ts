/** Errors of the engine's core: the company file, its owner, commands, jobs, runs, numbers and the chain of documents. */
import { defineErrors } from '../catalogue.ts';

export const coreErrors = defineErrors({
  internal: {
    what: { fr: 'Une erreur imprévue s’est produite.', en: 'Something unexpected went wrong.' },
    means: {
      fr: 'L’action n’a pas été faite\u202f; ce qui était enregistré le reste.',
      en: 'The action was not carried out; what was saved is still saved.',
    },
    remedy: {
      fr: 'Recommencez. Si l’erreur revient, copiez les détails et transmettez-les à l’assistance.',
      en: 'Try again. If it comes back, copy the details and send them to support.',
    },
  },
  bad_input: {
    what: { fr: 'La demande n’est pas valable\u00a0: {field}.', en: 'The request is not valid: {field}.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: { fr: 'Corrigez cette valeur et recommencez.', en: 'Correct this value and try again.' },
  },
  unknown_request: {
    what: {
      fr: 'Le moteur ne connaît pas la demande «\u00a0{name}\u00a0».',
      en: 'The engine does not know the request “{name}”.',
    },
    means: {
      fr: 'La fenêtre et le moteur ne sont pas de la même version\u202f; rien n’a été fait.',
      en: 'The window and the engine are not of the same version; nothing was done.',
    },
    remedy: { fr: 'Fermez l’application et rouvrez-la.', en: 'Close the application and open it again.' },
  },
  cancelled: {
    what: { fr: 'L’action a été annulée.', en: 'The action was cancelled.' },
    means: { fr: 'Rien n’a changé.', en: 'Nothing has changed.' },
    remedy: { fr: 'Relancez-la quand vous voulez.', en: 'Start it again whenever you like.' },
  },
  company_in_use: {
    what: {
      fr: 'La société est déjà ouverte par {owner}.',
      en: 'The company is already open: {owner}.',
    },
    means: {
      fr: 'Un fichier n’a qu’un propriétaire à la fois\u202f; il peut encore être lu.',
      en: 'A file has one owner at a time; it can still be read.',
    },
    remedy: {
      fr: 'Fermez-la à cet endroit, ou ouvrez-la en lecture seule.',
      en: 'Close it there, or open it read-only.',
    },
  },
  company_not_found: {
    what: { fr: 'Le fichier {path} n’existe pas.', en: 'The file {path} does not exist.' },
    means: { fr: 'Aucune société n’a été ouverte.', en: 'No company was opened.' },
    remedy: {
      fr: 'Vérifiez l’emplacement\u00a0: le fichier a pu être déplacé ou renommé.',
      en: 'Check the location: the file may have been moved or renamed.',
    },
  },
  company_not_a_company_file: {
    what: { fr: '{path} n’est pas un fichier de société Liasse.', en: '{path} is not a Liasse company file.' },
    means: { fr: 'Il n’a pas été ouvert et n’a pas changé.', en: 'It was not opened and has not changed.' },
    remedy: {
      fr: 'Choisissez un fichier dont le nom finit par .liasse.',
      en: 'Choose a file whose name ends in .liasse.',
    },
  },
  company_damaged: {
    what: { fr: 'Le fichier {path} est endommagé.', en: 'The file {path} is damaged.' },
    means: {
      fr: 'Il ne s’ouvre pas, pour ne rien perdre de ce qu’il contient encore.',
      en: 'It is not opened, so that nothing it still holds is lost.',
    },
    remedy: {
      fr: 'Ouvrez la dernière sauvegarde et gardez ce fichier.',
      en: 'Open the latest backup and keep this file.',
    },
  },
  company_newer: {
    what: {
      fr: 'Le fichier {path} vient d’une version plus récente de Liasse.',
      en: 'The file {path} comes from a newer version of Liasse.',
    },
    means: {
      fr: 'Cette version ne saurait pas tout en lire\u202f; le fichier n’a pas changé.',
      en: 'This version could not read all of it; the file has not changed.',
    },
    remedy: { fr: 'Mettez Liasse à jour, puis ouvrez-le.', en: 'Update Liasse, then open it.' },
  },
  company_read_only: {
    what: { fr: 'La société est ouverte en lecture seule.', en: 'The company is open read-only.' },
    means: { fr: 'Rien ne peut y être enregistré.', en: 'Nothing can be saved in it.' },
    remedy: {
      fr: 'Fermez-la ailleurs, ou copiez-la sur le disque de cet ordinateur, puis rouvrez-la.',
      en: 'Close it elsewhere, or copy it to this computer’s disk, then open it again.',
    },
  },
  company_folder_missing: {
    what: { fr: 'Le dossier {path} n’existe pas.', en: 'The folder {path} does not exist.' },
    means: { fr: 'Le fichier n’a pas été créé.', en: 'The file was not created.' },
    remedy: { fr: 'Créez le dossier ou choisissez-en un autre.', en: 'Create the folder or choose another one.' },
  },
  company_exists: {
    what: { fr: 'Un fichier existe déjà\u00a0: {path}.', en: 'A file already exists: {path}.' },
    means: { fr: 'Il n’a pas été remplacé.', en: 'It was not replaced.' },
    remedy: { fr: 'Choisissez un autre nom, ou ouvrez ce fichier.', en: 'Choose another name, or open this file.' },
  },
  no_company_open: {
    what: { fr: 'Aucune société n’est ouverte.', en: 'No company is open.' },
    means: { fr: 'L’action n’a rien sur quoi porter.', en: 'There is nothing for the action to work on.' },
    remedy: { fr: 'Ouvrez ou créez une société d’abord.', en: 'Open or create a company first.' },
  },
  command_conflict: {
    what: {
      fr: 'La même demande est arrivée deux fois avec des contenus différents.',
      en: 'The same request arrived twice with different contents.',
    },
    means: { fr: 'Seule la première a été prise.', en: 'Only the first was taken.' },
    remedy: {
      fr: 'Regardez le résultat, puis refaites la seconde.',
      en: 'Look at the result, then make the second one again.',
    },
  },
  row_changed: {
    what: {
      fr: 'Cette fiche a changé depuis que vous l’avez ouverte.',
      en: 'This record has changed since you opened it.',
    },
    means: {
      fr: 'Votre saisie n’a pas été enregistrée, pour ne pas effacer l’autre.',
      en: 'What you entered was not saved, so as not to overwrite the other change.',
    },
    remedy: {
      fr: 'Rouvrez la fiche et refaites la correction.',
      en: 'Open the record again and repeat the correction.',
    },
  },
  not_found: {
    what: { fr: 'Introuvable\u00a0: {id}.', en: 'Not found: {id}.' },
    means: {
      fr: 'L’élément n’existe pas ou n’existe plus dans cette société.',
      en: 'It does not exist, or no longer exists, in this company.',
    },
    remedy: { fr: 'Actualisez la liste et choisissez à nouveau.', en: 'Refresh the list and choose again.' },
  },
  engine_closing: {
    what: { fr: 'La société est en train de se fermer.', en: 'The company is being closed.' },
    means: { fr: 'La demande n’a pas été prise.', en: 'The request was not taken.' },
    remedy: { fr: 'Rouvrez la société, puis recommencez.', en: 'Open the company again, then repeat.' },
  },
  worker_crashed: {
    what: {
      fr: 'Un fil de travail s’est arrêté pendant «\u00a0{task}\u00a0».',
      en: 'A working thread stopped during “{task}”.',
    },
    means: {
      fr: 'Cet élément n’a pas abouti\u202f; les autres continuent.',
      en: 'This item did not succeed; the others go on.',
    },
    remedy: {
      fr: 'Relancez l’action. Si cela se répète, l’élément est sans doute trop volumineux.',
      en: 'Start the action again. If it happens again, the item is probably too large.',
    },
  },
  job_cancelled: {
    what: { fr: 'Le traitement a été annulé.', en: 'The job was cancelled.' },
    means: {
      fr: 'Rien n’est à moitié écrit\u202f; ce qui était terminé est gardé.',
      en: 'Nothing is half written; what was finished is kept.',
    },
    remedy: { fr: 'Relancez-le quand vous voulez.', en: 'Start it again whenever you like.' },
  },
  job_running: {
    what: { fr: 'Un autre traitement est en cours\u00a0: {name}.', en: 'Another job is running: {name}.' },
    means: { fr: 'Celui-ci n’a pas commencé.', en: 'This one was not started.' },
    remedy: { fr: 'Attendez sa fin ou annulez-le.', en: 'Wait for it to end, or cancel it.' },
  },
  job_not_resumable: {
    what: { fr: 'Ce traitement n’est pas interrompu.', en: 'This job is not interrupted.' },
    means: { fr: 'Il n’y a rien à reprendre.', en: 'There is nothing to take up.' },
    remedy: { fr: 'Lancez-en un nouveau si besoin.', en: 'Start a new one if need be.' },
  },
  code_taken: {
    what: { fr: 'Le code «\u00a0{code}\u00a0» est déjà pris.', en: 'The code “{code}” is already taken.' },
    means: { fr: 'La fiche n’a pas été enregistrée.', en: 'The record was not saved.' },
    remedy: { fr: 'Donnez un autre code.', en: 'Give it another code.' },
  },
  number_taken: {
    what: {
      fr: 'Le numéro {number} existe déjà dans la société.',
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
  series_exhausted: {
    what: { fr: 'La série «\u00a0{name}\u00a0» n’a plus de numéro libre.', en: 'Series “{name}” has no number left.' },
    means: { fr: 'Aucun document n’a été émis.', en: 'No document was issued.' },
    remedy: {
      fr: 'Allongez {seq} dans son modèle ou choisissez une autre série.',
      en: 'Lengthen {seq} in its pattern or choose another series.',
    },
  },
  issue_date_before_series: {
    what: {
      fr: 'La date d’émission {date} précède la dernière de la série ({lastDate}).',
      en: 'The issue date {date} is before the last one of the series ({lastDate}).',
    },
    means: {
      fr: 'Aucun document n’a été émis\u00a0: les numéros suivent l’ordre des dates.',
      en: 'No document was issued: numbers follow the order of dates.',
    },
    remedy: {
      fr: 'Mettez la date au {lastDate} ou plus tard, ou choisissez une autre série.',
      en: 'Set the date to {lastDate} or later, or choose another series.',
    },
  },
  restored_copy: {
    what: {
      fr: 'Ce fichier est une copie plus ancienne que celle utilisée ici en dernier.',
      en: 'This file is an older copy than the one last used here.',
    },
    means: {
      fr: 'Des numéros déjà donnés le seraient une seconde fois\u202f; l’émission attend une décision.',
      en: 'Numbers already given would be given a second time; issuing waits for a decision.',
    },
    remedy: {
      fr: 'Ouvrez la copie la plus récente, ou acceptez celle-ci en disant pourquoi.',
      en: 'Open the most recent copy, or accept this one and say why.',
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
  draft_blocked: {
    what: {
      fr: { one: '{count} constat bloque ce document.', other: '{count} constats bloquent ce document.' },
      en: { one: '{count} finding blocks this document.', other: '{count} findings block this document.' },
    },
    means: { fr: 'Il n’a pas été émis.', en: 'It was not issued.' },
    remedy: {
      fr: 'Corrigez ce qui est signalé, ou acceptez-le en disant pourquoi.',
      en: 'Correct what is pointed at, or accept it and say why.',
    },
  },
  customer_unknown: {
    what: { fr: 'Le client «\u00a0{code}\u00a0» n’existe pas.', en: 'Customer “{code}” does not exist.' },
    means: { fr: 'Rien n’a été enregistré.', en: 'Nothing was saved.' },
    remedy: { fr: 'Vérifiez le code ou créez le client.', en: 'Check the code or create the customer.' },
  },
  disk_full: {
    what: { fr: 'Le disque est plein\u00a0: {path}.', en: 'The disk is full: {path}.' },
    means: {
      fr: 'L’action s’est arrêtée\u202f; ce qui était enregistré le reste.',
      en: 'The action stopped; what was saved is still saved.',
    },
    remedy: { fr: 'Libérez de la place, puis recommencez.', en: 'Free some space, then try again.' },
  },
  folder_not_writable: {
    what: { fr: 'Le dossier {path} refuse l’écriture.', en: 'The folder {path} cannot be written to.' },
    means: { fr: 'Aucun fichier n’a été écrit.', en: 'No file was written.' },
    remedy: {
      fr: 'Choisissez un autre dossier ou demandez le droit d’y écrire.',
      en: 'Choose another folder or ask for permission to write there.',
    },
  },
  file_locked: {
    what: {
      fr: 'Le fichier «\u00a0{name}\u00a0» est tenu par un autre programme.',
      en: 'File “{name}” is held by another program.',
    },
    means: { fr: 'Il n’a été ni lu ni remplacé.', en: 'It was neither read nor replaced.' },
    remedy: {
      fr: 'Fermez-le dans Excel ou dans le lecteur PDF, puis recommencez.',
      en: 'Close it in Excel or the PDF reader, then try again.',
    },
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
  path_is_network: {
    what: {
      fr: 'Le fichier est sur un emplacement réseau\u00a0: {path}.',
      en: 'The file is on a network location: {path}.',
    },
    means: {
      fr: 'Il s’ouvre en lecture seule\u00a0: le réseau ne protège pas l’écriture.',
      en: 'It opens read-only: a network does not protect what is written.',
    },
    remedy: {
      fr: 'Copiez-le sur le disque de cet ordinateur pour travailler.',
      en: 'Copy it to this computer’s disk to work with it.',
    },
  },
  path_is_synced: {
    what: {
      fr: 'Le fichier est dans un dossier synchronisé\u00a0: {path}.',
      en: 'The file is in a synchronised folder: {path}.',
    },
    means: {
      fr: 'La synchronisation peut en faire deux versions.',
      en: 'Synchronisation may make two versions of it.',
    },
    remedy: {
      fr: 'Gardez-le dans un dossier local\u202f; n’y placez que des sauvegardes.',
      en: 'Keep it in a local folder; put only backups there.',
    },
  },
  backup_failed: {
    what: {
      fr: 'La copie de sauvegarde n’a pas pu être faite\u00a0: {path}.',
      en: 'The backup copy could not be made: {path}.',
    },
    means: {
      fr: 'Le fichier n’a pas été mis à niveau et reste tel quel.',
      en: 'The file was not upgraded and stays as it is.',
    },
    remedy: {
      fr: 'Libérez de la place ou donnez le droit d’écrire dans ce dossier, puis rouvrez.',
      en: 'Free some space or allow writing in this folder, then open it again.',
    },
  },
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
  document_altered: {
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
  number_gap: {
    what: {
      fr: 'Il manque un numéro dans la série «\u00a0{series}\u00a0»\u00a0: {number}.',
      en: 'A number is missing in series “{series}”: {number}.',
    },
    means: { fr: 'La suite des numéros n’est pas continue.', en: 'The sequence of numbers is not continuous.' },
    remedy: {
      fr: 'Comparez avec une sauvegarde pour retrouver le document.',
      en: 'Compare with a backup to find the document.',
    },
  },
  document_is_frozen: {
    what: { fr: 'Un document émis ne se modifie pas.', en: 'An issued document cannot be changed.' },
    means: { fr: 'La modification a été refusée.', en: 'The change was refused.' },
    remedy: { fr: 'Corrigez-le par un avoir.', en: 'Correct it with a credit note.' },
  },
});
