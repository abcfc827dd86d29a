/** Errors of intake about one row or one value in it: the other rows are taken. */
import { defineErrors } from '../catalogue.ts';

export const intakeValueErrors = defineErrors({
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
