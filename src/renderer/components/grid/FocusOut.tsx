import type { ReactNode } from 'react';

/** From a field above a list back into the list: Enter, Esc or the arrow down. */
export function FocusOut({ onLeave, children }: { onLeave(): void; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the field inside it
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.defaultPrevented || !['Enter', 'Escape', 'ArrowDown'].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      {children}
    </div>
  );
}
