/** Words of the PDF preview. */
import { defineTexts } from '../catalogue.ts';

export const pdfTexts = defineTexts({
  bar: { fr: 'Aperçu du document', en: 'Document preview' },
  before: { fr: 'Page précédente', en: 'Previous page' },
  after: { fr: 'Page suivante', en: 'Next page' },
  place: { fr: 'Page {page} sur {pages}', en: 'Page {page} of {pages}' },
  pages: { fr: { one: '{count} page', other: '{count} pages' }, en: { one: '{count} page', other: '{count} pages' } },
  picture: { fr: '{label}, page {page} sur {pages}', en: '{label}, page {page} of {pages}' },
  smaller: { fr: 'Réduire', en: 'Zoom out' },
  larger: { fr: 'Agrandir', en: 'Zoom in' },
  percent: { fr: '{percent}\u202f%', en: '{percent}%' },
  fit: { fr: 'Largeur', en: 'Fit width' },
  enlarge: { fr: 'Voir en grand', en: 'View full size' },
  again: { fr: 'Réessayer', en: 'Try again' },
  missingGlyphs: {
    fr: {
      one: 'Un caractère manque à la police de ce document : {glyphs}',
      other: '{count} caractères manquent à la police de ce document : {glyphs}',
    },
    en: {
      one: 'One character is missing from this document’s font: {glyphs}',
      other: '{count} characters are missing from this document’s font: {glyphs}',
    },
  },
});
