/** What lists of a hundred thousand rows rest on: each hot reading goes through an index, and sorts only where nothing is sorted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerConditions, productConditions } from '#engine/services/records/filters.ts';
import { sortedCustomers, sortedProducts } from '#engine/services/records/sorting.ts';
import { migrate } from '#engine/store/company-file.ts';
import { asReader, kyselyOn, openSqlite, type ReadDb } from '#engine/store/database.ts';
import { extrasOf } from '#engine/store/extras.ts';
import { CustomerFilter, ProductFilter } from '#shared/contract/record-filters.ts';
import type { CustomerSort } from '#shared/contract/records.ts';

const ID = '01890000-0000-7000-8000-000000000000';
const folder = mkdtempSync(join(tmpdir(), 'liasse-plans-'));
const file = join(folder, 'plans.liasse');
beforeAll(() => {
  const made = new Sqlite(file);
  migrate(made);
  made.prepare("INSERT INTO custom_field VALUES (?, 'customer', 'Size', 'size', 'number', '[]', 1, 0, 1)").run(ID);
  made.prepare("INSERT INTO tag VALUES (?, 'customer', 'Key', 'key')").run(ID);
  made.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function planOf(
  use: (db: ReadDb) => Promise<{ compile(): { sql: string; parameters: readonly unknown[] } }>,
): Promise<string> {
  const sqlite = openSqlite(file, { readOnly: true, mustExist: true });
  try {
    const { sql, parameters } = (await use(asReader(kyselyOn(sqlite)))).compile();
    const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    return rows.map((row) => row.detail).join('\n');
  } finally {
    sqlite.close();
  }
}
const listed = (filter: Partial<CustomerFilter>, by: CustomerSort['by'] = 'name', descending = false) =>
  planOf(async (db) =>
    sortedCustomers(db, { by, descending }, await customerConditions(db, CustomerFilter.parse(filter))),
  );

describe('orders that an index gives', () => {
  it.each([
    ['name', /COVERING INDEX customer_by_name/],
    ['code', /INDEX customer_by_code/],
    ['city', /COVERING INDEX customer_by_city/],
    ['country', /COVERING INDEX customer_by_country/],
    ['updatedAt', /COVERING INDEX customer_by_updated/],
  ] as const)('by %s, both ways', async (by, index) => {
    for (const descending of [false, true]) {
      const plan = await listed({}, by, descending);
      expect(plan).toMatch(index);
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });

  it('products by name and code', async () => {
    for (const by of ['name', 'code', 'updatedAt'] as const) {
      const plan = await planOf(async (db) => {
        return sortedProducts(db, { by, descending: false }, await productConditions(db, ProductFilter.parse({})));
      });
      expect(plan).toMatch(/INDEX product_by_/);
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });
});

describe('counts and values are joined, not looked up row by row', () => {
  it('invoices: counted once, found by an index', async () => {
    const plan = await listed({}, 'invoices', true);
    expect(plan).toMatch(/SCAN invoice USING COVERING INDEX invoice_by_customer/);
    expect(plan).toMatch(/SEARCH counted USING AUTOMATIC COVERING INDEX \(customer_id=\?\)/);
    expect(plan).not.toMatch(/CORRELATED/);
  });

  it('open lines: counted once, found by an index', async () => {
    const plan = await listed({}, 'openLines', true);
    expect(plan).toMatch(/SEARCH counted USING AUTOMATIC COVERING INDEX \(customer_id=\?\)/);
    expect(plan).not.toMatch(/CORRELATED/);
  });

  it('a custom field, by its key', async () => {
    expect(await listed({}, `field:${ID}`)).toMatch(
      /SEARCH sorted USING (PRIMARY KEY|INDEX \S+) \((record_id=\? AND )?field_id=\?/,
    );
  });
});

describe('filters go through their indexes', () => {
  it('tags and custom fields', async () => {
    const fieldId = ID as never;
    expect(await listed({ tagIds: [ID as never] })).toMatch(
      /SEARCH record_tag USING (COVERING )?INDEX record_tag_by_tag \(tag_id=\?\)/,
    );
    for (const op of ['is', 'atLeast', 'notEmpty'] as const) {
      expect(await listed({ custom: [{ fieldId, op, value: '5' }] })).toMatch(
        /SEARCH custom_value USING COVERING INDEX custom_value_by_field \(field_id=\?/,
      );
    }
    expect(await listed({ hasOpenLines: true })).toMatch(
      /SEARCH pending_line (EXISTS )?USING COVERING INDEX pending_line_by_customer/,
    );
  });

  it('tags and values of a page', async () => {
    const seen: string[] = [];
    const sqlite = openSqlite(file, { readOnly: true, mustExist: true });
    const prepare = (text: string): Sqlite.Statement => {
      const nothing = Array.from({ length: text.match(/\?/g)?.length ?? 0 }, () => null);
      seen.push(
        ...sqlite
          .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
          .all(...nothing)
          .map((row) => row.detail),
      );
      return sqlite.prepare(text);
    };
    // Reason for the cast: Kysely's dialect needs `prepare` only, as kyselyOn itself says.
    await extrasOf(asReader(kyselyOn({ prepare } as never)), ['a', 'b']);
    sqlite.close();
    expect(seen.join('\n')).not.toMatch(/^SCAN (record_tag|custom_value)/m);
  });
});

describe('taking a record away', () => {
  it.each(['customer', 'product', 'import_batch'])('asks every table that names a %s through an index', (table) => {
    const sqlite = openSqlite(file, { readOnly: true, mustExist: true });
    try {
      const rows = sqlite
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN DELETE FROM ${table} WHERE id IN (?, ?)`)
        .all('a', 'b');
      const plan = rows.map((row) => row.detail).join('\n');
      expect(plan).toMatch(/SEARCH pending_line USING/);
      expect(plan).not.toMatch(/^SCAN/m);
    } finally {
      sqlite.close();
    }
  });
});
