// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that come and go with scrolling
// biome-ignore-all lint/a11y/useFocusableInteractive: the heads are gone to by the keys of the list, not one by one
/**
 * The heads of a list: a press sorts; where the columns may be arranged, a head is dragged to its place and its edge to its
 * width. By keyboard: up from the first row, then the arrows; with Ctrl they carry the column, with Shift they change its
 * width, Del hides it.
 */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { gridTexts } from '#shared/messages/ui/grid.ts';
import { useText } from '../../app/i18n.tsx';
import {
  type Arrangeable,
  arranged,
  type ColumnLayout,
  movedBefore,
  stepped,
  withoutWidth,
  withShown,
  withWidth,
} from './columns.ts';
import { Box } from './GridRow.tsx';
import css from './grid.module.css';
import { headKey } from './keys.ts';
import type { DataGridProps, GridColumn } from './types.ts';

/** A press that moves further than this (pixels) is a drag. */
const DRAG = 5;
const pixelsPerUnit = (): number => (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;

export interface GridHeadHandle {
  focus(): void;
}

export interface GridHeadProps<R extends { id: string }, K extends string> {
  /** Those in sight, arranged. */
  columns: readonly GridColumn<R, K>[];
  /** All there are, for arranging. */
  all: readonly GridColumn<R, K>[];
  layout: ColumnLayout;
  onLayout: ((layout: ColumnLayout) => void) | undefined;
  sort: DataGridProps<R, K>['sort'];
  onSort: DataGridProps<R, K>['onSort'];
  tracks: string;
  minWidth: string;
  frozen: boolean;
  /** State of the box that chooses all; null where nothing can be chosen. */
  box: 'none' | 'some' | 'all' | null;
  onBox(): void;
  /** What a change did, for readers of the screen. */
  onSay(words: string): void;
  /** Back to the rows. */
  onLeave(): void;
  ref?: Ref<GridHeadHandle>;
}

interface Drag {
  key: string;
  from: number;
  /** Set once it moved far enough: the column that it will stand before; `null` is the end. */
  before?: string | null;
}

export function GridHead<R extends { id: string }, K extends string>(props: GridHeadProps<R, K>) {
  const { columns, all, layout, onLayout, sort, onSort } = props;
  const t = useText();
  const row = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  // A drag ends in a click, which must not sort.
  const dragged = useRef(false);
  const wanted = useRef<string | null>(null);

  const cellOf = (key: string | undefined): HTMLElement | null =>
    key === undefined ? null : (row.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(key)}"]`) ?? null);
  const focusOn = (key: string | undefined): void => {
    const cell = cellOf(key);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useImperativeHandle(props.ref, () => ({ focus: () => focusOn(columns[0]?.key) }));
  // A column that was carried may have lost the focus with its old place.
  useEffect(() => {
    if (wanted.current === null) return;
    focusOn(wanted.current);
    wanted.current = null;
  });

  const sortBy = (column: GridColumn<R, K>): void => {
    const by = column.sortKey;
    if (by === undefined || onSort === undefined) return;
    onSort({ by, descending: sort?.by === by ? !sort.descending : column.descendingFirst === true });
  };
  const tellPlace = (next: ColumnLayout, column: GridColumn<R, K>): void => {
    onLayout?.(next);
    wanted.current = column.key;
    const shown = arrangedKeys(all, next);
    props.onSay(
      t(gridTexts.columnPlace, { column: column.title, place: shown.indexOf(column.key) + 1, count: shown.length }),
    );
  };

  const keyDown = (event: KeyboardEvent<HTMLDivElement>, column: GridColumn<R, K>, index: number): void => {
    if (event.target !== event.currentTarget) return;
    const act = headKey(event);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (act.kind === 'rows') props.onLeave();
    else if (act.kind === 'sort') sortBy(column);
    else if (act.kind === 'go') {
      const to = act.to === 'first' ? 0 : act.to === 'last' ? columns.length - 1 : index + act.by;
      focusOn(columns[Math.min(Math.max(to, 0), columns.length - 1)]?.key);
    } else if (onLayout === undefined) return;
    else if (act.kind === 'carry') tellPlace(stepped(all, layout, column.key, act.by), column);
    else if (act.kind === 'width') {
      const now = event.currentTarget.getBoundingClientRect().width / pixelsPerUnit();
      onLayout(withWidth(layout, column.key, now + act.by));
    } else {
      if (columns.length === 1) return;
      wanted.current = (columns[index + 1] ?? columns[index - 1])?.key ?? null;
      onLayout(withShown(all, layout, column.key, false));
      props.onSay(t(gridTexts.columnHidden, { column: column.title }));
    }
  };

  /** The column that one let go at this place would stand before. */
  const dropAt = (x: number): string | null => {
    for (const column of columns) {
      const box = cellOf(column.key)?.getBoundingClientRect();
      if (box !== undefined && x < box.left + box.width / 2) return column.key;
    }
    return null;
  };
  const pointerDown = (event: PointerEvent<HTMLDivElement>, key: string): void => {
    dragged.current = false;
    if (event.button === 0 && onLayout !== undefined) setDrag({ key, from: event.clientX });
  };
  const pointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag === null) return;
    if (drag.before === undefined && Math.abs(event.clientX - drag.from) < DRAG) return;
    if (drag.before === undefined) event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = true;
    setDrag({ ...drag, before: dropAt(event.clientX) });
  };
  const pointerUp = (): void => {
    if (drag?.before !== undefined) onLayout?.(movedBefore(all, layout, drag.key, drag.before));
    setDrag(null);
  };

  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={1}
      className={css['head']}
      style={{ gridTemplateColumns: props.tracks, minWidth: props.minWidth }}
    >
      {props.box === null ? null : (
        <div role="columnheader" className={css['boxCell']} data-frozen={props.frozen || undefined}>
          <button
            type="button"
            role="checkbox"
            tabIndex={-1}
            className={css['boxButton']}
            aria-checked={props.box === 'some' ? 'mixed' : props.box === 'all'}
            aria-label={t(gridTexts.chooseAll)}
            title={t(gridTexts.chooseAll)}
            onClick={props.onBox}
          >
            <Box state={props.box} />
          </button>
        </div>
      )}
      {columns.map((column, index) => {
        const sortable = column.sortKey !== undefined && onSort !== undefined;
        const sorted = sortable && sort?.by === column.sortKey;
        const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
        const last = index === columns.length - 1;
        return (
          <div
            key={column.key}
            role="columnheader"
            tabIndex={-1}
            data-column={column.key}
            className={css['headCell']}
            data-align={column.align ?? 'left'}
            data-sorted={sorted || undefined}
            data-sortable={sortable || undefined}
            data-frozen={(props.frozen && index === 0) || undefined}
            data-dragged={(drag?.before !== undefined && drag.key === column.key) || undefined}
            data-drop={
              drag === null || drag.before === undefined
                ? undefined
                : drag.before === column.key
                  ? 'before'
                  : last && drag.before === null
                    ? 'after'
                    : undefined
            }
            aria-sort={sorted ? (sort?.descending ? 'descending' : 'ascending') : sortable ? 'none' : undefined}
            title={column.title}
            onClick={() => {
              if (!dragged.current) sortBy(column);
              dragged.current = false;
            }}
            onKeyDown={(event) => keyDown(event, column, index)}
            onPointerDown={(event) => pointerDown(event, column.key)}
            onPointerMove={pointerMove}
            onPointerUp={pointerUp}
            onPointerCancel={() => setDrag(null)}
          >
            <span className={css['headText']}>
              {column.head === '' ? <span className="srOnly">{column.title}</span> : column.head}
            </span>
            {sorted ? <Arrow size={12} stroke={1.75} aria-hidden="true" /> : null}
            {onLayout === undefined ? null : (
              <Edge
                onWidth={(width) => onLayout(withWidth(layout, column.key, width))}
                onReset={() => onLayout(withoutWidth(layout, column.key))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

const arrangedKeys = (all: readonly Arrangeable[], layout: ColumnLayout): string[] =>
  arranged(all, layout).map(({ key }) => key);

/** The right edge of a head: dragged, it changes the width; pressed twice, the width is the list's own again. */
function Edge({ onWidth, onReset }: { onWidth(width: number): void; onReset(): void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  return (
    <span
      className={css['edge']}
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onReset();
      }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.preventDefault();
        const cell = event.currentTarget.parentElement;
        if (event.button !== 0 || cell === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: cell.getBoundingClientRect().width };
      }}
      onPointerMove={(event) => {
        if (from.current === null) return;
        event.stopPropagation();
        onWidth((from.current.width + event.clientX - from.current.x) / pixelsPerUnit());
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    />
  );
}
