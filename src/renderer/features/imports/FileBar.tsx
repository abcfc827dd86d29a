/** The file and how it was read: every detection can be corrected, and the file is read again at once. */
import { Button, NumberInput, Select } from '@mantine/core';
import { IconFileSpreadsheet, IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { detectionTexts } from '#shared/messages/ui/imports-detection.ts';
import type { DetectedOption, Detection, Inspection, ReadOptions } from '#shared/model/imports.ts';
import { fileSize, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { isWeak, reasonText } from './detection.ts';
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
  reason: Detection | undefined;
  onChange: (value: string) => void;
}
function Detected({ label, width, value, data, reason, onChange }: DetectedProps) {
  const t = useText();
  const why = reason === undefined ? '' : reasonText(reason, t);
  return (
    <div className={css['detected']} style={{ width }} title={why}>
      <small aria-hidden>
        {label}
        {reason && isWeak(reason) ? <IconHelpCircle size={12} stroke={1.75} aria-hidden /> : null}
      </small>
      <Select
        size="xs"
        aria-label={label}
        aria-description={why}
        data={data}
        value={value}
        allowDeselect={false}
        onChange={(next) => next !== null && next !== value && onChange(next)}
      />
    </div>
  );
}

interface FileBarProps {
  state: ImportState;
  found: Inspection;
  children?: ReactNode;
}

export function FileBar({ state, found, children }: FileBarProps) {
  const [explained, setExplained] = useState(false);
  const t = useText();
  const language = useLanguage();
  const { options, reasons } = found;
  const worded = <V extends string>(list: readonly (readonly [V, Text])[]) =>
    list.map(([value, text]) => ({ value, label: t(text) }));
  /** The chosen text is one of the list's values. */
  const pick = <V extends string>(list: readonly (readonly [V, Text])[], value: string): V | null =>
    list.find(([known]) => known === value)?.[0] ?? null;
  const size = fileSize(found.bytes, language);
  const columns = found.columns.length;
  const headerRow = options.headerRow ?? 1;
  return (
    <>
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
                : t(texts.size, { count: found.rowEstimate, rows: whole(found.rowEstimate, language), columns, size })}
            </span>
          </div>
        </div>
        {found.sheets.length > 0 ? (
          <Detected
            label={t(texts.sheet)}
            reason={reasons.sheet}
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
              reason={reasons.encoding}
              width={128}
              value={options.encoding}
              data={encodings.map((value) => ({ value, label: encodingNames[value] }))}
              onChange={(value) => state.setOption('encoding', encodings.find((known) => known === value) ?? null)}
            />
            <Detected
              label={t(texts.delimiter)}
              reason={reasons.delimiter}
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
            reason={reasons.decimalMark}
            width={96}
            value={options.decimalMark}
            data={worded(marks)}
            onChange={(value) => state.setOption('decimalMark', pick(marks, value))}
          />
        )}
        {options.dateOrder === null ? null : (
          <Detected
            label={t(texts.dates)}
            reason={reasons.dateOrder}
            width={148}
            value={options.dateOrder}
            data={worded(dateOrders)}
            onChange={(value) => state.setOption('dateOrder', pick(dateOrders, value))}
          />
        )}
        <Detected
          label={t(texts.header)}
          reason={reasons.headerRow}
          width={104}
          value={String(headerRow)}
          data={[
            { value: '0', label: t(detectionTexts.noHeader) },
            ...Array.from({ length: Math.max(HEADER_ROWS, headerRow) }, (_, index) => ({
              value: String(index + 1),
              label: t(texts.headerRow, { row: index + 1 }),
            })),
          ]}
          onChange={(value) => state.setOption('headerRow', Number(value))}
        />
        <Button
          size="xs"
          variant="subtle"
          className={css['why'] ?? ''}
          aria-expanded={explained}
          aria-controls="import-why"
          leftSection={<IconInfoCircle size={14} stroke={1.75} aria-hidden />}
          onClick={() => setExplained((now) => !now)}
        >
          {t(detectionTexts.why)}
        </Button>
        <div className="grow" />
        {children}
      </div>
      {explained ? <Explained state={state} found={found} /> : null}
    </>
  );
}

/** Every decision with its reason, and what is needed rarely: where the values begin. */
function Explained({ state, found }: { state: ImportState; found: Inspection }) {
  const t = useText();
  const { options, reasons, format } = found;
  const named = <V extends string>(list: readonly (readonly [V, Text])[], value: string | null): string => {
    const text = list.find(([known]) => known === value)?.[1];
    return text === undefined ? '' : t(text);
  };
  const headerRow = options.headerRow ?? 1;
  const rows: [DetectedOption, string, string][] = [
    ['sheet', t(texts.sheet), options.sheet ?? ''],
    ['encoding', t(texts.encoding), options.encoding === null ? '' : encodingNames[options.encoding]],
    ['delimiter', t(texts.delimiter), named(delimiters, options.delimiter)],
    ['decimalMark', t(texts.decimal), named(marks, options.decimalMark)],
    ['dateOrder', t(texts.dates), named(dateOrders, options.dateOrder)],
    [
      'headerRow',
      t(texts.header),
      headerRow === 0 ? t(detectionTexts.noHeader) : t(texts.headerRow, { row: headerRow }),
    ],
  ];
  return (
    <section className={css['whyPanel']} id="import-why" aria-label={t(detectionTexts.whyTitle)}>
      <dl>
        <div>
          <dt>{t(detectionTexts.format)}</dt>
          <dd>{format.toUpperCase()}</dd>
        </div>
        {rows.map(([key, label, value]) => {
          const reason = reasons[key];
          return reason === undefined ? null : (
            <div key={key} data-weak={isWeak(reason) || undefined}>
              <dt>{label}</dt>
              <dd>
                {value}
                <span className="faint">, {reasonText(reason, t)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      <NumberInput
        size="xs"
        w={150}
        label={t(detectionTexts.firstRow)}
        description={t(detectionTexts.firstRowHint)}
        min={headerRow + 1}
        max={10_000}
        allowDecimal={false}
        value={state.options.firstRow ?? headerRow + 1}
        onChange={(value) =>
          state.setOption('firstRow', typeof value === 'number' && value > headerRow + 1 ? value : null)
        }
      />
    </section>
  );
}
