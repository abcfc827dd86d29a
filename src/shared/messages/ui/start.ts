/** The page before a company is open, and the one that makes a new company. */
import { defineTexts } from '../catalogue.ts';

export const startTexts = defineTexts({
  title: { fr: 'Bienvenue dans Liasse', en: 'Welcome to Liasse' },
  lead: {
    fr: 'Chaque entreprise est un fichier à vous, sur cet ordinateur.',
    en: 'Each company is a file of your own, on this computer.',
  },
  create: { fr: 'Créer une entreprise', en: 'Create a company' },
  createHint: { fr: 'Nom, adresse, banque\u00a0: deux minutes', en: 'Name, address, bank: two minutes' },
  open: { fr: 'Ouvrir une entreprise…', en: 'Open a company…' },
  openHint: { fr: 'Un fichier .liasse déjà là', en: 'A .liasse file you already have' },
  sample: { fr: 'Essayer l’entreprise d’exemple', en: 'Try the sample company' },
  sampleHint: {
    fr: '200 clients et 1\u202f000 lignes inventés, pour tout essayer',
    en: '200 customers and 1,000 lines, all invented, to try everything',
  },
  sampleName: { fr: 'Entreprise d’exemple', en: 'Sample company' },
  recent: { fr: 'Ouvertes récemment', en: 'Opened lately' },
  recentNone: { fr: 'Les entreprises que vous ouvrez s’ajoutent ici.', en: 'Companies that you open are listed here.' },
  missing: { fr: 'Fichier introuvable', en: 'File not found' },
  missingHint: {
    fr: 'Déplacé, renommé, ou sur un disque débranché',
    en: 'Moved, renamed, or on a drive that is not connected',
  },
  forget: { fr: 'Retirer de la liste', en: 'Take off the list' },
  locate: { fr: 'Le retrouver…', en: 'Find it…' },
  opened: { fr: 'ouverte le {date}', en: 'opened on {date}' },
  openReadOnly: { fr: 'Ouvrir en lecture seule', en: 'Open for reading only' },
  opening: { fr: 'Ouverture…', en: 'Opening…' },
  openFailed: { fr: 'L’entreprise n’a pas été ouverte', en: 'The company was not opened' },
  createFailed: { fr: 'L’entreprise n’a pas été créée', en: 'The company was not created' },
  otherFile: { fr: 'Choisir un autre fichier', en: 'Choose another file' },

  createTitle: { fr: 'Nouvelle entreprise', en: 'New company' },
  createLead: {
    fr: 'Ces champs figurent sur vos factures. Tout se change plus tard dans les réglages, sauf ce qui est déjà émis.',
    en: 'These fields stand on your invoices. Everything can be changed later in the settings, except what was issued.',
  },
  createAct: { fr: 'Créer l’entreprise…', en: 'Create the company…' },
  createWhere: { fr: 'Vous choisissez ensuite où ranger le fichier.', en: 'Next you choose where the file goes.' },
});
