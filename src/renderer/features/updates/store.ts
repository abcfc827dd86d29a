/** What the shell says of updates, followed from the first look on. */
import { create } from 'zustand';
import type { UpdateState } from '#shared/contract/shell.ts';
import { onShellEvent, shell } from '../../api/bridge.ts';

export const useUpdates = create<{ state: UpdateState | null }>(() => ({ state: null }));

export function startUpdates(): void {
  onShellEvent((event) => {
    if (event.event === 'updates') useUpdates.setState({ state: event.state });
  });
  shell('updates.state', {}).then(
    (state) => useUpdates.setState({ state }),
    (error: unknown) => console.error('updates', error),
  );
}
