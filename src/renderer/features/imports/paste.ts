/** A table pasted into a list or onto the desk: the engine keeps its text, the desk takes it like a file. */
import { importTexts } from '#shared/messages/imports.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import { go, useJourney } from '../../app/routes.ts';
import { give } from './sources.ts';

/** Whether a text is a table: a tab in its first line, or several lines that are not empty. */
export function isTable(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 || (lines[0] ?? '').includes('\t');
}

/** Opens the import desk with this text as its source. */
export function takePaste(text: string, kind: ImportKind): void {
  // Given only once the screen may be left: who stays has pasted nothing.
  useJourney.getState().leave(() => {
    give([{ is: 'paste', text, name: importTexts.clipboard }], kind);
    go({ screen: 'import', kind });
  });
}
