/** The first rows of the file under their columns, each with the field it becomes. */
import { IconCheck, IconChevronDown, IconHelpCircle, IconMinus } from '@tabler/icons-react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import type { ImportKind, Inspection, Rejection } from '#shared/model/imports.ts';
import { useText } from '../../app/i18n.tsx';
import css from './imports.module.css';
import { type Certainty, certainty, fieldAt, fieldsOf, fieldText, isNumeric, shownColumns } from './map.ts';
import type { ImportState } from './useImport.ts';

const shapes = { sure: IconCheck, guessed: IconHelpCircle, ignored: IconMinus } as const;
const hints: Record<Certainty, keyof typeof texts> = { sure: 'sureHint', guessed: 'guessedHint', ignored: 'ignored' };

interface ColumnTableProps {
  kind: ImportKind;
  state: ImportState;
  found: Inspection;
  rejections: readonly Rejection[];
}

export function ColumnTable({ kind, state, found, rejections }: ColumnTableProps) {
  const t = useText();
  const { map, chosen, setField } = state;
  const columns = shownColumns(found.columns.length, map);
  const hidden = found.columns.length - columns.length;
  const bad = new Set(rejections.map(({ row, column }) => `${row} ${column ?? ''}`));
  const taken = new Set(map.map(({ field }) => field));
  return (
    <div className={css['mapWrap']}>
      <table className={css['map']} aria-label={t(texts.mapLabel)} aria-busy={state.inspecting}>
        <thead>
          <tr className={css['heads']}>
            <th aria-hidden />
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={isNumeric(fieldAt(map, column)) ? 'right' : undefined}
                title={found.columns[column]}
              >
                {found.columns[column]}
              </th>
            ))}
            {hidden > 0 ? <th className="faint">{t(texts.moreColumns, { count: hidden })}</th> : null}
          </tr>
          <tr className={css['fields']}>
            <th aria-hidden />
            {columns.map((column) => {
              const field = fieldAt(map, column);
              const sureness = certainty(found, map, column, chosen);
              const IconShape = shapes[sureness];
              return (
                <th key={column}>
                  <span className={css['field']} data-sureness={sureness} title={t(texts[hints[sureness]])}>
                    <IconShape size={14} stroke={1.75} aria-hidden />
                    <select
                      aria-label={`${t(texts.mapColumn, { column: found.columns[column] ?? '' })}, ${t(texts[hints[sureness]])}`}
                      value={field ?? ''}
                      onChange={(event) => setField(column, event.currentTarget.value || null)}
                    >
                      <option value="">{t(texts.ignored)}</option>
                      {fieldsOf(kind).map((name) => (
                        <option key={name} value={name} data-taken={taken.has(name) || undefined}>
                          {t(fieldText(name))}
                          {taken.has(name) && name !== field ? ' ·' : ''}
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
          {found.sample.slice(0, 8).map(({ row, cells }) => (
            <tr key={row}>
              <td className="right faint">{row}</td>
              {columns.map((column) => {
                const field = fieldAt(map, column);
                const fault = bad.has(`${row} ${found.columns[column] ?? ''}`);
                const value = cells[column] ?? '';
                return (
                  <td
                    key={column}
                    className={isNumeric(field) ? 'right' : undefined}
                    data-off={field === null || undefined}
                    data-bad={fault || undefined}
                    title={value}
                  >
                    {fault && value === '' ? <i>{t(texts.empty)}</i> : value}
                  </td>
                );
              })}
              {hidden > 0 ? <td /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
