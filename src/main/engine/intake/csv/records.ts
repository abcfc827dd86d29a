/** CSV bytes in, rows out, in batches of a chunk's worth; memory does not grow with the file. */
import { CsvError, Parser } from 'csv-parse';
import { EngineError } from '#shared/model/error.ts';
import { MAX_RECORD_BYTES } from '../limits.ts';
import type { SourceRow } from '../row.ts';
import type { Delimiter, Quote } from './dialect.ts';

/**
 * Reads records from UTF-8 chunks. `row` counts records as a spreadsheet would show them, empty lines included; `line` is
 * the line of the text at which the record starts (other than `row` once a quoted value holds a line end).
 * A quote inside an unquoted value, or text after a closing quote, is taken as it stands.
 * Throws `record_too_long` or `quote_not_closed` with the place where the record starts.
 */
export async function* readRecords(
  chunks: AsyncIterable<Buffer>,
  dialect: { delimiter: Delimiter; quote: Quote },
  file: string,
): AsyncGenerator<SourceRow[], void, void> {
  let batch: SourceRow[] = [];
  let row = 0;
  let line = 1;
  const parserFor = (first: Buffer) =>
    new Parser({
      // Left to itself the library takes the first line end for the only one; files put together from pieces mix them.
      record_delimiter: first.includes(10) ? ['\r\n', '\n'] : first.includes(13) ? ['\r'] : ['\r\n', '\n', '\r'],
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      escape: dialect.quote,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: MAX_RECORD_BYTES,
      // Taking the record here and giving nothing back keeps it out of the readable side: no object a record in a queue.
      on_record: (cells: string[]) => {
        row += 1;
        batch.push({ row, line, cells });
        line += 1 + lineEnds(cells);
        return null;
      },
    });
  let parser: Parser | null = null;

  const failed = (error: unknown): EngineError => {
    const place = { place: { file, row: row + 1 }, cause: error };
    const params = { file, row: row + 1, line };
    if (error instanceof CsvError) {
      if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new EngineError('quote_not_closed', params, place);
      if (error.code === 'CSV_MAX_RECORD_SIZE') {
        return new EngineError('record_too_long', { ...params, kilobytes: MAX_RECORD_BYTES / 1000 }, place);
      }
    }
    return new EngineError('file_damaged', { file }, place);
  };

  try {
    for await (const chunk of chunks) {
      const into: Parser = parser ?? parserFor(chunk);
      if (parser === null) {
        parser = into;
        into.on('error', () => undefined); // Reported through the callbacks below.
        expectAnyLength(into);
      }
      await new Promise<void>((resolve, reject) => {
        into.write(chunk, (error) => (error ? reject(failed(error)) : resolve()));
      });
      if (batch.length > 0) {
        yield batch;
        batch = [];
      }
    }
    const last = parser;
    if (last === null) return;
    await new Promise<void>((resolve, reject) => {
      last.once('error', (error) => reject(failed(error)));
      last.once('finish', resolve);
      last.end();
    });
    if (batch.length > 0) yield batch;
  } finally {
    parser?.destroy();
  }
}

/** Line ends inside the values of a record, of whichever kind. */
function lineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.match(/\r\n?|\n/g)?.length ?? 0;
  return count;
}

/**
 * csv-parse 7 builds an error, with a deep copy of options and record, for every row of another length than the first, and
 * then drops it because `relax_column_count` is set: 20 microseconds a row, 10 seconds for a file full of empty lines.
 * Here the length it expects is always the length it has. Should its insides change, it is slow again and still right.
 */
function expectAnyLength(parser: Parser): void {
  // `state` is public in the code ("backward compatibility") and missing in the types.
  const { state } = parser as unknown as { state?: { record?: unknown[] } };
  if (state === undefined) return;
  Object.defineProperty(state, 'expectedRecordLength', {
    get: () => state.record?.length,
    set: () => undefined,
  });
}
