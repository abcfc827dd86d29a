/** Errors of the import desk: rows that add up others, custom fields and tags, rejected rows kept, taking an import back, pastes. */
import { defineErrors } from '../catalogue.ts';

export const intakeDeskErrors = defineErrors({
  row_is_total: {
    what: {
      fr: '«\u00a0{value}\u00a0»\u00a0: la ligne additionne celles du dessus.',
      en: '“{value}”: the row adds up those above it.',
    },
    means: {
      fr: 'Elle n’est pas importée\u202f: ses montants compteraient deux fois.',
      en: 'It is not imported: its amounts would count twice.',
    },
    remedy: {
      fr: 'Rien à faire. Si c’est bien une vente, donnez-lui un code client ou un produit.',
      en: 'Nothing to do. If it is a sale after all, give it a customer code or a product.',
    },
  },
  choice_unknown: {
    what: {
      fr: '«\u00a0{value}\u00a0» n’est pas l’un des choix proposés\u00a0: {options}.',
      en: '“{value}” is none of the choices: {options}.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Corrigez la cellule, ou ajoutez ce choix au champ dans les réglages.',
      en: 'Mend the cell, or add the choice to the field in the settings.',
    },
  },
  yes_no_unreadable: {
    what: {
      fr: '«\u00a0{value}\u00a0» n’est ni oui ni non.',
      en: '“{value}” is neither yes nor no.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Écrivez oui ou non dans la cellule.', en: 'Write yes or no in the cell.' },
  },
  tag_too_long: {
    what: {
      fr: 'L’étiquette «\u00a0{tag}\u00a0» dépasse {max} caractères.',
      en: 'The tag “{tag}” is longer than {max} characters.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: {
      fr: 'Raccourcissez-la. Les étiquettes sont séparées par des virgules.',
      en: 'Shorten it. Tags are separated by commas.',
    },
  },
  too_many_tags: {
    what: {
      fr: 'La cellule a {count} étiquettes, {max} au plus sont admises.',
      en: 'The cell has {count} tags; at most {max} are allowed.',
    },
    means: {
      fr: 'Cette ligne n’est pas importée\u202f; les autres le sont.',
      en: 'This row is not imported; the others are.',
    },
    remedy: { fr: 'Gardez les plus utiles.', en: 'Keep the most useful ones.' },
  },
  rejects_too_many: {
    what: {
      fr: '{count} lignes rejetées ne tiennent pas dans un classeur, {max} au plus.',
      en: '{count} rejected rows are too many for a workbook; {max} at most.',
    },
    means: { fr: 'Rien n’a été écrit.', en: 'Nothing was written.' },
    remedy: { fr: 'Enregistrez-les en CSV.', en: 'Save them as CSV.' },
  },
  import_rejects_gone: {
    what: {
      fr: 'Les lignes rejetées de cet import ne sont plus gardées.',
      en: 'The rejected rows of this import are no longer kept.',
    },
    means: {
      fr: 'Elles restent dans le fichier d’origine, chez vous.',
      en: 'They are still in the original file, with you.',
    },
    remedy: {
      fr: 'Importez de nouveau le fichier d’origine\u00a0: les lignes déjà prises restent inchangées.',
      en: 'Import the original file again: rows already taken stay unchanged.',
    },
  },
  import_lines_in_use: {
    what: {
      fr: 'Des lignes de «\u00a0{file}\u00a0» sont dans un brouillon ou une facture\u00a0: {count}. Campagnes\u00a0: {runs}.',
      en: 'Lines of “{file}” are in a draft or an invoice: {count}. Bill runs: {runs}.',
    },
    means: {
      fr: 'L’import n’est pas annulé\u202f; rien n’a changé.',
      en: 'The import is not undone; nothing has changed.',
    },
    remedy: {
      fr: 'Abandonnez ces campagnes si elles ne sont pas émises\u202f; ce qui est émis se corrige par un avoir.',
      en: 'Abandon these bill runs if they are not issued; what is issued is corrected by a credit note.',
    },
  },
  import_already_undone: {
    what: {
      fr: 'L’import de «\u00a0{file}\u00a0» a déjà été annulé, le {at}, par {actor}.',
      en: 'The import of “{file}” has already been undone, on {at}, by {actor}.',
    },
    means: { fr: 'Il n’y a plus rien à reprendre.', en: 'There is nothing left to take back.' },
    remedy: {
      fr: 'Le même fichier peut être importé de nouveau.',
      en: 'The same file can be imported again.',
    },
  },
  import_file_changed: {
    what: {
      fr: '«\u00a0{file}\u00a0» n’est plus le fichier avec lequel cet import a commencé.',
      en: '“{file}” is no longer the file that this import was begun with.',
    },
    means: { fr: 'Rien n’a été importé.', en: 'Nothing was imported.' },
    remedy: {
      fr: 'Importez le fichier tel qu’il est maintenant, par un nouvel import.',
      en: 'Import the file as it is now, by a new import.',
    },
  },
  paste_empty: {
    what: { fr: 'Le presse-papiers ne contient pas de texte.', en: 'The clipboard holds no text.' },
    means: { fr: 'Rien n’a été collé.', en: 'Nothing was pasted.' },
    remedy: {
      fr: 'Copiez des cellules dans votre tableur, puis collez-les ici.',
      en: 'Copy cells in your spreadsheet, then paste them here.',
    },
  },
  paste_gone: {
    what: { fr: 'Ce qui a été collé n’est plus là.', en: 'What was pasted is no longer there.' },
    means: {
      fr: 'Un collage ne dure que jusqu’à la fermeture de l’entreprise\u202f; rien n’a été importé.',
      en: 'A paste lasts until the company is closed; nothing was imported.',
    },
    remedy: { fr: 'Collez de nouveau les cellules.', en: 'Paste the cells again.' },
  },
});
