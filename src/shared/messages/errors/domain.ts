/** Errors of the rules of invoicing. */
import { defineErrors } from '../catalogue.ts';

export const domainErrors = defineErrors({
  decimal_invalid: {
    what: { fr: '« {value} » n’est pas un nombre.', en: '“{value}” is not a number.' },
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
    what: { fr: 'Un montant est trop grand : {value}.', en: 'An amount is too large: {value}.' },
    means: {
      fr: 'Il ne peut pas être conservé au centime près ; rien n’a été calculé.',
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
    what: { fr: 'La devise « {currency} » est inconnue.', en: 'The currency “{currency}” is unknown.' },
    means: {
      fr: 'Le nombre de ses décimales n’est pas connu ; rien n’a été calculé.',
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
      fr: 'Un document n’a qu’une devise ; rien n’a été calculé.',
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
  document_without_lines: {
    what: { fr: 'Le document n’a aucune ligne.', en: 'The document has no line.' },
    means: { fr: 'Une facture vide ne peut pas être préparée.', en: 'An empty invoice cannot be drafted.' },
    remedy: { fr: 'Ajoutez au moins une ligne.', en: 'Add at least one line.' },
  },
  line_currency_mismatch: {
    what: {
      fr: 'Une ligne est en {line}, le document en {document}.',
      en: 'A line is in {line}, the document in {document}.',
    },
    means: { fr: 'Un document n’a qu’une devise.', en: 'A document has one currency.' },
    remedy: { fr: 'Facturez cette ligne à part.', en: 'Bill that line by itself.' },
  },
  allowance_without_tax: {
    what: { fr: 'La remise « {reason} » n’indique pas sa TVA.', en: 'The allowance “{reason}” does not name its tax.' },
    means: { fr: 'La base de la TVA ne peut pas être calculée.', en: 'The tax base cannot be calculated.' },
    remedy: { fr: 'Indiquez le taux auquel elle s’applique.', en: 'Name the rate it applies to.' },
  },
  not_canonical: {
    what: {
      fr: 'Une valeur du document n’a pas de forme unique : {value}.',
      en: 'A value of the document has no single form: {value}.',
    },
    means: { fr: 'Le document n’a pas été figé.', en: 'The document was not frozen.' },
    remedy: { fr: 'Copiez le détail et signalez le problème.', en: 'Copy the details and report the problem.' },
  },
  number_pattern_unknown_field: {
    what: {
      fr: 'Le champ {field} n’existe pas dans un modèle de numéro.',
      en: 'There is no field {field} in a number pattern.',
    },
    means: { fr: 'La série n’a pas été enregistrée.', en: 'The series was not saved.' },
    remedy: {
      fr: 'Utilisez {prefix}, {year}, {year:2}, {month}, {seq:5} ou {customer}.',
      en: 'Use {prefix}, {year}, {year:2}, {month}, {seq:5} or {customer}.',
    },
  },
  number_pattern_needs_seq: {
    what: {
      fr: 'Le modèle « {pattern} » doit contenir le compteur une fois, et une seule.',
      en: 'The pattern “{pattern}” must hold the counter exactly once.',
    },
    means: {
      fr: 'Sans compteur, deux factures auraient le même numéro.',
      en: 'Without it two invoices would have the same number.',
    },
    remedy: { fr: 'Écrivez {seq:5} à un seul endroit.', en: 'Write {seq:5} in one place.' },
  },
  number_pattern_needs_year: {
    what: {
      fr: 'Le compteur repart à un chaque année, mais « {pattern} » ne contient pas l’année.',
      en: 'The counter restarts every year, but “{pattern}” does not hold the year.',
    },
    means: { fr: 'Les numéros de l’an prochain existeraient déjà.', en: 'Next year’s numbers would exist already.' },
    remedy: {
      fr: 'Ajoutez {year}, ou choisissez un compteur continu.',
      en: 'Add {year}, or choose a counter that never restarts.',
    },
  },
  number_pattern_needs_separator: {
    what: {
      fr: 'Dans « {pattern} », le client et le compteur se touchent.',
      en: 'In “{pattern}” the customer and the counter touch.',
    },
    means: {
      fr: 'Le client 1 numéro 11 et le client 11 numéro 1 auraient le même numéro.',
      en: 'Customer 1 number 11 and customer 11 number 1 would have the same number.',
    },
    remedy: { fr: 'Mettez un tiret à côté du compteur.', en: 'Put a dash beside the counter.' },
  },
  number_pattern_too_wide: {
    what: { fr: 'Le compteur {field} est trop large.', en: 'The counter {field} is too wide.' },
    means: { fr: 'Il a entre 1 et 10 chiffres.', en: 'It has 1 to 10 figures.' },
    remedy: { fr: 'Écrivez par exemple {seq:5}.', en: 'Write {seq:5} for example.' },
  },
  number_pattern_characters: {
    what: {
      fr: '« {text} » contient un caractère interdit dans un numéro.',
      en: '“{text}” holds a character that a number may not have.',
    },
    means: {
      fr: 'Les plateformes n’acceptent que lettres sans accent, chiffres et - + _ /.',
      en: 'The platforms take plain letters, figures and - + _ / only.',
    },
    remedy: { fr: 'Retirez espaces, accents et points.', en: 'Remove blanks, accents and full stops.' },
  },
  number_characters: {
    what: {
      fr: 'Le numéro « {number} » contient un caractère interdit.',
      en: 'The number “{number}” holds a character it may not have.',
    },
    means: {
      fr: 'Le code du client y apporte un autre signe que lettres sans accent, chiffres et - + _ /.',
      en: 'The customer’s code brings in something other than plain letters, figures and - + _ /.',
    },
    remedy: {
      fr: 'Changez le code du client, ou retirez-le du modèle de numéro.',
      en: 'Change the customer’s code, or take it out of the number pattern.',
    },
  },
  number_too_long: {
    what: {
      fr: 'Le numéro « {number} » dépasse {max} caractères.',
      en: 'The number “{number}” is longer than {max} characters.',
    },
    means: { fr: 'Les plateformes de facturation le refusent.', en: 'The invoicing platforms refuse it.' },
    remedy: { fr: 'Raccourcissez le préfixe ou le modèle.', en: 'Shorten the prefix or the pattern.' },
  },
  number_date_before_last: {
    what: {
      fr: 'La date du {date} précède celle du dernier numéro de la série, le {last}.',
      en: 'The date {date} is before that of the series’ last number, {last}.',
    },
    means: {
      fr: 'Dans une série, les numéros suivent les dates ; aucun numéro n’a été donné.',
      en: 'In a series numbers follow dates; no number was given.',
    },
    remedy: { fr: 'Datez les factures du {last} ou d’après.', en: 'Date the invoices {last} or later.' },
  },
});
