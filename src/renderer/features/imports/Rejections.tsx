/** The rejected rows: by reason, or one by one with filters; each with what to do. */
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { ImportOutcome, Rejection } from '#shared/model/imports.ts';
import { whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import css from './imports.module.css';
import { fieldText, isField } from './map.ts';
import { byReason, matching, valuesOf } from './reasons.ts';

interface RejectionsProps {
  outcome: ImportOutcome;
  custom: readonly CustomField[];
  /** What can be done with all of them. */
  actions?: ReactNode;
}

export function Rejections({ outcome, custom, actions }: RejectionsProps) {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  const [view, setView] = useState<'reason' | 'row'>('reason');
  const [reason, setReason] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const reasons = useMemo(() => byReason(outcome.rejections), [outcome.rejections]);
  if (outcome.reject === 0) return null;
  /** The engine may name the field where no column of the file is at fault. */
  const columnName = (column: string) => (isField(column) ? t(fieldText(column, custom)) : column);
  const sentences = ({ error }: Rejection) => say({ code: error.code, params: error.params });
  const labelOf = (first: Rejection): string =>
    [first.column === null ? '' : columnName(first.column), general(sentences(first).what, first.value)]
      .filter((part) => part !== '')
      .join(', ');
  const capped = outcome.rejections.length < outcome.reject;
  const rows = matching(outcome.rejections, reason, search, (one) => {
    const { what, remedy } = sentences(one);
    return `${what} ${remedy}`;
  });
  return (
    <section className={css['rejects']}>
      <header>
        <h2>{t(texts.rejectTitle, { count: outcome.reject })}</h2>
        <span className="faint small">
          {t(texts.reasons, { count: reasons.length })}
          {capped ? `, ${t(texts.firstOnly, { count: outcome.rejections.length })}` : ''}
        </span>
        <div className="grow" />
        {view === 'row' ? (
          <>
            <Select
              size="xs"
              w={230}
              aria-label={t(deskImportTexts.filterReason)}
              data={[
                { value: '', label: t(deskImportTexts.allReasons) },
                ...reasons.map(({ key, first }) => ({ value: key, label: labelOf(first) })),
              ]}
              value={reason ?? ''}
              allowDeselect={false}
              onChange={(next) => setReason(next || null)}
            />
            <TextInput
              size="xs"
              w={170}
              leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
              aria-label={t(deskImportTexts.filterSearch)}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </>
        ) : null}
        <SegmentedControl
          size="xs"
          aria-label={t(deskImportTexts.rejectsView)}
          data={[
            { value: 'reason', label: t(deskImportTexts.byReason) },
            { value: 'row', label: t(deskImportTexts.byRow) },
          ]}
          value={view}
          onChange={(next) => setView(next === 'row' ? 'row' : 'reason')}
        />
        {actions}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col" className="right">
              {t(view === 'reason' ? texts.colCount : deskImportTexts.colRow)}
            </th>
            {view === 'reason' ? <th scope="col">{t(texts.colWhere)}</th> : null}
            <th scope="col">{t(texts.colColumn)}</th>
            <th scope="col">{t(texts.colValue)}</th>
            <th scope="col">{t(texts.colReason)}</th>
            <th scope="col">{t(texts.colRemedy)}</th>
          </tr>
        </thead>
        <tbody>
          {view === 'reason'
            ? reasons.map((group) => {
                const { first, rows: at, rejections } = group;
                const { what, remedy } = sentences(first);
                const [value] = valuesOf(group);
                const shown = at.slice(0, 3).map((row) => whole(row, language));
                const where = `${first.sheet === null ? '' : `${first.sheet}, `}${shown.join(', ')}${at.length > 3 ? '…' : ''}`;
                return (
                  <tr key={group.key}>
                    <td className="right medium num">{whole(rejections.length, language)}</td>
                    <td className="muted num">
                      <button
                        type="button"
                        className={css['where']}
                        aria-label={`${where}, ${t(deskImportTexts.showRows, { reason: labelOf(first) })}`}
                        onClick={() => {
                          setReason(group.key);
                          setView('row');
                        }}
                      >
                        {where}
                      </button>
                    </td>
                    <td>{first.column === null ? '' : columnName(first.column)}</td>
                    <td>{first.column === null ? null : <Value value={value ?? null} />}</td>
                    <td>{what}</td>
                    <td className="muted">{remedy}</td>
                  </tr>
                );
              })
            : rows.map((one, index) => {
                const { what, remedy } = sentences(one);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row may be rejected twice for the same reason
                  <tr key={`${one.row} ${one.error.code} ${index}`}>
                    <td className="right medium num">{whole(one.row, language)}</td>
                    <td>{one.column === null ? '' : columnName(one.column)}</td>
                    <td>{one.column === null ? null : <Value value={one.value} />}</td>
                    <td>{what}</td>
                    <td className="muted">{remedy}</td>
                  </tr>
                );
              })}
        </tbody>
      </table>
      {view === 'row' && rows.length === 0 ? <p className={css['none']}>{t(deskImportTexts.noneMatches)}</p> : null}
    </section>
  );
}

/** The sentence of a reason without the one value of its first row: it stands for all of them. */
const general = (what: string, value: string | null): string =>
  value === null || value === '' ? what : what.replaceAll(value, '…');

function Value({ value }: { value: string | null }) {
  const t = useText();
  return value === null || value === '' ? (
    <span className={css['value']} data-empty>
      {t(texts.empty)}
    </span>
  ) : (
    <span className={css['value']} title={value}>
      {value}
    </span>
  );
}
