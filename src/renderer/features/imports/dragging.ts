/** What is being dragged between fields and columns: interface state, shared by the bar of fields and the table. */
import { create } from 'zustand';

export type Dragged = { is: 'field'; field: string } | { is: 'column'; column: number; field: string };

/** The type under which the page's own drags go: files from outside never bear it. */
const DRAG_TYPE = 'application/x-liasse-field';

export const useDragging = create<{ dragged: Dragged | null; told: string }>(() => ({ dragged: null, told: '' }));

/** To be put on what can be dragged. */
export const draggable = (dragged: Dragged) => ({
  draggable: true,
  onDragStart: (event: React.DragEvent) => {
    event.dataTransfer.setData(DRAG_TYPE, dragged.field);
    event.dataTransfer.effectAllowed = 'move';
    // A change of the page in the very event that begins a drag ends it in Chromium.
    setTimeout(() => useDragging.setState({ dragged }), 0);
  },
  onDragEnd: () => useDragging.setState({ dragged: null }),
});

/** To be put on where it can be dropped. */
export const target = (takes: boolean, onDrop: (dragged: Dragged) => void) => ({
  onDragEnter: (event: React.DragEvent) => {
    if (takes && event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault();
  },
  onDragOver: (event: React.DragEvent) => {
    if (!takes || !event.dataTransfer.types.includes(DRAG_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    event.currentTarget.setAttribute('data-over', 'true');
  },
  onDragLeave: (event: React.DragEvent) => event.currentTarget.removeAttribute('data-over'),
  onDrop: (event: React.DragEvent) => {
    event.currentTarget.removeAttribute('data-over');
    const { dragged } = useDragging.getState();
    if (!takes || dragged === null || !event.dataTransfer.types.includes(DRAG_TYPE)) return;
    event.preventDefault();
    useDragging.setState({ dragged: null });
    onDrop(dragged);
  },
});

/** Says aloud what a drop or a choice did. */
export const tell = (told: string): void => useDragging.setState({ told });
