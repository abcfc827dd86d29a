/** Bank accounts of the company: the same form in the settings and for a new company. */
import { defineTexts } from '../catalogue.ts';

export const bankTexts = defineTexts({
  title: { fr: 'Comptes bancaires', en: 'Bank accounts' },
  lead: {
    fr: 'Imprimés avec le montant à payer.',
    en: 'Printed with the amount to pay.',
  },
  account: { fr: 'Compte {position}', en: 'Account {position}' },
  label: { fr: 'Libellé', en: 'Label' },
  labelExample: { fr: 'Compte courant', en: 'Current account' },
  currency: { fr: 'Devise du compte', en: 'Currency' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  bic: { fr: 'BIC', en: 'BIC' },
  add: { fr: 'Ajouter un compte', en: 'Add an account' },
  addFirst: { fr: 'Ajouter un compte bancaire', en: 'Add a bank account' },
  first: { fr: 'Mettre en premier', en: 'Put first' },
  remove: { fr: 'Retirer ce compte', en: 'Remove this account' },
  rule: {
    fr: 'La facture porte le compte de sa devise, sinon le premier.',
    en: 'An invoice names the account in its currency, else the first.',
  },
  ibanValid: { fr: 'Clé juste', en: 'Check digits are right' },
  needIban: { fr: 'Il manque l’IBAN', en: 'The IBAN is missing' },
  badIban: { fr: 'La clé de cet IBAN ne va pas', en: 'The check digits of this IBAN are wrong' },
  badBic: { fr: 'Un BIC a 8 ou 11 caractères', en: 'A BIC has 8 or 11 characters' },
  toMend: { fr: 'Un compte bancaire est à corriger', en: 'A bank account needs mending' },
});
