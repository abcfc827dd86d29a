/** Files made on the spot and what intake makes of them. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from 'xlsx';
import { inspectFile } from '#engine/intake/inspect.ts';
import { type StageResult, stageFile } from '#engine/intake/stage.ts';
import { type ErrorText, fill } from '#shared/messages/catalogue.ts';
import { errors } from '#shared/messages/errors/index.ts';
import { intakeErrors } from '#shared/messages/errors/intake.ts';
import { EngineError } from '#shared/model/error.ts';
import type {
  ColumnMap,
  ImportKind,
  Inspection,
  LineRecord,
  ReadOptions,
  Rejection,
  StagedRecord,
} from '#shared/model/imports.ts';

export const folder = mkdtempSync(join(tmpdir(), 'liasse-intake-'));
let count = 0;

/** A path in the test's own folder, new at every call. */
export function fresh(name: string): string {
  count += 1;
  return join(folder, `${count}-${name}`);
}

export function put(name: string, content: string | Uint8Array): string {
  const path = fresh(name);
  writeFileSync(path, content);
  return path;
}

export const detect: ReadOptions = {
  encoding: null,
  delimiter: null,
  quote: null,
  decimalMark: null,
  dateOrder: null,
  sheet: null,
  headerRow: null,
};

export const inspect = (
  path: string,
  kind: ImportKind = 'lines',
  options: Partial<ReadOptions> = {},
): Promise<Inspection> => inspectFile(path, kind, { ...detect, ...options });

export interface Staged extends StageResult {
  inspection: Inspection;
  lines: LineRecord[];
  keys: string[];
  staged: StagedRecord[];
  rejections: Rejection[];
  outPath: string;
}

/** Inspects, then stages under the options found and the map guessed (or given). */
export async function stage(
  path: string,
  kind: ImportKind = 'lines',
  asked: { options?: Partial<ReadOptions>; map?: ColumnMap; currency?: string } = {},
): Promise<Staged> {
  const inspection = await inspect(path, kind, asked.options);
  const outPath = fresh('staged.jsonl');
  const result = await stageFile({
    path,
    kind,
    options: inspection.options,
    map: asked.map ?? inspection.guessedMap,
    outPath,
    companyDefaults: { currency: asked.currency ?? 'EUR' },
  });
  const staged = readFileSync(outPath, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    // The file is what stageFile promises to write; the assertions look into it.
    .map((line) => JSON.parse(line) as StagedRecord);
  return {
    ...result,
    inspection,
    staged,
    outPath,
    lines: staged.flatMap((one) => (one.t === 'lines' ? [one.record] : [])),
    keys: staged.flatMap((one) => (one.t === 'lines' ? [one.key] : [])),
    rejections: staged.flatMap((one) => (one.t === 'reject' ? [one.rejection] : [])),
  };
}

const texts: Record<string, ErrorText> = { ...errors, ...intakeErrors };

/** The three sentences of a failure in both languages. Throws where one is missing or keeps a placeholder. */
export function sentences(code: string, params: Record<string, string | number>): string[] {
  const found = texts[code];
  if (found === undefined) throw new Error(`no texts for ${code}`);
  return (['fr', 'en'] as const).map((language) => {
    const all = [found.what, found.means, found.remedy].map((text) => fill(text, language, params)).join(' ');
    if (/[{}]/.test(all)) throw new Error(`an unfilled placeholder: ${all}`);
    return all;
  });
}

/** The code of the error that a promise ends in. Its texts must exist, be filled, and name the file. */
export async function failure(work: Promise<unknown>, file?: string): Promise<string> {
  try {
    await work;
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown;
    for (const all of sentences(thrown.code, thrown.params)) {
      if (file !== undefined && !all.includes(file)) throw new Error(`the file is not named: ${all}`);
    }
    return thrown.code;
  }
  return 'no error';
}

type Given = XLSX.CellObject | string | number | boolean | null;

/** A workbook of one or more sheets, as bytes. */
export function workbook(
  sheets: Record<string, Given[][]>,
  change: (book: XLSX.WorkBook) => void = () => undefined,
): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  }
  change(book);
  // With type 'buffer' the library answers with a Buffer; its type says any.
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer;
}
