// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that come and go with scrolling
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
/**
 * The list of every screen: rows served in pages by the engine, of which only those in sight exist, at any length.
 * The grid itself has the focus and names its current row (aria-activedescendant), because a row that scrolls out of
 * sight is taken out of the page.
 */
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { gridTexts } from '#shared/messages/ui/grid.ts';
import { useText } from '../../app/i18n.tsx';
import { Box, GridRow } from './GridRow.tsx';
import css from './grid.module.css';
import { gridKey } from './keys.ts';
import { settle } from './pages.ts';
import { everything, headState, isChosen, MAX_IDS, nothing, put, toggled } from './selection.ts';
import { tableText } from './table.ts';
import type { DataGridProps, GridColumn } from './types.ts';
import { useGridRows } from './useGridRows.ts';
import { useLatest } from './useLatest.ts';

const HEAD_REM = 1.75;
const ROW_REM = { compact: 1.75, regular: 2.125 };
const BOX_REM = 2.25;
const SKELETON_ROWS = 14;

const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
const rem = (pixels: number): string => `${pixels / 16}rem`;

function template<R>(columns: readonly GridColumn<R>[], boxes: boolean): string {
  const tracks = columns.map((c) => (c.flex === undefined ? rem(c.width) : `minmax(${rem(c.width)}, ${c.flex}fr)`));
  return [...(boxes ? [`${BOX_REM}rem`] : []), ...tracks].join(' ');
}

