/** The rejected rows of an import as a CSV to mend: those that could not be read and those that the company file refused. */
import { appendFile } from 'node:fs/promises';
import { fill } from '#shared/messages/catalogue.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { importTexts } from '#shared/messages/imports.ts';
import type { Inspection, StagedRecord } from '#shared/model/imports.ts';
import type { Language } from '#shared/model/values.ts';
import { writeRejects } from '../../intake/rejects.ts';
import type { PlannedRejection } from './plan.ts';

/** Writes the file; returns its number of rows. `refused` are the rejections that reading alone could not know. */
export async function saveRejects(
  refused: readonly PlannedRejection[],
  stagedPath: string,
  source: Pick<Inspection, 'columns' | 'options'>,
  outPath: string,
  language: Language,
): Promise<number> {
  if (refused.length > 0) {
    const lines = refused.map((rejection) => JSON.stringify({ t: 'reject', rejection } satisfies StagedRecord));
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
