/** Which backup is being looked at, in a question that stands above every screen: restoring closes the company under it. */
import { create } from 'zustand';
import { shell } from '../../api/bridge.ts';

interface Restore {
  /** `list`: which one is being chosen. */
  view: { kind: 'list' } | { kind: 'file'; file: string } | null;
}

export const useRestore = create<Restore>(() => ({ view: null }));

export const showRestore = (file: string): void => useRestore.setState({ view: { kind: 'file', file } });
export const showBackups = (): void => useRestore.setState({ view: { kind: 'list' } });
export const closeRestore = (): void => useRestore.setState({ view: null });

export async function chooseBackup(): Promise<void> {
  const file = await shell('dialog.open', { kind: 'company' });
  if (file !== null) showRestore(file);
}
