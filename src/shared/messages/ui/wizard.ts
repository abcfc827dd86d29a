/** A new company, step by step. */
import { defineTexts } from '../catalogue.ts';

export const wizardTexts = defineTexts({
  title: { fr: 'Nouvelle entreprise', en: 'New company' },
  steps: { fr: 'Étapes', en: 'Steps' },
  stepOf: { fr: 'Étape {step} sur {steps}', en: 'Step {step} of {steps}' },
  preview: { fr: 'Aperçu de vos factures', en: 'Preview of your invoices' },
  previewNote: { fr: 'Le client et les montants sont inventés.', en: 'The customer and the amounts are invented.' },
  back: { fr: 'Retour', en: 'Back' },
  next: { fr: 'Continuer', en: 'Continue' },
  create: { fr: 'Créer l’entreprise…', en: 'Create the company…' },
  createWhere: { fr: 'Vous choisissez ensuite où ranger le fichier.', en: 'Next you choose where the file goes.' },
  createFailed: { fr: 'L’entreprise n’a pas été créée', en: 'The company was not created' },
  allChangeable: {
    fr: 'Tout se change plus tard dans les réglages.',
    en: 'Everything can be changed later in the settings.',
  },
  toMend: {
    fr: { one: '{count} champ à corriger', other: '{count} champs à corriger' },
    en: { one: '{count} field to mend', other: '{count} fields to mend' },
  },

  country: { fr: 'Pays', en: 'Country' },
  countryTitle: { fr: 'Où l’entreprise est-elle établie\u202f?', en: 'Where is the company established?' },
  countryLead: {
    fr: 'Le pays décide des numéros demandés, de la TVA et des mentions de vos factures.',
    en: 'The country decides which numbers are asked for, the VAT and the legal mentions on your invoices.',
  },
  countryGives: { fr: 'Proposé pour {country}', en: 'Proposed for {country}' },
  documentLanguage: { fr: 'Langue des factures', en: 'Language of invoices' },

  identity: { fr: 'Identité', en: 'Identity' },
  identityTitle: { fr: 'Qui facture\u202f?', en: 'Who sends the invoices?' },
  identityLead: {
    fr: 'Chaque numéro est vérifié pendant la saisie, sans réseau.',
    en: 'Each number is checked as you type, without a network.',
  },
  vatHint: {
    fr: 'Vide, les factures portent la mention des vendeurs non assujettis.',
    en: 'Left empty, invoices carry the mention for sellers that are not registered.',
  },
  vatHintFrance: {
    fr: 'Vide en franchise en base\u00a0: la mention légale est ajoutée.',
    en: 'Empty for the small business scheme: the legal mention is added.',
  },
  legal: { fr: 'Mentions du pied de page', en: 'Footer mentions' },
  legalForm: { fr: 'Forme', en: 'Legal form' },
  capital: { fr: 'Capital', en: 'Share capital' },
  registerTown: { fr: 'Ville du registre', en: 'Town of the register' },
  footer: { fr: 'Pied de page', en: 'Footer' },
  footerHint: { fr: 'Imprimé en bas de chaque page', en: 'Printed at the foot of each page' },

  contact: { fr: 'Adresse', en: 'Address' },
  contactTitle: { fr: 'Adresse et contact', en: 'Address and contact' },
  contactLead: {
    fr: 'Le contact est imprimé sur chaque facture, près du montant à payer.',
    en: 'The contact is printed on every invoice, near the amount to pay.',
  },
  questions: { fr: 'Contact pour les questions', en: 'Contact for questions' },

  look: { fr: 'Apparence', en: 'Look' },
  lookTitle: { fr: 'À quoi ressemblent vos factures', en: 'What your invoices look like' },
  lookLead: {
    fr: 'Le logo et une couleur pour le titre et le total. Sans logo, votre nom suffit.',
    en: 'The logo, and one colour for the title and the sum. Without a logo, your name will do.',
  },

  bank: { fr: 'Banque', en: 'Bank' },
  bankTitle: { fr: 'Où vos clients paient', en: 'Where your customers pay' },
  bankLead: {
    fr: 'Imprimé avec le montant à payer. Un compte par devise si vous en avez plusieurs.',
    en: 'Printed with the amount to pay. One account for each currency, if you have several.',
  },
  noIban: {
    fr: 'Un compte sans IBAN s’écrit dans le message de vos factures, à l’étape «\u00a0Habitudes\u00a0».',
    en: 'An account without an IBAN goes into the message on your invoices, in the step “Habits”.',
  },

  numbering: { fr: 'Numéros', en: 'Numbers' },
  numberingTitle: { fr: 'Comment vos factures sont numérotées', en: 'How your invoices are numbered' },
  numberingLead: {
    fr: 'Le numéro est donné à l’émission, sans trou ni doublon.',
    en: 'The number is given on issuing, with no gap and none twice.',
  },
  pattern: { fr: 'Forme du numéro', en: 'Pattern of the number' },
  otherPattern: { fr: 'Autre forme', en: 'Another pattern' },
  ownPattern: { fr: 'Votre forme', en: 'Your pattern' },
  invoicePrefix: { fr: 'Préfixe des factures', en: 'Prefix of invoices' },
  creditPrefix: { fr: 'Préfixe des avoirs', en: 'Prefix of credit notes' },
  reset: { fr: 'Remise à 1', en: 'Back to 1' },
  follow: { fr: 'Reprendre après un autre programme', en: 'Go on after another program' },
  lastInvoice: { fr: 'Dernier numéro de facture', en: 'Last invoice number' },
  lastCredit: { fr: 'Dernier numéro d’avoir', en: 'Last credit note number' },
  lastHint: {
    fr: 'Le rang suivant en est tiré. Vide\u00a0: on commence à 1.',
    en: 'The next rank is taken from it. Empty: begins at 1.',
  },
  nextInvoices: { fr: 'Prochaines factures', en: 'Next invoices' },
  nextCredits: { fr: 'Prochains avoirs', en: 'Next credit notes' },
  oneSeries: {
    fr: 'Sans préfixe, factures et avoirs suivent une seule série.',
    en: 'Without a prefix, invoices and credit notes share one series.',
  },
  badPrefix: { fr: 'Lettres, chiffres et - + _ / seulement', en: 'Letters, figures and - + _ / only' },
  samePrefix: { fr: 'Un autre préfixe que celui des factures', en: 'Another prefix than that of invoices' },
  badStart: { fr: 'Un nombre entier à partir de 1', en: 'A whole number from 1' },
  noFigures: { fr: 'Ce numéro ne contient aucun chiffre', en: 'This number has no figures in it' },

  habits: { fr: 'Habitudes', en: 'Habits' },
  habitsTitle: { fr: 'Vos habitudes', en: 'Your habits' },
  habitsLead: {
    fr: 'Ce que prennent les factures quand le client ou le produit ne dit rien d’autre.',
    en: 'What invoices take when the customer or the product says nothing else.',
  },

  summary: { fr: 'Résumé', en: 'Summary' },
  summaryTitle: { fr: 'Prêt à créer', en: 'Ready to create' },
  summaryLead: {
    fr: 'Relisez, corrigez d’un clic, puis choisissez où ranger le fichier.',
    en: 'Read it again, mend with a click, then choose where the file goes.',
  },
  change: { fr: 'Modifier', en: 'Change' },
  nothing: { fr: 'Rien pour l’instant', en: 'Nothing yet' },
  payIn: { fr: 'À payer sous {days}', en: 'To be paid within {days}' },
  noBank: { fr: 'Aucun compte', en: 'No account' },
  days: {
    fr: { one: '{count} jour', other: '{count} jours' },
    en: { one: '{count} day', other: '{count} days' },
  },

  exampleCustomer: { fr: 'Immobilière du Parc SAS', en: 'Parkside Property Ltd' },
  exampleStreet: { fr: '14, avenue de la Libération', en: '14 Station Road' },
  exampleTown: { fr: '42000 Saint-Étienne', en: 'Bristol BS1 6QF' },
  exampleLine: { fr: 'Maintenance d’octobre', en: 'Maintenance, October' },
  yourCompany: { fr: 'Votre entreprise', en: 'Your company' },
});

export const lookTexts = defineTexts({
  drop: { fr: 'Déposez un logo ici, ou', en: 'Drop a logo here, or' },
  contrastLow: {
    fr: 'Trop claire pour être lue sur du papier\u00a0: contraste {ratio}\u00a0:\u00a01, il en faut 4,5.',
    en: 'Too light to be read on paper: contrast {ratio}:1, it takes 4.5.',
  },
  takeDarker: { fr: 'Prendre {colour}', en: 'Take {colour}' },
  fromLogo: { fr: 'Couleur du logo\u00a0: {colour}', en: 'Colour of the logo: {colour}' },
  contrastGood: { fr: 'Bien lisible sur du papier', en: 'Reads well on paper' },
});
