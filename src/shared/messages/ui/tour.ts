/** The short tour through the window, at its elements. */
import { defineTexts } from '../catalogue.ts';

export const tourTexts = defineTexts({
  stop: { fr: '{stop} sur {stops}', en: '{stop} of {stops}' },
  next: { fr: 'Suivant', en: 'Next' },
  back: { fr: 'Précédent', en: 'Back' },
  skip: { fr: 'Passer la visite', en: 'Skip the tour' },
  end: { fr: 'Commencer', en: 'Begin' },

  company: { fr: 'Une entreprise, un fichier', en: 'One company, one file' },
  companyBody: {
    fr: 'Tout ce que vous voyez est dans un fichier à vous. Ce menu en ouvre un autre, en crée un, ou montre toutes les entreprises du cabinet.',
    en: 'Everything you see is in a file of your own. This menu opens another, makes a new one, or shows all companies of the office.',
  },
  import: { fr: 'Apportez vos tableaux', en: 'Bring your spreadsheets' },
  importBody: {
    fr: 'Clients, produits et lignes arrivent d’Excel ou d’un CSV. Vous voyez ce que Liasse a compris avant que rien ne soit enregistré.',
    en: 'Customers, products and lines come from Excel or CSV. You see what Liasse understood before anything is saved.',
  },
  lines: { fr: 'Ce qui attend d’être facturé', en: 'What waits to be billed' },
  linesBody: {
    fr: 'L’exemple a ses lignes de septembre ici. Celles à qui il manque un client sont retenues, jamais perdues.',
    en: 'The sample has its September lines here. Those without a customer are held, never lost.',
  },
  run: { fr: 'Une campagne en fait des brouillons', en: 'A bill run makes drafts of them' },
  runBody: {
    fr: 'Choisissez septembre 2026\u00a0: une facture par client, calculée au centime, vérifiée une par une.',
    en: 'Choose September 2026: one invoice for each customer, to the cent, each one checked.',
  },
  review: { fr: 'Vous relisez, vous décidez', en: 'You review, you decide' },
  reviewBody: {
    fr: 'Les constats disent ce qui bloque ou mérite un regard. A approuve, E corrige, H retient\u00a0: tout va au clavier.',
    en: 'Findings say what blocks or wants a look. A approves, E corrects, H holds: all of it by keyboard.',
  },
  issue: { fr: 'Émettre donne les numéros', en: 'Issuing gives the numbers' },
  issueBody: {
    fr: 'Sans trou ni doublon, en une fois. Ce qui est émis ne change plus\u00a0: un avoir le corrige.',
    en: 'With no gap and none twice, in one go. What is issued no longer changes: a credit note corrects it.',
  },
  pdfs: { fr: 'Les factures et leurs PDF', en: 'Invoices and their PDFs' },
  pdfsBody: {
    fr: 'Chaque document émis est ici, avec son PDF. La campagne les écrit tous dans un dossier, avec le classeur du comptable.',
    en: 'Every issued document is here, with its PDF. The bill run writes all of them into a folder, with the accountant’s workbook.',
  },
  help: { fr: 'L’aide reste à portée', en: 'Help stays at hand' },
  helpBody: {
    fr: 'Le guide de l’écran, les raccourcis et cette visite se retrouvent ici. L’exemple est à vous\u00a0: essayez tout.',
    en: 'The guide to each screen, the shortcuts and this tour are found here. The sample is yours: try everything.',
  },
});
