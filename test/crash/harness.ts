/** Starts the flow as a child, kills it, starts it again, and looks at what is there with nothing of the engine. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import Sqlite from 'better-sqlite3';
import { read } from 'xlsx';
import { z } from 'zod';
import type { Stage } from './stages.ts';

const flow = fileURLToPath(new URL('flow.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Place {
  /** The company file, the files to import and the folder of what is produced. */
  company: string;
  remove(): void;
}

/** A folder of its own; with `from`, a copy of another place's company, its archive, its output and its outer notes. */
export function newPlace(from?: Place): Place {
  const company = mkdtempSync(join(tmpdir(), 'liasse-crash-'));
  if (from) cpSync(from.company, company, { recursive: true });
  mkdirSync(join(company, 'tmp'), { recursive: true });
  return { company, remove: () => rmSync(company, { recursive: true, force: true }) };
}

const Said = z.object({
  resumed: z.array(z.string()),
  verified: z.object({ ok: z.boolean(), problems: z.array(z.unknown()), documents: z.number() }),
  restoredCopy: z.unknown(),
  unfinished: z.array(z.string()),
});
export type Said = z.infer<typeof Said>;

export interface Ended {
  killed: boolean;
  milliseconds: number;
  /** What it printed; null where it was killed. */
  said: Said | null;
}

interface FlowOptions {
  until?: Stage;
  failpoint?: string;
  trace?: string;
  /** Milliseconds from the start of the process. */
  killAfter?: number;
  /** Once so many events stand in `trace`, and as many milliseconds later: a place in the work, whatever the machine's speed. */
  killAt?: { events: number; later: number };
}

/** The events that a flow has written so far. */
export const traced = (trace: string): string[] =>
  existsSync(trace) ? readFileSync(trace, 'utf8').split('\n').slice(0, -1) : [];

const LOOK_MS = 2;

/** Calls `act` once the events are there. Returns how to stop waiting. */
function whenTraced(trace: string, { events, later }: { events: number; later: number }, act: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const look = setInterval(() => {
    if (traced(trace).length < events) return;
    clearInterval(look);
    timer = setTimeout(act, later);
  }, LOOK_MS);
  return () => {
    clearInterval(look);
    clearTimeout(timer);
  };
}

/** Processes at once: cases run side by side, but a machine of two cores is not to be swamped. */
let room = 2;
const waiting: (() => void)[] = [];

/** Runs the flow to its end or to its kill. Throws when it fails by itself. */
export async function runFlow(place: Place, options: FlowOptions = {}): Promise<Ended> {
  if (room === 0) await new Promise<void>((go) => waiting.push(go));
  else room -= 1;
  try {
    return await flowProcess(place, options);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else room += 1;
  }
}

