/** The rows of a full export, in keyset pages: nothing is held but the page in hand. */
import type { Selectable } from 'kysely';
import { FrozenDocument } from '#shared/model/document.ts';
import type { Cell } from '../../documents/export/csv.ts';
import type { FamilyName } from '../../documents/export/families.ts';
import type { ExportRow } from '../../documents/export/table-file.ts';
import { minorDigits } from '../../domain/money/currency.ts';
import { minorToText } from '../../domain/money/decimal.ts';
import { readCompany } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { extrasOf, fieldsOf } from '../../store/extras.ts';
import type { Schema } from '../../store/schema.ts';

const PAGE = 500;
/** Pages with whole documents in them. */
const DOCUMENTS = 100;

type Pages = AsyncGenerator<ExportRow[]>;

const amount = (minor: number | null, currency: string): string | null =>
  minor === null ? null : minorToText(minor, minorDigits(currency));

/** Pages of a table in the order of its id. */
async function* byId<K extends string | number, R extends { id: K }>(
  page: (after: K | null) => Promise<R[]>,
  rowsOf: (rows: R[]) => Promise<ExportRow[]> | ExportRow[],
): Pages {
  for (let after: K | null = null; ; ) {
    const rows: R[] = await page(after);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    yield await rowsOf(rows);
  }
}

/** A row of the database as it is, in both files; columns of the CSV are picked by name. */
const asIs = (row: object): ExportRow => ({ csv: row as Record<string, Cell>, json: row }); // rows of SQLite: texts, numbers, null

async function* company(db: ReadDb): Pages {
  const { company: profile } = await readCompany(db);
  const settings = await db.selectFrom('setting').selectAll().orderBy('key').execute();
  const own = Object.entries(profile).map(([key, value]) => ({
    csv: { key, value: typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value) },
    json: { key, value },
  }));
  // A logo in a spreadsheet's cell is of no use to anybody; the JSON has it.
  yield own.map((row) => (row.csv.key === 'logo' ? { ...row, csv: { key: 'logo', value: null } } : row));
  yield settings.map(asIs);
  for (const table of ['custom_field', 'tag', 'segment', 'saved_view', 'acceptance', 'document_erasure'] as const) {
    const rows = await db.selectFrom(table).selectAll().execute();
    yield rows.map((row) => ({ csv: { key: table, value: JSON.stringify(row) }, json: { key: table, value: row } }));
  }
}

async function withExtras<R extends { id: string }>(
  db: ReadDb,
  record: 'customer' | 'product',
  rows: R[],
  csvOf: (row: R) => Record<string, Cell>,
): Promise<ExportRow[]> {
  const names = new Map((await fieldsOf(db, record)).map((field) => [field.id, field.name]));
  const extras = await extrasOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const own = extras.get(row.id) ?? { tags: [], custom: {} };
    const custom = Object.fromEntries(
      Object.entries(own.custom).map(([field, value]) => [names.get(field) ?? field, value]),
    );
    const tags = own.tags.map((tag) => tag.name);
    return {
      csv: {
        ...csvOf(row),
        custom_fields: Object.entries(custom)
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
        tags: tags.join('; '),
      },
      json: { ...row, custom_fields: custom, tags },
    };
  });
}

