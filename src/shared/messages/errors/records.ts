/** Errors around customers, products, what the office adds to them, and undo. */
import { defineErrors } from '../catalogue.ts';

const unchanged = { fr: 'Rien n’a changé.', en: 'Nothing has changed.' };

export const recordErrors = defineErrors({
  name_taken: {
    what: { fr: 'Le nom «\u00a0{name}\u00a0» est déjà pris.', en: 'The name “{name}” is already taken.' },
    means: unchanged,
    remedy: { fr: 'Donnez un autre nom.', en: 'Give it another name.' },
  },
  selection_changed: {
    what: {
      fr: 'Le choix compte maintenant {count} fiches, et non {expected}.',
      en: 'The choice now has {count} records, not {expected}.',
    },
    means: {
      fr: 'Quelqu’un a modifié des fiches entre-temps\u202f; rien n’a été fait, pour ne pas toucher celles que vous n’avez pas vues.',
      en: 'Somebody changed records in the meantime; nothing was done, so as not to touch any that you did not see.',
    },
    remedy: { fr: 'Regardez la liste et recommencez.', en: 'Look at the list and start again.' },
  },
  customer_merged: {
    what: {
      fr: 'Le client {code} a été fusionné avec un autre.',
      en: 'Customer {code} was merged into another.',
    },
    means: {
      fr: 'Sa fiche ne se modifie plus\u202f; ce qui porte son code va à l’autre.',
      en: 'Its record is no longer edited; what names its code goes to the other.',
    },
    remedy: {
      fr: 'Modifiez le client conservé, ou annulez la fusion.',
      en: 'Edit the customer that was kept, or undo the merge.',
    },
  },
  customer_erased: {
    what: {
      fr: 'Les données du client {code} ont été effacées.',
      en: 'The data of customer {code} was erased.',
    },
    means: {
      fr: 'Seul reste ce que la loi oblige à conserver.',
      en: 'Only what the law obliges to keep is left.',
    },
    remedy: { fr: 'Créez un nouveau client.', en: 'Create a new customer.' },
  },
  row_gone: {
    what: { fr: 'Cette fiche n’existe plus.', en: 'This record is no longer there.' },
    means: { fr: 'Elle a été laissée de côté.', en: 'It was left out.' },
    remedy: { fr: 'Actualisez la liste.', en: 'Refresh the list.' },
  },
  field_unknown: {
    what: { fr: 'Ce champ de la maison n’existe plus.', en: 'This field of your own no longer exists.' },
    means: {
      fr: 'Ce qui le nomme (filtre, vue, segment, saisie) ne peut pas être lu.',
      en: 'What names it (a filter, a view, a segment, an entry) cannot be read.',
    },
    remedy: {
      fr: 'Retirez-le du filtre, ou restaurez le champ dans les réglages.',
      en: 'Take it out of the filter, or restore the field in the settings.',
    },
  },
  tag_unknown: {
    what: { fr: 'Cette étiquette n’existe plus.', en: 'This tag no longer exists.' },
    means: {
      fr: 'Ce qui la nomme (filtre, vue, segment) ne peut pas être lu\u202f; rien n’a été choisi ni facturé.',
      en: 'What names it (a filter, a view, a segment) cannot be read; nothing was chosen or billed.',
    },
    remedy: { fr: 'Retirez-la du filtre, de la vue ou du segment.', en: 'Take it out of the filter, view or segment.' },
  },
  tag_in_use: {
    what: {
      fr: 'L’étiquette «\u00a0{name}\u00a0» sert à choisir dans\u00a0: {names}.',
      en: 'The tag “{name}” serves to choose in: {names}.',
    },
    means: {
      fr: {
        one: 'Sans elle, ce segment ou cette vue ne choisirait plus personne\u202f; elle n’a pas été supprimée.',
        other:
          'Sans elle, ces {count} segments ou vues ne choisiraient plus personne\u202f; elle n’a pas été supprimée.',
      },
      en: {
        one: 'Without it that segment or view would choose nobody; it was not removed.',
        other: 'Without it those {count} segments or views would choose nobody; it was not removed.',
      },
    },
    remedy: {
      fr: 'Retirez-la d’abord de leur filtre, ou supprimez-les.',
      en: 'Take it out of their filter first, or remove them.',
    },
  },
  custom_value_invalid: {
    what: {
      fr: '«\u00a0{value}\u00a0» ne convient pas au champ «\u00a0{field}\u00a0».',
      en: '“{value}” does not fit the field “{field}”.',
    },
    means: {
      fr: 'Ce champ attend un nombre, une date, un choix de sa liste, ou oui ou non\u202f; rien n’a été enregistré.',
      en: 'This field takes a number, a date, a choice of its list, or yes or no; nothing was saved.',
    },
    remedy: { fr: 'Corrigez la valeur, ou videz-la.', en: 'Correct the value, or empty it.' },
  },
  field_without_options: {
    what: { fr: 'Le champ «\u00a0{name}\u00a0» n’a aucun choix.', en: 'The field “{name}” has no choices.' },
    means: unchanged,
    remedy: { fr: 'Donnez au moins un choix.', en: 'Give at least one choice.' },
  },
  field_option_in_use: {
    what: {
      fr: {
        one: 'Le choix «\u00a0{value}\u00a0» du champ «\u00a0{name}\u00a0» figure dans {count} fiche.',
        other: 'Le choix «\u00a0{value}\u00a0» du champ «\u00a0{name}\u00a0» figure dans {count} fiches.',
      },
      en: {
        one: 'The choice “{value}” of the field “{name}” stands in {count} record.',
        other: 'The choice “{value}” of the field “{name}” stands in {count} records.',
      },
    },
    means: {
      fr: 'Il ne peut pas être retiré tant qu’elles le portent.',
      en: 'It cannot be taken away while they hold it.',
    },
    remedy: {
      fr: 'Filtrez la liste sur ce choix, modifiez ces fiches d’un coup, puis retirez-le.',
      en: 'Filter the list by this choice, edit those records at once, then take it away.',
    },
  },
  field_kind_in_use: {
    what: {
      fr: {
        one: 'Le champ «\u00a0{name}\u00a0» contient «\u00a0{value}\u00a0» dans {count} fiche, ce que l’autre type ne peut pas lire.',
        other:
          'Le champ «\u00a0{name}\u00a0» contient «\u00a0{value}\u00a0» dans {count} fiches, ce que l’autre type ne peut pas lire.',
      },
      en: {
        one: 'The field “{name}” holds “{value}” in {count} record, which the other kind cannot read.',
        other: 'The field “{name}” holds “{value}” in {count} records, which the other kind cannot read.',
      },
    },
    means: unchanged,
    remedy: {
      fr: 'Corrigez ces valeurs, ou créez un nouveau champ.',
      en: 'Correct those values, or make a new field.',
    },
  },
  segment_in_use: {
    what: {
      fr: 'Le segment «\u00a0{name}\u00a0» sert à la campagne «\u00a0{run}\u00a0».',
      en: 'The segment “{name}” serves the bill run “{run}”.',
    },
    means: { fr: 'Il n’a pas été supprimé.', en: 'It was not removed.' },
    remedy: {
      fr: 'Terminez ou abandonnez la campagne\u202f; si elle est close, confirmez la suppression.',
      en: 'Finish or abandon the run; if it is closed, confirm the removal.',
    },
  },
  undo_gone: {
    what: { fr: 'Cette action n’est plus dans le journal.', en: 'This act is no longer in the journal.' },
    means: { fr: 'Elle ne peut plus être annulée.', en: 'It can no longer be undone.' },
    remedy: { fr: 'Corrigez les fiches directement.', en: 'Correct the records directly.' },
  },
  undo_of_another: {
    what: { fr: 'Cette action est de {name}.', en: 'This act is {name}’s.' },
    means: { fr: 'Chacun n’annule que ses propres actions.', en: 'Everybody undoes only their own acts.' },
    remedy: {
      fr: 'Demandez à {name}, ou corrigez les fiches directement.',
      en: 'Ask {name}, or correct the records directly.',
    },
  },
  undo_done: {
    what: { fr: 'Cette action a déjà été annulée.', en: 'This act was already undone.' },
    means: unchanged,
    remedy: { fr: 'Actualisez la liste des actions.', en: 'Refresh the list of acts.' },
  },
  undo_changed_since: {
    what: {
      fr: 'Une fiche a changé depuis cette action\u00a0: {name}.',
      en: 'A record has changed since this act: {name}.',
    },
    means: {
      fr: 'Annuler effacerait ce changement\u202f; rien n’a été annulé.',
      en: 'Undoing would lose that change; nothing was undone.',
    },
    remedy: {
      fr: 'Annulez d’abord l’action la plus récente, ou corrigez la fiche.',
      en: 'Undo the more recent act first, or correct the record.',
    },
  },
  undo_lines_drafted: {
    what: {
      fr: 'Des lignes arrivées au code {code} figurent dans un brouillon de la campagne «\u00a0{run}\u00a0».',
      en: 'Lines that came in under the code {code} stand in a draft of the bill run “{run}”.',
    },
    means: {
      fr: 'Ce brouillon facturerait l’autre client\u202f; la fusion n’a pas été annulée.',
      en: 'That draft would bill the other customer; the merge was not undone.',
    },
    remedy: {
      fr: 'Abandonnez la campagne, ou finalisez-la si la fusion est juste, puis recommencez.',
      en: 'Abandon the run, or finalise it if the merge is right, then try again.',
    },
  },
  undo_not_possible: {
    what: { fr: 'Cette action ne peut plus être annulée.', en: 'This act can no longer be undone.' },
    means: {
      fr: 'Ce qu’elle a fait sert déjà ailleurs, a été émis, ou revient à la personne qui l’a décidé\u202f; rien n’a été annulé.',
      en: 'What it did is already used elsewhere, was issued, or is for the person who decided it; nothing was undone.',
    },
    remedy: { fr: 'Corrigez les fiches directement.', en: 'Correct the records directly.' },
  },
  merge_same: {
    what: { fr: 'Un client ne fusionne pas avec lui-même.', en: 'A customer is not merged into itself.' },
    means: unchanged,
    remedy: { fr: 'Choisissez deux clients différents.', en: 'Choose two different customers.' },
  },
  merge_draft_decided: {
    what: {
      fr: 'Un brouillon de {code} est approuvé dans la campagne «\u00a0{run}\u00a0».',
      en: 'A draft of {code} is approved in the bill run “{run}”.',
    },
    means: {
      fr: 'Il a été approuvé pour ce client et doit le rester\u202f; la fusion attend.',
      en: 'It was approved for that customer and has to stay so; the merge waits.',
    },
    remedy: {
      fr: 'Finalisez la campagne, ou rouvrez ce brouillon, puis fusionnez.',
      en: 'Finalise the run, or reopen that draft, then merge.',
    },
  },
  merge_run_busy: {
    what: {
      fr: 'La campagne «\u00a0{run}\u00a0» travaille sur des brouillons de {code}.',
      en: 'The bill run “{run}” is working on drafts of {code}.',
    },
    means: { fr: 'La fusion attend qu’elle ait fini.', en: 'The merge waits until it is done.' },
    remedy: {
      fr: 'Attendez la fin de la préparation, puis recommencez.',
      en: 'Wait until it is finished, then try again.',
    },
  },
});
