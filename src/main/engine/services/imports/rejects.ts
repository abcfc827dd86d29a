/** The rejected rows of an import as a CSV to mend: those that could not be read and those that the company file refused. */
import { appendFile } from 'node:fs/promises';
import { fill } from '#shared/messages/catalogue.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { importTexts } from '#shared/messages/imports.ts';
import type { ColumnMap, Inspection, StagedRecord } from '#shared/model/imports.ts';
import type { Language } from '#shared/model/values.ts';
import { writeRejects } from '../../intake/rejects.ts';
import type { PlannedRejection } from './plan.ts';

/** Writes the file; returns its number of rows. `refused` are the rejections that reading alone could not know. */
export async function saveRejects(
  refused: readonly PlannedRejection[],
  map: ColumnMap,
  stagedPath: string,
  source: Pick<Inspection, 'columns' | 'options'>,
  outPath: string,
  language: Language,
): Promise<number> {
  if (refused.length > 0) {
    const lines = refused.map(({ rejection, given }) => {
      const cells = cellsOf(given, map, source);
      return JSON.stringify({ t: 'reject', rejection: { ...rejection, cells } } satisfies StagedRecord);
    });
    await appendFile(stagedPath, `${lines.join('\n')}\n`);
  }
  return writeRejects(stagedPath, source, outPath, {
    row: fill(importTexts.row, language),
    column: fill(importTexts.column, language),
    reason: fill(importTexts.reason, language),
    describe: (rejection) => {
      const { what, remedy } = errorText(rejection.error, language);
      return `${what} ${remedy}`;
    },
  });
}

/** Fields that hold a decimal: in the file they have its decimal mark. */
const DECIMALS: ReadonlySet<string> = new Set(['quantity', 'unitPrice', 'discountPercent']);

/** What was read from a row as cells of the same columns, for a person to mend and bring in again. */
function cellsOf(
  given: PlannedRejection['given'],
  map: ColumnMap,
  { columns, options }: Pick<Inspection, 'columns' | 'options'>,
): string[] {
  const values = new Map<string, unknown>(Object.entries(given));
  return columns.map((_, index) => {
    const field = map.find(({ column }) => column === index)?.field;
    const value = field === undefined ? null : values.get(field);
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    return field !== undefined && DECIMALS.has(field) && options.decimalMark === ','
      ? String(value).replace('.', ',')
      : String(value);
  });
}
