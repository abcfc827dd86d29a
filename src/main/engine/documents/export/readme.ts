/** LISEZMOI and README of a full export: what every file and every column is. */
import type { Language } from '#shared/model/values.ts';
import { csvForm } from './csv.ts';
import { type ExportFamily, families, pdfFamily } from './families.ts';

interface About {
  company: string;
  /** The language of the company: it decides how the CSV files are written. */
  language: Language;
  at: string;
  program: string;
}

export function exportReadme(about: About, language: Language): string {
  const form = csvForm(about.language);
  const fr = language === 'fr';
  const lines = fr
    ? [
        `Export complet de ${about.company}`,
        `Fait le ${about.at.slice(0, 10)} (${about.at}, UTC) par Liasse, format ${about.program}.`,
        '',
        'csv/   une table par fichier, pour un tableur',
        'json/  les mêmes tables, complètes, pour un autre programme',
        'pdf/   chaque facture\u202f; pdf.csv dit lesquelles sont les originaux',
        'manifest.json  chaque fichier avec sa taille et son empreinte SHA-256',
        '',
        `CSV\u00a0: UTF-8 avec marque d’ordre, séparateur «\u00a0${form.delimiter}\u00a0», décimale «\u00a0${form.decimal}\u00a0», dates AAAA-MM-JJ, instants en UTC.`,
        'Une apostrophe précède les textes qu’un tableur prendrait pour une formule.',
        'JSON\u00a0: une liste par fichier, un objet par ligne. Les montants y sont en unité mineure (centimes), avec leur devise à côté.',
        'L’export contient des données personnelles\u00a0: gardez-le en lieu sûr.',
      ]
    : [
        `Full export of ${about.company}`,
        `Made on ${about.at.slice(0, 10)} (${about.at}, UTC) by Liasse, format ${about.program}.`,
        '',
        'csv/   one table a file, for a spreadsheet',
        'json/  the same tables, complete, for another program',
        'pdf/   every invoice; pdf.csv says which are the originals',
        'manifest.json  every file with its size and its SHA-256',
        '',
        `CSV: UTF-8 with a byte order mark, delimiter “${form.delimiter}”, decimal mark “${form.decimal}”, dates YYYY-MM-DD, instants in UTC.`,
        'An apostrophe stands before texts that a spreadsheet would take for a formula.',
        'JSON: one list a file, one object a line. Amounts are in minor units (cents), with their currency beside them.',
        'The export contains personal data: keep it in a safe place.',
      ];
  for (const family of [...Object.values(families), pdfFamily]) lines.push(...familyLines(family, fr));
  return `${lines.join('\r\n')}\r\n`;
}

function familyLines(family: ExportFamily, fr: boolean): string[] {
  const widest = Math.max(...family.columns.map((column) => column.key.length));
  return [
    '',
    `${family.name}.csv${family === pdfFamily ? '' : `, ${family.name}.json`}`,
    fr ? family.fr : family.en,
    ...family.columns.map((column) => `  ${column.key.padEnd(widest)}  ${fr ? column.fr : column.en}`),
  ];
}
