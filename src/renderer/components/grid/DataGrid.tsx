// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that come and go with scrolling
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/**
 * The list of every screen: rows served in pages by the engine, of which only those in sight exist, at any length.
 * The grid itself has the focus and names its current row (aria-activedescendant), because a row that scrolls out of
 * sight is taken out of the page.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { arranged, plainLayout } from './columns.ts';
import { GridHead, type GridHeadHandle } from './GridHead.tsx';
import { GridNotes } from './GridNotes.tsx';
import { GridRow } from './GridRow.tsx';
import css from './grid.module.css';
import { gridKey } from './keys.ts';
import { settle } from './pages.ts';
import { everything, headState, isChosen, nothing, toggled } from './selection.ts';
import type { CopyColumn, DataGridProps, GridColumn } from './types.ts';
import { useCopying } from './useCopying.ts';
import { useGridRows } from './useGridRows.ts';
import { useLatest } from './useLatest.ts';
import { useShiftRange } from './useShiftRange.ts';

const HEAD_REM = 1.75;
const ROW_REM = { compact: 1.75, regular: 2.125 };
const BOX_REM = 2.25;
const SKELETON_ROWS = 14;
/** A first column wider than this (pixels at 100 %) would leave too little room beside it: it scrolls with the others. */
const WIDEST_FROZEN = 260;

const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
const rem = (pixels: number): string => `${pixels / 16}rem`;

function template<R>(columns: readonly GridColumn<R>[], boxes: boolean): string {
  const tracks = columns.map((c) => (c.flex === undefined ? rem(c.width) : `minmax(${rem(c.width)}, ${c.flex}fr)`));
  return [...(boxes ? [`${BOX_REM}rem`] : []), ...tracks].join(' ');
}

/** The columns of the copied table: those in sight that have words, then those that always go with them. */
const copied = <R,>(shown: readonly GridColumn<R>[], all: readonly GridColumn<R>[]): CopyColumn<R>[] =>
  [...shown, ...all.filter((column) => column.copied === true && !shown.includes(column))].flatMap((column) => {
    const { title, text, cell } = column;
    const told = cell ?? text;
    return told === undefined ? [] : [{ title, text: told }];
  });

