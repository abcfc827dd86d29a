/** Errors of the engine’s core: requests, the company file and its owner, jobs, records. */
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
      fr: 'L’entreprise est déjà ouverte par {user} ({host}), depuis le {since}.',
      en: 'The company is already open by {user} ({host}), since {since}.',
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
  company_lock_lost: {
    what: {
      fr: 'Le fichier « {file} » a été repris par quelqu’un d’autre.',
      en: 'The file “{file}” was taken over by somebody else.',
    },
    means: {
      fr: 'Cet ordinateur est resté trop longtemps sans répondre, en veille peut-être\u202f; rien ne s’écrit plus d’ici.',
      en: 'This computer gave no sign for too long, asleep perhaps; nothing more is written from here.',
    },
    remedy: {
      fr: 'Fermez l’entreprise, puis rouvrez-la quand l’autre l’aura fermée.',
      en: 'Close the company, then open it again once the other has closed it.',
    },
  },
  company_not_found: {
    what: { fr: 'Le fichier « {file} » n’existe pas.', en: 'The file “{file}” does not exist.' },
    means: { fr: 'Aucune entreprise n’a été ouverte.', en: 'No company was opened.' },
    remedy: {
      fr: 'Vérifiez l’emplacement\u00a0: le fichier a pu être déplacé ou renommé.',
      en: 'Check the location: the file may have been moved or renamed.',
    },
  },
  company_not_a_company_file: {
    what: { fr: '« {file} » n’est pas un fichier d’entreprise Liasse.', en: '“{file}” is not a Liasse company file.' },
    means: { fr: 'Il n’a pas été ouvert et n’a pas changé.', en: 'It was not opened and has not changed.' },
    remedy: {
      fr: 'Choisissez un fichier dont le nom finit par .liasse.',
      en: 'Choose a file whose name ends in .liasse.',
    },
  },
  company_damaged: {
    what: { fr: 'Le fichier « {file} » est endommagé.', en: 'The file “{file}” is damaged.' },
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
      fr: 'Le fichier « {file} » vient d’une version plus récente de Liasse.',
      en: 'The file “{file}” comes from a newer version of Liasse.',
    },
    means: {
      fr: 'Cette version ne saurait pas tout en lire\u202f; le fichier n’a pas changé.',
      en: 'This version could not read all of it; the file has not changed.',
    },
    remedy: { fr: 'Mettez Liasse à jour, puis ouvrez-le.', en: 'Update Liasse, then open it.' },
  },
  company_read_only: {
    what: { fr: 'L’entreprise est ouverte en lecture seule.', en: 'The company is open read-only.' },
    means: { fr: 'Rien ne peut y être enregistré.', en: 'Nothing can be saved in it.' },
    remedy: {
      fr: 'Fermez-la ailleurs, ou copiez-la sur le disque de cet ordinateur, puis rouvrez-la.',
      en: 'Close it elsewhere, or copy it to this computer’s disk, then open it again.',
    },
  },
  company_folder_missing: {
    what: { fr: 'Le dossier {folder} n’existe pas.', en: 'The folder {folder} does not exist.' },
    means: { fr: 'Le fichier n’a pas été créé.', en: 'The file was not created.' },
    remedy: { fr: 'Créez le dossier ou choisissez-en un autre.', en: 'Create the folder or choose another one.' },
  },
  company_exists: {
    what: { fr: 'Un fichier existe déjà\u00a0: « {file} ».', en: 'A file already exists: “{file}”.' },
    means: { fr: 'Il n’a pas été remplacé.', en: 'It was not replaced.' },
    remedy: { fr: 'Choisissez un autre nom, ou ouvrez ce fichier.', en: 'Choose another name, or open this file.' },
  },
  no_company_open: {
    what: { fr: 'Aucune entreprise n’est ouverte.', en: 'No company is open.' },
    means: { fr: 'L’action n’a rien sur quoi porter.', en: 'There is nothing for the action to work on.' },
    remedy: { fr: 'Ouvrez ou créez une entreprise d’abord.', en: 'Open or create a company first.' },
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
  engine_closing: {
    what: { fr: 'L’entreprise est en train de se fermer.', en: 'The company is being closed.' },
    means: { fr: 'La demande n’a pas été prise.', en: 'The request was not taken.' },
    remedy: { fr: 'Rouvrez l’entreprise, puis recommencez.', en: 'Open the company again, then repeat.' },
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
  head_unreadable: {
    what: {
      fr: 'Ce que cet ordinateur avait noté des numéros donnés ne se lit plus.',
      en: 'What this computer had noted of the numbers given can no longer be read.',
    },
    means: {
      fr: 'Ce fichier est peut-être une copie plus ancienne\u202f; l’émission attend une décision.',
      en: 'This file may be an older copy; issuing waits for a decision.',
    },
    remedy: {
      fr: 'Vérifiez que la dernière facture émise y figure, puis acceptez ce fichier en disant pourquoi.',
      en: 'Check that the last invoice issued is in it, then accept this file and say why.',
    },
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
    what: { fr: 'Le dossier {folder} refuse l’écriture.', en: 'The folder {folder} cannot be written to.' },
    means: { fr: 'Aucun fichier n’a été écrit.', en: 'No file was written.' },
    remedy: {
      fr: 'Choisissez un autre dossier ou demandez le droit d’y écrire.',
      en: 'Choose another folder or ask for permission to write there.',
    },
  },
  output_extension: {
    what: {
      fr: 'Le nom «\u00a0{name}\u00a0» ne finit pas par {extension}.',
      en: 'The name “{name}” does not end in {extension}.',
    },
    means: { fr: 'Aucun fichier n’a été écrit.', en: 'No file was written.' },
    remedy: { fr: 'Donnez un nom qui finit par {extension}.', en: 'Give a name that ends in {extension}.' },
  },
  output_path_taken: {
    what: {
      fr: 'Rien ne peut être écrit sur {path}.',
      en: 'Nothing may be written over {path}.',
    },
    means: {
      fr: 'Ce fichier appartient à l’entreprise ou est en train d’être lu\u202f; il n’a pas changé.',
      en: 'This file belongs to the company or is being read; it has not changed.',
    },
    remedy: { fr: 'Donnez un autre nom ou un autre dossier.', en: 'Give another name or another folder.' },
  },
  file_not_writable: {
    what: {
      fr: 'Le fichier « {file} » refuse l’écriture.',
      en: 'The file “{file}” cannot be written to.',
    },
    means: {
      fr: 'Il n’est pas endommagé et n’a pas changé\u202f; il peut encore être lu.',
      en: 'It is not damaged and has not changed; it can still be read.',
    },
    remedy: {
      fr: 'Ouvrez-le en lecture seule, ou obtenez le droit d’y écrire.',
      en: 'Open it read-only, or obtain permission to write to it.',
    },
  },
  file_not_readable: {
    what: { fr: 'Le fichier « {file} » refuse la lecture.', en: 'The file “{file}” cannot be read.' },
    means: {
      fr: 'Vous n’en avez pas le droit, ou un autre programme le tient\u202f; il n’a pas changé.',
      en: 'You are not allowed to, or another program holds it; it has not changed.',
    },
    remedy: {
      fr: 'Fermez l’autre programme ou demandez le droit de lire ce fichier.',
      en: 'Close the other program or ask for permission to read this file.',
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
      fr: 'La copie de sauvegarde n’a pas pu être faite\u00a0: « {file} ».',
      en: 'The backup copy could not be made: “{file}”.',
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
  not_found: {
    what: { fr: 'Cet élément est introuvable.', en: 'This item was not found.' },
    means: {
      fr: 'Il n’existe pas ou n’existe plus dans cette entreprise.',
      en: 'It does not exist, or no longer exists, in this company.',
    },
    remedy: { fr: 'Actualisez la liste et choisissez à nouveau.', en: 'Refresh the list and choose again.' },
  },
  customer_unknown: {
    what: {
      fr: 'Le client {code} n’existe pas dans l’entreprise.',
      en: 'Customer {code} does not exist in the company.',
    },
    means: { fr: 'Rien n’a été enregistré pour lui.', en: 'Nothing was saved for it.' },
    remedy: {
      fr: 'Vérifiez le code, ou créez le client d’abord.',
      en: 'Check the code, or create the customer first.',
    },
  },
  zone_unknown: {
    what: { fr: '« {zone} » n’est pas un fuseau horaire.', en: '“{zone}” is not a time zone.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: {
      fr: 'Écrivez-le comme Europe/Paris ou America/Montreal.',
      en: 'Write it like Europe/London or America/New_York.',
    },
  },
  company_needs_upgrade: {
    what: {
      fr: '« {file} » vient d’une version plus ancienne de Liasse.',
      en: '“{file}” comes from an older version of Liasse.',
    },
    means: {
      fr: 'Il faut le mettre à niveau, ce qui ne se fait pas en lecture seule.',
      en: 'It has to be upgraded, which cannot be done read-only.',
    },
    remedy: {
      fr: 'Ouvrez-le sans lecture seule : une copie est faite avant.',
      en: 'Open it for writing: a copy is made first.',
    },
  },
  logo_not_an_image: {
    what: {
      fr: 'Le logo n’est pas un PNG ou un JPEG lisible.',
      en: 'The logo is not a readable PNG or JPEG.',
    },
    means: { fr: 'Il n’a pas été enregistré.', en: 'It was not saved.' },
    remedy: { fr: 'Choisissez une autre image.', en: 'Choose another picture.' },
  },
  withdrawn: {
    what: { fr: 'La demande a été retirée.', en: 'The request was withdrawn.' },
    means: { fr: 'Sa réponse n’était plus attendue.', en: 'Nobody waited for its answer any more.' },
    remedy: { fr: 'Il n’y a rien à faire.', en: 'There is nothing to do.' },
  },
});
