/** People: signing in, the lock, users and their rules, the second signature. */
import { defineTexts } from '../catalogue.ts';

export const signInTexts = defineTexts({
  signInTitle: { fr: 'Qui travaille ici\u202f?', en: 'Who works here?' },
  signInLead: {
    fr: 'Ce que vous faites est inscrit sous votre nom.',
    en: 'What you do is on record under your name.',
  },
  lockedTitle: { fr: 'Verrouillé', en: 'Locked' },
  lockedLead: {
    fr: '{name} travaille dans «\u00a0{company}\u00a0». Les travaux en cours continuent, la saisie est gardée.',
    en: '{name} works in “{company}”. Jobs that run go on, what was typed is kept.',
  },
  who: { fr: 'Utilisateur', en: 'User' },
  secret: { fr: 'Code', en: 'Secret' },
  noSecret: { fr: 'Aucun code n’est demandé à cette personne.', en: 'This person needs no secret.' },
  signIn: { fr: 'Se connecter', en: 'Sign in' },
  unlock: { fr: 'Déverrouiller', en: 'Unlock' },
  closeCompany: { fr: 'Fermer ce dossier', en: 'Close this company' },
  forgotten: {
    fr: 'Code oublié\u202f? Un responsable en donne un autre dans Réglages, Utilisateurs. Si plus aucun responsable ne peut se connecter, qui détient le fichier retire un code avec «\u00a0liasse user reset NOM\u00a0»\u202f; c’est inscrit au journal.',
    en: 'Forgotten? A manager gives another in Settings, Users. Where no manager can sign in any more, whoever holds the file takes a secret away with “liasse user reset NAME”; it goes on record.',
  },
  unsavedTitle: { fr: 'Une saisie n’est pas enregistrée', en: 'Something is not saved' },
  unsavedLost: {
    fr: '{former} avait une saisie en cours. L’abandonner ne change rien à ce qui est enregistré.',
    en: '{former} was typing. Dropping it changes nothing of what is saved.',
  },
  unsavedKept: {
    fr: 'Gardée, elle s’enregistrerait sous le nom de {name}.',
    en: 'Kept, it would be saved under the name of {name}.',
  },
  unsavedKeep: { fr: 'La garder', en: 'Keep it' },
  unsavedDrop: { fr: 'L’abandonner', en: 'Drop it' },
});

export const whoTexts = defineTexts({
  menu: { fr: 'Connecté\u00a0: {name}', en: 'Signed in: {name}' },
  lock: { fr: 'Verrouiller', en: 'Lock' },
  switchUser: { fr: 'Changer d’utilisateur…', en: 'Switch user…' },
  changeSecret: { fr: 'Changer mon code…', en: 'Change my secret…' },
  mayNot: {
    fr: 'Réservé\u00a0: {roles}. Votre rôle ne le permet pas.',
    en: 'For: {roles}. Your role does not allow it.',
  },
  current: { fr: 'Code actuel', en: 'Present secret' },
  changed: { fr: 'Code changé', en: 'Secret changed' },
});