const customers = (db: ReadDb): Pages =>
  byId(
    (after: string | null) => {
      const query = db.selectFrom('customer').selectAll().orderBy('id').limit(PAGE);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    (rows) =>
      withExtras(db, 'customer', rows, (row) => ({ ...row, address: row.address_lines.replaceAll('\n', ', ') })),
  );

const products = (db: ReadDb): Pages =>
  byId(
    (after: string | null) => {
      const query = db.selectFrom('product').selectAll().orderBy('id').limit(PAGE);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    (rows) => withExtras(db, 'product', rows, (row) => ({ ...row })),
  );

const lines = (db: ReadDb): Pages =>
  byId(
    (after: string | null) => {
      const query = db.selectFrom('pending_line').selectAll().orderBy('id').limit(PAGE);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    (rows) =>
      rows.map((row) => ({
        csv: { ...row, reference: row.invoice_reference, net: amount(row.net, row.currency) },
        json: row,
      })),
  );

const runs = (db: ReadDb): Pages =>
  byId(
    (after: string | null) => {
      const query = db.selectFrom('bill_run').selectAll().orderBy('id').limit(PAGE);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    (rows) => rows.map(asIs),
  );

const drafts = (db: ReadDb): Pages =>
  byId(
    (after: string | null) => {
      const query = db.selectFrom('draft').selectAll().orderBy('id').limit(DOCUMENTS);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    (rows) =>
      rows.map(({ document, explanation: _, ...row }) => ({
        csv: {
          ...row,
          net: amount(row.net, row.currency),
          tax: amount(row.tax, row.currency),
          gross: amount(row.gross, row.currency),
          lines: row.line_count,
          findings: row.finding_count,
        },
        json: { ...row, document: parsed(document) },
      })),
  );

const parsed = (text: string): unknown => (text === '' ? null : JSON.parse(text));

/** Issued documents in the order of the chain. */
async function issued(db: ReadDb, after: number, limit: number) {
  const rows = await db
    .selectFrom('invoice')
    .innerJoin('document', 'document.id', 'invoice.document_id')
    .innerJoin('series', 'series.id', 'invoice.series_id')
    .leftJoin('invoice as corrected', 'corrected.id', 'invoice.corrects_invoice_id')
    .leftJoin('document_erasure', 'document_erasure.document_id', 'document.id')
    .selectAll('invoice')
    .select([
      'document.body',
      'document.sha256',
      'document.previous_hash',
      'document.chain_hash',
      'document.format_version',
      'series.name as series',
      'corrected.number as corrects',
      'document_erasure.at as erased_at',
    ])
    .where('invoice.document_id', '>', after)
    .orderBy('invoice.document_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, id: row.document_id, invoiceId: row.id }));
}

const invoices = (db: ReadDb): Pages =>
  byId(
    (after: number | null) => issued(db, after ?? 0, DOCUMENTS),
    (rows) =>
      rows.map(({ body, invoiceId, ...row }) => ({
        csv: {
          ...row,
          id: invoiceId,
          net: amount(row.net, row.currency),
          tax: amount(row.tax, row.currency),
          gross: amount(row.gross, row.currency),
        },
        json: { ...row, id: invoiceId, document: parsed(body.toString('utf8')) },
      })),
  );

const invoiceLines = (db: ReadDb): Pages =>
  byId(
    (after: number | null) => issued(db, after ?? 0, DOCUMENTS),
    (rows) =>
      rows.flatMap(({ body, number }) => {
        if (body.length === 0) return [];
        const document = FrozenDocument.parse(JSON.parse(body.toString('utf8')));
        return document.lines.map((line) => ({
          csv: {
            number,
            position: line.position,
            product_code: line.productCode,
            description: line.description,
            quantity: line.quantity,
            unit: line.unit,
            unit_price: line.unitPrice,
            currency: document.currency,
            net: amount(line.net, document.currency),
            tax_category: line.taxes[0]?.category ?? null,
            tax_rate: line.taxes[0]?.rate ?? null,
          },
          json: { number, currency: document.currency, ...line },
        }));
      }),
  );

const taxes = (db: ReadDb): Pages =>
  byId(
    async (after: string | null) => {
      const query = db.selectFrom('invoice').select(['id', 'number', 'currency']).orderBy('id').limit(PAGE);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    async (rows) => {
      const of = new Map(rows.map((row) => [row.id, row]));
      const found = await db
        .selectFrom('invoice_tax')
        .selectAll()
        .where('invoice_id', 'in', [...of.keys()])
        .execute();
      return found.map((row) => {
        const { number = '', currency = '' } = of.get(row.invoice_id) ?? {};
        return {
          csv: { ...row, number, currency, base: amount(row.base, currency), tax: amount(row.tax, currency) },
          json: { number, currency, ...row },
        };
      });
    },
  );

async function* series(db: ReadDb): Pages {
  const rows = await db
    .selectFrom('series')
    .leftJoin('series_counter', 'series_counter.series_id', 'series.id')
    .selectAll('series')
    .select(['series_counter.counter_key as counter', 'series_counter.last_seq', 'series_counter.last_number'])
    .orderBy('series.id')
    .orderBy('series_counter.counter_key')
    .execute();
  yield rows.map(asIs);
}

const imports = (db: ReadDb): Pages =>
  byId(
    (after: string | null) => {
      const query = db.selectFrom('import_batch').selectAll().orderBy('id').limit(PAGE);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    (rows) => rows.map(asIs),
  );

const audit = (db: ReadDb): Pages =>
  byId(
    (after: number | null) => {
      const query = db.selectFrom('audit_event').selectAll().orderBy('id').limit(PAGE);
      return (after === null ? query : query.where('id', '>', after)).execute();
    },
    (rows) => rows.map((row) => ({ csv: { ...row }, json: { ...row, params: parsed(row.params) } })),
  );

/** Never a secret. */
async function* users(db: ReadDb): Pages {
  const rows: Omit<Selectable<Schema['app_user']>, 'secret'>[] = await db
    .selectFrom('app_user')
    .select(['id', 'name', 'name_fold', 'roles', 'archived', 'created_at', 'row_version'])
    .orderBy('id')
    .execute();
  yield rows.map(asIs);
}

export const exportPages: Record<FamilyName, (db: ReadDb) => Pages> = {
  company,
  customers,
  products,
  lines,
  runs,
  drafts,
  invoices,
  invoice_lines: invoiceLines,
  taxes,
  series,
  imports,
  audit,
  users,
};