async function flowProcess(place: Place, options: FlowOptions): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [flow, place.company, options.until ?? 'closed'], {
    cwd: root,
    env: {
      ...process.env,
      LIASSE_DATA: join(place.company, 'data'),
      // What a killed process leaves in the system's temporary folder goes with the place.
      TMPDIR: join(place.company, 'tmp'),
      // A hundred starts of the same program: Node keeps what it compiled.
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      LIASSE_FAILPOINT: options.failpoint ?? '',
      LIASSE_FAILPOINT_TRACE: options.trace ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer =
    options.killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.killAfter);
  const { trace, killAt } = options;
  const stopWaiting =
    trace === undefined || killAt === undefined ? undefined : whenTraced(trace, killAt, () => child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  clearTimeout(timer);
  stopWaiting?.();
  const milliseconds = performance.now() - started;
  if (signal === 'SIGKILL') return { killed: true, milliseconds, said: null };
  if (code !== 0) throw new Error(`the flow ended with ${code ?? signal}: ${stderr.slice(-2000)}`);
  return { killed: false, milliseconds, said: Said.parse(JSON.parse(stdout)) };
}

const fileOf = (place: Place): string => join(place.company, 'company.liasse');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const COUNTS = [
  'customer',
  'pending_line',
  'draft',
  'document',
  'invoice',
  'invoice_tax',
  'archive_file',
  'finding',
] as const;
export type Counts = Record<(typeof COUNTS)[number], number>;

/** What a killed process left: whole by SQLite's own checks, with the rows of each table. Works on a copy: opening mends. */
export function afterKill(place: Place): Counts | null {
  if (!existsSync(fileOf(place))) return null;
  const copy = mkdtempSync(join(tmpdir(), 'liasse-look-'));
  try {
    for (const suffix of ['', '-wal']) {
      if (existsSync(fileOf(place) + suffix)) cpSync(fileOf(place) + suffix, join(copy, `c.liasse${suffix}`));
    }
    const db = new Sqlite(join(copy, 'c.liasse'));
    try {
      assertWhole(db);
      // Reason for the cast: filled with exactly these keys.
      return Object.fromEntries(
        COUNTS.map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
      ) as Counts;
    } finally {
      db.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function assertWhole(db: Sqlite.Database): void {
  const quick = db.pragma('quick_check', { simple: true });
  const foreign = db.pragma('foreign_key_check');
  if (quick !== 'ok' || !Array.isArray(foreign) || foreign.length > 0) {
    throw new Error(`the file is not whole: ${String(quick)} ${JSON.stringify(foreign)}`);
  }
}

/** Everything that must be the same however often the process was killed, by plain SQL. */
export function endState(place: Place) {
  const db = new Sqlite(fileOf(place), { readonly: true });
  try {
    assertWhole(db);
    const all = (sql: string) => db.prepare(sql).all();
    return {
      customers: all('SELECT code, name, row_version FROM customer ORDER BY code'),
      lines: all(
        'SELECT status, count(*) AS n, sum(net) AS net, count(DISTINCT source_key) AS keys FROM pending_line GROUP BY status ORDER BY status',
      ),
      lineOrder: all('SELECT ordinal, source_row, invoice_reference, net FROM pending_line ORDER BY ordinal'),
      drafts: all('SELECT status, count(*) AS n, sum(gross) AS gross FROM draft GROUP BY status ORDER BY status'),
      runs: all('SELECT name, status FROM bill_run'),
      invoices: all(
        `SELECT i.number, i.seq, i.kind, i.customer_code, i.reference, i.net, i.tax, i.gross, i.due_date, d.sha256, d.chain_hash
         FROM invoice i JOIN document d ON d.id = i.document_id ORDER BY d.id`,
      ),
      taxes: all('SELECT category, rate, sum(base) AS base, sum(tax) AS tax FROM invoice_tax GROUP BY category, rate'),
      counters: all('SELECT counter_key, last_seq, last_number FROM series_counter ORDER BY last_number'),
      originals: all(
        `SELECT i.number, a.sha256, a.bytes FROM archive_file a JOIN invoice i ON i.id = a.invoice_id ORDER BY i.document_id`,
      ),
    };
  } finally {
    db.close();
  }
}

const Original = z.object({ number: z.string(), sha256: z.string(), delivered_path: z.string() });

export interface Papers {
  folders: string[];
  /** By number: the file that was delivered and the original have the recorded bytes. */
  delivered: string[];
  pdfs: number;
  archived: number;
  archivedWhole: boolean;
  parts: string[];
  mergedPages: number;
  sheets: string[];
}

/** The files of a closed run, read back. */
export async function papers(place: Place): Promise<Papers> {
  const out = join(place.company, 'out');
  const folders = readdirSync(out);
  const folder = join(out, folders[0] ?? '');
  const names = readdirSync(folder);
  const db = new Sqlite(fileOf(place), { readonly: true });
  const originals = z
    .array(Original)
    .parse(
      db
        .prepare(
          'SELECT i.number, a.sha256, a.delivered_path FROM archive_file a JOIN invoice i ON i.id = a.invoice_id ORDER BY i.document_id',
        )
        .all(),
    );
  db.close();
  const archive = join(place.company, 'company.archive');
  const archived = readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
  const merged = names.find((name) => name === 'Septembre 2026.pdf');
  const workbook = names.find((name) => name.endsWith('.xlsx'));
  if (!merged || !workbook) throw new Error(`merged file or workbook missing: ${names.join(', ')}`);
  return {
    folders,
    delivered: originals
      .filter(({ sha256: hash, delivered_path }) => {
        // The place may be a copy of the one where the file was delivered.
        const path = join(folder, basename(delivered_path));
        const kept = join(archive, hash.slice(0, 2), `${hash}.pdf`);
        return [path, kept].every((file) => existsSync(file) && sha256(readFileSync(file)) === hash);
      })
      .map(({ number }) => number),
    pdfs: names.filter((name) => name.endsWith('.pdf')).length,
    archived: archived.length,
    archivedWhole: archived.every((name) => `${sha256(readFileSync(join(archive, name)))}.pdf` === basename(name)),
    parts: names.filter((name) => !name.endsWith('.pdf') && !name.endsWith('.xlsx')),
    mergedPages: (await PDFDocument.load(readFileSync(join(folder, merged)))).getPageCount(),
    sheets: read(readFileSync(join(folder, workbook))).SheetNames,
  };
}
