/** The audit trail: filters, day by day, in pages. */
import { Button, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconCopy, IconHistory } from '@tabler/icons-react';
import { useRef } from 'react';
import { AuditGroup, type AuditRow } from '#shared/contract/audit.ts';
import { trailTexts as texts } from '#shared/messages/ui/audit.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError, useEngineQuery } from '../../api/query.ts';
import { fullDate, whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { go, useKept } from '../../app/routes.ts';
import { useToday } from '../../app/session.ts';
import { auditIcon, useAuditSentence } from '../../components/audit.ts';
import { Changes } from '../../components/Changes.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { DayField } from '../../components/fields/fields.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Toolbar } from '../../components/Toolbar.tsx';
import { toast } from '../../components/toast.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import css from './audit.module.css';
import { byDay, dayOf, placeOf, trailCsv } from './trail.ts';

const PAGE = 100;
/** Entries that a copy takes at most: what a clipboard and a person can still use. */
const COPY = 5000;

interface View {
  search: string;
  actor: string | null;
  group: AuditGroup | null;
  from: IsoDate | null;
  to: IsoDate | null;
}
const everything: View = { search: '', actor: null, group: null, from: null, to: null };

export function Trail() {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  // Coming back from a record, the trail stands as it was left.
  const [view, setView] = useKept<View>('filter', everything);
  const [offset, setOffset] = useKept('offset', 0);
  const body = useRef<HTMLElement>(null);
  const { data, error, refetch } = useEngineQuery('audit.list', { filter: view, offset, limit: PAGE });
  const filtered = JSON.stringify(view) !== JSON.stringify(everything);
  const change = (next: Partial<View>) => {
    setView({ ...view, ...next });
    setOffset(0);
  };
  const turn = (to: number) => {
    setOffset(to);
    body.current?.scrollTo({ top: 0 });
  };
  const copy = async () => {
    try {
      const rows: AuditRow[] = [];
      let total = Number.POSITIVE_INFINITY;
      while (rows.length < Math.min(total, COPY)) {
        const page = await engine.call('audit.list', { filter: view, offset: rows.length, limit: 500 });
        if (page.rows.length === 0) break;
        rows.push(...page.rows);
        total = page.total;
      }
      await shell('clipboard.write', { text: trailCsv(rows, language) });
      toast({ message: t(rows.length < total ? texts.copiedPart : texts.copied, { count: rows.length }) });
    } catch (thrown) {
      toast({ tone: 'warning', message: say(asEngineError(thrown)).what });
    }
  };
  const total = data?.total ?? 0;
  return (
    <>
      <Filters view={view} actors={data?.actors ?? []} onChange={change} />
      {error && !data ? (
        <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
      ) : !data ? (
        <FormSkeleton />
      ) : data.rows.length === 0 ? (
        <EmptyState
          icon={IconHistory}
          title={filtered ? t(texts.none) : t(commonTexts.noHistory)}
          {...(filtered ? { body: t(texts.noneBody) } : {})}
          actions={
            filtered ? (
              <Button
                onClick={() => {
                  setView(everything);
                  setOffset(0);
                }}
              >
                {t(texts.showAll)}
              </Button>
            ) : null
          }
        />
      ) : (
        // The list scrolls by keys: it can hold the cursor.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable without a mouse
        <section ref={body} className={css['body']} tabIndex={0} aria-label={t(texts.title)}>
          <Days rows={data.rows} />
        </section>
      )}
      <footer className={css['foot']}>
        <span>{data ? t(texts.entries, { count: total }) : ''}</span>
        <div className="grow" />
        <Button
          size="xs"
          variant="subtle"
          disabled={total === 0}
          leftSection={<IconCopy size={14} stroke={1.75} aria-hidden />}
          onClick={() => void copy()}
        >
          {t(texts.copy)}
        </Button>
        {total > PAGE ? (
          <>
            <Button
              size="xs"
              disabled={offset === 0}
              leftSection={<IconChevronLeft size={14} stroke={1.75} aria-hidden />}
              onClick={() => turn(Math.max(0, offset - PAGE))}
            >
              {t(texts.newer)}
            </Button>
            <span className="num">
              {t(texts.range, {
                from: whole(offset + 1, language),
                to: whole(Math.min(offset + PAGE, total), language),
                total: whole(total, language),
              })}
            </span>
            <Button
              size="xs"
              disabled={offset + PAGE >= total}
              rightSection={<IconChevronRight size={14} stroke={1.75} aria-hidden />}
              onClick={() => turn(offset + PAGE)}
            >
              {t(texts.older)}
            </Button>
          </>
        ) : null}
      </footer>
    </>
  );
}

interface FiltersProps {
  view: View;
  actors: readonly string[];
  onChange: (change: Partial<View>) => void;
}

function Filters({ view, actors, onChange }: FiltersProps) {
  const t = useText();
  const today = useToday();
  return (
    <Toolbar>
      <SearchField label={t(texts.search)} value={view.search} onChange={(search) => onChange({ search })} />
      <Select
        size="xs"
        className={css['choice'] ?? ''}
        aria-label={t(texts.what)}
        placeholder={t(texts.what)}
        clearable
        data={AuditGroup.options.map((group) => ({ value: group, label: t(texts[group]) }))}
        value={view.group}
        onChange={(group) => onChange({ group })}
      />
      <Select
        size="xs"
        className={css['choice'] ?? ''}
        aria-label={t(texts.who)}
        placeholder={t(texts.who)}
        clearable
        searchable={actors.length > 8}
        data={[...actors]}
        value={view.actor}
        onChange={(actor) => onChange({ actor })}
      />
      <div className={css['days']}>
        <DayField
          size="xs"
          label={t(texts.from)}
          today={today}
          value={view.from}
          onChange={(from) => onChange({ from })}
        />
        <DayField size="xs" label={t(texts.to)} today={today} value={view.to} onChange={(to) => onChange({ to })} />
      </div>
    </Toolbar>
  );
}

function Days({ rows }: { rows: readonly AuditRow[] }) {
  const t = useText();
  const language = useLanguage();
  const now = new Date();
  const today = dayOf(now.toISOString());
  const yesterday = dayOf(new Date(now.getTime() - 86_400_000).toISOString());
  const title = (day: IsoDate) =>
    day === today ? t(texts.today) : day === yesterday ? t(texts.yesterday) : fullDate(day, language);
  return byDay(rows).map(({ day, rows: entries }) => (
    <section key={day} className={css['day']}>
      <h2>{title(day)}</h2>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

function Entry({ entry }: { entry: AuditRow }) {
  const t = useText();
  const language = useLanguage();
  const sentence = useAuditSentence()(entry);
  const place = placeOf(entry);
  const IconShape = auditIcon(entry.action);
  const time = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <li>
      <time className="num faint" dateTime={entry.at}>
        {time.format(new Date(entry.at))}
      </time>
      <IconShape size={16} stroke={1.6} aria-hidden />
      <div className="grow">
        {place === null ? (
          sentence
        ) : (
          <button type="button" title={t(texts.openRecord)} onClick={() => go(place)}>
            {sentence}
          </button>
        )}
        <Changes entry={entry} />
      </div>
      <span className="muted nowrap">{entry.actor}</span>
    </li>
  );
}
