/** Errors around people: signing in, roles, four eyes, users. */
import { defineErrors } from '../catalogue.ts';

export const peopleErrors = defineErrors({
  not_allowed: {
    what: { fr: 'Votre rôle ne permet pas cette action.', en: 'Your role does not allow this.' },
    means: { fr: 'Rien n’a été fait. Peuvent le faire\u00a0: {who}.', en: 'Nothing was done. Those who may: {who}.' },
    remedy: {
      fr: 'Demandez à l’une de ces personnes, ou à un responsable de changer vos rôles.',
      en: 'Ask one of them, or ask a manager to change your roles.',
    },
  },
  not_signed_in: {
    what: { fr: 'Personne n’est connecté à cette entreprise.', en: 'Nobody is signed in to this company.' },
    means: {
      fr: 'Ses données restent fermées jusqu’à ce que quelqu’un se connecte.',
      en: 'Its data stays closed until somebody signs in.',
    },
    remedy: { fr: 'Choisissez votre nom et connectez-vous.', en: 'Choose your name and sign in.' },
  },
  company_locked: {
    what: { fr: 'L’entreprise est verrouillée.', en: 'The company is locked.' },
    means: {
      fr: 'Rien n’est montré ni changé\u202f; les travaux en cours continuent.',
      en: 'Nothing is shown or changed; jobs that run go on.',
    },
    remedy: { fr: 'Déverrouillez avec votre nom et votre code.', en: 'Unlock with your name and your secret.' },
  },
  sign_in_failed: {
    what: { fr: 'Le code n’est pas le bon.', en: 'That is not the secret.' },
    means: { fr: 'Personne n’a été connecté.', en: 'Nobody was signed in.' },
    remedy: {
      fr: 'Vérifiez le verrouillage des majuscules et recommencez. Un responsable peut donner un nouveau code.',
      en: 'Look at Caps Lock and try again. A manager can give a new secret.',
    },
  },
  sign_in_wait: {
    what: { fr: 'Trop d’essais avec un mauvais code.', en: 'Too many tries with a wrong secret.' },
    means: {
      fr: 'Le prochain essai est possible dans {seconds}\u00a0s.',
      en: 'The next try is possible in {seconds} s.',
    },
    remedy: { fr: 'Attendez, puis recommencez.', en: 'Wait, then try again.' },
  },
  user_unknown: {
    what: { fr: 'Cet utilisateur n’existe pas ou n’existe plus.', en: 'There is no such user, or no longer.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: { fr: 'Choisissez un nom de la liste.', en: 'Choose a name from the list.' },
  },
  user_name_taken: {
    what: { fr: 'Le nom «\u00a0{name}\u00a0» est déjà pris.', en: 'The name “{name}” is taken.' },
    means: {
      fr: 'Un nom ne désigne qu’une personne, aussi dans l’historique.',
      en: 'A name stands for one person, in the history too.',
    },
    remedy: {
      fr: 'Choisissez un autre nom, ou rétablissez l’utilisateur retiré.',
      en: 'Choose another name, or take the removed user back.',
    },
  },
  user_name_stays: {
    what: { fr: '«\u00a0{name}\u00a0» figure dans l’historique.', en: '“{name}” stands in the history.' },
    means: {
      fr: 'Le nom ne change plus, pour que l’historique dise qui a agi.',
      en: 'The name changes no more, so that the history says who acted.',
    },
    remedy: {
      fr: 'Retirez cet utilisateur et créez-en un sous le nouveau nom.',
      en: 'Remove this user and make one with the new name.',
    },
  },
  user_name_in_history: {
    what: { fr: '«\u00a0{name}\u00a0» figure déjà dans l’historique.', en: '“{name}” stands in the history already.' },
    means: {
      fr: 'Ce qui a été fait sous ce nom passerait pour l’œuvre du nouvel utilisateur\u202f; il n’a pas été créé.',
      en: 'What was done under that name would pass for the new user’s work; no user was made.',
    },
    remedy: { fr: 'Choisissez un autre nom.', en: 'Choose another name.' },
  },
  last_manager: {
    what: { fr: '«\u00a0{name}\u00a0» est le dernier responsable.', en: '“{name}” is the last manager.' },
    means: {
      fr: 'Sans responsable, plus personne ne pourrait gérer les utilisateurs.',
      en: 'Without one nobody could manage the users any more.',
    },
    remedy: { fr: 'Donnez d’abord ce rôle à quelqu’un d’autre.', en: 'Give that role to somebody else first.' },
  },
  four_eyes_needs_two: {
    what: { fr: 'Il n’y a pas deux personnes pour quatre yeux.', en: 'There are not two people for four eyes.' },
    means: {
      fr: 'L’une doit pouvoir préparer, une autre approuver\u202f; la règle reste désactivée.',
      en: 'One must be able to prepare, another to approve; the rule stays off.',
    },
    remedy: {
      fr: 'Ajoutez un utilisateur ou un rôle, puis activez la règle.',
      en: 'Add a user or a role, then turn the rule on.',
    },
  },
  approver_needed: {
    what: { fr: 'Une deuxième personne doit signer.', en: 'A second person has to sign.' },
    means: {
      fr: 'La règle des quatre yeux est active\u202f; rien n’a été émis. Peuvent signer\u00a0: {who}.',
      en: 'The four-eyes rule is on; nothing was issued. Those who may sign: {who}.',
    },
    remedy: {
      fr: 'Faites signer l’une de ces personnes dans la confirmation.',
      en: 'Have one of them sign in the confirmation.',
    },
  },
  approver_same: {
    what: { fr: '«\u00a0{name}\u00a0» a préparé cette facture.', en: '“{name}” prepared this invoice.' },
    means: {
      fr: 'Qui prépare n’approuve pas\u202f; rien n’a été émis.',
      en: 'Who prepares does not approve; nothing was issued.',
    },
    remedy: { fr: 'Choisissez une autre personne.', en: 'Choose another person.' },
  },
  approver_may_not: {
    what: {
      fr: '«\u00a0{name}\u00a0» n’a pas le rôle pour approuver.',
      en: '“{name}” does not have the role to approve.',
    },
    means: { fr: 'Rien n’a été émis. Peuvent le faire\u00a0: {who}.', en: 'Nothing was issued. Those who may: {who}.' },
    remedy: { fr: 'Choisissez une autre personne.', en: 'Choose another person.' },
  },
  manager_needed: {
    what: { fr: 'Un responsable de cette entreprise doit signer.', en: 'A manager of this company has to sign.' },
    means: {
      fr: 'La copie prendrait la place d’un fichier qui a des utilisateurs ; rien n’a changé. Peuvent signer : {who}.',
      en: 'The copy would take the place of a file that has users; nothing changed. Those who may sign: {who}.',
    },
    remedy: {
      fr: 'Faites signer l’une de ces personnes, ou restaurez à côté du fichier en place.',
      en: 'Have one of them sign, or restore beside the file in place.',
    },
  },
  manager_may_not: {
    what: {
      fr: 'Cette personne n’est pas responsable de l’entreprise en place.',
      en: 'That person does not manage the company in place.',
    },
    means: { fr: 'Rien n’a changé. Peuvent signer : {who}.', en: 'Nothing changed. Those who may sign: {who}.' },
    remedy: { fr: 'Choisissez une autre personne.', en: 'Choose another person.' },
  },
  cli_user_needed: {
    what: { fr: 'Cette entreprise a des utilisateurs.', en: 'This company has users.' },
    means: {
      fr: 'Rien n’a été lu ni changé\u202f: il faut dire qui agit. Utilisateurs\u00a0: {names}.',
      en: 'Nothing was read or changed: it has to be said who acts. Users: {names}.',
    },
    remedy: {
      fr: 'Ajoutez --user NOM (ou LIASSE_USER)\u202f; le code vient de LIASSE_SECRET ou se tape au terminal.',
      en: 'Add --user NAME (or LIASSE_USER); the secret comes from LIASSE_SECRET or is typed at the terminal.',
    },
  },
  cli_user_unknown: {
    what: { fr: 'Aucun utilisateur ne s’appelle «\u00a0{user}\u00a0».', en: 'No user is called “{user}”.' },
    means: { fr: 'Rien n’a été fait. Utilisateurs\u00a0: {names}.', en: 'Nothing was done. Users: {names}.' },
    remedy: { fr: 'Donnez l’un de ces noms avec --user.', en: 'Give one of these names with --user.' },
  },
  cli_secret_needed: {
    what: { fr: 'Le code de «\u00a0{user}\u00a0» manque.', en: 'The secret of “{user}” is missing.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: {
      fr: 'Mettez-le dans la variable LIASSE_SECRET, ou lancez la commande dans un terminal.',
      en: 'Put it into the variable LIASSE_SECRET, or run the command in a terminal.',
    },
  },
  cli_new_secret_needed: {
    what: { fr: 'Le nouveau code de «\u00a0{user}\u00a0» manque.', en: 'The new secret of “{user}” is missing.' },
    means: { fr: 'Rien n’a été fait.', en: 'Nothing was done.' },
    remedy: {
      fr: 'Mettez-le dans la variable LIASSE_NEW_SECRET, ou lancez la commande dans un terminal.',
      en: 'Put it into the variable LIASSE_NEW_SECRET, or run the command in a terminal.',
    },
  },
});
