/**
 * Lists of 100,000 customers: what a page costs beside the bare statements that give the same rows and their number, and what
 * changing all of them costs beside the bare UPDATE. Medians of rounds; each engine reading is of a view not seen before.
 */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openSqlite } from '#engine/store/database.ts';
import { uuidv7 } from '#engine/store/ids.ts';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId, TagId } from '#shared/model/ids.ts';
import { startEngine, type TestEngine } from '../alive/engine.ts';
import { profile } from '../crash/data.ts';
import { median, spent } from './measure.ts';

export interface ListRow {
  name: string;
  milliseconds: number;
  bareMilliseconds: number;
  /** Clock time of the engine over that of the bare statements. */
  ratio: number;
}

const CUSTOMERS = 100_000;
const INVOICES = 20_000;
const CITIES = 500;

/** Customers of whom every tenth bears a tag and every fifth was invoiced. Past the engine: an import is measured elsewhere. */
function fill(path: string, tag: string): void {
  const db = new BetterSqlite3(path);
  const now = new Date().toISOString();
  const ids = Array.from({ length: CUSTOMERS }, () => uuidv7());
  db.transaction(() => {
    const customer = db.prepare(
      `INSERT INTO customer (id, code, code_fold, name, name_fold, search_fold, kind, address_lines, city, city_fold, country,
        archived, created_at, updated_at, row_version)
       VALUES (@id, @code, @code, @name, @name, @search, 'business', 'x', @city, @city, 'FR', 0, @now, @now, 1)`,
    );
    for (const [n, id] of ids.entries()) {
      const mixed = (n * 7919) % CUSTOMERS;
      const [code, name, city] = [
        `k${String(mixed).padStart(6, '0')}`,
        `maison ${mixed.toString(36)}`,
        `ville ${mixed % CITIES}`,
      ];
      customer.run({ id, code, name, city, search: `${code} ${name} ${city}`, now });
    }
    db.prepare("INSERT INTO tag (id, record, name, name_fold) VALUES (?, 'customer', 'Bench', 'bench')").run(tag);
    const bear = db.prepare('INSERT INTO record_tag (record_id, tag_id) VALUES (?, ?)');
    for (let n = 0; n < CUSTOMERS; n += 10) bear.run(ids[n], tag);
    const series = db.prepare('SELECT id FROM series LIMIT 1').pluck().get();
    const document = db.prepare(
      `INSERT INTO document (id, format_version, kind, number, body, sha256, previous_hash, chain_hash, created_at)
       VALUES (@n, 1, 'invoice', @number, x'00', '', @before, @hash, @now)`,
    );
    const invoice = db.prepare(
      `INSERT INTO invoice (id, document_id, number, number_fold, series_id, counter_key, seq, kind, customer_id, customer_code,
        customer_name, customer_fold, search_fold, reference_fold, currency, issue_date, tax_point, net, tax, gross, created_at)
       VALUES (@id, @n, @number, @number, @series, '', @n, 'invoice', @customer, '', '', '', '', '', 'EUR', '2024-01-01',
        '2024-01-01', 0, 0, 0, @now)`,
    );
    for (let n = 1; n <= INVOICES; n += 1) {
      const number = `b${n}`;
      document.run({ n, number, before: n === 1 ? '' : `h${n - 1}`, hash: `h${n}`, now });
      invoice.run({ id: uuidv7(), n, number, series, customer: ids[((n * n) % INVOICES) * 5], now });
    }
  })();
  db.close();
}

interface Reading {
  name: string;
  input(round: number): Input<'customer.list'>;
  bare(db: BetterSqlite3.Database, round: number): void;
}

const PAGE = 100;
const COUNT = 'SELECT count(*) FROM customer WHERE archived = 0';
const page = (db: BetterSqlite3.Database, order: string, offset = 0): unknown =>
  db.prepare(`SELECT * FROM customer WHERE archived = 0 ORDER BY ${order}, id LIMIT ${PAGE} OFFSET ${offset}`).all();

