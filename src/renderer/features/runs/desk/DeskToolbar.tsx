/** Search and filters of the desk: a sentence of chips. */
import { Menu, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, type Ref, useCallback, useRef, useState } from 'react';
import type { RunDetail } from '#shared/contract/runs.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { money, parseMoney } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { FocusOut } from '../../../components/grid/FocusOut.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { useFindingWords } from '../findings.ts';
import css from './desk.module.css';
import { type DeskView, draftFindings, type Group } from './view.ts';

interface DeskToolbarProps {
  run: RunDetail;
  view: DeskView;
  /** The currency in which an amount is typed. */
  currency: CurrencyCode;
  onView(view: DeskView): void;
  wide: boolean;
  filterRef: Ref<HTMLButtonElement>;
  onLeave(): void;
  /** At the right: how many, what is chosen. */
  children: ReactNode;
}

export function DeskToolbar({ run, view, currency, onView, wide, filterRef, onLeave, children }: DeskToolbarProps) {
  const t = useText();
  const language = useLanguage();
  const finding = useFindingWords();
  const latest = useRef({ view, onView });
  latest.current = { view, onView };
  const search = useCallback((text: string) => latest.current.onView({ ...latest.current.view, search: text }), []);
  const narrow = useMediaQuery('(max-width: 1100px)') ?? false;
  const [editingAmount, setEditingAmount] = useState(false);

  // Where there is no room for the column of groups its entries stand here.
  const groups: { label: string; group: Group }[] = [
    { label: t(deskTexts.all), group: { by: 'all' } },
    ...(['clean', 'look', 'blocked'] as const).map((level) => ({
      label: t(deskTexts[level]),
      group: { by: 'level' as const, level },
    })),
    ...(['open', 'approved', 'held', 'excluded'] as const).map((status) => ({
      label: t(deskTexts[`status.${status}`]),
      group: { by: 'status' as const, status },
    })),
  ];

  return (
    <div className={css['toolbar']} role="toolbar" aria-label={t(deskTexts.filter)}>
      <FocusOut onLeave={onLeave}>
        <SearchField label={t(deskTexts.search)} value={view.search} width={wide ? 224 : 130} onChange={search} />
      </FocusOut>
      {view.check === null ? null : (
        <Chip text={finding(view.check, {}).title} onRemove={() => onView({ ...view, check: null })} />
      )}
      {view.minGross === null ? null : (
        <Chip
          lead={t(deskTexts.chipAmount)}
          text={t(deskTexts.above, { amount: money(view.minGross, currency, language) })}
          onRemove={() => onView({ ...view, minGross: null, ...(run.amounts.length > 1 ? { currency: null } : {}) })}
        />
      )}
      {view.currency === null ? null : (
        <Chip text={view.currency} onRemove={() => onView({ ...view, currency: null, minGross: null })} />
      )}
      {view.kind === 'any' ? null : (
        <Chip
          text={t(view.kind === 'invoice' ? deskTexts.invoicesOnly : deskTexts.creditsOnly)}
          onRemove={() => onView({ ...view, kind: 'any' })}
        />
      )}
      {editingAmount ? (
        <AmountEditor
          currency={currency}
          onDone={(minGross) => {
            setEditingAmount(false);
            // An amount means one currency: with several in the run it brings its own filter along.
            if (minGross !== null) onView({ ...view, minGross, ...(run.amounts.length > 1 ? { currency } : {}) });
            onLeave();
          }}
        />
      ) : (
        <Menu position="bottom-start" returnFocus>
          <Menu.Target>
            <button ref={filterRef} type="button" className={css['addChip']}>
              <IconPlus size={12} stroke={1.75} aria-hidden="true" />
              {t(deskTexts.filter)}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {narrow
              ? groups.map(({ label, group }) => (
                  <Menu.Item key={label} onClick={() => onView({ ...view, group, check: null })}>
                    {label}
                  </Menu.Item>
                ))
              : null}
            <Menu.Item onClick={() => setEditingAmount(true)}>{t(deskTexts.filterAmount)}</Menu.Item>
            <Menu.Label>{t(deskTexts.filterKind)}</Menu.Label>
            <Menu.Item onClick={() => onView({ ...view, kind: 'invoice' })}>{t(deskTexts.invoicesOnly)}</Menu.Item>
            <Menu.Item onClick={() => onView({ ...view, kind: 'credit_note' })}>{t(deskTexts.creditsOnly)}</Menu.Item>
            {run.amounts.length > 1 ? <Menu.Label>{t(deskTexts.filterCurrency)}</Menu.Label> : null}
            {run.amounts.length > 1
              ? run.amounts.map((one) => (
                  <Menu.Item
                    key={one.currency}
                    onClick={() => onView({ ...view, currency: one.currency, minGross: null })}
                  >
                    {one.currency}
                  </Menu.Item>
                ))
              : null}
            {draftFindings(run).length > 0 ? <Menu.Label>{t(deskTexts.filterCheck)}</Menu.Label> : null}
            {draftFindings(run).map((one) => (
              <Menu.Item key={one.check} onClick={() => onView({ ...view, check: one.check })}>
                {finding(one.check, {}).title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <div className="grow" />
      {children}
    </div>
  );
}

function Chip({ lead, text, onRemove }: { lead?: string; text: string; onRemove(): void }) {
  const t = useText();
  return (
    <span className={css['chip']}>
      <span className="ellipsis">
        {lead === undefined ? null : `${lead} `}
        <b>{text}</b>
      </span>
      <button type="button" aria-label={`${t(deskTexts.removeFilter)} ${text}`} onClick={onRemove}>
        <IconX size={12} stroke={1.75} aria-hidden="true" />
      </button>
    </span>
  );
}

function AmountEditor({ currency, onDone }: { currency: CurrencyCode; onDone(minGross: number | null): void }) {
  const t = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const value = parseMoney(typed, currency, language);
  const bad = typed !== '' && (value === null || value < 0);
  return (
    <form
      className={css['amountEditor']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!bad) onDone(value);
      }}
    >
      <TextInput
        size="xs"
        autoFocus
        className={css['amountInput']}
        aria-label={t(deskTexts.filterAmount)}
        placeholder={t(deskTexts.filterAmount)}
        title={bad ? t(deskTexts.badAmount) : undefined}
        error={bad}
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone(null);
        }}
        onBlur={() => onDone(bad ? null : value)}
      />
    </form>
  );
}
