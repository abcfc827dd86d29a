// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold rows that come and go with scrolling
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows
import { IconCheck } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import css from './grid.module.css';
import type { GridColumn } from './types.ts';

/** The box of a row or of the head. A span: the grid has the focus, the row tells its state. */
export function Box({ state }: { state: 'none' | 'some' | 'all' }) {
  return (
    <span className={css['box']} data-state={state} aria-hidden="true">
      {state === 'all' ? <IconCheck size={12} stroke={2.6} /> : null}
    </span>
  );
}

export interface GridRowProps<R extends { id: string }> {
  row: R | undefined;
  index: number;
  domId: string;
  columns: readonly GridColumn<R>[];
  tracks: string;
  /** Pixels. */
  height: number;
  chosen: boolean | null;
  current: boolean;
  muted: boolean;
  label: string;
  /** `box`: the click was on the row's box. */
  onPress(index: number, event: MouseEvent, box: boolean): void;
  onDouble(index: number): void;
}

const barWidths = [62, 84, 48, 72, 56, 90, 66];

function Row<R extends { id: string }>(props: GridRowProps<R>) {
  const { row, index, columns, chosen } = props;
  return (
    <div
      role="row"
      id={props.domId}
      className={css['row']}
      style={{
        gridTemplateColumns: props.tracks,
        height: props.height,
        transform: `translateY(${index * props.height}px)`,
      }}
      aria-rowindex={index + 2}
      aria-selected={chosen ?? undefined}
      aria-label={row === undefined ? undefined : props.label}
      data-chosen={chosen === true || undefined}
      data-current={props.current || undefined}
      data-muted={props.muted || undefined}
      onClick={(event) => props.onPress(index, event, false)}
      onDoubleClick={() => props.onDouble(index)}
    >
      {chosen === null ? null : (
        <div
          role="gridcell"
          className={css['boxCell']}
          onClick={(event) => {
            event.stopPropagation();
            props.onPress(index, event, true);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Box state={chosen ? 'all' : 'none'} />
        </div>
      )}
      {columns.map((column, position) => (
        <div
          key={column.key}
          role="gridcell"
          className={css['cell']}
          data-align={column.align ?? 'left'}
          title={column.tooltip && row !== undefined ? column.text?.(row) : undefined}
        >
          {row === undefined ? (
            <span
              className={css['bar']}
              style={{ width: `${barWidths[(index * 3 + position * 5) % barWidths.length]}%` }}
            />
          ) : (
            column.render(row)
          )}
        </div>
      ))}
    </div>
  );
}

/** A row; drawn again only when something of it changed. */
// The cast gives back the type parameter that `memo` loses.
export const GridRow = memo(Row) as unknown as typeof Row;
