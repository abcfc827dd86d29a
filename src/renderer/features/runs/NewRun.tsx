/** A new run: its period, its name, its dates and series; then the drafts are prepared at once. */
import { ActionIcon, Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { parseDateInput } from '#shared/format/input.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import type { Series } from '#shared/model/company.ts';
import { SeriesId } from '#shared/model/ids.ts';
import type { IsoDate, Period } from '#shared/model/values.ts';
import { engine } from '../../api/client.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useToday } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { DateField } from './DateField.tsx';
import { commonMonth, including, lastDay, monthNames, monthOf, monthPeriod, suggestedName } from './period.ts';
import css from './runs.module.css';

export function NewRun({ onClose }: { onClose(): void }) {
  const t = useText();
  const language = useLanguage();
  const today = useToday();
  const titleId = useId();
  const waiting = useOpenLines();
  const series = useEngineQuery('series.list', {}).data ?? [];
  const create = useEngineCommand('run.create');

  const [mode, setMode] = useState<'month' | 'dates'>('month');
  const [month, setMonth] = useState<{ year: number; month: number } | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [issue, setIssue] = useState<string | null>(null);
  const [seriesId, setSeriesId] = useState<string | null>(null);
  const [creditId, setCreditId] = useState<string | null>(null);
  const [undated, setUndated] = useState(true);
  const [starting, setStarting] = useState(false);

  // Nothing typed yet: the month of most lines that wait, else the one that has just ended.
  const chosen = month ?? waiting?.month ?? previousMonth(today);
  const monthly = monthPeriod(chosen.year, chosen.month);
  const fromText = from ?? formatDate(monthly.from, language);
  const lastText = last ?? formatDate(lastDay(monthly), language);
  const fromDate = parseDateInput(fromText, today);
  const lastDate = parseDateInput(lastText, today);
  const period: Period | null =
    mode === 'month'
      ? monthly
      : fromDate !== null && lastDate !== null && fromDate <= lastDate
        ? including(fromDate, lastDate)
        : null;
  const issueText = issue ?? formatDate(today, language);
  const issueDate = parseDateInput(issueText, today);
  const title = name ?? (period === null ? '' : suggestedName(period, language));
  // Until the lines are counted the month is a guess that would still change under the hand.
  const ready = waiting !== undefined && period !== null && issueDate !== null && title.trim() !== '';

  const submit = async (): Promise<void> => {
    if (period === null || issueDate === null || !ready) return;
    setStarting(true);
    try {
      const run = await create.mutateAsync({
        name: title.trim(),
        period,
        issueDate,
        seriesId: seriesId === null ? null : SeriesId.parse(seriesId),
        creditSeriesId: creditId === null ? null : SeriesId.parse(creditId),
        includeUndated: undated,
      });
      // Where the drafting cannot start just now, the run's screen offers it.
      await engine.start('run.draft', { runId: run.id }).catch(() => undefined);
      go({ screen: 'run', id: run.id });
    } catch {
      // Shown below from `create.error`.
      setStarting(false);
    }
  };
  const step = (by: number): void => setMonth(monthOf(monthPeriod(chosen.year, chosen.month + by).from));

  return (
    <aside className={css['panel']} aria-labelledby={titleId}>
      <header className={css['panelHead']}>
        <h2 id={titleId} className="grow">
          {t(runsTexts.newTitle)}
        </h2>
        <ActionIcon aria-label={t(runsTexts.close)} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <p className="muted small">{waiting == null ? '\u00a0' : <OpenLines waiting={waiting} />}</p>
        <SegmentedControl
          value={mode}
          onChange={(value) => setMode(value === 'dates' ? 'dates' : 'month')}
          data={[
            { value: 'month', label: t(runsTexts.byMonth) },
            { value: 'dates', label: t(runsTexts.byDates) },
          ]}
        />
        {mode === 'month' ? (
          <div className={css['monthRow']}>
            <ActionIcon variant="default" size={32} aria-label={t(runsTexts.monthBefore)} onClick={() => step(-1)}>
              <IconChevronLeft size={16} />
            </ActionIcon>
            <Select
              aria-label={t(runsTexts.month)}
              data-autofocus
              className={css['month']}
              value={String(chosen.month)}
              allowDeselect={false}
              data={monthNames(language).map((label, i) => ({ value: String(i + 1), label }))}
              onChange={(value) => value !== null && setMonth({ ...chosen, month: Number(value) })}
            />
            <YearInput year={chosen.year} onChange={(year) => setMonth({ ...chosen, year })} />
            <ActionIcon variant="default" size={32} aria-label={t(runsTexts.monthAfter)} onClick={() => step(1)}>
              <IconChevronRight size={16} />
            </ActionIcon>
          </div>
        ) : (
          <div className={css['pair']}>
            <DateField label={t(runsTexts.from)} value={fromText} onChange={setFrom} valid={fromDate !== null} />
            <DateField
              label={t(runsTexts.to)}
              value={lastText}
              onChange={setLast}
              valid={lastDate !== null}
              error={fromDate !== null && lastDate !== null && fromDate > lastDate ? t(runsTexts.badOrder) : undefined}
            />
          </div>
        )}
        <p className="faint small">
          {period === null
            ? '\u00a0'
            : t(runsTexts.bothIncluded, {
                from: formatDate(period.from, language),
                to: formatDate(lastDay(period), language),
              })}
        </p>
        <TextInput
          label={t(runsTexts.name)}
          value={title}
          maxLength={100}
          error={name !== null && name.trim() === '' ? t(runsTexts.badName) : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DateField label={t(runsTexts.issueDate)} value={issueText} onChange={setIssue} valid={issueDate !== null} />
        <SeriesSelect kind="invoice" series={series} value={seriesId} onChange={setSeriesId} />
        <SeriesSelect kind="credit_note" series={series} value={creditId} onChange={setCreditId} />
        <Checkbox
          label={t(runsTexts.undated)}
          checked={undated}
          onChange={(event) => setUndated(event.currentTarget.checked)}
        />
        {create.error === null ? null : <ErrorPanel variant="inline" error={create.error} />}
        <div className={css['formFoot']}>
          <Button onClick={onClose}>{t(runsTexts.cancel)}</Button>
          <Button type="submit" variant="filled" disabled={!ready} loading={starting}>
            {t(runsTexts.createAndDraft)}
          </Button>
        </div>
      </form>
    </aside>
  );
}

const previousMonth = (today: IsoDate): { year: number; month: number } => {
  const { year, month } = monthOf(today);
  return monthOf(monthPeriod(year, month - 1).from);
};

interface Waiting {
  count: number;
  from: IsoDate | null;
  to: IsoDate | null;
  month: { year: number; month: number } | null;
}

/** How many lines wait, between which days, and in which month most of the newest are; undefined until that is known, null where it cannot be. */
function useOpenLines(): Waiting | null | undefined {
  const filter = { status: ['open' as const] };
  const newest = useEngineQuery('line.list', { filter, sort: { by: 'date', descending: true }, limit: 500 });
  const oldest = useEngineQuery('line.list', { filter, sort: { by: 'date', descending: false }, limit: 100 });
  if (newest.isPending || oldest.isPending) return undefined;
  if (newest.data === undefined || oldest.data === undefined) return null;
  const dates = newest.data.rows.flatMap((line) => (line.date === null ? [] : [line.date]));
  const to = dates[0] ?? null;
  return {
    count: newest.data.total,
    from: oldest.data.rows.find((line) => line.date !== null)?.date ?? dates.at(-1) ?? null,
    to,
    month: commonMonth(dates),
  };
}

function OpenLines({ waiting }: { waiting: Waiting }) {
  const t = useText();
  const language = useLanguage();
  if (waiting.count === 0) return t(runsTexts.noOpenLines);
  if (waiting.from === null || waiting.to === null) return t(runsTexts.openLinesUndated, { count: waiting.count });
  const days = { from: formatDate(waiting.from, language), to: formatDate(waiting.to, language) };
  return t(runsTexts.openLines, { count: waiting.count, ...days });
}

function YearInput({ year, onChange }: { year: number; onChange(year: number): void }) {
  const t = useText();
  const [typed, setTyped] = useState(String(year));
  useEffect(() => setTyped(String(year)), [year]);
  return (
    <TextInput
      aria-label={t(runsTexts.year)}
      className={css['year']}
      inputMode="numeric"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (/^(19|20)\d\d$/.test(event.currentTarget.value)) onChange(Number(event.currentTarget.value));
      }}
      onBlur={() => setTyped(String(year))}
    />
  );
}

function SeriesSelect({
  kind,
  series,
  value,
  onChange,
}: {
  kind: 'invoice' | 'credit_note';
  series: readonly Series[];
  value: string | null;
  onChange(id: string | null): void;
}) {
  const t = useText();
  const fitting = series.filter(
    (one) => !one.archived && one.customerId === null && (one.kind === kind || one.kind === 'any'),
  );
  const usual =
    fitting.find((one) => one.isDefault && one.kind === kind) ?? fitting.find((one) => one.isDefault) ?? fitting[0];
  const chosen = fitting.find((one) => one.id === value) ?? usual;
  if (chosen === undefined) return null;
  return (
    <Select
      label={t(kind === 'invoice' ? runsTexts.series : runsTexts.creditSeries)}
      description={t(runsTexts.seriesExample, { example: chosen.example ?? '—' })}
      inputWrapperOrder={['label', 'input', 'description']}
      value={chosen.id}
      allowDeselect={false}
      data={fitting.map((one) => ({ value: one.id, label: one.name }))}
      onChange={onChange}
    />
  );
}
