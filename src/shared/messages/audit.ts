/** The audit trail as people read it: a sentence for every action, and what it changed. Pure: for the window and the command line. */
import { z } from 'zod';
import type { AuditGroup } from '../contract/audit.ts';
import type { Language } from '../model/values.ts';
import { auditValue } from './audit-values.ts';
import { defineTexts, fill, type Text, type TextParams } from './catalogue.ts';

/** By the action's name in the audit trail. Everybody who writes an action adds its sentence here. */
export const auditTexts = defineTexts({
  'company.created': { fr: 'Entreprise créée', en: 'Company created' },
  'company.changed': { fr: 'Identité de l’entreprise modifiée', en: 'Company identity changed' },
  'company.restored_copy_accepted': {
    fr: 'Copie plus ancienne acceptée\u00a0: {reason}',
    en: 'Older copy accepted: {reason}',
  },
  'settings.copied': {
    fr: {
      one: '{count} réglage repris de «\u00a0{name}\u00a0»',
      other: '{count} réglages repris de «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} setting taken from “{name}”', other: '{count} settings taken from “{name}”' },
  },
  'user.created': { fr: 'Utilisateur «\u00a0{name}\u00a0» créé', en: 'User “{name}” made' },
  'user.changed': { fr: 'Utilisateur «\u00a0{name}\u00a0» modifié', en: 'User “{name}” changed' },
  'user.archived': { fr: 'Utilisateur «\u00a0{name}\u00a0» retiré', en: 'User “{name}” removed' },
  'user.restored': { fr: 'Utilisateur «\u00a0{name}\u00a0» rétabli', en: 'User “{name}” taken back' },
  'user.secret_changed': { fr: 'Code de «\u00a0{name}\u00a0» changé', en: 'Secret of “{name}” changed' },
  'user.reset': {
    fr: 'Code de «\u00a0{name}\u00a0» retiré par qui détient le fichier',
    en: 'Secret of “{name}” taken away by whoever holds the file',
  },
  'people.four_eyes_on': { fr: 'Quatre yeux activés', en: 'Four eyes turned on' },
  'people.four_eyes_off': { fr: 'Quatre yeux désactivés', en: 'Four eyes turned off' },
  'people.lock_changed': {
    fr: 'Verrouillage sans saisie\u00a0: {seconds}\u00a0s',
    en: 'Lock without input: {seconds} s',
  },
  'run.own_approvals_lifted': {
    fr: {
      one: '{name}\u00a0: {count} approbation levée, donnée par qui avait préparé',
      other: '{name}\u00a0: {count} approbations levées, données par qui avait préparé',
    },
    en: {
      one: '{name}: {count} approval lifted, given by who had prepared',
      other: '{name}: {count} approvals lifted, given by who had prepared',
    },
  },
  'series.created': { fr: 'Série «\u00a0{name}\u00a0» créée', en: 'Series “{name}” created' },
  'series.changed': { fr: 'Série «\u00a0{name}\u00a0» modifiée', en: 'Series “{name}” changed' },
  'customer.created': { fr: 'Client {code} créé', en: 'Customer {code} created' },
  'customer.changed': { fr: 'Client {code} modifié', en: 'Customer {code} changed' },
  'customer.imported': { fr: 'Client {code} repris d’un fichier', en: 'Customer {code} taken from a file' },
  'product.created': { fr: 'Produit {code} créé', en: 'Product {code} created' },
  'product.changed': { fr: 'Produit {code} modifié', en: 'Product {code} changed' },
  'import.committed': { fr: '«\u00a0{file}\u00a0» importé', en: '“{file}” imported' },
  'lines.assign': {
    fr: { one: '{count} ligne rattachée à {code}', other: '{count} lignes rattachées à {code}' },
    en: { one: '{count} line given to {code}', other: '{count} lines given to {code}' },
  },
  'lines.hold': {
    fr: { one: '{count} ligne retenue', other: '{count} lignes retenues' },
    en: { one: '{count} line held', other: '{count} lines held' },
  },
  'lines.exclude': {
    fr: { one: '{count} ligne écartée', other: '{count} lignes écartées' },
    en: { one: '{count} line excluded', other: '{count} lines excluded' },
  },
  'lines.reopen': {
    fr: { one: '{count} ligne remise en attente', other: '{count} lignes remises en attente' },
    en: { one: '{count} line reopened', other: '{count} lines reopened' },
  },
  'run.created': { fr: 'Campagne «\u00a0{name}\u00a0» créée', en: 'Bill run “{name}” created' },
  'run.drafted': {
    fr: 'Brouillons préparés pour «\u00a0{name}\u00a0»\u00a0: {drafts}',
    en: 'Drafts made for “{name}”: {drafts}',
  },
  'run.lines_held': {
    fr: 'Lignes retenues dans «\u00a0{name}\u00a0»\u00a0: {reference}',
    en: 'Lines held in “{name}”: {reference}',
  },
  'run.approve': {
    fr: {
      one: '{count} brouillon approuvé dans «\u00a0{name}\u00a0»',
      other: '{count} brouillons approuvés dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft approved in “{name}”', other: '{count} drafts approved in “{name}”' },
  },
  'run.hold': {
    fr: {
      one: '{count} brouillon retenu dans «\u00a0{name}\u00a0»',
      other: '{count} brouillons retenus dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft held in “{name}”', other: '{count} drafts held in “{name}”' },
  },
  'run.exclude': {
    fr: {
      one: '{count} brouillon écarté de «\u00a0{name}\u00a0»',
      other: '{count} brouillons écartés de «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft excluded from “{name}”', other: '{count} drafts excluded from “{name}”' },
  },
  'run.reopen': {
    fr: {
      one: '{count} brouillon repris dans «\u00a0{name}\u00a0»',
      other: '{count} brouillons repris dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} draft reopened in “{name}”', other: '{count} drafts reopened in “{name}”' },
  },
  'run.finding_accepted': {
    fr: {
      one: '{count} constat accepté dans «\u00a0{name}\u00a0»',
      other: '{count} constats acceptés dans «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} finding accepted in “{name}”', other: '{count} findings accepted in “{name}”' },
  },
  'run.finalised': {
    fr: {
      one: '{count} document émis, campagne «\u00a0{name}\u00a0»',
      other: '{count} documents émis, campagne «\u00a0{name}\u00a0»',
    },
    en: { one: '{count} document issued, bill run “{name}”', other: '{count} documents issued, bill run “{name}”' },
  },
  'run.produced': { fr: 'PDF produits pour «\u00a0{name}\u00a0»', en: 'PDFs made for “{name}”' },
  'run.abandoned': { fr: 'Campagne «\u00a0{name}\u00a0» abandonnée', en: 'Bill run “{name}” abandoned' },
  'invoice.issued': { fr: '{number} émise', en: '{number} issued' },
  'invoice.pdf_saved': { fr: 'PDF enregistré', en: 'PDF saved' },
  'customer.erased': {
    fr: 'Données d’un client effacées\u00a0: {reason}',
    en: 'A customer’s data was erased: {reason}',
  },
  'export.workbook': { fr: 'Classeur exporté', en: 'Workbook exported' },
  'customer.not_duplicates': {
    fr: 'Pas des doublons\u00a0: {codes}',
    en: 'Not duplicates: {codes}',
  },
  'customer.merged': {
    fr: {
      one: '{count} client fusionné avec {code}\u00a0: {codes}',
      other: '{count} clients fusionnés avec {code}\u00a0: {codes}',
    },
    en: { one: '{count} customer merged into {code}: {codes}', other: '{count} customers merged into {code}: {codes}' },
  },
  'customer.merged_away': { fr: 'Client {code} fusionné avec {into}', en: 'Customer {code} merged into {into}' },
  'customer.bulk_changed': {
    fr: { one: '{count} client modifié', other: '{count} clients modifiés d’un coup' },
    en: { one: '{count} customer changed', other: '{count} customers changed at once' },
  },
  'customer.bulk_archived': {
    fr: { one: '{count} client archivé', other: '{count} clients archivés' },
    en: { one: '{count} customer archived', other: '{count} customers archived' },
  },
  'customer.bulk_restored': {
    fr: { one: '{count} client restauré', other: '{count} clients restaurés' },
    en: { one: '{count} customer restored', other: '{count} customers restored' },
  },
  'product.bulk_changed': {
    fr: { one: '{count} produit modifié', other: '{count} produits modifiés d’un coup' },
    en: { one: '{count} product changed', other: '{count} products changed at once' },
  },
  'product.bulk_archived': {
    fr: { one: '{count} produit archivé', other: '{count} produits archivés' },
    en: { one: '{count} product archived', other: '{count} products archived' },
  },
  'product.bulk_restored': {
    fr: { one: '{count} produit restauré', other: '{count} produits restaurés' },
    en: { one: '{count} product restored', other: '{count} products restored' },
  },
  'field.created': { fr: 'Champ «\u00a0{name}\u00a0» créé', en: 'Field “{name}” created' },
  'field.changed': { fr: 'Champ «\u00a0{name}\u00a0» modifié', en: 'Field “{name}” changed' },
  'field.archived': { fr: 'Champ «\u00a0{name}\u00a0» archivé', en: 'Field “{name}” archived' },
  'field.restored': { fr: 'Champ «\u00a0{name}\u00a0» restauré', en: 'Field “{name}” restored' },
  'field.reordered': {
    fr: 'Champs mis dans un autre ordre\u00a0: {names}',
    en: 'Fields put in another order: {names}',
  },
  'tag.created': { fr: 'Étiquette «\u00a0{name}\u00a0» créée', en: 'Tag “{name}” created' },
  'tag.renamed': {
    fr: 'Étiquette «\u00a0{before}\u00a0» renommée en «\u00a0{name}\u00a0»',
    en: 'Tag “{before}” renamed to “{name}”',
  },
  'tag.removed': {
    fr: {
      one: 'Étiquette «\u00a0{name}\u00a0» supprimée de {count} fiche',
      other: 'Étiquette «\u00a0{name}\u00a0» supprimée de {count} fiches',
    },
    en: { one: 'Tag “{name}” removed from {count} record', other: 'Tag “{name}” removed from {count} records' },
  },
  'segment.created': { fr: 'Segment «\u00a0{name}\u00a0» créé', en: 'Segment “{name}” created' },
  'segment.changed': { fr: 'Segment «\u00a0{name}\u00a0» modifié', en: 'Segment “{name}” changed' },
  'segment.removed': { fr: 'Segment «\u00a0{name}\u00a0» supprimé', en: 'Segment “{name}” removed' },
  'view.created': { fr: 'Vue «\u00a0{name}\u00a0» enregistrée', en: 'View “{name}” saved' },
  'view.changed': { fr: 'Vue «\u00a0{name}\u00a0» modifiée', en: 'View “{name}” changed' },
  'view.reordered': { fr: 'Vues mises dans un autre ordre\u00a0: {names}', en: 'Views put in another order: {names}' },
  'view.removed': { fr: 'Vue «\u00a0{name}\u00a0» supprimée', en: 'View “{name}” removed' },
  'import.taken_back': { fr: 'Import de «\u00a0{file}\u00a0» annulé', en: 'Import of “{file}” undone' },
  'undo.applied': { fr: 'Annulé\u00a0: {sentence}', en: 'Undone: {sentence}' },
  'undo.redone': { fr: 'Rétabli\u00a0: {sentence}', en: 'Done again: {sentence}' },
});

