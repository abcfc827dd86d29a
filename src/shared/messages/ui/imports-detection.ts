/** Why a file is read as it is: one sentence for each reason of a detection. */
import { defineTexts } from '../catalogue.ts';

export const detectionTexts = defineTexts({
  why: { fr: 'Pourquoi\u202f?', en: 'Why?' },
  whyTitle: { fr: 'Comment le fichier est lu, et pourquoi', en: 'How the file is read, and why' },
  format: { fr: 'Format', en: 'Format' },
  asked: { fr: 'choisi par vous', en: 'chosen by you' },
  marks: { fr: 'le fichier l’annonce dans ses premiers octets', en: 'the file says so in its first bytes' },
  valid_utf8: { fr: 'tous les octets sont de l’UTF-8 valide', en: 'all bytes are valid UTF-8' },
  not_utf8: {
    fr: 'des octets ne sont pas de l’UTF-8\u202f; l’encodage usuel de Windows convient',
    en: 'some bytes are not UTF-8; the usual encoding of Windows fits',
  },
  declared: { fr: 'la première ligne l’annonce (sep=)', en: 'the first line says so (sep=)' },
  even: {
    fr: '{count} lignes sur {of} ont ainsi le même nombre de colonnes',
    en: '{count} rows of {of} then have the same number of columns',
  },
  votes: {
    fr: '{count} valeurs ne se lisent qu’ainsi, par exemple «\u00a0{example}\u00a0»',
    en: '{count} values read in this way only, such as “{example}”',
  },
  mixed: {
    fr: '{count} valeurs se lisent ainsi (par exemple «\u00a0{example}\u00a0»), {against} autrement\u00a0: à vérifier',
    en: '{count} values read in this way (such as “{example}”), {against} in another: please look',
  },
  habit: {
    fr: 'aucune valeur ne le dit\u00a0: c’est l’usage pour ce genre de fichier',
    en: 'no value tells: it is usual for this kind of file',
  },
  names: {
    fr: { one: '{count} nom de colonne y est connu', other: '{count} noms de colonnes y sont connus' },
    en: { one: '{count} column name in it is known', other: '{count} column names in it are known' },
  },
  first_text: {
    fr: 'la première ligne de texte\u202f; aucun nom n’y est connu\u00a0: à vérifier',
    en: 'the first row of text; no name in it is known: please look',
  },
  no_names: {
    fr: 'la première ligne ressemble aux suivantes\u00a0: elle porte des valeurs, pas des noms',
    en: 'the first row looks like those below: it holds values, not names',
  },
  first_sheet: { fr: 'la première feuille visible', en: 'the first visible sheet' },
  only_sheet: { fr: 'la seule feuille du classeur', en: 'the only sheet of the workbook' },
  noHeader: { fr: 'sans en-tête', en: 'no header' },
  firstRow: { fr: 'Données dès la ligne', en: 'Values from row' },
  firstRowHint: {
    fr: 'Saute une ligne d’unités ou des lignes au-dessus du tableau.',
    en: 'Skips a row of units, or rows above the table.',
  },
  content: { fr: 'Contenu', en: 'Content' },
  looksLike: {
    fr: 'Les colonnes font plutôt penser à «\u00a0{kind}\u00a0».',
    en: 'The columns rather look like “{kind}”.',
  },
  takeAs: { fr: 'Importer comme «\u00a0{kind}\u00a0»', en: 'Import as “{kind}”' },
  guessName: { fr: 'le nom peut aussi désigner autre chose', en: 'the name may also mean something else' },
  guessValues: {
    fr: '{count} valeurs sur {of} conviennent',
    en: '{count} values of {of} fit',
  },
  guessEmpty: { fr: 'la colonne est vide au début du fichier', en: 'the column is empty at the beginning of the file' },
});
