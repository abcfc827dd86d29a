/** What is being dragged between fields and columns: interface state, shared by the bar of fields and the table. */
import { create } from 'zustand';

export type Dragged = { is: 'field'; field: string } | { is: 'column'; column: number; field: string };

/** The type under which the page's own drags go: files from outside never bear it. */
const DRAG_TYPE = 'application/x-liasse-field';

export const useDragging = create<{ dragged: Dragged | null; told: string }>(() => ({ dragged: null, told: '' }));

/**
 * The same from the first event on. What is drawn follows a moment later, and a drop must not depend on what has been drawn: it may
 * come first.
 */
let live: Dragged | null = null;
const end = () => {
  live = null;
  useDragging.setState({ dragged: null });
};

/** To be put on what can be dragged. */
export const draggable = (dragged: Dragged) => ({
  draggable: true,
  onDragStart: (event: React.DragEvent) => {
    event.dataTransfer.setData(DRAG_TYPE, dragged.field);
    event.dataTransfer.effectAllowed = 'move';
    live = dragged;
    // A change of the page in the very event that begins a drag ends it in Chromium.
    setTimeout(() => useDragging.setState({ dragged: live }), 0);
  },
  onDragEnd: end,
});

/** To be put on where it can be dropped. */
export const target = (takes: (dragged: Dragged) => boolean, onDrop: (dragged: Dragged) => void) => {
  const taken = (event: React.DragEvent): Dragged | null =>
    live !== null && event.dataTransfer.types.includes(DRAG_TYPE) && takes(live) ? live : null;
  return {
    onDragEnter: (event: React.DragEvent) => {
      if (taken(event)) event.preventDefault();
    },
    onDragOver: (event: React.DragEvent) => {
      if (!taken(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      event.currentTarget.setAttribute('data-over', 'true');
    },
    onDragLeave: (event: React.DragEvent) => event.currentTarget.removeAttribute('data-over'),
    onDrop: (event: React.DragEvent) => {
      event.currentTarget.removeAttribute('data-over');
      const dragged = taken(event);
      if (dragged === null) return;
      event.preventDefault();
      // What was dragged may leave the page with this drop, and then does not say that its drag ended.
      end();
      onDrop(dragged);
    },
  };
};

/** Says aloud what a drop or a choice did. */
export const tell = (told: string): void => useDragging.setState({ told });
