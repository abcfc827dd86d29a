/** Errors of intake about a whole file: none of it was taken. */
import { defineErrors } from '../catalogue.ts';

export const intakeFileErrors = defineErrors({
  file_missing: {
    what: { fr: 'Le fichier «\u00a0{file}\u00a0» est introuvable.', en: 'File “{file}” was not found.' },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: {
      fr: 'Vérifiez son emplacement\u00a0: il a peut-être été déplacé ou renommé.',
      en: 'Check where it is: it may have been moved or renamed.',
    },
  },
  file_is_folder: {
    what: { fr: '«\u00a0{file}\u00a0» est un dossier, pas un fichier.', en: '“{file}” is a folder, not a file.' },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: {
      fr: 'Choisissez un fichier CSV ou Excel (.xlsx) dans ce dossier.',
      en: 'Choose a CSV or Excel (.xlsx) file in this folder.',
    },
  },
  file_no_access: {
    what: {
      fr: 'La lecture du fichier «\u00a0{file}\u00a0» est refusée.',
      en: 'Reading file “{file}” is not permitted.',
    },
    means: {
      fr: 'Votre compte n’a pas le droit de lire ce fichier\u202f; rien n’a été importé.',
      en: 'Your account may not read this file; nothing was imported.',
    },
    remedy: {
      fr: 'Demandez le droit de le lire ou copiez-le dans un dossier à vous.',
      en: 'Ask for permission to read it, or copy it to a folder of yours.',
    },
  },
  file_read_failed: {
    what: { fr: 'La lecture du fichier «\u00a0{file}\u00a0» a échoué.', en: 'File “{file}” could not be read.' },
    means: {
      fr: 'Le disque ou le réseau n’a pas rendu le fichier\u202f; rien n’a été importé.',
      en: 'The disk or the network did not deliver the file; nothing was imported.',
    },
    remedy: { fr: 'Copiez-le sur ce poste, puis recommencez.', en: 'Copy it to this computer, then try again.' },
  },
  file_empty: {
    what: { fr: 'Le fichier «\u00a0{file}\u00a0» est vide.', en: 'File “{file}” is empty.' },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: { fr: 'Refaites l’export dans le logiciel d’origine.', en: 'Export it again from the original program.' },
  },
  file_no_rows: {
    what: {
      fr: 'Le fichier «\u00a0{file}\u00a0» ne contient aucune ligne sous les titres.',
      en: 'File “{file}” has no rows under its headings.',
    },
    means: { fr: 'Il n’y a rien à importer.', en: 'There is nothing to import.' },
    remedy: {
      fr: 'Vérifiez la feuille choisie et la période de l’export.',
      en: 'Check the chosen sheet and the period of the export.',
    },
  },
  file_binary: {
    what: { fr: '«\u00a0{file}\u00a0» n’est pas un fichier texte.', en: '“{file}” is not a text file.' },
    means: {
      fr: 'Son contenu n’est pas un tableau lisible\u202f; rien n’a été importé.',
      en: 'What it holds is not a readable table; nothing was imported.',
    },
    remedy: {
      fr: 'Enregistrez le tableau au format CSV ou Excel (.xlsx).',
      en: 'Save the table as CSV or Excel (.xlsx).',
    },
  },
  file_other_format: {
    what: {
      fr: '«\u00a0{file}\u00a0» est un fichier {found}, pas un tableau.',
      en: '“{file}” is a {found} file, not a table.',
    },
    means: {
      fr: 'Son nom ne dit pas ce qu’il contient\u202f; rien n’a été importé.',
      en: 'Its name does not say what it holds; nothing was imported.',
    },
    remedy: {
      fr: 'Ouvrez-le dans le logiciel d’origine et enregistrez-le au format CSV ou Excel (.xlsx).',
      en: 'Open it in the original program and save it as CSV or Excel (.xlsx).',
    },
  },
  other_spreadsheet: {
    what: { fr: '«\u00a0{file}\u00a0» est un classeur {found}.', en: '“{file}” is a {found} workbook.' },
    means: {
      fr: 'Ce format de classeur n’est pas lu\u202f; rien n’a été importé.',
      en: 'This kind of workbook is not read; nothing was imported.',
    },
    remedy: {
      fr: 'Ouvrez-le et enregistrez-le au format Excel (.xlsx) ou CSV.',
      en: 'Open it and save it as Excel (.xlsx) or CSV.',
    },
  },
  file_old_excel: {
    what: {
      fr: '«\u00a0{file}\u00a0» est un classeur Excel ancien (.xls).',
      en: '“{file}” is an old Excel workbook (.xls).',
    },
    means: {
      fr: 'Ce format n’est pas lu\u202f; rien n’a été importé.',
      en: 'This format is not read; nothing was imported.',
    },
    remedy: {
      fr: 'Ouvrez-le dans Excel et enregistrez-le au format .xlsx.',
      en: 'Open it in Excel and save it as .xlsx.',
    },
  },
  file_password_protected: {
    what: {
      fr: 'Le classeur «\u00a0{file}\u00a0» est protégé par un mot de passe.',
      en: 'Workbook “{file}” is protected by a password.',
    },
    means: {
      fr: 'Son contenu est chiffré\u202f; rien n’a été importé.',
      en: 'Its content is encrypted; nothing was imported.',
    },
    remedy: {
      fr: 'Ouvrez-le dans Excel, retirez le mot de passe et enregistrez une copie en .xlsx.',
      en: 'Open it in Excel, remove the password and save a copy as .xlsx.',
    },
  },
  workbook_damaged: {
    what: {
      fr: 'Le classeur «\u00a0{file}\u00a0» est tronqué ou endommagé.',
      en: 'Workbook “{file}” is cut short or damaged.',
    },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: {
      fr: 'Ouvrez-le dans Excel et enregistrez-le à nouveau, ou refaites l’export.',
      en: 'Open it in Excel and save it again, or repeat the export.',
    },
  },
  workbook_unpacks_too_large: {
    what: {
      fr: 'Le classeur «\u00a0{file}\u00a0» est trop gros\u00a0: il dépasse {megabytes}\u00a0Mo.',
      en: 'Workbook “{file}” is too large: it exceeds {megabytes} MB.',
    },
    means: {
      fr: 'Il n’a pas été ouvert, pour ne pas remplir la mémoire du poste\u202f; rien n’a été importé.',
      en: 'It was not opened, so as not to fill this computer’s memory; nothing was imported.',
    },
    remedy: {
      fr: 'Enregistrez en CSV la feuille à importer, ou partagez-la en plusieurs fichiers.',
      en: 'Save the sheet to import as CSV, or split it into several files.',
    },
  },
  file_damaged: {
    what: {
      fr: 'Le fichier «\u00a0{file}\u00a0» est tronqué ou endommagé.',
      en: 'File “{file}” is cut short or damaged.',
    },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: {
      fr: 'Copiez-le ou téléchargez-le à nouveau, ou refaites l’export.',
      en: 'Copy or download it again, or repeat the export.',
    },
  },
  file_unpacks_too_large: {
    what: {
      fr: 'Le fichier compressé «\u00a0{file}\u00a0» dépasse {megabytes}\u00a0Mo une fois décompressé.',
      en: 'Compressed file “{file}” exceeds {megabytes} MB once unpacked.',
    },
    means: {
      fr: 'La lecture s’est arrêtée\u202f; rien n’a été importé.',
      en: 'Reading stopped; nothing was imported.',
    },
    remedy: { fr: 'Partagez le tableau en plusieurs fichiers.', en: 'Split the table into several files.' },
  },
  file_too_complex: {
    what: {
      fr: 'Le fichier «\u00a0{file}\u00a0» est trop complexe pour être lu.',
      en: 'File “{file}” is too complex to be read.',
    },
    means: {
      fr: 'Sa lecture demande plus de mémoire que prévu et a été arrêtée\u202f; rien n’a été importé.',
      en: 'Reading it needs more memory than allowed and was stopped; nothing was imported.',
    },
    remedy: {
      fr: 'Enregistrez en CSV la feuille à importer, puis importez ce fichier.',
      en: 'Save the sheet to import as CSV, then import that file.',
    },
  },
  file_too_slow: {
    what: {
      fr: 'La lecture du fichier «\u00a0{file}\u00a0» n’avance plus depuis {seconds} secondes.',
      en: 'Reading file “{file}” has not moved on for {seconds} seconds.',
    },
    means: {
      fr: 'La lecture a été arrêtée\u202f; rien n’a été importé.',
      en: 'Reading was stopped; nothing was imported.',
    },
    remedy: {
      fr: 'Copiez-le sur ce poste ou enregistrez-le en CSV, puis recommencez.',
      en: 'Copy it to this computer or save it as CSV, then try again.',
    },
  },
  file_nul_bytes: {
    what: {
      fr: 'Le fichier «\u00a0{file}\u00a0» contient des octets nuls à la ligne\u00a0{row}.',
      en: 'File “{file}” holds null bytes at line {row}.',
    },
    means: {
      fr: 'Il a été mal enregistré ou copié\u202f; rien n’a été importé.',
      en: 'It was badly saved or copied; nothing was imported.',
    },
    remedy: {
      fr: 'Refaites l’export, ou choisissez un autre encodage si le texte est en UTF-16.',
      en: 'Repeat the export, or choose another encoding if the text is UTF-16.',
    },
  },
  file_wrong_encoding: {
    what: {
      fr: 'Le fichier «\u00a0{file}\u00a0» n’est pas en {encoding}\u00a0: la ligne\u00a0{row} ne se lit pas.',
      en: 'File “{file}” is not {encoding}: line {row} cannot be read.',
    },
    means: {
      fr: 'Les lettres accentuées seraient fausses\u202f; rien n’a été importé.',
      en: 'Accented letters would be wrong; nothing was imported.',
    },
    remedy: {
      fr: 'Choisissez un autre encodage, Windows-1252 par exemple.',
      en: 'Choose another encoding, Windows-1252 for example.',
    },
  },
  record_too_long: {
    what: {
      fr: 'Le fichier «\u00a0{file}\u00a0» contient une ligne de plus de {kilobytes}\u00a0Ko\u00a0: ligne\u00a0{row}.',
      en: 'File “{file}” has a row of more than {kilobytes} kB: row {row}.',
    },
    means: {
      fr: 'Ce n’est pas un tableau, ou un guillemet n’est pas refermé\u202f; rien n’a été importé.',
      en: 'It is not a table, or a quote is not closed; nothing was imported.',
    },
    remedy: {
      fr: 'Vérifiez les fins de ligne et les guillemets à cet endroit, ou refaites l’export.',
      en: 'Check line ends and quotes there, or repeat the export.',
    },
  },
  quote_not_closed: {
    what: {
      fr: 'Un guillemet ouvert à la ligne\u00a0{row} de «\u00a0{file}\u00a0» n’est pas refermé.',
      en: 'A quote opened at row {row} of “{file}” is not closed.',
    },
    means: {
      fr: 'La fin du fichier ne peut pas être partagée en lignes\u202f; rien n’a été importé.',
      en: 'The rest of the file cannot be cut into rows; nothing was imported.',
    },
    remedy: {
      fr: 'Corrigez cette ligne ou choisissez un autre caractère de citation.',
      en: 'Mend that row, or choose another quote character.',
    },
  },
  too_many_columns: {
    what: { fr: 'Le fichier «\u00a0{file}\u00a0» a {count} colonnes.', en: 'File “{file}” has {count} columns.' },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: {
      fr: 'Supprimez les colonnes inutiles\u202f; {max} au plus sont lues.',
      en: 'Remove the columns that are not needed; at most {max} are read.',
    },
  },
  too_many_rows: {
    what: {
      fr: 'Le fichier «\u00a0{file}\u00a0» a plus de {max} lignes.',
      en: 'File “{file}” has more than {max} rows.',
    },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: { fr: 'Partagez-le en plusieurs fichiers.', en: 'Split it into several files.' },
  },
  header_row_blank: {
    what: {
      fr: 'La ligne\u00a0{row} de «\u00a0{file}\u00a0», choisie pour les titres, est vide.',
      en: 'Row {row} of “{file}”, chosen for the headings, is empty.',
    },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: { fr: 'Indiquez la ligne qui porte les noms des colonnes.', en: 'Say which row holds the column names.' },
  },
  sheet_not_found: {
    what: {
      fr: 'La feuille «\u00a0{sheet}\u00a0» n’est pas dans «\u00a0{file}\u00a0».',
      en: 'Sheet “{sheet}” is not in “{file}”.',
    },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: { fr: 'Choisissez l’une des feuilles du classeur.', en: 'Choose one of the sheets of the workbook.' },
  },
  date_order_ambiguous: {
    what: {
      fr: 'Les dates de «\u00a0{file}\u00a0» se lisent de deux façons\u00a0: le jour ou le mois d’abord.',
      en: 'The dates of “{file}” can be read in two ways: day or month first.',
    },
    means: {
      fr: 'Une vente pourrait tomber dans le mauvais mois\u202f; rien n’a été importé.',
      en: 'A sale could fall into the wrong month; nothing was imported.',
    },
    remedy: { fr: 'Indiquez l’ordre des dates, puis recommencez.', en: 'Say the order of the dates, then try again.' },
  },
  map_invalid: {
    what: {
      fr: 'L’attribution des colonnes ne convient pas à «\u00a0{file}\u00a0».',
      en: 'The column map does not fit “{file}”.',
    },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: {
      fr: 'Attribuez de nouveau les colonnes\u00a0: chacune une fois, parmi les {count} du fichier.',
      en: 'Assign the columns again: each once, among the {count} of the file.',
    },
  },
  map_without_code: {
    what: {
      fr: 'Aucune colonne de «\u00a0{file}\u00a0» n’est attribuée au code.',
      en: 'No column of “{file}” is assigned to the code.',
    },
    means: {
      fr: 'Le code distingue les fiches entre elles\u202f; rien n’a été importé.',
      en: 'The code tells records apart; nothing was imported.',
    },
    remedy: { fr: 'Indiquez la colonne du code.', en: 'Say which column holds the code.' },
  },
  map_without_quantity: {
    what: {
      fr: 'Aucune colonne de «\u00a0{file}\u00a0» n’est attribuée à la quantité.',
      en: 'No column of “{file}” is assigned to the quantity.',
    },
    means: {
      fr: 'Sans quantité, aucune ligne ne peut être calculée\u202f; rien n’a été importé.',
      en: 'Without a quantity no line can be calculated; nothing was imported.',
    },
    remedy: { fr: 'Indiquez la colonne de la quantité.', en: 'Say which column holds the quantity.' },
  },
});
