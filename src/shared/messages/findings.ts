/**
 * What each check says: a short title for the list, the detail with its values, and the label of the remedy's button.
 * One entry a check; the engine's registry has exactly these ids (a test compares them).
 */
import type { Text } from './catalogue.ts';

export interface FindingText {
  title: Text;
  detail: Text;
  remedy: Text;
}

const defineFindings = <const K extends string>(texts: Record<K, FindingText>): Record<K, FindingText> => texts;

export const findingTexts = defineFindings({
  'customer.name_missing': {
    title: { fr: 'Sans nom', en: 'No name' },
    detail: {
      fr: 'Le client {code} n’a pas de nom ; la facture porterait son code.',
      en: 'Customer {code} has no name; the invoice would carry its code.',
    },
    remedy: { fr: 'Compléter le client {code}', en: 'Complete customer {code}' },
  },
  'customer.address_missing': {
    title: { fr: 'Sans adresse', en: 'No address' },
    detail: {
      fr: 'Le client {code} n’a pas d’adresse complète ; une facture doit la porter.',
      en: 'Customer {code} has no complete address; an invoice has to carry one.',
    },
    remedy: { fr: 'Compléter le client {code}', en: 'Complete customer {code}' },
  },
  'customer.country_missing': {
    title: { fr: 'Sans pays', en: 'No country' },
    detail: {
      fr: 'Le pays du client {code} n’est pas connu ; la TVA est calculée comme pour une vente dans votre pays.',
      en: 'The country of customer {code} is not known; tax is calculated as for a sale in your own country.',
    },
    remedy: { fr: 'Indiquer le pays de {code}', en: 'Set the country of {code}' },
  },
  'customer.postcode_length': {
    title: { fr: 'Code postal mal formé', en: 'Postcode malformed' },
    detail: {
      fr: 'Le code postal {postcode} du client {code} n’a pas la longueur d’un code postal ({country}) ; il n’est pas pris en compte pour la TVA.',
      en: 'The postcode {postcode} of customer {code} does not have the length of a postcode ({country}); the tax takes no account of it.',
    },
    remedy: { fr: 'Corriger le code postal de {code}', en: 'Correct the postcode of {code}' },
  },
  'customer.archived': {
    title: { fr: 'Client archivé', en: 'Archived customer' },
    detail: {
      fr: 'Le client {code} est archivé et serait facturé.',
      en: 'Customer {code} is archived and would be billed.',
    },
    remedy: { fr: 'Vérifier le client {code}', en: 'Check customer {code}' },
  },
  'customer.country_differs': {
    title: { fr: 'Pays différent dans les lignes', en: 'Lines name another country' },
    detail: {
      fr: 'Le client {code} est en {country}, ses lignes disent {lines}.',
      en: 'Customer {code} is in {country}, the lines say {lines}.',
    },
    remedy: { fr: 'Vérifier le pays de {code}', en: 'Check the country of {code}' },
  },
  'customer.tax_number_missing': {
    title: { fr: 'Sans n° de TVA', en: 'No VAT number' },
    detail: {
      fr: 'Le client {code} est une entreprise d’un autre État membre ({country}) sans numéro de TVA valable là-bas ; la TVA de votre pays est facturée.',
      en: 'Customer {code} is a business in another member state ({country}) without a VAT number there; your own country’s tax is charged.',
    },
    remedy: { fr: 'Indiquer le numéro de TVA de {code}', en: 'Set the VAT number of {code}' },
  },
  'customer.vat_number_invalid': {
    title: { fr: 'N° de TVA mal formé', en: 'VAT number malformed' },
    detail: {
      fr: 'Le numéro {number} du client {code} n’a pas la forme d’un numéro de TVA ({country}).',
      en: 'The number {number} of customer {code} does not have the form of a VAT number ({country}).',
    },
    remedy: { fr: 'Corriger le numéro de {code}', en: 'Correct the number of {code}' },
  },
  'customer.vat_number_of_seller_country': {
    title: { fr: 'N° de TVA de votre pays', en: 'VAT number of your country' },
    detail: {
      fr: 'Le client {code} est en {country} mais son numéro {number} est de votre pays ; la TVA de votre pays est facturée.',
      en: 'Customer {code} is in {country} but its number {number} is of your own country; your country’s tax is charged.',
    },
    remedy: { fr: 'Vérifier le numéro de {code}', en: 'Check the number of {code}' },
  },
  'line.customer_missing': {
    title: { fr: 'Ligne sans client', en: 'Line without a customer' },
    detail: {
      fr: 'La ligne du document {reference} ({amount}) ne nomme aucun client ; elle est retenue et n’est pas facturée.',
      en: 'The line of document {reference} ({amount}) names no customer; it is held and not billed.',
    },
    remedy: { fr: 'Choisir un client', en: 'Choose a customer' },
  },
  'line.amount_too_large': {
    title: { fr: 'Calcul impossible', en: 'Cannot be calculated' },
    detail: {
      fr: 'Une ligne du document {reference} ({amount}) est retenue : les montants du document dépassent ce que le fichier sait garder.',
      en: 'A line of document {reference} ({amount}) is held: the document’s amounts are more than the file can keep.',
    },
    remedy: { fr: 'Vérifier quantités et prix', en: 'Check quantities and prices' },
  },
  'line.price_missing': {
    title: { fr: 'Prix manquant', en: 'Price missing' },
    detail: {
      fr: 'La ligne {position} ({product}) n’a pas de prix, et son article non plus dans cette devise.',
      en: 'Line {position} ({product}) has no price, nor has its product in this currency.',
    },
    remedy: { fr: 'Saisir le prix', en: 'Enter the price' },
  },
  'line.price_zero': {
    title: { fr: 'Prix à zéro', en: 'Zero price' },
    detail: {
      fr: 'La ligne {position} ({product}) a un prix de zéro.',
      en: 'Line {position} ({product}) has a price of zero.',
    },
    remedy: { fr: 'Vérifier le prix', en: 'Check the price' },
  },
  'line.description_missing': {
    title: { fr: 'Désignation manquante', en: 'Description missing' },
    detail: {
      fr: 'La ligne {position} ({product}) n’a pas de désignation ; une facture doit nommer ce qui est vendu.',
      en: 'Line {position} ({product}) has no description; an invoice has to name what is sold.',
    },
    remedy: { fr: 'Saisir la désignation', en: 'Enter the description' },
  },
  'line.product_unknown': {
    title: { fr: 'Article inconnu', en: 'Unknown product' },
    detail: {
      fr: {
        one: '{count} code n’est pas dans vos articles : {codes}.',
        other: '{count} codes ne sont pas dans vos articles : {codes}.',
      },
      en: {
        one: '{count} code is not among your products: {codes}.',
        other: '{count} codes are not among your products: {codes}.',
      },
    },
    remedy: { fr: 'Créer les articles manquants', en: 'Create the missing products' },
  },
  'line.date_missing': {
    title: { fr: 'Date manquante', en: 'Date missing' },
    detail: {
      fr: {
        one: '{count} ligne n’a pas de date ; la date d’émission décide de son taux.',
        other: '{count} lignes n’ont pas de date ; la date d’émission décide de leur taux.',
      },
      en: {
        one: '{count} line has no date; the issue date decides its rate.',
        other: '{count} lines have no date; the issue date decides their rate.',
      },
    },
    remedy: { fr: 'Saisir la date', en: 'Enter the date' },
  },
  'line.date_after_issue': {
    title: { fr: 'Ligne après l’émission', en: 'Line after the issue date' },
    detail: {
      fr: {
        one: '{count} ligne, du {date}, est datée après l’émission du {issue}.',
        other: '{count} lignes, jusqu’au {date}, sont datées après l’émission du {issue}.',
      },
      en: {
        one: '{count} line, of {date}, is dated after the issue date {issue}.',
        other: '{count} lines, up to {date}, are dated after the issue date {issue}.',
      },
    },
    remedy: { fr: 'Changer la date d’émission', en: 'Change the issue date' },
  },
  'line.date_old': {
    title: { fr: 'Ligne de plus d’un an', en: 'Line older than a year' },
    detail: {
      fr: {
        one: '{count} ligne date de plus d’un an avant l’émission ({date}).',
        other: '{count} lignes datent de plus d’un an avant l’émission (depuis le {date}).',
      },
      en: {
        one: '{count} line is more than a year older than the invoice ({date}).',
        other: '{count} lines are more than a year older than the invoice (since {date}).',
      },
    },
    remedy: { fr: 'Vérifier les dates', en: 'Check the dates' },
  },
  'line.date_outside_run': {
    title: { fr: 'Ligne hors de la période', en: 'Line outside the period' },
    detail: {
      fr: {
        one: '{count} ligne, du {date}, est hors de la période de la campagne.',
        other: '{count} lignes, la première du {date}, sont hors de la période de la campagne.',
      },
      en: {
        one: '{count} line, of {date}, is outside the period of the bill run.',
        other: '{count} lines, the first of {date}, are outside the period of the bill run.',
      },
    },
    remedy: { fr: 'Retenir ces lignes', en: 'Hold these lines' },
  },
  'line.price_finer_than_currency': {
    title: { fr: 'Prix plus fin que la devise', en: 'Price finer than the currency' },
    detail: {
      fr: {
        one: '{count} prix a des décimales que {currency} n’a pas ; le montant de la ligne est arrondi.',
        other: '{count} prix ont des décimales que {currency} n’a pas ; les montants des lignes sont arrondis.',
      },
      en: {
        one: '{count} price has decimals that {currency} does not have; the line’s amount is rounded.',
        other: '{count} prices have decimals that {currency} does not have; the lines’ amounts are rounded.',
      },
    },
    remedy: { fr: 'Vérifier la devise', en: 'Check the currency' },
  },
  'document.total_zero': {
    title: { fr: 'Total nul', en: 'Zero total' },
    detail: { fr: 'Le total du document est de zéro.', en: 'The document’s total is zero.' },
    remedy: { fr: 'Écarter ce brouillon', en: 'Exclude this draft' },
  },
  'document.total_negative': {
    title: { fr: 'Devient un avoir', en: 'Becomes a credit note' },
    detail: {
      fr: 'Le total est négatif : le document est un avoir de {amount}.',
      en: 'The total is negative: the document is a credit note of {amount}.',
    },
    remedy: { fr: 'Voir les lignes', en: 'See the lines' },
  },
  'document.preceding_unknown': {
    title: { fr: 'Facture d’origine inconnue', en: 'Original invoice unknown' },
    detail: {
      fr: 'L’avoir ne nomme pas la facture qu’il corrige.',
      en: 'The credit note does not name the invoice it corrects.',
    },
    remedy: { fr: 'Choisir la facture d’origine', en: 'Choose the original invoice' },
  },
  'document.preceding_not_found': {
    title: { fr: 'Origine introuvable', en: 'Original not found' },
    detail: {
      fr: 'Aucune facture de ce client ne porte ce numéro dans ce fichier : {numbers}.',
      en: 'No invoice of this customer has this number in this file: {numbers}.',
    },
    remedy: { fr: 'Vérifier le numéro', en: 'Check the number' },
  },
  'document.credit_exceeds_invoice': {
    title: { fr: 'Avoir trop élevé', en: 'Credit too large' },
    detail: {
      fr: 'L’avoir est de {amount} ; il ne reste que {left} à créditer sur {numbers}.',
      en: 'The credit note is of {amount}; only {left} is left to credit on {numbers}.',
    },
    remedy: { fr: 'Vérifier le montant', en: 'Check the amount' },
  },
  'document.issue_date_far': {
    title: { fr: 'Émission éloignée', en: 'Issue date far off' },
    detail: {
      fr: 'Le document est daté du {date} ; nous sommes le {today}.',
      en: 'The document is dated {date}; today is {today}.',
    },
    remedy: { fr: 'Changer la date d’émission', en: 'Change the issue date' },
  },
  'document.period_over_month': {
    title: { fr: 'Plus d’un mois civil', en: 'More than one calendar month' },
    detail: {
      fr: 'Les lignes vont du {from} au {to} ; une facture récapitulative couvre un seul mois civil.',
      en: 'The lines run from {from} to {to}; a periodic invoice covers one calendar month only.',
    },
    remedy: { fr: 'Facturer chaque mois à part', en: 'Bill each month by itself' },
  },
  'document.amount_too_large': {
    title: { fr: 'Montant trop grand', en: 'Amount too large' },
    detail: {
      fr: 'Le montant {amount} dépasse ce qu’un tableur conserve au centime près.',
      en: 'The amount {amount} is more than a spreadsheet keeps to the cent.',
    },
    remedy: { fr: 'Vérifier quantités et prix', en: 'Check quantities and prices' },
  },
  'document.glyphs_missing': {
    title: { fr: 'Caractères sans dessin', en: 'Characters that cannot be drawn' },
    detail: {
      fr: 'Les polices du papier n’ont pas : {characters}. Chacun deviendrait un signe de remplacement.',
      en: 'The fonts of the paper lack: {characters}. Each would become a replacement sign.',
    },
    remedy: { fr: 'Écrire en caractères latins', en: 'Write it in Latin letters' },
  },
  'document.reference_billed': {
    title: { fr: 'Référence déjà facturée', en: 'Reference already billed' },
    detail: {
      fr: 'La référence {reference} de ce client a déjà été facturée : {number}, le {date}.',
      en: 'Reference {reference} of this customer has been billed already: {number}, on {date}.',
    },
    remedy: { fr: 'Comparer avec {number}', en: 'Compare with {number}' },
  },
  'document.likely_duplicate': {
    title: { fr: 'Doublon probable', en: 'Likely duplicate' },
    detail: {
      fr: 'Le même client a déjà une facture de {amount} à une date proche : {number}, le {date}.',
      en: 'The same customer already has an invoice of {amount} at a near date: {number}, on {date}.',
    },
    remedy: { fr: 'Comparer avec {number}', en: 'Compare with {number}' },
  },
  'company.address_missing': {
    title: { fr: 'Votre adresse manque', en: 'Your address is missing' },
    detail: {
      fr: 'Votre entreprise n’a pas d’adresse complète ; une facture doit la porter.',
      en: 'Your company has no complete address; an invoice has to carry one.',
    },
    remedy: { fr: 'Compléter l’entreprise', en: 'Complete the company' },
  },
  'company.vat_number_invalid': {
    title: { fr: 'Votre numéro de TVA est douteux', en: 'Your VAT number is doubtful' },
    detail: {
      fr: 'Le numéro de TVA {number} de votre entreprise n’a pas la forme attendue.',
      en: 'Your company’s VAT number {number} does not have the expected form.',
    },
    remedy: { fr: 'Vérifier le numéro', en: 'Check the number' },
  },
  'company.iban_missing': {
    title: { fr: 'IBAN manquant', en: 'IBAN missing' },
    detail: {
      fr: 'Votre entreprise n’a pas d’IBAN ; la facture ne dit pas où payer.',
      en: 'Your company has no IBAN; the invoice does not say where to pay.',
    },
    remedy: { fr: 'Compléter l’entreprise', en: 'Complete the company' },
  },
  'company.vat_number_missing': {
    title: { fr: 'Facturé sans TVA', en: 'Billed without VAT' },
    detail: {
      fr: 'Votre entreprise n’a pas de numéro de TVA : aucune TVA n’est facturée, comme pour une franchise en base. Acceptez si c’est le cas.',
      en: 'Your company has no VAT number: no tax is charged, as for an exempt small business. Accept it if that is so.',
    },
    remedy: { fr: 'Compléter l’entreprise', en: 'Complete the company' },
  },
  'tax.treated_as_consumer': {
    title: { fr: 'Traité comme un particulier', en: 'Treated as a consumer' },
    detail: {
      fr: 'Le client {code} ({country}) n’a pas de numéro de TVA ; la TVA de votre pays est facturée.',
      en: 'Customer {code} ({country}) has no VAT number; your own country’s tax is charged.',
    },
    remedy: { fr: 'Dire qui est {code}', en: 'Say who {code} is' },
  },
  'tax.rate_class_unknown': {
    title: { fr: 'Taux inexistant', en: 'No such rate' },
    detail: {
      fr: {
        one: '{count} ligne demande un taux que le pays n’a pas à cette date ; le taux normal est appliqué.',
        other: '{count} lignes demandent un taux que le pays n’a pas à cette date ; le taux normal est appliqué.',
      },
      en: {
        one: '{count} line asks for a rate that the country does not have on that date; the standard rate is applied.',
        other:
          '{count} lines ask for a rate that the country does not have on that date; the standard rate is applied.',
      },
    },
    remedy: { fr: 'Choisir un autre taux', en: 'Choose another rate' },
  },
  'tax.rate_before_history': {
    title: { fr: 'Taux inconnu à cette date', en: 'Rate unknown at that date' },
    detail: {
      fr: {
        one: '{count} ligne est antérieure à la table des taux ; le plus ancien taux connu est appliqué.',
        other: '{count} lignes sont antérieures à la table des taux ; le plus ancien taux connu est appliqué.',
      },
      en: {
        one: '{count} line is older than the table of rates; the oldest known rate is applied.',
        other: '{count} lines are older than the table of rates; the oldest known rate is applied.',
      },
    },
    remedy: { fr: 'Vérifier les dates', en: 'Check the dates' },
  },
  'tax.outside_scope_mixed': {
    title: { fr: 'Hors champ mêlé', en: 'Outside scope mixed' },
    detail: {
      fr: 'Des lignes hors du champ de la TVA et d’autres sont sur un document ; en facture électronique elles doivent être séparées.',
      en: 'Lines outside the scope of VAT and others are on one document; as an e-invoice they have to be apart.',
    },
    remedy: { fr: 'Facturer à part', en: 'Bill them apart' },
  },
});

export type CheckId = keyof typeof findingTexts;
