/**
 * The search over 100,000 customers and 100,000 documents: what one answer costs beside the bare statement that finds the same
 * record by its index, and a text that occurs nowhere beside the bare walk through the folded texts. Medians of rounds.
 */

import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openSqlite } from '#engine/store/database.ts';
import { uuidv7 } from '#engine/store/ids.ts';
import { startEngine } from '../alive/engine.ts';
import { profile } from '../crash/data.ts';
import type { ListRow } from './lists.ts';
import { median } from './measure.ts';

const COUNT = 100_000;

/** Past the engine, as the lists' bench does: what is measured is reading. */
function fill(path: string): void {
  const db = new BetterSqlite3(path);
  const now = new Date().toISOString();
  db.transaction(() => {
    const customer = db.prepare(
      `INSERT INTO customer (id, code, code_fold, name, name_fold, search_fold, kind, address_lines, city, city_fold, country,
        archived, created_at, updated_at, row_version)
       VALUES (@id, @code, @code, @name, @name, @search, 'business', 'x', 'ville', 'ville', 'FR', 0, @now, @now, 1)`,
    );
    const series = db.prepare('SELECT id FROM series LIMIT 1').pluck().get();
    const document = db.prepare(
      `INSERT INTO document (id, format_version, kind, number, body, sha256, previous_hash, chain_hash, created_at)
       VALUES (@n, 1, 'invoice', @number, x'00', '', @before, @hash, @now)`,
    );
    const invoice = db.prepare(
      `INSERT INTO invoice (id, document_id, number, number_fold, series_id, counter_key, seq, kind, customer_id, customer_code,
        customer_name, customer_fold, search_fold, reference_fold, currency, issue_date, tax_point, net, tax, gross, created_at)
       VALUES (@id, @n, @number, @number, @series, '', @n, 'invoice', @customer, '', @name, @name, @search, '', 'EUR',
        '2024-01-01', '2024-01-01', @net, 0, @net, @now)`,
    );
    for (let n = 1; n <= COUNT; n += 1) {
      const id = uuidv7();
      const [code, number] = [`k${String(n).padStart(6, '0')}`, `f-2024-${String(n).padStart(6, '0')}`];
      const name = `maison ${(n * 7919).toString(36)} et fils`;
      customer.run({ id, code, name, search: `${code} ${name} ville compta${n}@maison.example`, now });
      document.run({ n, number, before: n === 1 ? '' : `h${n - 1}`, hash: `h${n}`, now });
      invoice.run({
        id: uuidv7(),
        n,
        number,
        series,
        customer: id,
        name,
        search: `${number} ${code} ${name}`,
        net: n * 101,
        now,
      });
    }
  })();
  db.close();
}

const one = (statement: string) => (db: BetterSqlite3.Database, value: string | number) =>
  db.prepare(statement).all(value);
const readings: { name: string; text(n: number): string; bare(db: BetterSqlite3.Database, n: number): unknown }[] = [
  {
    name: 'a document by its number',
    text: (n) => `F-2024-${String(n).padStart(6, '0')}`,
    bare: (db, n) => one('SELECT * FROM invoice WHERE number_fold = ?')(db, `f-2024-${String(n).padStart(6, '0')}`),
  },
  {
    name: 'a document by its amount',
    text: (n) => (n * 1.01).toFixed(2),
    bare: (db, n) => one('SELECT * FROM invoice WHERE gross = ?')(db, n * 101),
  },
  {
    name: 'many customers by a word',
    text: () => 'maison',
    bare: (db) => one('SELECT * FROM customer WHERE archived = 0 AND name_fold >= ? LIMIT 7')(db, 'maison'),
  },
  {
    name: 'a text that is nowhere',
    text: (n) => `zzq${n}`,
    bare: (db, n) => [
      one('SELECT id FROM customer WHERE instr(search_fold, ?) > 0')(db, `zzq${n}`),
      one('SELECT id FROM invoice WHERE instr(search_fold, ?) > 0')(db, `zzq${n}`),
    ],
  },
];

export async function benchSearch(rounds: number): Promise<ListRow[]> {
  const engine = startEngine();
  const path = join(engine.folder, 'search.liasse');
  try {
    await engine.client.call('company.create', { path, profile });
    await engine.client.call('company.close', {});
    fill(path);
    await engine.client.call('company.open', { path });
    const db = openSqlite(path, { readOnly: true, mustExist: true });
    const rows: ListRow[] = [];
    for (const { name, text, bare } of readings) {
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds * 5; round += 1) {
        const n = 1 + ((round * 7919 + 4321) % COUNT);
        const began = performance.now();
        await engine.client.call('search.all', { text: text(n) });
        const between = performance.now();
        bare(db, n);
        ours.push(between - began);
        theirs.push(performance.now() - between);
      }
      const [milliseconds, bareMilliseconds] = [median(ours), median(theirs)];
      rows.push({ name, milliseconds, bareMilliseconds, ratio: milliseconds / bareMilliseconds });
    }
    db.close();
    return rows;
  } finally {
    await engine.close();
  }
}
