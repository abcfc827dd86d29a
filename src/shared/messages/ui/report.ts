/** The report for support: what stands in it, and the window in which it is read first. */
import { defineTexts } from '../catalogue.ts';

export const reportTexts = defineTexts({
  lineTitle: { fr: 'Rapport Liasse', en: 'Liasse report' },
  sectionProgram: { fr: 'Programme', en: 'Program' },
  sectionComputer: { fr: 'Ordinateur', en: 'Computer' },
  sectionSettings: { fr: 'Réglages', en: 'Settings' },
  sectionCompany: { fr: 'Entreprise (ordres de grandeur)', en: 'Company (orders of magnitude)' },
  sectionFailure: { fr: 'Dernier échec', en: 'Last failure' },
  sectionLog: { fr: 'Journal', en: 'Log' },
  noCompany: { fr: 'aucune entreprise ouverte', en: 'no company is open' },
  noFailure: { fr: 'aucun depuis le démarrage', en: 'none since the start' },
});

export const reportDialogTexts = defineTexts({
  title: { fr: 'Signaler un problème', en: 'Report a problem' },
  lead: {
    fr: 'Voici tout ce que contiendrait le rapport. Rien n’est envoyé\u00a0: vous le copiez ou l’enregistrez, puis le remettez à la personne qui vous aide. Barrez les lignes que vous ne voulez pas donner.',
    en: 'This is everything the report would hold. Nothing is sent: you copy or save it and hand it to whoever helps you. Strike the lines you would rather keep.',
  },
  label: { fr: 'Lignes du rapport', en: 'Lines of the report' },
  strike: { fr: 'Barrer', en: 'Strike' },
  restore: { fr: 'Remettre', en: 'Put back' },
  struck: {
    fr: { one: '{count} ligne barrée', other: '{count} lignes barrées' },
    en: { one: '{count} line struck', other: '{count} lines struck' },
  },
  kept: {
    fr: { one: '{count} ligne', other: '{count} lignes' },
    en: { one: '{count} line', other: '{count} lines' },
  },
  keys: { fr: 'Espace barre la ligne ou la remet', en: 'Space strikes the line or puts it back' },
  copy: { fr: 'Copier', en: 'Copy' },
  copied: { fr: 'Rapport copié', en: 'Report copied' },
  save: { fr: 'Enregistrer…', en: 'Save…' },
  saved: { fr: 'Rapport enregistré\u00a0: {name}', en: 'Report saved: {name}' },
  fileName: { fr: 'Rapport Liasse', en: 'Liasse report' },
});
