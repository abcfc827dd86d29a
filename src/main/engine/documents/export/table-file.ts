/** Two files of a full export at once, written row by row: a CSV for people, a JSON list for programs. Whole or not at all. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BYTE_ORDER_MARK, type Cell, type CsvForm, csvCell, csvLine } from './csv.ts';
import type { ExportFamily } from './families.ts';

export interface ExportedFile {
  /** Relative to the export's folder, with `/`. */
  path: string;
  bytes: number;
  sha256: string;
  rows: number;
}

export interface ExportRow {
  csv: Readonly<Record<string, Cell>>;
  json: unknown;
}

/** So much is gathered before it is written. */
const BLOCK = 64 * 1024;

class GrowingFile {
  readonly path: string;
  private readonly part: string;
  private readonly handle: number;
  private readonly hash = createHash('sha256');
  private waiting = '';
  private bytes = 0;

  constructor(path: string) {
    this.path = path;
    this.part = `${path}.part`;
    this.handle = openSync(this.part, 'w');
  }

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= BLOCK) this.flush();
  }

  finish(): { bytes: number; sha256: string } {
    this.flush();
    fsyncSync(this.handle);
    closeSync(this.handle);
    renameSync(this.part, this.path);
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  abandon(): void {
    closeSync(this.handle);
    rmSync(this.part, { force: true });
  }

  private flush(): void {
    const block = Buffer.from(this.waiting, 'utf8');
    this.waiting = '';
    for (let at = 0; at < block.length; ) at += writeSync(this.handle, block, at);
    this.hash.update(block);
    this.bytes += block.length;
  }
}

/** Writes a table's pages; the CSV only where `csv` says so, the JSON only where `json` does. */
export async function writeTable(
  folder: string,
  family: ExportFamily,
  form: CsvForm,
  pages: AsyncIterable<readonly ExportRow[]>,
  only: { json: boolean } = { json: true },
): Promise<ExportedFile[]> {
  const csv = new GrowingFile(join(folder, 'csv', `${family.name}.csv`));
  const json = only.json ? new GrowingFile(join(folder, 'json', `${family.name}.json`)) : null;
  let rows = 0;
  try {
    csv.write(
      `${BYTE_ORDER_MARK}${csvLine(
        family.columns.map((column) => column.key),
        form,
      )}`,
    );
    json?.write('[');
    for await (const page of pages) {
      for (const row of page) {
        const cells = family.columns.map((column) => csvCell(row.csv[column.key] ?? null, column.kind, form));
        csv.write(csvLine(cells, form));
        json?.write(`${rows === 0 ? '\n' : ',\n'}${JSON.stringify(row.json)}`);
        rows += 1;
      }
    }
    json?.write('\n]\n');
  } catch (thrown) {
    csv.abandon();
    json?.abandon();
    throw thrown;
  }
  return [
    { path: `csv/${basename(csv.path)}`, ...csv.finish(), rows },
    ...(json === null ? [] : [{ path: `json/${basename(json.path)}`, ...json.finish(), rows }]),
  ];
}
