/** What an import would do, or did: counts with amounts, and the rejected rows by reason. */
import { Button } from '@mantine/core';
import { type Icon, IconCircle, IconCirclePlus, IconCircleX, IconDownload, IconPencil } from '@tabler/icons-react';
import { useMemo } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import type { ImportOutcome } from '#shared/model/imports.ts';
import { money, whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import css from './imports.module.css';
import { fieldText, isField } from './map.ts';
import { byReason, valuesOf } from './reasons.ts';

interface CountProps {
  icon: Icon;
  tone: string;
  count: number;
  label: string;
  hints: string[];
}
function Count({ icon: IconShape, tone, count, label, hints }: CountProps) {
  const language = useLanguage();
  return (
    <div data-nothing={count === 0 || undefined}>
      <IconShape size={18} stroke={1.6} data-tone={tone} aria-hidden />
      <b className="num">{whole(count, language)}</b>
      <span className="grow">
        {label}
        {hints.map((hint) => (
          <small key={hint} className="num">
            {hint}
          </small>
        ))}
      </span>
    </div>
  );
}

export function Counts({ outcome, done = false }: { outcome: ImportOutcome; done?: boolean }) {
  const t = useText();
  const language = useLanguage();
  const amounts = outcome.amounts.filter(({ create }) => create !== 0);
  const created = amounts.map(({ create, currency }) => money(create, currency, language)).slice(0, 3);
  const held = outcome.amounts.filter(({ held: minor }) => minor !== 0);
  const createHints = [
    created.join(' · '),
    outcome.held > 0
      ? [
          t(texts.heldHint, { count: outcome.held }),
          ...held.slice(0, 2).map(({ held: minor, currency }) => money(minor, currency, language)),
        ].join(', ')
      : '',
    [
      outcome.createdCustomers > 0
        ? t(done ? texts.madeCustomers : texts.newCustomers, { count: outcome.createdCustomers })
        : '',
      outcome.createdProducts > 0
        ? t(done ? texts.madeProducts : texts.newProducts, { count: outcome.createdProducts })
        : '',
    ]
      .filter((hint) => hint !== '')
      .join(', '),
  ].filter((hint) => hint !== '');
  const { leaveFromOther: other } = outcome;
  const leaveHints = [
    outcome.leave > (other?.count ?? 0) ? t(texts.unchangedHint) : '',
    other
      ? t(other.files > 1 ? texts.repeatedOfFiles : texts.repeatedOfFile, {
          count: other.count,
          file: other.file,
          date: formatDate(other.at.slice(0, 10), language),
        })
      : '',
  ].filter((hint) => hint !== '');
  return (
    <div className={css['counts']} role="status">
      <Count
        icon={IconCirclePlus}
        tone="success"
        count={outcome.create}
        label={t(done ? texts.created : texts.toCreate)}
        hints={createHints}
      />
      <Count
        icon={IconPencil}
        tone="note"
        count={outcome.update}
        label={t(done ? texts.updated : texts.toUpdate)}
        hints={outcome.update > 0 ? [t(texts.toUpdateHint)] : []}
      />
      <Count icon={IconCircle} tone="draft" count={outcome.leave} label={t(texts.unchanged)} hints={leaveHints} />
      <Count
        icon={IconCircleX}
        tone={outcome.reject > 0 ? 'error' : 'draft'}
        count={outcome.reject}
        label={t(texts.rejected)}
        hints={[t(outcome.reject > 0 ? texts.rejectedHint : texts.rejectedNone)]}
      />
    </div>
  );
}

interface RejectionsProps {
  outcome: ImportOutcome;
  /** Absent once imported: the rows to mend were offered before. */
  onSave?: () => void;
}

export function Rejections({ outcome, onSave }: RejectionsProps) {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  const reasons = useMemo(() => byReason(outcome.rejections), [outcome.rejections]);
  if (outcome.reject === 0) return null;
  /** The engine may name the field where no column of the file is at fault. */
  const columnName = (column: string) => (isField(column) ? t(fieldText(column)) : column);
  const capped = outcome.rejections.length < outcome.reject;
  return (
    <section className={css['rejects']}>
      <header>
        <h2>{t(texts.rejectTitle, { count: outcome.reject })}</h2>
        <span className="faint small">
          {t(texts.reasons, { count: reasons.length })}
          {capped ? `, ${t(texts.firstOnly, { count: outcome.rejections.length })}` : ''}
        </span>
        <div className="grow" />
        {onSave ? (
          <Button size="xs" leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />} onClick={onSave}>
            {t(texts.saveRejects, { count: outcome.reject })}
          </Button>
        ) : null}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col" className="right">
              {t(texts.colCount)}
            </th>
            <th scope="col">{t(texts.colWhere)}</th>
            <th scope="col">{t(texts.colColumn)}</th>
            <th scope="col">{t(texts.colValue)}</th>
            <th scope="col">{t(texts.colReason)}</th>
            <th scope="col">{t(texts.colRemedy)}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => {
            const { first, rows, rejections } = reason;
            const { what, remedy } = say({ code: first.error.code, params: first.error.params });
            const [value] = valuesOf(reason);
            const shown = rows.slice(0, 3).map((row) => whole(row, language));
            const where = `${first.sheet === null ? '' : `${first.sheet}, `}${shown.join(', ')}${rows.length > 3 ? '…' : ''}`;
            return (
              <tr key={reason.key}>
                <td className="right medium num">{whole(rejections.length, language)}</td>
                <td className="muted num" title={rows.slice(0, 200).join(', ')}>
                  {where}
                </td>
                <td>{first.column === null ? '' : columnName(first.column)}</td>
                <td>
                  {first.column === null ? null : value === null || value === undefined || value === '' ? (
                    <span className={css['value']} data-empty>
                      {t(texts.empty)}
                    </span>
                  ) : (
                    <span className={css['value']} title={value}>
                      {value}
                    </span>
                  )}
                </td>
                <td>{what}</td>
                <td className="muted">{remedy}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