export const usersTexts = defineTexts({
  title: { fr: 'Utilisateurs', en: 'Users' },
  lead: {
    fr: 'Les rôles disent qui fait quoi et l’historique qui a fait quoi. Ce n’est pas un chiffrement\u00a0: qui peut lire le fichier sur le disque peut en lire le contenu.',
    en: 'Roles say who does what, and the history who did. They are not encryption: whoever can read the file on the disk can read what is in it.',
  },
  empty: { fr: 'Aucun utilisateur', en: 'No users' },
  emptyBody: {
    fr: 'Tout le monde peut tout faire, sous le nom de session de l’ordinateur. Le premier utilisateur créé est responsable\u202f; dès lors, chacun se connecte.',
    en: 'Everybody may do everything, under the computer’s account name. The first user made is a manager; from then on everybody signs in.',
  },
  addFirst: { fr: 'Créer le premier utilisateur', en: 'Make the first user' },
  add: { fr: 'Ajouter un utilisateur', en: 'Add a user' },
  name: { fr: 'Nom', en: 'Name' },
  nameStays: {
    fr: 'Ce nom figure dans l’historique et ne change plus.',
    en: 'This name stands in the history and changes no more.',
  },
  roles: { fr: 'Rôles', en: 'Roles' },
  prepare: { fr: 'Préparer', en: 'Prepare' },
  prepareHint: { fr: 'Imports, fiches, lignes, brouillons', en: 'Imports, records, lines, drafts' },
  approve: { fr: 'Approuver', en: 'Approve' },
  approveHint: { fr: 'Approuver, retenir, émettre, produire', en: 'Approve, hold, issue, produce' },
  account: { fr: 'Comptabilité', en: 'Accounts' },
  accountHint: { fr: 'Exports et classeur', en: 'Exports and workbook' },
  manage: { fr: 'Responsable', en: 'Manager' },
  manageHint: {
    fr: 'Entreprise, séries, utilisateurs, sauvegardes',
    en: 'Company, series, users, backups',
  },
  readOnly: { fr: 'Lecture seule', en: 'Reads only' },
  firstManages: { fr: 'Le premier utilisateur est responsable.', en: 'The first user is a manager.' },
  secret: { fr: 'Code', en: 'Secret' },
  secretHint: {
    fr: 'Facultatif, 4 caractères au moins. Sans code, choisir le nom suffit pour se connecter.',
    en: 'Optional, at least 4 characters. Without one, choosing the name is enough to sign in.',
  },
  secretTooShort: { fr: '4 caractères au moins', en: 'At least 4 characters' },
  secretKeep: { fr: 'Garder le code', en: 'Keep the secret' },
  secretNew: { fr: 'Nouveau code', en: 'New secret' },
  secretNone: { fr: 'Sans code', en: 'No secret' },
  withSecret: { fr: 'Avec code', en: 'With a secret' },
  nameNeeded: { fr: 'Le nom est nécessaire', en: 'The name is needed' },
  saved: { fr: 'Utilisateur enregistré', en: 'User saved' },
  remove: { fr: 'Retirer', en: 'Remove' },
  takeBack: { fr: 'Rétablir', en: 'Take back' },
  removed: { fr: 'Retiré', en: 'Removed' },
  removedToast: { fr: '«\u00a0{name}\u00a0» ne se connecte plus', en: '“{name}” signs in no more' },
  backToast: { fr: '«\u00a0{name}\u00a0» peut de nouveau se connecter', en: '“{name}” can sign in again' },
  you: { fr: 'Vous', en: 'You' },
  onlyManagers: { fr: 'Un responsable peut changer cette page.', en: 'A manager can change this page.' },
  rules: { fr: 'Règles', en: 'Rules' },
  fourEyes: { fr: 'Quatre yeux', en: 'Four eyes' },
  fourEyesHint: {
    fr: 'Qui approuve un brouillon n’est pas qui l’a préparé. Une facture hors campagne demande la signature d’une deuxième personne.',
    en: 'Who approves a draft is not who prepared it. An invoice outside a run takes a second person’s signature.',
  },
  lockAfter: { fr: 'Verrouiller sans saisie', en: 'Lock without input' },
  lockHint: {
    fr: 'Toutes les fenêtres se couvrent\u202f; les travaux continuent.',
    en: 'All windows are covered; jobs go on.',
  },
  never: { fr: 'Jamais', en: 'Never' },
  minutes: {
    fr: { one: 'Après {count} minute', other: 'Après {count} minutes' },
    en: { one: 'After {count} minute', other: 'After {count} minutes' },
  },
  seconds: {
    fr: { one: 'Après {count} seconde', other: 'Après {count} secondes' },
    en: { one: 'After {count} second', other: 'After {count} seconds' },
  },
  on: { fr: 'Activé', en: 'On' },
  off: { fr: 'Désactivé', en: 'Off' },
  rulesSaved: { fr: 'Règles enregistrées', en: 'Rules saved' },
});

export const signatureTexts = defineTexts({
  title: { fr: 'Signature d’une deuxième personne', en: 'A second person’s signature' },
  lead: {
    fr: '{name} prépare cette facture\u202f; une autre personne l’approuve ici.',
    en: '{name} prepares this invoice; another person approves it here.',
  },
  approver: { fr: 'Approuve', en: 'Approves' },
  ownToast: {
    fr: {
      one: '{count} brouillon préparé par vous attend l’approbation d’une autre personne.',
      other: '{count} brouillons préparés par vous attendent l’approbation d’une autre personne.',
    },
    en: {
      one: '{count} draft prepared by you waits for another person’s approval.',
      other: '{count} drafts prepared by you wait for another person’s approval.',
    },
  },
  ownLifted: {
    fr: {
      one: 'Rien n’a été émis\u00a0: {count} brouillon était approuvé par qui l’a préparé. Une autre personne doit l’approuver.',
      other:
        'Rien n’a été émis\u00a0: {count} brouillons étaient approuvés par qui les a préparés. Une autre personne doit les approuver.',
    },
    en: {
      one: 'Nothing was issued: {count} draft was approved by who prepared it. Another person has to approve it.',
      other:
        'Nothing was issued: {count} drafts were approved by who prepared them. Another person has to approve them.',
    },
  },
  preparedBy: { fr: 'Préparé par {name}', en: 'Prepared by {name}' },
  approvedBy: { fr: 'Approuvé par {name}', en: 'Approved by {name}' },
});