export function DataGrid<R extends { id: string }, K extends string>(props: DataGridProps<R, K>) {
  const { columns, source, selection, onSelection, sort, onSort, onCurrent } = props;
  const t = useText();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 40 });
  const rows = useGridRows(source, seen.first, seen.last);
  // The row last gone to: its place, and its identity for when the list changes under it.
  const [place, setPlace] = useState<{ index: number; id: string | null }>({ index: 0, id: props.initialId ?? null });
  const anchor = useRef(0);
  const [unread, setUnread] = useState(false);

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

  // A new view begins at its top; the row that was current keeps its place if it is there.
  const viewKey = JSON.stringify(source.key);
  const lastView = useRef(viewKey);
  useLayoutEffect(() => {
    if (lastView.current === viewKey) return;
    lastView.current = viewKey;
    anchor.current = 0;
    setPlace((now) => ({ index: 0, id: now.id }));
    scroller.current?.scrollTo({ top: 0 });
  }, [viewKey]);

  // A row to go to: sought until what is read is up to date (a list kept from before may lack it) or the person moves.
  const wanted = props.initialId ?? null;
  const [sought, setSought] = useState<string | null>(wanted);
  useEffect(() => setSought(wanted), [wanted]);
  const ready = rows.state === 'ready';
  const foundAt = ready && sought !== null ? rows.indexOf(sought) : -1;
  const settled = !ready
    ? place
    : foundAt >= 0
      ? { index: foundAt, id: sought }
      : settle(place, (i) => rows.at(i)?.id, rows.indexOf, rows.total);
  const currentRow = ready ? rows.at(settled.index) : undefined;
  useEffect(() => {
    if (settled.index !== place.index || settled.id !== place.id) setPlace(settled);
    if (foundAt >= 0) virtual.scrollToIndex(foundAt, { align: 'auto' });
    if (sought !== null && (foundAt >= 0 || (ready && rows.fresh))) setSought(null);
  }, [settled, place, foundAt, sought, ready, rows.fresh, virtual]);

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
  const move = useLatest((by: number) => {
    anchor.current = goTo(settled.index + by);
  });

  const extend = (to: number): void => {
    if (selection === undefined || onSelection === undefined) return;
    const from = Math.min(anchor.current, to);
    const until = Math.min(Math.max(anchor.current, to), from + MAX_IDS - 1);
    rows.range(from, until).then(
      (taken) =>
        onSelection(
          put(
            selection,
            taken.map((row) => row.id),
            true,
          ),
        ),
      () => setUnread(true),
    );
  };

  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }), move }), [
    move,
  ]);

  const copy = (): void => {
    if (props.onCopy === undefined) return;
    const loaded: R[] = [];
    for (let i = 0; i < rows.total && loaded.length < MAX_IDS; i++) {
      const row = rows.at(i);
      if (row !== undefined && selection !== undefined && isChosen(selection, row.id)) loaded.push(row);
    }
    if (loaded.length === 0 && currentRow !== undefined) loaded.push(currentRow);
    const told =
      props.copyColumns ?? columns.flatMap(({ title, text }) => (text === undefined ? [] : [{ title, text }]));
    const body = loaded.map((row) => told.map((column) => column.text(row)));
    props.onCopy(
      tableText(
        told.map((column) => column.title),
        body,
      ),
      loaded.length,
    );
  };

  const keyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const act = gridKey(event, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2));
    if (act === null || rows.total === 0) return;
    if (act.kind === 'copy') {
      // Text that a person has marked on the page goes first.
      if (window.getSelection()?.isCollapsed === false) return;
      copy();
    } else if (act.kind === 'open') {
      if (currentRow !== undefined) props.onOpen?.(currentRow, settled.index);
    } else if (act.kind === 'move') {
      const target = goTo(act.to === 'first' ? 0 : act.to === 'last' ? rows.total - 1 : settled.index + act.by);
      if (act.extend) extend(target);
      else anchor.current = target;
    } else if (selection === undefined || onSelection === undefined) {
      return;
    } else if (act.kind === 'all') {
      onSelection(everything);
    } else if (act.kind === 'toggle') {
      if (currentRow !== undefined) onSelection(toggled(selection, currentRow.id));
      anchor.current = settled.index;
    } else {
      if (headState(selection, rows.total) === 'none') return;
      onSelection(nothing);
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
      extend(index);
      return;
    }
    anchor.current = index;
    if ((box || event.ctrlKey || event.metaKey) && selection !== undefined) onSelection?.(toggled(selection, row.id));
  });
  const double = useLatest((index: number) => {
    const row = rows.at(index);
    if (row !== undefined) props.onOpen?.(row, index);
  });

  const boxes = selection !== undefined;
  const boxState = boxes ? headState(selection, rows.total) : 'none';
  const tracks = template(columns, boxes);
  const minWidth = rem(columns.reduce((sum, c) => sum + c.width, boxes ? BOX_REM * 16 : 0));
  const items = virtual.getVirtualItems();
  const drawn = rows.state === 'slow' ? Array.from({ length: SKELETON_ROWS }, (_, i) => i) : null;
  const currentId = items.some((item) => item.index === settled.index) ? `${gridId}-${settled.index}` : undefined;

  return (
    <div className={css['frame']}>
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
        onKeyDown={keyDown}
      >
        <div role="row" aria-rowindex={1} className={css['head']} style={{ gridTemplateColumns: tracks, minWidth }}>
          {boxes ? (
            <div role="columnheader" className={css['boxCell']}>
              <button
                type="button"
                role="checkbox"
                tabIndex={-1}
                className={css['boxButton']}
                aria-checked={boxState === 'some' ? 'mixed' : boxState === 'all'}
                aria-label={t(gridTexts.chooseAll)}
                title={t(gridTexts.chooseAll)}
                onClick={() => onSelection?.(boxState === 'none' ? everything : nothing)}
              >
                <Box state={boxState} />
              </button>
            </div>
          ) : null}
          {columns.map((column) => (
            <Head key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
        {rows.state === 'failed' ? (
          <div className={css['instead']}>{props.error(rows.error, rows.retry)}</div>
        ) : rows.state === 'ready' && rows.total === 0 ? (
          <div className={css['instead']}>{props.empty}</div>
        ) : (
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
        )}
      </div>
      {unread || (rows.state === 'ready' && rows.error !== null) ? (
        <div className={css['unread']} role="alert">
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
          <span>{t(gridTexts.unread)}</span>
          <button
            type="button"
            className={css['again']}
            onClick={() => {
              setUnread(false);
              rows.retry();
            }}
          >
            {t(gridTexts.retry)}
          </button>
        </div>
      ) : null}
      {props.bulk}
      {props.foot === undefined ? null : <div className={css['foot']}>{props.foot}</div>}
    </div>
  );
}

function Head<R, K extends string>({
  column,
  sort,
  onSort,
}: {
  column: GridColumn<R, K>;
  sort: DataGridProps<R & { id: string }, K>['sort'];
  onSort: DataGridProps<R & { id: string }, K>['onSort'];
}) {
  const key = column.sortKey;
  const sorted = key !== undefined && sort?.by === key;
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      className={css['headCell']}
      data-align={column.align ?? 'left'}
      data-sorted={sorted || undefined}
      aria-sort={sorted ? (sort?.descending ? 'descending' : 'ascending') : key === undefined ? undefined : 'none'}
      title={column.title}
    >
      {key === undefined || onSort === undefined ? (
        <span className={css['headText']}>{column.head}</span>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={css['headButton']}
          onClick={() =>
            onSort({ by: key, descending: sorted ? sort?.descending !== true : column.descendingFirst === true })
          }
        >
          <span className={css['headText']}>{column.head}</span>
          {sorted ? <Arrow size={12} stroke={1.75} aria-hidden="true" /> : null}
        </button>
      )}
    </div>
  );
}
