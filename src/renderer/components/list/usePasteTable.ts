/** Ctrl V in a list: a table on the clipboard goes to the import desk. Text that is being written keeps its paste. */
import { useEffect } from 'react';
import type { ImportKind } from '#shared/model/imports.ts';
import { isTable, takePaste } from '../../features/imports/paste.ts';
import { useLatest } from '../grid/useLatest.ts';

/** Where a paste belongs to what has the cursor. */
const elsewhere = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]';

export function usePasteTable(kind: ImportKind, enabled: boolean): void {
  const take = useLatest((event: ClipboardEvent) => {
    if (!enabled || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(elsewhere) !== null) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isTable(text)) return;
    event.preventDefault();
    takePaste(text, kind);
  });
  useEffect(() => {
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, [take]);
}
