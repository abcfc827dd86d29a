/** Errors of intake: what is wrong with a foreign file, or with one value in it. */
import { defineErrors } from '../catalogue.ts';

export const intakeErrors = defineErrors({
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
  value_required: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: la valeur manque.',
      en: '“{column}”, row {row}: the value is missing.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Complétez la cellule dans le fichier et importez-le de nouveau.',
      en: 'Fill in the cell in the file and import it again.',
    },
  },
  row_too_long: {
    what: {
      fr: 'La ligne\u00a0{row} a {count} cellules pour {max} colonnes\u202f; «\u00a0{value}\u00a0» est de trop.',
      en: 'Row {row} has {count} cells for {max} columns; “{value}” is one too many.',
    },
    means: {
      fr: 'On ne sait pas quelle valeur va dans quelle colonne\u202f; la ligne n’est pas importée, les autres le sont.',
      en: 'Which value belongs to which column is not known; the row is not imported, the others are.',
    },
    remedy: {
      fr: 'Mettez entre guillemets la valeur qui contient le séparateur, ou donnez un titre à la colonne.',
      en: 'Put the value that holds the delimiter in quotes, or give the column a heading.',
    },
  },
  cell_error: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: la cellule contient l’erreur {value}.',
      en: '“{column}”, row {row}: the cell holds the error {value}.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Corrigez la formule dans le classeur et importez-le de nouveau.',
      en: 'Mend the formula in the workbook and import it again.',
    },
  },
  formula_without_value: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: la formule n’a pas de résultat enregistré.',
      en: '“{column}”, row {row}: the formula has no saved result.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Ouvrez le classeur dans Excel, enregistrez-le et importez-le de nouveau.',
      en: 'Open the workbook in Excel, save it and import it again.',
    },
  },
  cell_merged: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: le nombre «\u00a0{value}\u00a0» est dans une cellule fusionnée sur plusieurs lignes.',
      en: '“{column}”, row {row}: the number “{value}” stands in a cell merged over several rows.',
    },
    means: {
      fr: 'Il compterait une fois par ligne\u202f; cette ligne n’est pas importée, les autres le sont.',
      en: 'It would count once for each row; this row is not imported, the others are.',
    },
    remedy: {
      fr: 'Défusionnez la cellule et donnez à chaque ligne sa valeur.',
      en: 'Unmerge the cell and give every row its own value.',
    },
  },
  text_too_long: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: le texte a {length} caractères, {max} au plus sont admis.',
      en: '“{column}”, row {row}: the text has {length} characters; at most {max} are allowed.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Raccourcissez le texte dans le fichier.', en: 'Shorten the text in the file.' },
  },
  address_too_long: {
    what: {
      fr: 'Ligne {row}\u00a0: l’adresse a plus de 4 lignes, ou une ligne de plus de 200 caractères.',
      en: 'Row {row}: the address has more than 4 lines, or a line of more than 200 characters.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Raccourcissez l’adresse dans le fichier.', en: 'Shorten the address in the file.' },
  },
  code_shortened: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: le code «\u00a0{value}\u00a0» a perdu des chiffres dans un tableur.',
      en: '“{column}”, row {row}: the code “{value}” lost digits in a spreadsheet.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez la colonne au format texte, ressaisissez le code et enregistrez de nouveau.',
      en: 'Format the column as text, enter the code again and save once more.',
    },
  },
  code_repeated: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: le code «\u00a0{value}\u00a0» figure déjà à la ligne\u00a0{first}, avec un autre contenu.',
      en: '“{column}”, row {row}: the code “{value}” already stands in row {first}, with other content.',
    },
    means: {
      fr: 'La ligne\u00a0{first} est gardée\u202f; celle-ci n’est pas importée.',
      en: 'Row {first} is kept; this one is not imported.',
    },
    remedy: {
      fr: 'Gardez une seule des deux lignes, ou donnez un autre code.',
      en: 'Keep one of the two rows, or give another code.',
    },
  },
  number_letters: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» contient une lettre à la place d’un chiffre.',
      en: '“{column}”, row {row}: “{value}” holds a letter in place of a figure.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez {suggestion} si c’est bien ce nombre.',
      en: 'Enter {suggestion} if that is the number meant.',
    },
  },
  number_mark: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» n’a pas le séparateur décimal du fichier, «\u00a0{mark}\u00a0».',
      en: '“{column}”, row {row}: “{value}” does not use the decimal mark of the file, “{mark}”.',
    },
    means: {
      fr: 'Le nombre pourrait être mille fois trop grand ou trop petit\u202f; cette ligne n’est pas importée, les autres le sont.',
      en: 'The number could be a thousand times too large or too small; this row is not imported, the others are.',
    },
    remedy: {
      fr: 'Corrigez la valeur, ou choisissez l’autre séparateur décimal pour le fichier.',
      en: 'Correct the value, or choose the other decimal mark for the file.',
    },
  },
  number_too_large: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» est un nombre trop grand.',
      en: '“{column}”, row {row}: “{value}” is too large a number.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Vérifiez la valeur\u202f; 18 chiffres au plus sont admis avant la virgule.',
      en: 'Check the value; at most 18 figures are allowed before the decimal mark.',
    },
  },
  number_unreadable: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» n’est pas un nombre.',
      en: '“{column}”, row {row}: “{value}” is not a number.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez un nombre, ou vérifiez que la colonne est la bonne.',
      en: 'Enter a number, or check that the column is the right one.',
    },
  },
  number_is_date: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» est une date, un nombre est attendu.',
      en: '“{column}”, row {row}: “{value}” is a date; a number is expected.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez la cellule au format nombre, ou vérifiez que la colonne est la bonne.',
      en: 'Format the cell as a number, or check that the column is the right one.',
    },
  },
  percent_range: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» n’est pas un pourcentage de 0 à 100.',
      en: '“{column}”, row {row}: “{value}” is not a percentage from 0 to 100.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Corrigez la remise dans le fichier.', en: 'Correct the discount in the file.' },
  },
  date_missing_day: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: la date «\u00a0{value}\u00a0» n’existe pas.',
      en: '“{column}”, row {row}: the date “{value}” does not exist.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez {suggestion}, le dernier jour de ce mois, ou la date voulue.',
      en: 'Enter {suggestion}, the last day of that month, or the date meant.',
    },
  },
  date_other_order: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» n’est pas une date dans l’ordre choisi pour le fichier.',
      en: '“{column}”, row {row}: “{value}” is not a date in the order chosen for the file.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Choisissez l’autre ordre du jour et du mois, ou mettez {suggestion}.',
      en: 'Choose the other order of day and month, or enter {suggestion}.',
    },
  },
  date_is_number: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» est un nombre, pas une date.',
      en: '“{column}”, row {row}: “{value}” is a number, not a date.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez la colonne au format date dans le classeur et enregistrez de nouveau.',
      en: 'Format the column as a date in the workbook and save again.',
    },
  },
  date_unreadable: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» n’est pas une date.',
      en: '“{column}”, row {row}: “{value}” is not a date.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez une date comme 30/09/2026, ou vérifiez que la colonne est la bonne.',
      en: 'Enter a date such as 2026-09-30, or check that the column is the right one.',
    },
  },
  currency_not_read: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: la devise «\u00a0{value}\u00a0» est inconnue.',
      en: '“{column}”, row {row}: currency “{value}” is unknown.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez le code ISO de la devise, EUR par exemple.',
      en: 'Enter the ISO code of the currency, EUR for example.',
    },
  },
  currency_conflict: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» porte un autre signe que la devise de la ligne, {currency}.',
      en: '“{column}”, row {row}: “{value}” bears another sign than the row’s currency, {currency}.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Corrigez le signe ou la devise.', en: 'Correct the sign or the currency.' },
  },
  country_unknown: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: le pays «\u00a0{value}\u00a0» est inconnu.',
      en: '“{column}”, row {row}: country “{value}” is unknown.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez le nom du pays ou son code à deux lettres, FR par exemple.',
      en: 'Enter the name of the country or its two-letter code, FR for example.',
    },
  },
  language_unknown: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: la langue «\u00a0{value}\u00a0» n’est pas proposée.',
      en: '“{column}”, row {row}: language “{value}” is not offered.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Mettez fr ou en, ou laissez la cellule vide.', en: 'Enter fr or en, or leave the cell empty.' },
  },
  supply_unknown: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» ne dit pas s’il s’agit d’un bien ou d’un service.',
      en: '“{column}”, row {row}: “{value}” does not say whether it is goods or a service.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Mettez «\u00a0biens\u00a0» ou «\u00a0services\u00a0».', en: 'Enter “goods” or “services”.' },
  },
  tax_class_unknown: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: la classe de TVA «\u00a0{value}\u00a0» est inconnue.',
      en: '“{column}”, row {row}: tax class “{value}” is unknown.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez par exemple «\u00a0normal\u00a0», «\u00a0réduit\u00a0», «\u00a0zéro\u00a0» ou «\u00a0exonéré\u00a0».',
      en: 'Enter for example “standard”, “reduced”, “zero” or “exempt”.',
    },
  },
  customer_kind_unknown: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» ne dit pas s’il s’agit d’une entreprise ou d’un particulier.',
      en: '“{column}”, row {row}: “{value}” does not say whether it is a business or a consumer.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Mettez «\u00a0entreprise\u00a0» ou «\u00a0particulier\u00a0», ou laissez la cellule vide.',
      en: 'Enter “business” or “consumer”, or leave the cell empty.',
    },
  },
  days_unreadable: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: «\u00a0{value}\u00a0» n’est pas un délai en jours.',
      en: '“{column}”, row {row}: “{value}” is not a number of days.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Mettez un nombre de jours, 30 par exemple.', en: 'Enter a number of days, 30 for example.' },
  },
  days_range: {
    what: {
      fr: '«\u00a0{column}\u00a0», ligne\u00a0{row}\u00a0: le délai «\u00a0{value}\u00a0» dépasse 365 jours.',
      en: '“{column}”, row {row}: the term “{value}” exceeds 365 days.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Mettez un nombre de jours de 0 à 365.', en: 'Enter a number of days from 0 to 365.' },
  },
});
