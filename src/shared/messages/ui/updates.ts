/** Updates: where they come from, what was found, how far it is. */
import { defineTexts } from '../catalogue.ts';

export const updatesTexts = defineTexts({
  title: { fr: 'Mises à jour', en: 'Updates' },
  lead: {
    fr: 'Liasse ne demande rien à aucun réseau tant qu’une adresse n’est pas indiquée et que vous ne le voulez pas.',
    en: 'Liasse asks nothing of any network unless an address is given and you want it to.',
  },
  version: { fr: 'Version installée', en: 'Installed version' },
  feed: { fr: 'Adresse des mises à jour', en: 'Address for updates' },
  feedHint: {
    fr: 'Celle que votre éditeur vous a donnée\u202f; elle commence par https://',
    en: 'The one your publisher gave you; it begins with https://',
  },
  feedPackage: { fr: 'Fournie avec ce programme', en: 'Came with this program' },
  feedEnvironment: { fr: 'Fixée par l’administrateur de cet ordinateur', en: 'Set by this computer’s administrator' },
  saveFeed: { fr: 'Enregistrer l’adresse', en: 'Save the address' },
  automatic: { fr: 'Chercher une fois par jour', en: 'Look once a day' },
  automaticHint: {
    fr: 'Seule l’adresse est interrogée\u202f; rien de cet ordinateur n’est transmis. Le téléchargement reste votre décision.',
    en: 'Only the address is asked; nothing of this computer is passed on. Downloading stays your decision.',
  },
  check: { fr: 'Rechercher maintenant', en: 'Look now' },
  checking: { fr: 'Recherche en cours', en: 'Looking' },
  off: { fr: 'Aucune adresse n’est indiquée.', en: 'No address is given.' },
  idle: { fr: 'Pas encore cherché depuis l’ouverture.', en: 'Not looked since opening.' },
  none: {
    fr: 'Vous avez la dernière version publiée pour cet ordinateur.',
    en: 'You have the latest version published for this computer.',
  },
  available: { fr: 'La version {version} est disponible', en: 'Version {version} is available' },
  size: { fr: '{size} à télécharger', en: '{size} to download' },
  download: { fr: 'Télécharger la version {version}', en: 'Download version {version}' },
  notes: { fr: 'Ce qui change', en: 'What changes' },
  noNotes: { fr: 'L’éditeur n’a rien écrit sur cette version.', en: 'The publisher wrote nothing about this version.' },
  downloading: { fr: 'Téléchargement de la version {version}', en: 'Downloading version {version}' },
  progress: { fr: '{done} sur {total}', en: '{done} of {total}' },
  progressUnknown: { fr: '{done} reçus', en: '{done} received' },
  ready: { fr: 'La version {version} est téléchargée et vérifiée', en: 'Version {version} is downloaded and verified' },
  readyBody: {
    fr: 'Rien n’est installé pour l’instant. L’installation ferme Liasse\u202f; vos fichiers d’entreprise ne sont pas touchés.',
    en: 'Nothing is installed yet. Installing closes Liasse; your company files are not touched.',
  },
  installNow: { fr: 'Fermer Liasse et installer', en: 'Close Liasse and install' },
  installQuit: { fr: 'Installer à la fermeture', en: 'Install when Liasse closes' },
  installQuitSet: { fr: 'Sera installée à la fermeture de Liasse', en: 'Will be installed when Liasse closes' },
  installNever: { fr: 'Ne pas installer à la fermeture', en: 'Do not install when Liasse closes' },
  installing: { fr: 'Liasse se ferme pour installer sa mise à jour', en: 'Liasse is closing to install its update' },
  badgeAvailable: { fr: 'Mise à jour disponible\u00a0: {version}', en: 'Update available: {version}' },
  badgeReady: { fr: 'Mise à jour prête\u00a0: {version}', en: 'Update ready: {version}' },
});