/** Fields as the trail names them. */
export const auditFields = defineTexts({
  code: { fr: 'code', en: 'code' },
  name: { fr: 'nom', en: 'name' },
  kind: { fr: 'type', en: 'kind' },
  addressLines: { fr: 'adresse', en: 'address' },
  postcode: { fr: 'code postal', en: 'postcode' },
  city: { fr: 'ville', en: 'city' },
  region: { fr: 'région', en: 'region' },
  country: { fr: 'pays', en: 'country' },
  vatNumber: { fr: 'numéro de TVA', en: 'VAT number' },
  registrationNumber: { fr: 'numéro d’immatriculation', en: 'registration number' },
  electronicAddress: { fr: 'adresse électronique de facturation', en: 'electronic invoicing address' },
  email: { fr: 'adresse e-mail', en: 'e-mail address' },
  phone: { fr: 'téléphone', en: 'phone' },
  contactName: { fr: 'contact', en: 'contact' },
  language: { fr: 'langue', en: 'language' },
  currency: { fr: 'devise', en: 'currency' },
  paymentTermsDays: { fr: 'délai de paiement (jours)', en: 'payment terms (days)' },
  orderReference: { fr: 'référence de commande', en: 'order reference' },
  note: { fr: 'note', en: 'note' },
  archived: { fr: 'archivé', en: 'archived' },
  tags: { fr: 'étiquettes', en: 'tags' },
  supply: { fr: 'nature', en: 'supply' },
  unit: { fr: 'unité', en: 'unit' },
  unitPrice: { fr: 'prix unitaire', en: 'unit price' },
  taxClass: { fr: 'classe de taxe', en: 'tax class' },
  tradingName: { fr: 'nom commercial', en: 'trading name' },
  taxRegistration: { fr: 'identifiant fiscal', en: 'tax registration' },
  legalNote: { fr: 'mention légale', en: 'legal note' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  bic: { fr: 'BIC', en: 'BIC' },
  zone: { fr: 'fuseau horaire', en: 'time zone' },
  paper: { fr: 'papier', en: 'paper' },
  colour: { fr: 'couleur', en: 'colour' },
  logo: { fr: 'logo', en: 'logo' },
  message: { fr: 'message', en: 'message' },
  defaultSupply: { fr: 'nature par défaut', en: 'default supply' },
  defaultTaxClass: { fr: 'classe de taxe par défaut', en: 'default tax class' },
  prefix: { fr: 'préfixe', en: 'prefix' },
  pattern: { fr: 'modèle', en: 'pattern' },
  reset: { fr: 'remise à zéro', en: 'restart' },
  startAt: { fr: 'premier numéro', en: 'first number' },
  customerId: { fr: 'client', en: 'customer' },
  isDefault: { fr: 'par défaut', en: 'default' },
});

/** What people distinguish: by the part of an action before its dot. */
export const auditGroups = {
  customer: 'records',
  product: 'records',
  field: 'records',
  tag: 'records',
  segment: 'records',
  view: 'records',
  undo: 'records',
  import: 'imports',
  lines: 'lines',
  run: 'runs',
  invoice: 'invoices',
  export: 'safety',
  company: 'company',
  series: 'company',
  setting: 'company',
  settings: 'company',
  user: 'people',
  people: 'people',
  backup: 'safety',
  erasure: 'safety',
} as const satisfies Record<string, AuditGroup>;

const sentences: Readonly<Record<string, Text | undefined>> = auditTexts;
const fields: Readonly<Record<string, Text | undefined>> = auditFields;

/**
 * An entry of the trail as a sentence. An action of a newer engine has none yet: its name stands, without pretending. An undo is
 * told with the sentence of what it took back.
 */
export function auditSentence(action: string, params: TextParams, language: Language): string {
  const text = sentences[action];
  if (!text) return action;
  const of = params['action'];
  if (typeof of !== 'string' || of === action) return fill(text, language, params);
  return fill(text, language, { ...params, sentence: auditSentence(of, { ...params, action: '' }, language) });
}

export interface AuditChange {
  /** The field as people know it. */
  label: string;
  from: string;
  to: string;
}

const Changes = z.array(z.tuple([z.string(), z.string(), z.string()]));
const CUSTOM = 'custom:';

/** What the act changed, field by field; empty where the trail does not say. */
export function auditChanges(params: TextParams, language: Language): AuditChange[] {
  const { changes } = params;
  if (typeof changes !== 'string') return [];
  const read = Changes.safeParse(parsed(changes));
  if (!read.success) return [];
  return read.data.map(([field, from, to]) => {
    const text = fields[field];
    return {
      label: field.startsWith(CUSTOM) ? field.slice(CUSTOM.length) : text ? fill(text, language) : field,
      from: auditValue(field, from, language),
      to: auditValue(field, to, language),
    };
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not of ours: nothing to show.
    return null;
  }
}