const readings = (tag: TagId): Reading[] => [
  {
    name: 'first page of 100',
    input: () => ({ limit: PAGE }),
    bare: (db) => [db.prepare(COUNT).get(), page(db, 'name_fold')],
  },
  {
    name: 'page at row 90,000 (a view at hand)',
    input: (round) => ({ offset: 90_000 + round, limit: PAGE }),
    bare: (db, round) => [db.prepare(COUNT).get(), page(db, 'name_fold', 90_000 + round)],
  },
  {
    name: 'search (1,000 found)',
    input: (round) => ({ filter: { search: `k0${round}1` }, limit: PAGE }),
    bare: (db, round) => {
      const where = `archived = 0 AND search_fold LIKE '%k0${round}1%'`;
      db.prepare(`SELECT count(*) FROM customer WHERE ${where}`).get();
      db.prepare(`SELECT * FROM customer WHERE ${where} ORDER BY name_fold, id LIMIT ${PAGE}`).all();
    },
  },
  {
    name: 'filter by tag (10,000 found)',
    input: () => ({ filter: { tagIds: [tag] }, limit: PAGE }),
    bare: (db) => {
      const from =
        'FROM record_tag JOIN customer ON customer.id = record_tag.record_id WHERE tag_id = ? AND archived = 0';
      db.prepare(`SELECT count(*) ${from}`).get(tag);
      db.prepare(`SELECT customer.* ${from} ORDER BY name_fold, id LIMIT ${PAGE}`).all(tag);
    },
  },
  {
    name: 'sorted by city',
    input: () => ({
      sort: { by: 'city', descending: false },
      limit: PAGE,
    }),
    bare: (db) => [db.prepare(COUNT).get(), page(db, 'city_fold, name_fold')],
  },
  {
    name: 'sorted by number of invoices',
    input: () => ({
      sort: { by: 'invoices', descending: true },
      limit: PAGE,
    }),
    bare: (db) => {
      db.prepare(COUNT).get();
      db.prepare(
        `SELECT customer.*, n FROM customer LEFT JOIN (SELECT customer_id, count(*) AS n FROM invoice GROUP BY customer_id) AS own
         ON own.customer_id = customer.id WHERE archived = 0 ORDER BY coalesce(n, 0) DESC, name_fold DESC, id DESC LIMIT ${PAGE}`,
      ).all();
    },
  },
];

export async function benchLists(rounds: number): Promise<ListRow[]> {
  const engine = startEngine();
  try {
    const path = join(engine.folder, 'lists.liasse');
    const copy = join(engine.folder, 'bare.liasse');
    // Reason for the cast: made as every id is.
    const tag = uuidv7() as TagId;
    await engine.client.call('company.create', { path, profile });
    await engine.client.call('company.close', {});
    fill(path, tag);
    const source = new BetterSqlite3(path);
    await source.backup(copy);
    source.close();
    await engine.client.call('company.open', { path });
    const bare = openSqlite(copy, { readOnly: false, mustExist: true });
    bare.pragma('journal_mode = WAL');
    bare.pragma('synchronous = FULL');
    try {
      return [...(await readPages(engine, bare, tag, rounds)), ...(await changeAll(engine, bare, rounds))];
    } finally {
      bare.close();
    }
  } finally {
    await engine.close();
  }
}

async function readPages(
  { client }: TestEngine,
  bare: BetterSqlite3.Database,
  tag: TagId,
  rounds: number,
): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  for (const { name, input, bare: statement } of readings(tag)) {
    const own: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // A view is made anew each time; but for the deep page it is there, as it is when somebody scrolls.
      if (!name.includes('at hand')) await touch(client, round);
      own.push((await spent(() => client.call('customer.list', input(round)))).seconds);
      raw.push((await spent(() => statement(bare, round))).seconds);
    }
    rows.push(rowOf(name, own, raw));
  }
  return rows;
}

/** A change to something else, so that what is kept of views no longer holds. */
const touch = (client: TestEngine['client'], round: number) =>
  client.call('view.save', { list: 'runs', name: `${round} ${performance.now()}`, spec: { v: 1 } });

async function changeAll({ client }: TestEngine, bare: BetterSqlite3.Database, rounds: number): Promise<ListRow[]> {
  const times = { edit: [] as number[], undo: [] as number[], bareEdit: [] as number[], bareUndo: [] as number[] };
  const selection = { all: {}, except: [] as CustomerId[] };
  const update = (to: number) => () =>
    bare
      .prepare(
        'UPDATE customer SET payment_terms_days = ?, updated_at = ?, row_version = row_version + 1 WHERE archived = 0',
      )
      .run(to, new Date().toISOString());
  for (let round = 0; round < rounds; round += 1) {
    let undoId = '';
    const edit = await spent(async () => {
      const changes = { set: { paymentTermsDays: 10 + round } };
      undoId = (await client.call('customer.bulkEdit', { selection, expected: CUSTOMERS, changes })).undoId ?? '';
    });
    times.edit.push(edit.seconds);
    times.bareEdit.push((await spent(update(10 + round))).seconds);
    // Reason for the cast: as the engine gave it.
    times.undo.push((await spent(() => client.call('undo.apply', { entryId: undoId as never }))).seconds);
    times.bareUndo.push((await spent(update(0))).seconds);
  }
  return [
    rowOf('bulk edit of all, with its undo kept', times.edit, times.bareEdit),
    rowOf('undo of that', times.undo, times.bareUndo),
  ];
}

const rowOf = (name: string, own: readonly number[], raw: readonly number[]): ListRow => ({
  name,
  milliseconds: median(own) * 1000,
  bareMilliseconds: median(raw) * 1000,
  ratio: median(own) / median(raw),
});
