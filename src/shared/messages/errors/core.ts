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
      fr: 'La société est déjà ouverte par {user} ({host}).',
      en: 'The company is already open by {user} ({host}).',
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
    what: { fr: 'Le fichier « {file} » n’existe pas.', en: 'The file “{file}” does not exist.' },
    means: { fr: 'Aucune société n’a été ouverte.', en: 'No company was opened.' },
    remedy: {
      fr: 'Vérifiez l’emplacement\u00a0: le fichier a pu être déplacé ou renommé.',
      en: 'Check the location: the file may have been moved or renamed.',
    },
  },
  company_not_a_company_file: {
    what: { fr: '« {file} » n’est pas un fichier de société Liasse.', en: '“{file}” is not a Liasse company file.' },
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
    what: { fr: 'La société est ouverte en lecture seule.', en: 'The company is open read-only.' },
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
  document_is_frozen: {
    what: { fr: 'Un document émis ne se modifie pas.', en: 'An issued document cannot be changed.' },
    means: { fr: 'La modification a été refusée.', en: 'The change was refused.' },
    remedy: { fr: 'Corrigez-le par un avoir.', en: 'Correct it with a credit note.' },
  },
  not_found: {
    what: { fr: 'Cet élément est introuvable.', en: 'This item was not found.' },
    means: {
      fr: 'Il n’existe pas ou n’existe plus dans cette société.',
      en: 'It does not exist, or no longer exists, in this company.',
    },
    remedy: { fr: 'Actualisez la liste et choisissez à nouveau.', en: 'Refresh the list and choose again.' },
  },
  customer_unknown: {
    what: { fr: 'Ce client n’existe pas dans la société.', en: 'This customer does not exist in the company.' },
    means: { fr: 'Rien n’a été enregistré pour lui.', en: 'Nothing was saved for it.' },
    remedy: {
      fr: 'Vérifiez le code, ou créez le client d’abord.',
      en: 'Check the code, or create the customer first.',
    },
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
      fr: 'Son rythme de remise à un ne change plus ; rien n’a été enregistré.',
      en: 'When it starts again at one can no longer change; nothing was saved.',
    },
    remedy: { fr: 'Archivez-la et créez-en une nouvelle.', en: 'Archive it and create a new one.' },
  },
  document_erased: {
    what: {
      fr: 'Le contenu du document {number} a été effacé après sa durée de conservation.',
      en: 'The contents of document {number} were erased after their retention.',
    },
    means: { fr: 'Il ne reste que son numéro et son empreinte.', en: 'Only its number and its fingerprint remain.' },
    remedy: { fr: 'Cherchez le PDF archivé.', en: 'Look for the archived PDF.' },
  },
  zone_unknown: {
    what: { fr: '« {zone} » n’est pas un fuseau horaire.', en: '“{zone}” is not a time zone.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: {
      fr: 'Écrivez-le comme Europe/Paris ou America/Montreal.',
      en: 'Write it like Europe/London or America/New_York.',
    },
  },
  workbook_unbalanced: {
    what: {
      fr: 'Les totaux du classeur « {file} » ne concordent pas.',
      en: 'The totals of workbook “{file}” do not agree.',
    },
    means: { fr: 'Le classeur n’a pas été remis.', en: 'The workbook was not handed over.' },
    remedy: {
      fr: 'Lancez la vérification de la société, puis transmettez son résultat à l’assistance.',
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
    what: { fr: 'Le logo n’est ni un PNG ni un JPEG.', en: 'The logo is neither a PNG nor a JPEG.' },
    means: { fr: 'Il n’a pas été enregistré.', en: 'It was not saved.' },
    remedy: { fr: 'Choisissez une autre image.', en: 'Choose another picture.' },
  },
  pdf_unreadable: {
    what: { fr: 'Le PDF ne s’affiche pas.', en: 'The PDF cannot be shown.' },
    means: { fr: 'Le document lui-même est intact.', en: 'The document itself is untouched.' },
    remedy: { fr: 'Fermez l’aperçu et rouvrez-le.', en: 'Close the preview and open it again.' },
  },
});