export function DataGrid<R extends { id: string }, K extends string>(props: DataGridProps<R, K>) {
  const { source, selection, onSelection, sort, onSort, onCurrent, layout = plainLayout } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<GridHeadHandle>(null);
  const columns = useMemo(() => arranged(props.columns, layout), [props.columns, layout]);
  const [seen, setSeen] = useState({ first: 0, last: 40 });
  const rows = useGridRows(source, seen.first, seen.last);
  // The row last gone to: its place, and its identity for when the list changes under it.
  const [place, setPlace] = useState<{ index: number; id: string | null }>({ index: 0, id: props.initialId ?? null });
  const [failure, setFailure] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const [aside, setAside] = useState(false);

  const rowHeight = Math.round(ROW_REM[props.density ?? 'compact'] * rootSize());
  const headHeight = Math.round(HEAD_REM * rootSize());
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    onChange: (instance) => {
      const range = instance.range;
      if (range !== null && (range.startIndex !== seen.first || range.endIndex !== seen.last))
        setSeen({ first: range.startIndex, last: range.endIndex });
    },
  });
  const range = useShiftRange(source, selection, onSelection, setFailure);
  const copying = useCopying(source, props.copyColumns ?? copied(columns, props.columns), props.onCopy, setFailure);

  // A new view begins at its top; the row that was current keeps its place if it is there.
  const viewKey = JSON.stringify(source.key);
  const lastView = useRef(viewKey);
  useLayoutEffect(() => {
    if (lastView.current === viewKey) return;
    lastView.current = viewKey;
    range.begin(0);
    setFailure(null);
    setPlace((now) => ({ index: 0, id: now.id }));
    scroller.current?.scrollTo({ top: 0 });
  }, [viewKey, range.begin]);

  // A row to go to: sought until what is read is up to date (a list kept from before may lack it) or the person moves.
  const wanted = props.initialId ?? null;
  const [sought, setSought] = useState<string | null>(wanted);
  useEffect(() => setSought(wanted), [wanted]);
  const ready = rows.state === 'ready';
  const here = ready && sought !== null ? rows.indexOf(sought) : -1;
  const locatedAt = useLocated(source, viewKey, ready && rows.fresh && here < 0 ? sought : null);
  const foundAt = here >= 0 ? here : typeof locatedAt === 'number' ? locatedAt : -1;
  const settled = !ready
    ? place
    : foundAt >= 0
      ? { index: foundAt, id: sought }
      : settle(place, (i) => rows.at(i)?.id, rows.indexOf, rows.total);
  const currentRow = ready ? rows.at(settled.index) : undefined;
  useEffect(() => {
    if (settled.index !== place.index || settled.id !== place.id) setPlace(settled);
    if (foundAt >= 0) virtual.scrollToIndex(foundAt, { align: 'auto' });
    if (sought !== null && (foundAt >= 0 || (ready && rows.fresh && locatedAt === null))) setSought(null);
  }, [settled, place, foundAt, sought, ready, rows.fresh, locatedAt, virtual]);

  // A key may be faster than the page of a row that was gone to far away: it counts once the row is there.
  const awaited = useRef<{ act: 'open' | 'toggle'; index: number } | null>(null);
  const actOn = useLatest((act: 'open' | 'toggle') => {
    awaited.current = currentRow === undefined ? { act, index: settled.index } : null;
    if (currentRow === undefined) return;
    if (act === 'open') props.onOpen?.(currentRow, settled.index);
    else if (selection !== undefined) onSelection?.(toggled(selection, currentRow.id));
  });
  useEffect(() => {
    const late = awaited.current;
    if (late === null || currentRow === undefined) return;
    awaited.current = null;
    if (late.index === settled.index) actOn(late.act);
  }, [currentRow, settled.index, actOn]);

  const wantsFocus = props.autoFocus === true && rows.state === 'ready' && rows.total > 0;
  useEffect(() => {
    const idle = document.activeElement === null || document.activeElement === document.body;
    if (wantsFocus && idle) scroller.current?.focus({ preventScroll: true });
  }, [wantsFocus]);

  const announce = useRef(onCurrent);
  announce.current = onCurrent;
  const readable = rows.state === 'ready' || rows.state === 'failed';
  useEffect(() => {
    // Nothing is told while another row is sought: the screen would take it for the person's choice.
    if (readable && sought === null) announce.current?.(currentRow ?? null, settled.index);
  }, [currentRow, settled.index, readable, sought]);

  const goTo = (index: number): number => {
    const target = Math.min(Math.max(index, 0), rows.total - 1);
    if (target < 0) return 0;
    setSought(null);
    setPlace({ index: target, id: rows.at(target)?.id ?? null });
    virtual.scrollToIndex(target, { align: 'auto' });
    return target;
  };
  const move = useLatest((by: number) => range.begin(goTo(settled.index + by)));
  const focus = useLatest(() => scroller.current?.focus({ preventScroll: true }));
  useImperativeHandle(props.ref, () => ({ focus, move }), [focus, move]);

  const keyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const act = gridKey(event, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2));
    if (act === null || rows.total === 0) return;
    if (act.kind === 'copy') {
      // Text that a person has marked on the page goes first.
      if (window.getSelection()?.isCollapsed === false) return;
      setFailure(null);
      copying.copy({ selection, current: currentRow, total: rows.total });
    } else if (act.kind === 'open') {
      actOn('open');
    } else if (act.kind === 'head' || (event.key === 'ArrowUp' && !event.shiftKey && settled.index === 0)) {
      head.current?.focus();
    } else if (act.kind === 'move') {
      const target = goTo(act.to === 'first' ? 0 : act.to === 'last' ? rows.total - 1 : settled.index + act.by);
      if (act.extend) range.extend(target, rows.total);
      else range.begin(target);
    } else if (act.kind === 'clear') {
      if (!copying.cancel()) {
        if (selection === undefined || headState(selection, rows.total) === 'none') return;
        onSelection?.(nothing);
      }
    } else if (selection === undefined || onSelection === undefined) {
      return;
    } else if (act.kind === 'all') {
      onSelection(everything);
    } else {
      actOn('toggle');
      range.begin(settled.index);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const press = useLatest((index: number, event: MouseEvent, box: boolean) => {
    const row = rows.at(index);
    if (row === undefined) return;
    setSought(null);
    setPlace({ index, id: row.id });
    if (event.shiftKey) {
      window.getSelection()?.removeAllRanges();
      range.extend(index, rows.total);
      return;
    }
    if ((box || event.ctrlKey || event.metaKey) && selection !== undefined) onSelection?.(toggled(selection, row.id));
    range.begin(index);
  });
  const double = useLatest((index: number) => {
    const row = rows.at(index);
    if (row !== undefined) props.onOpen?.(row, index);
  });

  const boxes = selection !== undefined;
  const boxState = boxes ? headState(selection, rows.total) : null;
  const tracks = template(columns, boxes);
  const minWidth = rem(columns.reduce((sum, c) => sum + c.width, boxes ? BOX_REM * 16 : 0));
  const frozen = (columns[0]?.width ?? 0) <= WIDEST_FROZEN;
  const items = virtual.getVirtualItems();
  const drawn = rows.state === 'slow' ? Array.from({ length: SKELETON_ROWS }, (_, i) => i) : null;
  const currentId = items.some((item) => item.index === settled.index) ? `${gridId}-${settled.index}` : undefined;
  const instead =
    rows.state === 'failed'
      ? props.error(rows.error, rows.retry)
      : rows.state === 'ready' && rows.total === 0
        ? props.empty
        : null;

  return (
    <div className={css['frame']}>
      <div className={css['place']}>
        <div
          ref={scroller}
          className={css['scroller']}
          role="grid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={rows.state === 'ready' ? rows.total + 1 : -1}
          aria-colcount={columns.length + (boxes ? 1 : 0)}
          aria-multiselectable={boxes}
          aria-activedescendant={currentId}
          aria-busy={rows.state === 'slow' || rows.state === 'waiting'}
          data-density={props.density ?? 'compact'}
          data-aside={aside || undefined}
          onKeyDown={keyDown}
          onScroll={(event) => setAside(event.currentTarget.scrollLeft > 0)}
        >
          <GridHead
            ref={head}
            columns={columns}
            all={props.columns}
            layout={layout}
            onLayout={props.onLayout}
            sort={sort}
            onSort={onSort}
            tracks={tracks}
            minWidth={minWidth}
            frozen={frozen}
            box={boxState}
            onBox={() => onSelection?.(boxState === 'none' ? everything : nothing)}
            onSay={setSaid}
            onLeave={focus}
          />
          {instead === null ? (
            <div
              role="rowgroup"
              className={css['body']}
              style={{ height: drawn ? drawn.length * rowHeight : virtual.getTotalSize(), minWidth }}
            >
              {(drawn ?? items.map((item) => item.index)).map((index) => {
                const row = drawn ? undefined : rows.at(index);
                return (
                  <GridRow
                    key={index}
                    row={row}
                    index={index}
                    domId={`${gridId}-${index}`}
                    columns={columns}
                    tracks={tracks}
                    height={rowHeight}
                    frozen={frozen}
                    chosen={boxes ? row !== undefined && isChosen(selection, row.id) : null}
                    current={!drawn && index === settled.index}
                    muted={row !== undefined && props.muted?.(row) === true}
                    label={row === undefined ? '' : props.rowLabel(row)}
                    onPress={press}
                    onDouble={double}
                  />
                );
              })}
            </div>
          ) : null}
        </div>
        {instead === null ? null : <div className={css['instead']}>{instead}</div>}
      </div>
      <GridNotes
        unread={rows.state === 'ready' && rows.error !== null}
        failure={failure}
        progress={copying.progress}
        onRetry={() => {
          setFailure(null);
          rows.retry();
        }}
        onCancel={() => {
          copying.cancel();
          focus();
        }}
      />
      <span role="status" className="srOnly">
        {said}
      </span>
      {props.bulk}
      {props.foot === undefined ? null : <div className={css['foot']}>{props.foot}</div>}
    </div>
  );
}

/**
 * Where in the whole view a row stands that is in no page read so far: undefined while the engine is asked, null where it is not
 * in the view (or the source cannot say).
 */
function useLocated<R>(
  source: DataGridProps<R & { id: string }>['source'],
  viewKey: string,
  id: string | null,
): number | null | undefined {
  const [answer, setAnswer] = useState<{ of: string; at: number | null } | null>(null);
  const asked = id === null ? null : `${viewKey} ${id}`;
  const latest = useRef(source);
  latest.current = source;
  useEffect(() => {
    if (asked === null || id === null) return;
    let stale = false;
    const answered = (at: number | null): void => {
      if (!stale) setAnswer({ of: asked, at });
    };
    (latest.current.locate?.(id) ?? Promise.resolve(null)).then(answered, () => answered(null));
    return () => {
      stale = true;
    };
  }, [asked, id]);
  return answer?.of === asked ? answer.at : undefined;
}
