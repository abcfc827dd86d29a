/** Period, currency and the other narrowings of the list, as chips. */
import { Button, Menu, Popover } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { parseDateInput } from '#shared/format/input.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useToday } from '../../app/session.ts';
import { DateField } from '../runs/DateField.tsx';
import css from './invoices.module.css';
import { type Preset, presetPeriod } from './period.ts';
import type { InvoicesView } from './store.ts';

interface FiltersProps {
  view: InvoicesView;
  onView(view: InvoicesView): void;
  /** Those of the view now; the one filtered by is added. */
  currencies: readonly CurrencyCode[];
}

const presets: readonly Preset[] = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'];

export function Filters({ view, onView, currencies }: FiltersProps) {
  const t = useText();
  const language = useLanguage();
  const offered = [...new Set([...currencies, ...(view.currency === null ? [] : [view.currency])])].sort();
  return (
    <>
      <PeriodChip view={view} onView={onView} />
      {offered.length > 1 || view.currency !== null ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={css['chip']}>
              {view.currency === null ? t(invoicesTexts.currencyAny) : <b>{view.currency}</b>}
              <IconChevronDown size={12} stroke={1.75} aria-hidden="true" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onView({ ...view, currency: null })}>{t(invoicesTexts.currencyAny)}</Menu.Item>
            {offered.map((currency) => (
              <Menu.Item key={currency} onClick={() => onView({ ...view, currency })}>
                {currency}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {view.customer === null ? null : (
        <Removable text={view.customer.name} onRemove={() => onView({ ...view, customer: null })} />
      )}
      {view.run === null ? null : (
        <Removable
          text={t(invoicesTexts.chipRun, { name: view.run.name })}
          onRemove={() => onView({ ...view, run: null })}
        />
      )}
      {view.from === null || view.to === null ? null : (
        <Removable
          text={t(invoicesTexts.chipPeriod, {
            from: formatDate(view.from, language),
            to: formatDate(view.to, language),
          })}
          onRemove={() => onView({ ...view, from: null, to: null })}
        />
      )}
    </>
  );
}

function Removable({ text, onRemove }: { text: string; onRemove(): void }) {
  const t = useText();
  return (
    <span className={css['chip']}>
      <b className="ellipsis">{text}</b>
      <button type="button" aria-label={`${t(invoicesTexts.removeFilter)} ${text}`} onClick={onRemove}>
        <IconX size={12} stroke={1.75} aria-hidden="true" />
      </button>
    </span>
  );
}

function PeriodChip({ view, onView }: Omit<FiltersProps, 'currencies'>) {
  const t = useText();
  const language = useLanguage();
  const today = useToday();
  const [opened, setOpened] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const fromDate = parseDateInput(from, today);
  const toDate = parseDateInput(to, today);
  const choose = (period: { from: string; to: string } | null): void => {
    setOpened(false);
    onView({ ...view, from: period?.from ?? null, to: period?.to ?? null });
  };
  const open = (): void => {
    setFrom(formatDate(view.from ?? presetPeriod('thisYear', today).from, language));
    setTo(formatDate(view.to ?? today, language));
    setOpened(!opened);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={css['chip']} aria-expanded={opened} onClick={open}>
          {view.from === null ? t(invoicesTexts.periodAny) : t(invoicesTexts.period)}
          <IconChevronDown size={12} stroke={1.75} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css['presets']}>
          {presets.map((preset) => (
            <Button key={preset} size="xs" onClick={() => choose(presetPeriod(preset, today))}>
              {t(invoicesTexts[preset])}
            </Button>
          ))}
        </div>
        <form
          className={css['dates']}
          onSubmit={(event) => {
            event.preventDefault();
            if (fromDate !== null && toDate !== null && fromDate <= toDate) choose({ from: fromDate, to: toDate });
          }}
        >
          <DateField label={t(invoicesTexts.from)} value={from} valid={fromDate !== null} onChange={setFrom} />
          <DateField label={t(invoicesTexts.to)} value={to} valid={toDate !== null} onChange={setTo} />
          <Button type="submit" disabled={fromDate === null || toDate === null || fromDate > toDate}>
            {t(invoicesTexts.apply)}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
