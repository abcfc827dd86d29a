/**
 * The fixed baselines of the database: the same rows into the same tables by better-sqlite3's prepared statements, a row a
 * statement, in one transaction, and nothing else: no reading of files, no checks, no composing. What the engine cannot beat.
 */
import { rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '#engine/store/company-file.ts';

type Row = Record<string, unknown>;
export type Tables = Record<string, Row[]>;

/** Reads whole tables of a company file, beside whoever has it open. */
export function readTables(path: string, names: readonly string[]): Tables {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    // Reason for the cast: rows are only handed on to other statements.
    return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all() as Row[]]));
  } finally {
    db.close();
  }
}

function inserter(db: BetterSqlite3.Database, table: string, sample: Row | undefined): (row: Row) => void {
  if (!sample) return () => undefined;
  const columns = Object.keys(sample);
  const statement = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  return (row) => void statement.run(row);
}

/** A new file with the engine's own schema and pragmas. */
export class RawFile {
  private readonly db: BetterSqlite3.Database;
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
    this.db = new BetterSqlite3(path);
    this.db.pragma('foreign_keys = ON');
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = FULL');
    migrate(this.db);
  }

  /** Rows of the tables, in the order given. */
  insert(tables: Tables): void {
    this.db.transaction(() => {
      for (const [name, rows] of Object.entries(tables)) {
        const insert = inserter(this.db, name, rows[0]);
        for (const row of rows) insert(row);
      }
    })();
  }

  /** Each draft: written, its lines given to it and read, its findings written. */
  draft({ draft = [], pending_line = [], finding = [] }: Tables): void {
    this.db.transaction(() => {
      const insert = inserter(this.db, 'draft', draft[0]);
      for (const row of draft) insert(row);
      const give = this.db.prepare('UPDATE pending_line SET status = @status, draft_id = @draft_id WHERE id = @id');
      for (const { status, draft_id, id } of pending_line) give.run({ status, draft_id, id });
      const lines = this.db.prepare('SELECT * FROM pending_line WHERE draft_id = ? ORDER BY ordinal');
      const customer = this.db.prepare('SELECT * FROM customer WHERE id = ?');
      for (const row of draft) {
        customer.get(row['customer_id']);
        lines.all(row['id']);
      }
      const find = inserter(this.db, 'finding', finding[0]);
      for (const row of finding) find(row);
    })();
  }

  /** Each draft: read, its document, invoice and taxes written, itself and its lines marked. */
  finalise({ document = [], invoice = [], invoice_tax = [] }: Tables): void {
    this.db.transaction(() => {
      const read = this.db.prepare('SELECT * FROM draft WHERE id = ?');
      const mark = this.db.prepare("UPDATE draft SET status = 'finalised', invoice_id = ? WHERE id = ?");
      const bill = this.db.prepare("UPDATE pending_line SET status = 'billed' WHERE draft_id = ?");
      const insertDocument = inserter(this.db, 'document', document[0]);
      const insertInvoice = inserter(this.db, 'invoice', invoice[0]);
      for (const [index, row] of invoice.entries()) {
        read.get(row['draft_id']);
        const body = document[index];
        if (body) insertDocument(body);
        insertInvoice(row);
        mark.run(row['id'], row['draft_id']);
        bill.run(row['draft_id']);
      }
      const insertTax = inserter(this.db, 'invoice_tax', invoice_tax[0]);
      for (const row of invoice_tax) insertTax(row);
    })();
  }

  remove(): void {
    this.db.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.path + suffix, { force: true });
  }
}
