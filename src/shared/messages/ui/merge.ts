/** Customers that are there twice: finding them, looking at what a merge does, merging. */
import { defineTexts } from '../catalogue.ts';

export const mergeTexts = defineTexts({
  duplicates: { fr: 'Doublons', en: 'Duplicates' },
  groups: {
    fr: { one: '{count} groupe de fiches qui se ressemblent', other: '{count} groupes de fiches qui se ressemblent' },
    en: { one: '{count} group of records that look alike', other: '{count} groups of records that look alike' },
  },
  noDuplicates: { fr: 'Aucun doublon', en: 'No duplicates' },
  noDuplicatesBody: {
    fr: 'Aucune fiche n’en répète une autre par son numéro, son e-mail ou son nom.',
    en: 'No record repeats another by its number, e-mail or name.',
  },
  toCustomers: { fr: 'Voir les clients', en: 'See the customers' },
  tax_number: { fr: 'Même numéro de TVA', en: 'Same VAT number' },
  registration_number: { fr: 'Même numéro d’entreprise', en: 'Same company number' },
  email: { fr: 'Même e-mail', en: 'Same e-mail' },
  name_and_place: { fr: 'Même nom, même ville', en: 'Same name, same town' },
  similar_name: { fr: 'Noms proches', en: 'Names alike' },
  likeness: { fr: 'ressemblance {percent}\u202f%', en: '{percent}% alike' },
  compare: { fr: 'Comparer et fusionner…', en: 'Compare and merge…' },
  dismiss: { fr: 'Pas des doublons', en: 'Not duplicates' },
  dismissed: { fr: 'Ce groupe ne sera plus proposé', en: 'This group will not be proposed again' },
  customer: { fr: 'Client', en: 'Customer' },
  town: { fr: 'Ville', en: 'Town' },
  number: { fr: 'N° de TVA', en: 'VAT number' },
  email2: { fr: 'E-mail', en: 'E-mail' },
  openLines: { fr: 'En attente', en: 'Pending' },
  invoices: { fr: 'Factures', en: 'Invoices' },
  changed: { fr: 'Modifié', en: 'Changed' },
  more: { fr: 'Groupes suivants', en: 'More groups' },

  title: { fr: 'Fusionner des clients', en: 'Merge customers' },
  lead: {
    fr: 'Choisissez la fiche qui reste, puis la valeur de chaque champ. Les autres fiches sont archivées et mènent à celle-ci.',
    en: 'Choose the record that stays, then the value of each field. The other records are archived and lead to this one.',
  },
  keep: { fr: 'Garder cette fiche', en: 'Keep this record' },
  takeOut: { fr: 'Retirer {name} de la fusion', en: 'Take {name} out of the merge' },
  field: { fr: 'Champ', en: 'Field' },
  empty: { fr: 'vide', en: 'empty' },
  differs: { fr: 'Valeurs différentes', en: 'Different values' },
  sameFields: {
    fr: { one: '{count} champ identique', other: '{count} champs identiques' },
    en: { one: '{count} identical field', other: '{count} identical fields' },
  },
  tags: { fr: 'Étiquettes', en: 'Tags' },
  tagsTogether: { fr: 'réunies\u00a0: {names}', en: 'put together: {names}' },
  moves: { fr: 'Ce qui passe à {name}', en: 'What goes over to {name}' },
  movesNothing: { fr: 'Rien d’autre que les champs choisis.', en: 'Nothing but the fields chosen.' },
  moveOpen: {
    fr: { one: '{count} ligne en attente', other: '{count} lignes en attente' },
    en: { one: '{count} pending line', other: '{count} pending lines' },
  },
  moveHeld: {
    fr: { one: '{count} ligne retenue', other: '{count} lignes retenues' },
    en: { one: '{count} held line', other: '{count} held lines' },
  },
  moveDrafts: {
    fr: {
      one: '{count} brouillon, recalculé et à approuver de nouveau',
      other: '{count} brouillons, recalculés et à approuver de nouveau',
    },
    en: {
      one: '{count} draft, composed anew and to be approved again',
      other: '{count} drafts, composed anew and to be approved again',
    },
  },
  moveSeries: {
    fr: { one: '{count} série de numéros', other: '{count} séries de numéros' },
    en: { one: '{count} series of numbers', other: '{count} series of numbers' },
  },
  staying: {
    fr: {
      one: '{count} facture émise reste telle quelle, montrée avec {name}',
      other: '{count} factures émises restent telles quelles, montrées avec {name}',
    },
    en: {
      one: '{count} issued invoice stays as it is, shown with {name}',
      other: '{count} issued invoices stay as they are, shown with {name}',
    },
  },
  refused: { fr: 'La fusion n’est pas possible', en: 'The merge is not possible' },
  toChoose: {
    fr: { one: '{count} champ où les fiches diffèrent', other: '{count} champs où les fiches diffèrent' },
    en: { one: '{count} field in which the records differ', other: '{count} fields in which the records differ' },
  },
  merge: { fr: 'Fusionner {count} fiches…', en: 'Merge {count} records…' },
  askTitle: { fr: 'Fusionner {count} fiches en {name}\u202f?', en: 'Merge {count} records into {name}?' },
  askLost: {
    fr: { one: 'Une fiche est archivée\u00a0: {codes}.', other: '{count} fiches sont archivées\u00a0: {codes}.' },
    en: { one: 'One record is archived: {codes}.', other: '{count} records are archived: {codes}.' },
  },
  askStays: {
    fr: 'Les factures émises gardent le nom qu’elles portent. La fusion s’annule tant que rien n’est émis après elle.',
    en: 'Issued invoices keep the name they bear. The merge can be undone while nothing is issued after it.',
  },
  notYet: { fr: 'Continuer la comparaison', en: 'Go on comparing' },
  done: { fr: '{count} fiches fusionnées en {name}', en: '{count} records merged into {name}' },
  tooFew: { fr: 'Il faut au moins deux fiches', en: 'At least two records are needed' },
  tooFewBody: {
    fr: 'Choisissez-les dans la liste des clients, ou partez des doublons trouvés.',
    en: 'Choose them in the list of customers, or begin with the duplicates found.',
  },
});
