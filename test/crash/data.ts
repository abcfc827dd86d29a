/** A small company's month, generated: the same files every time. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompanyProfile } from '#shared/model/company.ts';

export const profile: CompanyProfile = {
  name: 'Atelier Brise',
  tradingName: null,
  addressLines: ['4 rue des Voiles'],
  postcode: '29200',
  city: 'Brest',
  region: null,
  country: 'FR',
  vatNumber: 'FR83404833048',
  taxRegistration: null,
  registrationNumber: '404833048',
  legalNote: null,
  email: null,
  phone: null,
  contactName: null,
  iban: null,
  bic: null,
  currency: 'EUR',
  language: 'fr',
  zone: 'Europe/Paris',
  paper: 'A4',
  colour: '#1f4e79',
  logo: null,
  paymentTermsDays: 30,
  message: null,
  defaultSupply: 'services',
  defaultTaxClass: 'standard',
};

export const period = { from: '2026-09-01', to: '2026-10-01' };
export const issueDate = '2026-09-30';

/** References that begin with this are billed; the other drafts stay open and go back at the end. */
export const BILLED = 'Mission';

export interface Size {
  customers: number;
  /** Documents that will be approved. Every 10th is negative: a credit note. */
  billed: number;
  /** Documents that will not. */
  left: number;
  linesEach: number;
}

/**
 * Enough for a first, a middle and a last one of everything that comes in batches: lines in batches of 500, drafts of 200,
 * notes of produced files of 50.
 */
export const small: Size = { customers: 40, billed: 102, left: 300, linesEach: 2 };

/** Writes `customers.csv` and `lines.csv` into a folder. */
export function writeFiles(folder: string, { customers, billed, left, linesEach }: Size): { lines: number } {
  const code = (n: number) => `C${String(n % customers).padStart(4, '0')}`;
  const people = ['Code client;Raison sociale;Type;Adresse;Code postal;Ville;Pays'];
  for (let n = 0; n < customers; n += 1) {
    people.push(`${code(n)};Client Été n° ${n} & fils;consommateur;${n + 1} rue du Parc;29200;Brest;FR`);
  }
  const rows = ['Référence facture;Date;Code client;Désignation;Quantité;Prix unitaire HT'];
  for (let n = 0; n < billed + left; n += 1) {
    const reference = n < billed ? `${BILLED} ${n}` : `Attente ${n}`;
    const sign = n < billed && n % 10 === 9 ? '-' : '';
    for (let line = 0; line < linesEach; line += 1) {
      const day = String(1 + ((n + line) % 28)).padStart(2, '0');
      const price = `${20 + ((n * 7 + line * 13) % 400)},${String((n * 31 + line) % 100).padStart(2, '0')}`;
      rows.push(`${reference};${day}/09/2026;${code(n)};Intervention ${n}-${line};${sign}${1 + (line % 4)};${price}`);
    }
  }
  writeFileSync(join(folder, 'customers.csv'), `${people.join('\r\n')}\r\n`);
  writeFileSync(join(folder, 'lines.csv'), `${rows.join('\r\n')}\r\n`);
  return { lines: rows.length - 1 };
}
