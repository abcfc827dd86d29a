/** Errors of the rules of invoicing. */
import { defineErrors } from '../catalogue.ts';

export const domainErrors = defineErrors({
  decimal_invalid: {
    what: { fr: '« {value} » n’est pas un nombre.', en: '“{value}” is not a number.' },
    means: { fr: 'Le calcul n’a pas été fait.', en: 'Nothing was calculated.' },
    remedy: {
      fr: 'Écrivez-le en chiffres, par exemple 1234,56.',
      en: 'Write it in figures, for example 1234.56.',
    },
  },
  decimal_too_long: {
    what: { fr: 'Le nombre {value} a trop de chiffres.', en: 'The number {value} has too many digits.' },
    means: {
      fr: 'Au plus 18 chiffres avant la virgule et 12 après peuvent être conservés exactement.',
      en: 'At most 18 digits before the point and 12 after it can be kept exactly.',
    },
    remedy: { fr: 'Raccourcissez la quantité ou le prix.', en: 'Shorten the quantity or the price.' },
  },
  division_by_zero: {
    what: { fr: 'La quantité de base du prix est nulle.', en: 'The base quantity of the price is zero.' },
    means: { fr: 'Aucun montant ne peut être calculé.', en: 'No amount can be calculated.' },
    remedy: {
      fr: 'Indiquez 1, ou le nombre d’unités auquel le prix s’applique.',
      en: 'Enter 1, or the number of units the price is for.',
    },
  },
  amount_too_large: {
    what: { fr: 'Un montant est trop grand : {value}.', en: 'An amount is too large: {value}.' },
    means: {
      fr: 'Il ne peut pas être conservé au centime près ; rien n’a été calculé.',
      en: 'It cannot be kept to the cent; nothing was calculated.',
    },
    remedy: { fr: 'Vérifiez la quantité et le prix.', en: 'Check the quantity and the price.' },
  },
  amount_not_whole: {
    what: {
      fr: 'Le montant {value} n’est pas un nombre entier de centimes.',
      en: 'The amount {value} is not a whole number of cents.',
    },
    means: { fr: 'Le calcul n’a pas été fait.', en: 'Nothing was calculated.' },
    remedy: { fr: 'Arrondissez le montant à la devise.', en: 'Round the amount to the currency.' },
  },
  amount_too_fine: {
    what: {
      fr: 'Le montant {value} a plus de {digits} décimales.',
      en: 'The amount {value} has more than {digits} decimals.',
    },
    means: { fr: 'La devise n’en a pas autant.', en: 'The currency does not have that many.' },
    remedy: { fr: 'Arrondissez le montant.', en: 'Round the amount.' },
  },
  currency_unknown: {
    what: { fr: 'La devise « {currency} » est inconnue.', en: 'The currency “{currency}” is unknown.' },
    means: {
      fr: 'Le nombre de ses décimales n’est pas connu ; rien n’a été calculé.',
      en: 'Its number of decimals is not known; nothing was calculated.',
    },
    remedy: {
      fr: 'Utilisez un code ISO de trois lettres, par exemple EUR.',
      en: 'Use a three-letter ISO code, for example EUR.',
    },
  },
  currency_mismatch: {
    what: {
      fr: 'Des montants en {first} et en {second} ne s’additionnent pas.',
      en: 'Amounts in {first} and in {second} do not add up.',
    },
    means: {
      fr: 'Un document n’a qu’une devise ; rien n’a été calculé.',
      en: 'A document has one currency; nothing was calculated.',
    },
    remedy: { fr: 'Facturez chaque devise à part.', en: 'Bill each currency by itself.' },
  },
  allocation_without_weights: {
    what: { fr: 'Le montant ne peut pas être réparti.', en: 'The amount cannot be shared out.' },
    means: {
      fr: 'Les parts sont toutes nulles, ou l’une est négative.',
      en: 'The shares are all zero, or one is negative.',
    },
    remedy: { fr: 'Indiquez au moins une part positive.', en: 'Give at least one positive share.' },
  },
});
