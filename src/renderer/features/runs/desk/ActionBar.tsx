/** The desk's foot: sums of what is approved, and the way to the invoices. */
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { RunDetail } from '#shared/contract/runs.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import { amount, money } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { Kbd } from '../../../components/Kbd.tsx';
import { taxWord } from '../words.ts';
import css from './actionBar.module.css';

interface ActionBarProps {
  run: RunDetail;
  /** Clean drafts that nobody decided on. */
  clean: number;
  wide: boolean;
  writable: boolean;
  busy: boolean;
  onApproveClean(): void;
  onIssue(): void;
}

/** Rates shown one by one on a narrow and on a wide desk; the others stand together. */
const MOST_RATES = { narrow: 3, wide: 6 };

export function ActionBar({ run, clean, wide, writable, busy, onApproveClean, onIssue }: ActionBarProps) {
  const t = useText();
  const language = useLanguage();
  const totals = [...run.approvedTotals].sort((a, b) => b.count - a.count);
  const [picked, setPicked] = useState<string | null>(null);
  const total = totals.find((one) => one.currency === picked) ?? totals[0];
  const count = totals.reduce((sum, one) => sum + one.count, 0);
  const taxes = run.approvedTaxes.filter((tax) => tax.currency === total?.currency).sort((a, b) => b.base - a.base);
  const most = MOST_RATES[wide ? 'wide' : 'narrow'];
  const shown = taxes.length <= most ? taxes : taxes.slice(0, most - 1);
  const others = taxes.slice(shown.length);
  const sumOf = (key: 'base' | 'tax'): number => others.reduce((sum, tax) => sum + tax[key], 0);

  return (
    <footer className={css['actionBar']}>
      {total === undefined ? (
        <span className="faint">{t(deskTexts.nothingApproved)}</span>
      ) : (
        <>
          {totals.length > 1 ? (
            <SegmentedControl
              value={total.currency}
              onChange={setPicked}
              data={totals.map((one) => ({ value: one.currency, label: one.currency }))}
            />
          ) : null}
          <dl className={css['taxes']}>
            <div data-kind="label">
              <dt>{'\u00a0'}</dt>
              <dd>{t(deskTexts.base)}</dd>
              <dd className="faint">{t(runsTexts.tax)}</dd>
            </div>
            {shown.map((tax) => (
              <div key={`${tax.category}${tax.rate}`} data-kind="rate">
                <dt>{taxWord(tax.category, tax.rate, t, language)}</dt>
                <dd>{amount(tax.base, tax.currency, language)}</dd>
                <dd className="faint">{amount(tax.tax, tax.currency, language)}</dd>
              </div>
            ))}
            {others.length === 0 || total === undefined ? null : (
              <div data-kind="rate">
                <dt>{t(deskTexts.otherRates)}</dt>
                <dd>{amount(sumOf('base'), total.currency, language)}</dd>
                <dd className="faint">{amount(sumOf('tax'), total.currency, language)}</dd>
              </div>
            )}
            <div data-kind="sum">
              <dt>{t(runsTexts.net)}</dt>
              <dd>{amount(total.net, total.currency, language)}</dd>
              <dd className="faint">{amount(total.tax, total.currency, language)}</dd>
            </div>
            <div data-kind="sum">
              <dt>{t(runsTexts.gross)}</dt>
              <dd data-big="true">{money(total.gross, total.currency, language)}</dd>
            </div>
          </dl>
        </>
      )}
      <div className="grow" />
      {clean > 0 ? (
        <Button
          variant={count === 0 ? 'filled' : 'default'}
          disabled={!writable || busy}
          rightSection={<Kbd keys="⇧ A" aside />}
          onClick={onApproveClean}
        >
          {t(deskTexts.approveClean, { count: clean })}
        </Button>
      ) : null}
      {count > 0 || clean === 0 ? (
        <Button variant="filled" disabled={!writable || busy || count === 0} onClick={onIssue}>
          {count === 0 ? t(deskTexts.issueNothing) : t(deskTexts.issue, { count })}
        </Button>
      ) : null}
    </footer>
  );
}
