/** The rejected rows as a CSV that a person mends and brings in again: their cells as they were, and why. */
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Inspection, Rejection, StagedRecord } from '#shared/model/imports.ts';

/** The words of the columns added, and a rejection in the reader's language: the engine itself has no sentences. */
export interface RejectWords {
  row: string;
  column: string;
  reason: string;
  describe: (rejection: Rejection) => string;
}

/**
 * Writes the rejected rows of a staging file to a CSV (UTF-8 with byte order mark; the source's delimiter) under the
 * source's column names, with row, column and reason behind. Cells that a spreadsheet would take for a formula get an
 * apostrophe before them; numbers keep their sign. Returns the number of rows written.
 */
export async function writeRejects(
  stagedPath: string,
  source: Pick<Inspection, 'columns' | 'options'>,
  outPath: string,
  words: RejectWords,
): Promise<number> {
  const delimiter = source.options.delimiter ?? ';';
  const record = (cells: readonly string[]): string =>
    `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
  const part = `${outPath}.part`;
  const out = await open(part, 'w');
  let rows = 0;
  try {
    await out.write(`\ufeff${record([...source.columns, words.row, words.column, words.reason])}`);
    const lines = createInterface({ input: createReadStream(stagedPath, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      if (!line.startsWith('{"t":"reject"')) continue;
      // The staging file was written by this engine a moment ago; its lines are StagedRecord.
      const staged = JSON.parse(line) as StagedRecord;
      if (staged.t !== 'reject') continue;
      const { rejection } = staged;
      const cells = source.columns.map((_, column) => rejection.cells?.[column] ?? '');
      const added = [String(rejection.row), rejection.column ?? '', words.describe(rejection)];
      await out.write(record([...cells.map(harmless), ...added]));
      rows += 1;
    }
    await out.sync();
    await out.close();
    await rename(part, outPath);
  } catch (thrown) {
    await out.close().catch(() => undefined); // Closed already, or beyond help: the first error is the one to report.
    await rm(part, { force: true });
    throw thrown;
  }
  return rows;
}

/** OWASP, CSV injection: = + - @ tab and return at the start of a cell are a formula to a spreadsheet. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-][\d.,\s]*\d$/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
