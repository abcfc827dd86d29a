/** The page before a company is open, and the one that makes a new company. */
import { defineTexts } from '../catalogue.ts';

export const startTexts = defineTexts({
  title: { fr: 'Bienvenue dans Liasse', en: 'Welcome to Liasse' },
  lead: {
    fr: 'Chaque entreprise est un fichier à vous, sur cet ordinateur.',
    en: 'Each company is a file of your own, on this computer.',
  },
  create: { fr: 'Créer une entreprise', en: 'Create a company' },
  createHint: {
    fr: 'Pays, identité, logo, banque, numéros\u00a0: cinq minutes',
    en: 'Country, identity, logo, bank, numbers: five minutes',
  },
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
  recentSearch: { fr: 'Chercher une entreprise', en: 'Find a company' },
  recentNotFound: { fr: 'Aucune entreprise de ce nom dans la liste.', en: 'No company of that name on the list.' },
  pin: { fr: 'Épingler', en: 'Pin' },
  unpin: { fr: 'Ne plus épingler', en: 'Unpin' },
  office: { fr: 'Tableau du cabinet', en: 'Office board' },
  officeHint: {
    fr: 'Toutes les entreprises clientes d’un coup d’œil',
    en: 'All client companies at a glance',
  },
  missing: { fr: 'Fichier introuvable', en: 'File not found' },
  missingHint: {
    fr: 'Déplacé, renommé, ou sur un disque débranché',
    en: 'Moved, renamed, or on a drive that is not connected',
  },
  forget: { fr: 'Retirer de la liste', en: 'Take off the list' },
  locate: { fr: 'Le retrouver…', en: 'Find it…' },
  opened: { fr: 'ouverte le {date}', en: 'opened on {date}' },
  takeOver: { fr: 'Reprendre l’entreprise', en: 'Take the company over' },
  openReadOnly: { fr: 'Ouvrir en lecture seule', en: 'Open for reading only' },
  opening: { fr: 'Ouverture…', en: 'Opening…' },
  openFailed: { fr: 'L’entreprise n’a pas été ouverte', en: 'The company was not opened' },
  otherFile: { fr: 'Choisir un autre fichier', en: 'Choose another file' },
});
