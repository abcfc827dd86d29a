/** Texts of the menu bar, the system's dialogs and the few questions that the system asks in the window's place. */
import { defineTexts } from '../catalogue.ts';

export const menuTexts = defineTexts({
  file: { fr: 'Fichier', en: 'File' },
  newCompany: { fr: 'Nouvelle entreprise…', en: 'New Company…' },
  openCompany: { fr: 'Ouvrir une entreprise…', en: 'Open Company…' },
  openRecent: { fr: 'Entreprises récentes', en: 'Recent Companies' },
  noRecent: { fr: 'Aucune entreprise récente', en: 'No Recent Company' },
  closeCompany: { fr: 'Fermer l’entreprise', en: 'Close Company' },
  import: { fr: 'Importer…', en: 'Import…' },
  exportWorkbook: { fr: 'Exporter le classeur…', en: 'Export Workbook…' },
  settings: { fr: 'Réglages…', en: 'Settings…' },
  closeWindow: { fr: 'Fermer la fenêtre', en: 'Close Window' },
  quit: { fr: 'Quitter Liasse', en: 'Quit Liasse' },

  edit: { fr: 'Édition', en: 'Edit' },
  undo: { fr: 'Annuler', en: 'Undo' },
  redo: { fr: 'Rétablir', en: 'Redo' },
  cut: { fr: 'Couper', en: 'Cut' },
  copy: { fr: 'Copier', en: 'Copy' },
  paste: { fr: 'Coller', en: 'Paste' },
  selectAll: { fr: 'Tout sélectionner', en: 'Select All' },
  find: { fr: 'Rechercher', en: 'Find' },

  billing: { fr: 'Facturation', en: 'Billing' },
  newInvoice: { fr: 'Nouvelle facture', en: 'New Invoice' },
  newRun: { fr: 'Nouvelle campagne…', en: 'New Bill Run…' },

  go: { fr: 'Aller', en: 'Go' },
  home: { fr: 'Accueil', en: 'Home' },
  runs: { fr: 'Campagnes', en: 'Bill Runs' },
  invoices: { fr: 'Factures', en: 'Invoices' },
  customers: { fr: 'Clients', en: 'Customers' },
  products: { fr: 'Produits', en: 'Products' },
  lines: { fr: 'Lignes en attente', en: 'Pending Lines' },
  back: { fr: 'Précédent', en: 'Back' },
  forward: { fr: 'Suivant', en: 'Forward' },

  view: { fr: 'Affichage', en: 'View' },
  zoomIn: { fr: 'Agrandir', en: 'Zoom In' },
  zoomOut: { fr: 'Réduire', en: 'Zoom Out' },
  actualSize: { fr: 'Taille réelle', en: 'Actual Size' },
  fullScreen: { fr: 'Plein écran', en: 'Full Screen' },
  toggleTheme: { fr: 'Clair ou sombre', en: 'Light or Dark' },
  toggleLanguage: { fr: 'English', en: 'Français' },
  reload: { fr: 'Recharger la page', en: 'Reload Page' },
  developerTools: { fr: 'Outils de développement', en: 'Developer Tools' },

  window: { fr: 'Fenêtre', en: 'Window' },
  minimize: { fr: 'Réduire la fenêtre', en: 'Minimize' },
  bringToFront: { fr: 'Tout ramener au premier plan', en: 'Bring All to Front' },
  help: { fr: 'Aide', en: 'Help' },
  keys: { fr: 'Raccourcis clavier', en: 'Keyboard Shortcuts' },

  about: { fr: 'À propos de Liasse', en: 'About Liasse' },
  hide: { fr: 'Masquer Liasse', en: 'Hide Liasse' },
  hideOthers: { fr: 'Masquer les autres', en: 'Hide Others' },
  showAll: { fr: 'Tout afficher', en: 'Show All' },
});

export const dialogTexts = defineTexts({
  company: { fr: 'Entreprise Liasse', en: 'Liasse company' },
  spreadsheet: { fr: 'Tableaux et textes', en: 'Spreadsheets and text files' },
  workbook: { fr: 'Classeur Excel', en: 'Excel workbook' },
  pdf: { fr: 'Document PDF', en: 'PDF document' },
  csv: { fr: 'Texte séparé (CSV)', en: 'Separated text (CSV)' },
  chooseFolder: { fr: 'Choisir un dossier', en: 'Choose a folder' },
});

export const questionTexts = defineTexts({
  closeWhileWorking: {
    fr: { one: 'Un travail est en cours.', other: '{count} travaux sont en cours.' },
    en: { one: 'A job is running.', other: '{count} jobs are running.' },
  },
  closeWhileWorkingDetail: {
    fr: 'Il s’interrompt sans rien perdre et reprend où il en était à la prochaine ouverture.',
    en: 'It stops without losing anything and takes up where it was when you open the company again.',
  },
  stay: { fr: 'Rester', en: 'Stay' },
  closeAnyway: { fr: 'Fermer', en: 'Close' },
  stopped: { fr: 'Liasse s’est arrêté.', en: 'Liasse stopped.' },
  stoppedDetail: {
    fr: 'Votre dossier est intact : rien n’a été écrit à moitié. Ouvrez Liasse à nouveau. Le journal « {log} » dit ce qui s’est passé.',
    en: 'Your company file is intact: nothing was half written. Open Liasse again. The log “{log}” says what happened.',
  },
});
