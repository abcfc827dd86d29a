/** The file and how it was read: every detection can be corrected, and the file is read again at once. */
import { Select } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import type { Inspection, ReadOptions } from '#shared/model/imports.ts';
import { fileSize, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import css from './imports.module.css';
import type { ImportState } from './useImport.ts';

const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
const encodingNames: Record<(typeof encodings)[number], string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};
const delimiters: readonly [NonNullable<ReadOptions['delimiter']>, Text][] = [
  [';', texts.semicolon],
  [',', texts.comma],
  ['\t', texts.tab],
  ['|', texts.bar],
];
const marks: readonly [NonNullable<ReadOptions['decimalMark']>, Text][] = [
  [',', texts.comma],
  ['.', texts.point],
];
export const dateOrders: readonly [NonNullable<ReadOptions['dateOrder']>, Text][] = [
  ['dmy', texts.dmy],
  ['mdy', texts.mdy],
  ['ymd', texts.ymd],
];
const HEADER_ROWS = 20;

interface DetectedProps {
  label: string;
  width: number;
  value: string | null;
  data: { value: string; label: string }[];
  onChange: (value: string) => void;
}
function Detected({ label, width, value, data, onChange }: DetectedProps) {
  return (
    <div className={css['detected']} style={{ width }}>
      <small aria-hidden>{label}</small>
      <Select
        size="xs"
        aria-label={label}
        data={data}
        value={value}
        allowDeselect={false}
        onChange={(next) => next !== null && next !== value && onChange(next)}
      />
    </div>
  );
}

export function FileBar({ state, found, children }: { state: ImportState; found: Inspection; children?: ReactNode }) {
  const t = useText();
  const language = useLanguage();
  const { options } = found;
  const worded = <V extends string>(list: readonly (readonly [V, Text])[]) =>
    list.map(([value, text]) => ({ value, label: t(text) }));
  /** The chosen text is one of the list's values. */
  const pick = <V extends string>(list: readonly (readonly [V, Text])[], value: string): V | null =>
    list.find(([known]) => known === value)?.[0] ?? null;
  const size = fileSize(found.bytes, language);
  const columns = found.columns.length;
  const headerRow = options.headerRow ?? 1;
  return (
    <div className={css['filebar']}>
      <div className={css['file']}>
        <IconFileSpreadsheet size={20} stroke={1.6} aria-hidden />
        <div className="grow">
          <b className="ellipsis" title={state.path ?? ''}>
            {found.fileName}
          </b>
          <span className="num">
            {found.rowEstimate === null
              ? t(texts.sizeUnknown, { columns, size })
              : t(texts.size, { rows: whole(found.rowEstimate, language), columns, size })}
          </span>
        </div>
      </div>
      {found.sheets.length > 0 ? (
        <Detected
          label={t(texts.sheet)}
          width={150}
          value={options.sheet}
          data={found.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => state.setOption('sheet', sheet)}
        />
      ) : null}
      {found.format === 'csv' ? (
        <>
          <Detected
            label={t(texts.encoding)}
            width={128}
            value={options.encoding}
            data={encodings.map((value) => ({ value, label: encodingNames[value] }))}
            onChange={(value) => state.setOption('encoding', encodings.find((known) => known === value) ?? null)}
          />
          <Detected
            label={t(texts.delimiter)}
            width={124}
            value={options.delimiter}
            data={worded(delimiters)}
            onChange={(value) => state.setOption('delimiter', pick(delimiters, value))}
          />
        </>
      ) : null}
      {options.decimalMark === null ? null : (
        <Detected
          label={t(texts.decimal)}
          width={96}
          value={options.decimalMark}
          data={worded(marks)}
          onChange={(value) => state.setOption('decimalMark', pick(marks, value))}
        />
      )}
      {options.dateOrder === null ? null : (
        <Detected
          label={t(texts.dates)}
          width={148}
          value={options.dateOrder}
          data={worded(dateOrders)}
          onChange={(value) => state.setOption('dateOrder', pick(dateOrders, value))}
        />
      )}
      <Detected
        label={t(texts.header)}
        width={88}
        value={String(headerRow)}
        data={Array.from({ length: Math.max(HEADER_ROWS, headerRow) }, (_, index) => ({
          value: String(index + 1),
          label: t(texts.headerRow, { row: index + 1 }),
        }))}
        onChange={(value) => state.setOption('headerRow', Number(value))}
      />
      <div className="grow" />
      {children}
    </div>
  );
}
