/** The first rows of the file under their columns, each with the field it becomes; what would not be taken stands out. */
import { IconCheck, IconChevronDown, IconHelpCircle, IconMinus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import type { ImportKind, Inspection, Rejection } from '#shared/model/imports.ts';
import { whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { doubtText } from './detection.ts';
import { type Dragged, draggable, target, tell, useDragging } from './dragging.ts';
import css from './imports.module.css';
import { type Certainty, certainty, fieldAt, fieldText, guessAt, isNumeric, shownColumns, targetsOf } from './map.ts';
import { type PreviewRow, previewRows } from './preview.ts';
import type { ImportState } from './useImport.ts';

const shapes = { sure: IconCheck, guessed: IconHelpCircle, ignored: IconMinus } as const;
const hints: Record<Certainty, keyof typeof texts> = { sure: 'sureHint', guessed: 'guessedHint', ignored: 'ignored' };

interface ColumnTableProps {
  kind: ImportKind;
  state: ImportState;
  found: Inspection;
  /** Of the dry run: their rows are shown behind the first ones. */
  rejections: readonly Rejection[];
  /** The dry run's outcome stands below: the preview leaves it room. */
  small: boolean;
}

export function ColumnTable({ kind, state, found, rejections, small }: ColumnTableProps) {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  const dragged = useDragging((s) => s.dragged);
  const { map, chosen, custom, faults } = state;
  const columns = shownColumns(found.columns.length, map);
  const hidden = found.columns.length - columns.length;
  const taken = new Set(map.map(({ field }) => field));
  const added = new Set(found.addedColumns);
  const targets = useMemo(() => targetsOf(kind, custom), [kind, custom]);
  const name = (field: string) => t(fieldText(field, custom));
  const rows = useMemo(() => previewRows(found, rejections), [found, rejections]);
  const wrong = useMemo(() => {
    const all = new Map<string, Rejection>();
    for (const fault of [...rejections, ...faults]) all.set(`${fault.row} ${fault.column ?? ''}`, fault);
    return all;
  }, [rejections, faults]);
  const columnName = (column: number) => found.columns[column] ?? '';
  const set = (column: number, field: string | null) => {
    state.setField(column, field);
    tell(
      field === null
        ? t(deskImportTexts.told_removed, { column: columnName(column) })
        : t(deskImportTexts.told_placed, { field: name(field), column: columnName(column) }),
    );
  };
  const faultText = (fault: Rejection): string => {
    const { what, remedy } = say(fault.error);
    return `${what} ${remedy}`;
  };
  return (
    <section
      className={css['mapWrap']}
      data-small={small || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
      tabIndex={0}
      aria-label={t(deskImportTexts.preview)}
    >
      <table className={css['map']} aria-label={t(texts.mapLabel)} aria-busy={state.inspecting}>
        <thead>
          <tr className={css['heads']}>
            <th aria-hidden />
            {columns.map((column) => {
              const field = fieldAt(map, column);
              return (
                <th
                  key={column}
                  scope="col"
                  className={isNumeric(field) ? 'right' : undefined}
                  title={columnName(column)}
                  {...(field === null ? {} : draggable({ is: 'column', column, field }))}
                >
                  {columnName(column)}
                </th>
              );
            })}
            {hidden > 0 ? <th className="faint">{t(texts.moreColumns, { count: hidden })}</th> : null}
          </tr>
          <tr className={css['fields']}>
            <th aria-hidden />
            {columns.map((column) => {
              if (added.has(column)) {
                return (
                  <th key={column} className="faint small">
                    {t(deskImportTexts.added)}
                  </th>
                );
              }
              const field = fieldAt(map, column);
              const sureness = certainty(found, map, column, chosen);
              const guess = guessAt(found.guesses, column);
              const doubt = sureness === 'guessed' && guess ? doubtText(guess, t) : '';
              const hint = [t(texts[hints[sureness]]), doubt].filter((part) => part !== '').join(', ');
              const IconShape = shapes[sureness];
              const takes = (drop: Dragged) => drop.is === 'field' || drop.column !== column;
              return (
                <th
                  key={column}
                  data-takes={(dragged !== null && takes(dragged)) || undefined}
                  {...target(takes, (drop) => set(column, drop.field))}
                >
                  <span className={css['field']} data-sureness={sureness} title={hint}>
                    <IconShape size={14} stroke={1.75} aria-hidden />
                    <select
                      aria-label={t(texts.mapColumn, { column: columnName(column) })}
                      aria-description={hint}
                      value={field ?? ''}
                      onChange={(event) => set(column, event.currentTarget.value || null)}
                    >
                      <option value="">{t(texts.ignored)}</option>
                      {targets.map((one) => (
                        <option key={one} value={one}>
                          {name(one)}
                          {taken.has(one) && one !== field ? ' ·' : ''}
                        </option>
                      ))}
                    </select>
                    <IconChevronDown size={12} stroke={1.75} aria-hidden />
                  </span>
                </th>
              );
            })}
            {hidden > 0 ? <th /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            'cells' in row ? (
              drawn(row)
            ) : (
              <tr key={`to ${row.to}`} className={css['skipped']}>
                <td />
                <td colSpan={columns.length + (hidden > 0 ? 1 : 0)}>
                  {t(deskImportTexts.skipped, { from: whole(row.from, language), to: whole(row.to, language) })}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );

  function drawn({ row, cells }: Extract<PreviewRow, { cells: readonly string[] }>) {
    const all = wrong.get(`${row} `);
    return (
      <tr key={row}>
        <td className="right faint num" data-bad={all ? true : undefined} title={all ? faultText(all) : undefined}>
          {row}
        </td>
        {columns.map((column) => {
          const field = fieldAt(map, column);
          const fault = wrong.get(`${row} ${columnName(column)}`);
          const value = cells[column] ?? '';
          return (
            <td
              key={column}
              className={isNumeric(field) ? 'right' : undefined}
              data-off={field === null || undefined}
              data-bad={fault ? true : undefined}
              title={fault ? faultText(fault) : value}
            >
              {fault && value === '' ? <i>{t(texts.empty)}</i> : value}
              {fault ? <span className={css['told']}>{faultText(fault)}</span> : null}
            </td>
          );
        })}
        {hidden > 0 ? <td /> : null}
      </tr>
    );
  }
}
