/** One customer or product beside its list: form, what is open, history. */
import { defineTexts } from '../catalogue.ts';

export const recordPanelTexts = defineTexts({
  form: { fr: 'Fiche', en: 'Record' },
  openItems: { fr: 'En cours', en: 'Open items' },
  extras: { fr: 'Champs de la maison', en: 'Your own fields' },
  tags: { fr: 'Étiquettes', en: 'Tags' },
  tagsHint: {
    fr: 'Entrée ajoute\u202f; une étiquette nouvelle est créée en enregistrant',
    en: 'Enter adds one; a new tag is made on saving',
  },
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Non', en: 'No' },
  codeTaken: {
    fr: 'Une autre fiche a ce code. Choisissez-en un autre',
    en: 'Another record has this code. Choose another one',
  },
  needsPrice: { fr: 'Un prix comme 12,50', en: 'A price like 12.50' },
  needsNumber: { fr: 'Un nombre comme 12,5', en: 'A number like 12.5' },
  needsDay: { fr: 'Une date comme 30/09/2026', en: 'A date like 30/09/2026' },
  notAnOption: { fr: 'Ce choix n’existe plus\u202f; prenez-en un autre', en: 'This choice is gone; take another one' },
  keepAsIs: { fr: 'Garder tel quel', en: 'Keep as it is' },
  changedElsewhere: {
    fr: 'Fiche modifiée ailleurs et reprise ici\u202f; vos changements restent',
    en: 'The record was changed elsewhere and is taken over here; your changes stay',
  },
  conflictLead: {
    fr: {
      one: 'Ce champ a changé ailleurs pendant que vous le changiez ici. Laquelle des deux valeurs reste\u202f?',
      other:
        'Ces {count} champs ont changé ailleurs pendant que vous les changiez ici. Lesquelles des valeurs restent\u202f?',
    },
    en: {
      one: 'This field was changed elsewhere while you changed it here. Which of the two values stays?',
      other: 'These {count} fields were changed elsewhere while you changed them here. Which values stay?',
    },
  },
  mine: { fr: 'La vôtre', en: 'Yours' },
  theirs: { fr: 'L’enregistrée', en: 'The saved one' },
  nothing: { fr: 'vide', en: 'empty' },
  toMend: { fr: '{count} à corriger', en: '{count} to mend' },
  toChoose: { fr: '{count} à choisir', en: '{count} to choose' },
  takeChoices: { fr: 'Reprendre ces choix', en: 'Take these choices' },
  erased: { fr: 'Données personnelles effacées', en: 'Personal data erased' },
  erasedBody: {
    fr: 'Effacé le {date}. Les documents émis restent comme la loi le demande\u202f; la fiche ne se modifie plus.',
    en: 'Erased on {date}. Issued documents stay as the law asks; the record can no longer be changed.',
  },
  merged: { fr: 'Fusionné dans {name}', en: 'Merged into {name}' },
  mergedBody: {
    fr: 'Ce qui était en cours est passé à cette fiche. Celle-ci ne se modifie plus.',
    en: 'What was open went over to that record. This one can no longer be changed.',
  },
  openOther: { fr: 'Ouvrir {name}', en: 'Open {name}' },
  mergedHere: { fr: 'Fusionnés ici', en: 'Merged into this one' },
  waiting: { fr: 'Lignes en attente', en: 'Pending lines' },
  heldLines: { fr: 'Lignes retenues', en: 'Held lines' },
  drafts: { fr: 'Brouillons en revue', en: 'Drafts in review' },
  invoices: { fr: 'Factures', en: 'Invoices' },
  net: { fr: 'HT', en: 'Net' },
  gross: { fr: 'TTC', en: 'Gross' },
  nothingOpen: { fr: 'Rien en cours', en: 'Nothing is open' },
  nothingOpenBody: {
    fr: 'Ni ligne en attente, ni brouillon, ni facture pour ce client.',
    en: 'No pending line, no draft and no invoice for this customer.',
  },
  due: { fr: 'échéance {date}', en: 'due {date}' },
  late: {
    fr: { one: '{count} j de retard', other: '{count} j de retard' },
    en: { one: '{count} day late', other: '{count} days late' },
  },
  creditNote: { fr: 'avoir du {date}', en: 'credit note of {date}' },
  noPrice: { fr: 'sans prix', en: 'no price' },
  inRun: { fr: 'campagne «\u00a0{name}\u00a0»', en: 'bill run “{name}”' },
  shown: { fr: '{shown} des {total}', en: '{shown} of {total}' },
  seeLines: { fr: 'Voir ses lignes', en: 'See its lines' },
  seeInvoices: { fr: 'Voir ses factures', en: 'See its invoices' },
  noNumbers: {
    fr: 'Un particulier n’a pas de numéro d’entreprise.',
    en: 'A consumer has no business numbers.',
  },
});
