/** What makes a record the same record when its file comes again. */
import { createHash } from 'node:crypto';
import { fold } from '#engine/domain/text/fold.ts';
import type { LineRecord } from '#shared/model/imports.ts';

/** Fields in a fixed order, empty ones left out: mapping one more column that is empty changes no key. */
const FIELDS = [
  'invoiceReference',
  'customerCode',
  'customerName',
  'customerCountry',
  'date',
  'productCode',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'discountPercent',
  'currency',
  'taxClass',
  'supply',
  'orderReference',
  'corrects',
  'note',
] as const satisfies readonly (keyof LineRecord)[];

/**
 * Gives lines their keys: sha256 over (document and content, occurrence). The document's reference is part of the content.
 * Values are normalised before (decimals canonical, texts composed and trimmed), so that neither the order of rows nor
 * the format of the file changes a key; the second of two equal rows is occurrence 2, whichever stands first.
 */
export class LineKeys {
  /** Half a hash a line: 128 bits do not collide by chance. */
  readonly #seen = new Map<string, number>();

  of(line: LineRecord): string {
    const content: string[] = ['line/1'];
    for (const field of FIELDS) {
      const value = line[field];
      if (value !== null) content.push(field, value);
    }
    const digest = createHash('sha256').update(JSON.stringify(content)).digest();
    const short = digest.toString('latin1', 0, 16);
    const occurrence = (this.#seen.get(short) ?? 0) + 1;
    this.#seen.set(short, occurrence);
    return createHash('sha256').update(digest).update(`/${occurrence}`).digest('hex');
  }
}

/**
 * Codes met in a file, with the first row of each and a hash of what it said. Codes are compared as the company file does:
 * `C1` and `c1` are one code.
 */
export class SeenCodes {
  readonly #seen = new Map<string, { row: number; digest: string }>();

  /** `new`, `same` (said again word for word), or the row where the code stood with other content. */
  meet(code: string, record: object, row: number): 'new' | 'same' | { firstRow: number } {
    const digest = createHash('sha256').update(JSON.stringify(record)).digest().toString('latin1', 0, 16);
    const key = fold(code);
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, { row, digest });
      return 'new';
    }
    return first.digest === digest ? 'same' : { firstRow: first.row };
  }
}
