/** The sample company: made again it has the same bytes, and what looks valid is valid. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { isValidIBAN } from 'ibantools';
import { afterAll, describe, expect, it } from 'vitest';
import { checkVatNumber } from '#engine/domain/text/vat-number.ts';
import { loadSample } from '#engine/services/sample-company.ts';
import { root, temporaryFolder } from './liasse.ts';

const kept = join(root, 'resources/sample');
const folder = temporaryFolder();
afterAll(() => folder.remove());

const rows = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(kept, name)), { bom: true, delimiter: ';', columns: true });

describe('the sample company', () => {
  it('is what the script makes, byte by byte', () => {
    execFileSync(process.execPath, [join(root, '.ci/sample.mjs'), folder.path], { stdio: 'pipe' });
    expect(readdirSync(folder.path).sort()).toEqual(readdirSync(kept).sort());
    for (const name of readdirSync(kept)) {
      expect(readFileSync(join(folder.path, name)).equals(readFileSync(join(kept, name))), name).toBe(true);
    }
  });

  it('has the size that was promised', () => {
    expect(rows('customers.csv')).toHaveLength(200);
    expect(rows('products.csv')).toHaveLength(60);
    expect(rows('lines.csv')).toHaveLength(1000);
    expect(new Set(rows('customers.csv').map((row) => row['Pays'])).size).toBeGreaterThanOrEqual(14);
  });

  it('loads: the page fits the model, the files are there in the order of import', () => {
    const sample = loadSample(join(root, 'resources'));
    expect(sample.files.map((file) => file.kind)).toEqual(['customers', 'products', 'lines']);
    expect(sample.profile.country).toBe('FR');
    expect(isValidIBAN(sample.profile.iban ?? '')).toBe(true);
    expect(checkVatNumber(sample.profile.vatNumber ?? '')).toBe('valid');
  });

  it('names a missing file', () => {
    expect(() => loadSample(folder.path)).toThrowError('sample_missing');
  });

  it('has right check digits in all tax numbers but the one that is wrong on purpose', () => {
    const wrong = rows('customers.csv')
      .map((row) => row['N° TVA'] ?? '')
      .filter((number) => number !== '' && checkVatNumber(number) !== 'valid');
    expect(wrong).toEqual(['BE0123456700']);
  });

  it('writes to nobody: every address lies in .example (RFC 2606)', () => {
    for (const row of rows('customers.csv')) expect(row['E-mail']).toMatch(/^[a-z0-9.-]+@[a-z0-9-]+\.example$/);
  });

  it('gives the checks something to find', () => {
    const lines = rows('lines.csv');
    const twins = lines.filter((row, index) => JSON.stringify(row) === JSON.stringify(lines[index - 1]));
    expect(twins).toHaveLength(3);
    expect(lines.filter((row) => row['Code client'] === '')).toHaveLength(4);
    expect(lines.filter((row) => row['Prix unitaire HT'] === '0').length).toBeGreaterThan(1);
    expect(lines.filter((row) => row['Prix unitaire HT'] === '')).toHaveLength(1);
    expect(lines.filter((row) => row['Quantité']?.startsWith('-')).length).toBeGreaterThan(3);
    const products = new Set(rows('products.csv').map((row) => row['Code article']));
    expect(lines.filter((row) => !products.has(row['Code article'] ?? ''))).toHaveLength(2);
  });
});
