/** What the command line itself refuses: wrong usage, an ambiguous choice, a file that it reads by itself. */
import { defineErrors } from '../catalogue.ts';

const nothing = { fr: 'Rien n’a été fait.', en: 'Nothing was done.' };

export const cliErrors = defineErrors({
  cli_unknown_command: {
    what: { fr: '«\u00a0{command}\u00a0» n’est pas une commande.', en: '“{command}” is not a command.' },
    means: nothing,
    remedy: {
      fr: 'La plus proche\u00a0: liasse {nearest}. Toutes\u00a0: liasse --help.',
      en: 'The nearest: liasse {nearest}. All of them: liasse --help.',
    },
  },
  cli_unknown_option: {
    what: {
      fr: '«\u00a0{option}\u00a0» n’est pas une option de «\u00a0liasse {command}\u00a0».',
      en: '“{option}” is not an option of “liasse {command}”.',
    },
    means: nothing,
    remedy: {
      fr: 'La plus proche\u00a0: {nearest}. Toutes\u00a0: liasse {command} --help.',
      en: 'The nearest: {nearest}. All of them: liasse {command} --help.',
    },
  },
  cli_missing_value: {
    what: { fr: 'L’option {option} attend une valeur.', en: 'Option {option} needs a value.' },
    means: nothing,
    remedy: {
      fr: 'Écrivez {option} suivi de la valeur. Exemples\u00a0: liasse {command} --help.',
      en: 'Write {option} followed by the value. Examples: liasse {command} --help.',
    },
  },
  cli_value_not_taken: {
    what: { fr: 'L’option {option} ne prend pas de valeur.', en: 'Option {option} takes no value.' },
    means: nothing,
    remedy: { fr: 'Écrivez {option} seule.', en: 'Write {option} alone.' },
  },
  cli_missing_option: {
    what: { fr: 'Il manque {option}.', en: '{option} is missing.' },
    means: nothing,
    remedy: {
      fr: 'Ajoutez-la. Exemples\u00a0: liasse {command} --help.',
      en: 'Add it. Examples: liasse {command} --help.',
    },
  },
  cli_dates_needed: {
    what: {
      fr: 'Les dates de «\u00a0{file}\u00a0» se lisent de deux façons\u00a0: le jour ou le mois d’abord.',
      en: 'The dates of “{file}” can be read in two ways: day or month first.',
    },
    means: nothing,
    remedy: {
      fr: 'Ajoutez --dates dmy (jour d’abord) ou --dates mdy (mois d’abord).',
      en: 'Add --dates dmy (day first) or --dates mdy (month first).',
    },
  },
  cli_missing_argument: {
    what: { fr: 'Il manque {argument}.', en: '{argument} is missing.' },
    means: nothing,
    remedy: {
      fr: 'Ajoutez-le. Exemples\u00a0: liasse {command} --help.',
      en: 'Add it. Examples: liasse {command} --help.',
    },
  },
  cli_extra_argument: {
    what: { fr: '«\u00a0{value}\u00a0» est de trop.', en: '“{value}” is one argument too many.' },
    means: nothing,
    remedy: {
      fr: 'Mettez entre guillemets ce qui contient des espaces. Exemples\u00a0: liasse {command} --help.',
      en: 'Put quotes around what contains spaces. Examples: liasse {command} --help.',
    },
  },
  cli_bad_value: {
    what: { fr: '{option} ne peut pas être «\u00a0{value}\u00a0».', en: '{option} cannot be “{value}”.' },
    means: nothing,
    remedy: { fr: 'Attendu\u00a0: {expected}.', en: 'Expected: {expected}.' },
  },
  cli_company_not_named: {
    what: { fr: 'L’entreprise n’est pas indiquée.', en: 'No company is named.' },
    means: nothing,
    remedy: {
      fr: 'Ajoutez --file SOCIETE.liasse ou réglez la variable LIASSE_FILE.',
      en: 'Add --file COMPANY.liasse or set the variable LIASSE_FILE.',
    },
  },
  cli_choose_drafts: {
    what: { fr: 'Les brouillons visés ne sont pas indiqués.', en: 'Which drafts are meant is not said.' },
    means: nothing,
    remedy: { fr: 'Ajoutez {options}.', en: 'Add {options}.' },
  },
  cli_choose_lines: {
    what: { fr: 'Les lignes visées ne sont pas indiquées.', en: 'Which lines are meant is not said.' },
    means: nothing,
    remedy: { fr: 'Ajoutez {options}.', en: 'Add {options}.' },
  },
  cli_no_run: {
    what: { fr: 'Aucune campagne n’est en cours.', en: 'No bill run is in progress.' },
    means: nothing,
    remedy: {
      fr: 'Lancez «\u00a0liasse run draft --period AAAA-MM\u00a0», ou désignez une campagne passée par --run latest.',
      en: 'Start “liasse run draft --period YYYY-MM”, or name a past run with --run latest.',
    },
  },
  cli_run_unknown: {
    what: { fr: 'Aucune campagne ne s’appelle «\u00a0{run}\u00a0».', en: 'No bill run is called “{run}”.' },
    means: nothing,
    remedy: { fr: 'Voyez «\u00a0liasse run list\u00a0».', en: 'See “liasse run list”.' },
  },
  cli_run_differs: {
    what: {
      fr: 'La campagne «\u00a0{run}\u00a0» (émission\u00a0: {date}) existe déjà\u202f; {option} {asked} ne peut plus la changer.',
      en: 'The bill run “{run}” (issue date: {date}) exists already; {option} {asked} can no longer change it.',
    },
    means: nothing,
    remedy: {
      fr: 'Reprenez-la sans {option}, ou abandonnez-la d’abord\u00a0: liasse run abandon --run "{run}", puis liasse run draft à nouveau.',
      en: 'Take it up without {option}, or abandon it first: liasse run abandon --run "{run}", then liasse run draft again.',
    },
  },
  cli_run_ambiguous: {
    what: { fr: 'Plusieurs campagnes conviennent\u00a0: {names}.', en: 'Several bill runs fit: {names}.' },
    means: nothing,
    remedy: {
      fr: 'Désignez-en une par --run suivi de son identifiant.',
      en: 'Name one with --run followed by its id.',
    },
  },
  cli_draft_unknown: {
    what: {
      fr: 'Aucun brouillon de la campagne n’a l’identifiant ou la référence «\u00a0{id}\u00a0».',
      en: 'No draft of the run has the id or reference “{id}”.',
    },
    means: nothing,
    remedy: { fr: 'Voyez «\u00a0liasse run review\u00a0».', en: 'See “liasse run review”.' },
  },
  cli_customer_unknown: {
    what: { fr: 'Aucun client n’a le code « {code} ».', en: 'No customer has the code “{code}”.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: {
      fr: 'Vérifiez le code ; « liasse import customers » en ajoute.',
      en: 'Check the code; “liasse import customers” adds customers.',
    },
  },
  cli_invoice_unknown: {
    what: { fr: 'Aucune facture n’a le numéro « {number} ».', en: 'No invoice has the number “{number}”.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: { fr: 'Voyez « liasse invoice list ».', en: 'See “liasse invoice list”.' },
  },
  cli_series_unknown: {
    what: { fr: 'Aucune série ne s’appelle «\u00a0{series}\u00a0».', en: 'No series is called “{series}”.' },
    means: nothing,
    remedy: { fr: 'Il y a\u00a0: {names}.', en: 'There are: {names}.' },
  },
  cli_column_unknown: {
    what: { fr: 'Le fichier n’a pas de colonne «\u00a0{column}\u00a0».', en: 'The file has no column “{column}”.' },
    means: nothing,
    remedy: { fr: 'Il a\u00a0: {columns}.', en: 'It has: {columns}.' },
  },
  cli_sheet_unknown: {
    what: {
      fr: 'La feuille «\u00a0{sheet}\u00a0» n’est pas dans «\u00a0{file}\u00a0».',
      en: 'Sheet “{sheet}” is not in “{file}”.',
    },
    means: nothing,
    remedy: { fr: 'Choisissez par --sheet parmi\u00a0: {sheets}.', en: 'Choose with --sheet among: {sheets}.' },
  },
  cli_map_incomplete: {
    what: {
      fr: 'Aucune colonne de «\u00a0{file}\u00a0» n’est attribuée au champ {field}. Colonnes du fichier\u00a0: {columns}.',
      en: 'No column of “{file}” is assigned to the field {field}. Columns of the file: {columns}.',
    },
    means: nothing,
    remedy: {
      fr: 'Nommez-la, par exemple --map "{field}={example}". Champs\u00a0: {fields}.',
      en: 'Name it, for example --map "{field}={example}". Fields: {fields}.',
    },
  },
  cli_map_incomplete_in_sheet: {
    what: {
      fr: 'Aucune colonne de la feuille «\u00a0{sheet}\u00a0» de «\u00a0{file}\u00a0» n’est attribuée au champ {field}. Colonnes de la feuille\u00a0: {columns}.',
      en: 'No column of sheet “{sheet}” of “{file}” is assigned to the field {field}. Columns of the sheet: {columns}.',
    },
    means: nothing,
    remedy: {
      fr: 'Choisissez une autre feuille par --sheet ({sheets}), ou nommez la colonne, par exemple --map "{field}={example}". Champs\u00a0: {fields}.',
      en: 'Choose another sheet with --sheet ({sheets}), or name the column, for example --map "{field}={example}". Fields: {fields}.',
    },
  },
  cli_field_unknown: {
    what: {
      fr: '«\u00a0{field}\u00a0» n’est pas un champ de cet import.',
      en: '“{field}” is not a field of this import.',
    },
    means: nothing,
    remedy: { fr: 'Champs possibles\u00a0: {fields}.', en: 'Possible fields: {fields}.' },
  },
  cli_line_unreadable: {
    what: {
      fr: 'La ligne de facture «\u00a0{line}\u00a0» ne se lit pas.',
      en: 'The invoice line “{line}” cannot be read.',
    },
    means: nothing,
    remedy: {
      fr: 'Attendu\u00a0: «\u00a0désignation;quantité;prix\u00a0», puis si besoin «\u00a0;remise\u202f%;classe de taxe;code produit\u00a0».',
      en: 'Expected: “description;quantity;price”, then where needed “;discount\u202f%;tax class;product code”.',
    },
  },
  cli_lines_file_unreadable: {
    what: {
      fr: 'Les lignes de {path} ne se lisent pas\u00a0: {why}.',
      en: 'The lines of {path} cannot be read: {why}.',
    },
    means: nothing,
    remedy: {
      fr: 'Attendu\u00a0: un tableau JSON, ou un CSV avec les colonnes description, quantity, unitPrice.',
      en: 'Expected: a JSON array, or a CSV with the columns description, quantity, unitPrice.',
    },
  },
  cli_file_exists: {
    what: { fr: 'Le fichier {path} existe déjà.', en: 'The file {path} already exists.' },
    means: { fr: 'Il n’a pas été remplacé.', en: 'It was not replaced.' },
    remedy: { fr: 'Donnez un autre nom ou ajoutez --force.', en: 'Give another name or add --force.' },
  },
  cli_nothing_clean: {
    what: {
      fr: 'Aucun brouillon de la démonstration n’est sans constat.',
      en: 'No draft of the demonstration is clean.',
    },
    means: {
      fr: 'Il n’y a rien à émettre\u00a0: le jeu d’exemple ou les contrôles ont changé.',
      en: 'There is nothing to issue: the sample or the checks have changed.',
    },
    remedy: { fr: 'Voyez les constats affichés plus haut.', en: 'Look at the findings shown above.' },
  },
  sample_missing: {
    what: { fr: 'Le jeu d’exemple manque\u00a0: {path}.', en: 'The sample company is missing: {path}.' },
    means: { fr: 'L’entreprise d’exemple ne peut pas être créée.', en: 'The sample company cannot be created.' },
    remedy: { fr: 'Réinstallez l’application.', en: 'Install the application again.' },
  },
});
