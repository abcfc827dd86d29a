/** The office board: all client companies on one screen; and what one company takes from another. */
import { defineTexts } from '../catalogue.ts';

export const copyPartTexts = defineTexts({
  brand: { fr: 'Logo et couleur', en: 'Logo and colour' },
  message: { fr: 'Message des factures', en: 'Message on invoices' },
  terms: { fr: 'Délai de paiement', en: 'Payment term' },
  numbering: { fr: 'Formes des numéros', en: 'Number patterns' },
  columnMaps: { fr: 'Correspondances de colonnes', en: 'Column maps' },
  customFields: { fr: 'Champs personnalisés', en: 'Custom fields' },
  tags: { fr: 'Étiquettes', en: 'Tags' },
  segments: { fr: 'Segments', en: 'Segments' },
  views: { fr: 'Vues enregistrées', en: 'Saved views' },
  bankAccounts: { fr: 'Comptes bancaires', en: 'Bank accounts' },
});

export const copyChangeTexts = defineTexts({
  new: { fr: 'nouveau', en: 'new' },
  replaces: { fr: 'remplace', en: 'replaces' },
  same: { fr: 'déjà pareil', en: 'the same already' },
  left: { fr: 'laissé', en: 'left' },
  series_in_use: {
    fr: 'laissé\u00a0: la série a déjà donné des numéros avec une autre remise à 1',
    en: 'left: the series has given numbers with another reset',
  },
  other_kind: {
    fr: 'laissé\u00a0: un champ de ce nom est d’une autre sorte',
    en: 'left: a field of this name is of another kind',
  },
  names_records: {
    fr: 'laissé\u00a0: nomme des choses que cette entreprise n’a pas',
    en: 'left: names things that this company does not have',
  },
});
