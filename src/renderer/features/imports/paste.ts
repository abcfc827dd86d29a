/** A table pasted into a list, on its way to the import desk. Interface state: it is held until the desk has taken it. */
import { create } from 'zustand';
import type { ImportKind } from '#shared/model/imports.ts';
import { go } from '../../app/routes.ts';

export interface Pasted {
  kind: ImportKind;
  /** As the clipboard had it: lines, and cells parted by tabs. */
  text: string;
}

export const usePasted = create<{ pasted: Pasted | null }>(() => ({ pasted: null }));

/** Whether a text is a table: a tab in its first line, or several lines that are not empty. */
export function isTable(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 || (lines[0] ?? '').includes('\t');
}

/** Opens the import desk with this text as its source. */
export function takePaste(text: string, kind: ImportKind): void {
  usePasted.setState({ pasted: { kind, text } });
  go({ screen: 'import', kind, pasted: true });
}

/** What was pasted, once: the desk has it from here on. */
export function givePaste(): Pasted | null {
  const { pasted } = usePasted.getState();
  usePasted.setState({ pasted: null });
  return pasted;
}
