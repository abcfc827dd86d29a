/** What an import would do, or did: counts with amounts. */
import { type Icon, IconCircle, IconCirclePlus, IconCircleX, IconPencil } from '@tabler/icons-react';
import { formatDate } from '#shared/format/date.ts';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import type { ImportOutcome } from '#shared/model/imports.ts';
import { money, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import css from './imports.module.css';

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
