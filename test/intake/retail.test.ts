/** A real retailer's months: every row accounted for, by count and by amount, against a reading of the file of our own. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { stage } from './help.ts';

const folder = fileURLToPath(new URL('../../../shared/samples/online-retail/', import.meta.url));

/** RFC 4180 by hand: the second opinion. */
function parse(text: string): string[][] {
  return text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

/** Millionths, exactly. */
function micro(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
  return text.startsWith('-') ? -value : value;
}

describe.each(['2010-12', '2011-03'])('%s', (month) => {
  const path = `${folder}${month}.csv.gz`;
  const there = existsSync(path);
  it.skipIf(!there)(
    `reads every row${there ? '' : ' (skipped: ../shared/samples/online-retail is not there)'}`,
    async () => {
      const [, ...rows] = parse(gunzipSync(readFileSync(path)).toString('utf8'));
      const result = await stage(path, 'lines', { currency: 'GBP' });
      expect(result.inspection).toMatchObject({
        options: { encoding: 'utf-8', delimiter: ',', decimalMark: '.', dateOrder: 'ymd', headerRow: 1 },
        dateOrderAmbiguous: false,
        rowEstimate: rows.length,
      });
      expect(result).toMatchObject({
        rows: rows.length,
        records: rows.length,
        rejected: 0,
        empty: 0,
        sha256: result.inspection.sha256,
      });
      expect(new Set(result.keys).size).toBe(rows.length);

      let expected = 0n;
      let without = 0;
      let found = 0n;
      let held = 0;
      rows.forEach((row, index) => {
        const [invoice, code, description, quantity = '', date = '', price = '', customer = ''] = row;
        expected += (micro(quantity) * micro(price)) / 1_000_000n;
        if (customer === '') without += 1;
        const line = result.lines[index];
        if (line === undefined) throw new Error(`no line for row ${index + 2}`);
        found += (micro(line.quantity) * micro(line.unitPrice ?? '0')) / 1_000_000n;
        if (line.customerCode === null) held += 1;
        if (line.invoiceReference !== invoice || line.productCode !== code?.trim() || line.date !== date.slice(0, 10)) {
          throw new Error(`row ${index + 2} is not the same: ${JSON.stringify(line)} for ${row.join(',')}`);
        }
        if (
          (line.description ?? '') !== description?.trim() ||
          line.customerCode !== (customer.replace(/\.0$/, '') || null)
        ) {
          throw new Error(`row ${index + 2} is not the same: ${JSON.stringify(line)} for ${row.join(',')}`);
        }
      });
      expect(found).toBe(expected);
      expect(held).toBe(without);
      expect(without).toBeGreaterThan(1000);
    },
  );
});
