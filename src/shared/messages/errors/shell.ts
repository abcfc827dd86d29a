/** Failures of the window's own side: the engine's process, files handed to the desktop, preferences. */
import { defineErrors } from '../catalogue.ts';

export const shellErrors = defineErrors({
  engine_stopped: {
    what: {
      fr: 'Le moteur de Liasse s’est arrêté pendant cette opération.',
      en: 'Liasse’s engine stopped during this operation.',
    },
    means: {
      fr: 'Rien n’a été écrit à moitié : l’opération est faite en entier ou pas du tout.',
      en: 'Nothing was half written: the operation was done in full or not at all.',
    },
    remedy: {
      fr: 'Vérifiez le résultat dans la liste, puis recommencez s’il n’y est pas.',
      en: 'Check the list for the result, then try again if it is not there.',
    },
  },
  engine_keeps_stopping: {
    what: {
      fr: 'Le moteur de Liasse s’arrête à chaque démarrage.',
      en: 'Liasse’s engine stops each time it starts.',
    },
    means: {
      fr: 'Votre dossier est intact sur le disque, mais Liasse ne peut plus le lire pour l’instant.',
      en: 'Your company file is intact on disk, but Liasse cannot read it for now.',
    },
    remedy: {
      fr: 'Fermez Liasse et ouvrez-le à nouveau. Si cela se répète, le journal « {log} » dit ce qui s’est passé.',
      en: 'Close Liasse and open it again. If it happens again, the log “{log}” says what happened.',
    },
  },
  engine_stopping: {
    what: { fr: 'Liasse est en train de se fermer.', en: 'Liasse is closing.' },
    means: { fr: 'Cette opération n’a pas commencé.', en: 'This operation has not started.' },
    remedy: { fr: 'Ouvrez Liasse à nouveau, puis recommencez.', en: 'Open Liasse again, then retry.' },
  },
  reopened_read_only: {
    what: {
      fr: 'Le dossier a été rouvert en lecture seule.',
      en: 'The company file was reopened read-only.',
    },
    means: {
      fr: 'Un autre programme l’a pris pendant que le moteur redémarrait ; vos données sont intactes.',
      en: 'Another program took it while the engine restarted; your data are intact.',
    },
    remedy: {
      fr: 'Fermez l’autre programme, puis ouvrez le dossier à nouveau.',
      en: 'Close the other program, then open the file again.',
    },
  },
  call_refused: {
    what: { fr: 'Liasse a refusé une demande de sa fenêtre.', en: 'Liasse refused a request from its window.' },
    means: {
      fr: 'La demande est inconnue ou mal formée. Rien n’a été fait.',
      en: 'The request is unknown or malformed. Nothing was done.',
    },
    remedy: {
      fr: 'Fermez Liasse et ouvrez-le à nouveau. Si cela se répète, réinstallez-le.',
      en: 'Close Liasse and open it again. If it happens again, reinstall it.',
    },
  },
  path_not_allowed: {
    what: { fr: 'Liasse n’ouvre pas « {name} ».', en: 'Liasse does not open “{name}”.' },
    means: {
      fr: 'Par sécurité, seuls les documents et dossiers que Liasse a produits ou que vous avez choisis s’ouvrent d’ici.',
      en: 'For safety, only documents and folders that Liasse made or that you chose are opened from here.',
    },
    remedy: {
      fr: 'Ouvrez-le depuis l’Explorateur de fichiers ou le Finder.',
      en: 'Open it from File Explorer or the Finder.',
    },
  },
  path_not_chosen: {
    what: {
      fr: 'Personne n’a choisi «\u00a0{path}\u00a0».',
      en: 'Nobody chose “{path}”.',
    },
    means: {
      fr: 'Par sécurité, la fenêtre ne lit et n’écrit que ce que vous choisissez. Rien n’a été fait.',
      en: 'For safety, the window reads and writes only what you choose. Nothing was done.',
    },
    remedy: {
      fr: 'Choisissez le fichier ou le dossier dans la boîte de dialogue.',
      en: 'Choose the file or folder in the dialog.',
    },
  },
  path_missing: {
    what: { fr: '« {name} » n’est plus à sa place.', en: '“{name}” is no longer where it was.' },
    means: {
      fr: 'Le fichier a été déplacé, renommé ou supprimé, ou son disque n’est pas branché.',
      en: 'The file was moved, renamed or deleted, or its drive is not connected.',
    },
    remedy: {
      fr: 'Rebranchez le disque, ou produisez le document à nouveau.',
      en: 'Connect the drive again, or produce the document again.',
    },
  },
  desktop_refused: {
    what: { fr: 'Le système n’a pas ouvert « {name} ».', en: 'The system did not open “{name}”.' },
    means: {
      fr: 'Le fichier est bien là, mais aucun programme ne l’a pris en charge.',
      en: 'The file is there, but no program took it.',
    },
    remedy: {
      fr: 'Installez un programme qui lit ce type de fichier, ou affichez-le dans son dossier.',
      en: 'Install a program that reads this kind of file, or show it in its folder.',
    },
  },
  settings_not_saved: {
    what: { fr: 'Vos préférences n’ont pas été enregistrées.', en: 'Your preferences were not saved.' },
    means: {
      fr: 'Elles valent jusqu’à la fermeture de Liasse. Votre dossier n’est pas touché.',
      en: 'They hold until Liasse closes. Your company file is not affected.',
    },
    remedy: {
      fr: 'Vérifiez qu’il reste de la place et que vous pouvez écrire dans « {folder} ».',
      en: 'Check that there is space left and that you can write to “{folder}”.',
    },
  },
});
