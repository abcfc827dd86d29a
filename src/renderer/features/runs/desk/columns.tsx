/** Columns of the review desk. */
import { IconChecklist } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { DraftRow } from '#shared/contract/runs.ts';
import { currencySign } from '#shared/format/money.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { amount, money, whole } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import type { CopyColumn, GridColumn, GridSort } from '../../../components/grid/types.ts';
import { type State, StatusIcon } from '../../../components/StatusIcon.tsx';
import { useFindingWords } from '../findings.ts';
import { customerWord } from '../words.ts';
import css from './desk.module.css';

export type DraftSortKey = NonNullable<Input<'run.drafts'>['sort']>['by'];
export type DraftSort = GridSort<DraftSortKey>;

const marks: Record<DraftRow['status'], State | null> = {
  open: null,
  approved: 'approved',
  held: 'held',
  excluded: 'excluded',
  finalised: 'billed',
};

/**
 * `currency`: the only one of the run, named in the heads; null: every cell says its own.
 * `references`: whether any draft has one; without, the column would be empty.
 * Narrow desks leave out the country, the count of lines, and the net where amounts carry their currency: the customer
 * and the finding go first, and share what is left.
 */
export function useDraftColumns(
  currency: CurrencyCode | null,
  wide: boolean,
  references: boolean,
): { columns: GridColumn<DraftRow, DraftSortKey>[]; copyColumns: CopyColumn<DraftRow>[] } {
  const t = useText();
  const language = useLanguage();
  const finding = useFindingWords();
  return useMemo(() => {
    const headOf = (word: string): string => (currency === null ? word : `${word}, ${currencySign(currency)}`);
    const sumColumn = (key: 'net' | 'gross', word: string): GridColumn<DraftRow, DraftSortKey> => ({
      key,
      head: headOf(word),
      title: headOf(word),
      width: currency === null ? 100 : wide ? 92 : 82,
      align: 'right',
      sortKey: key,
      descendingFirst: true,
      text: (row) => amount(row[key], row.currency, language),
      render: (row) => (
        <span className={key === 'gross' ? 'medium' : 'muted'}>
          {currency === null ? money(row[key], row.currency, language) : amount(row[key], row.currency, language)}
        </span>
      ),
    });
    const findingText = (row: DraftRow): string =>
      row.finding === null ? '' : finding(row.finding.check, row.finding.params).title;
    const columns: GridColumn<DraftRow, DraftSortKey>[] = [
      {
        key: 'level',
        head: '',
        title: t(deskTexts.colState),
        width: 30,
        sortKey: 'level',
        descendingFirst: true,
        text: (row) => t(deskTexts[`level.${row.level ?? 'clean'}`]),
        render: (row) => (
          <StatusIcon state={row.level ?? 'clean'} label={t(deskTexts[`level.${row.level ?? 'clean'}`])} iconOnly />
        ),
      },
      {
        key: 'customer',
        head: t(deskTexts.colCustomer),
        title: t(deskTexts.colCustomer),
        width: 110,
        flex: 1,
        sortKey: 'customer',
        tooltip: true,
        text: (row) => customerWord(row, t),
        render: (row) => (
          <span className={`ellipsis ${row.customerName === null ? 'faint' : 'medium'}`}>{customerWord(row, t)}</span>
        ),
      },
      {
        key: 'reference',
        head: t(deskTexts.colReference),
        title: t(deskTexts.colReference),
        width: wide ? 120 : 92,
        sortKey: 'reference',
        tooltip: true,
        text: (row) => row.reference ?? '',
        render: (row) => <span className="muted ellipsis">{row.reference}</span>,
      },
      sumColumn('net', t(deskTexts.colNet)),
      sumColumn('gross', t(deskTexts.colGross)),
      {
        key: 'country',
        head: t(deskTexts.colCountry),
        title: t(deskTexts.colCountry),
        width: 58,
        sortKey: 'country',
        text: (row) => row.country ?? '',
        render: (row) => <span className="muted">{row.country}</span>,
      },
      {
        key: 'lines',
        head: t(deskTexts.colLines),
        title: t(deskTexts.colLines),
        width: 50,
        align: 'right',
        sortKey: 'lines',
        descendingFirst: true,
        text: (row) => String(row.lines),
        render: (row) => <span className="muted">{whole(row.lines, language)}</span>,
      },
      {
        key: 'finding',
        head: t(deskTexts.colFinding),
        title: t(deskTexts.colFinding),
        width: 110,
        flex: 1,
        tooltip: true,
        text: findingText,
        render: (row) => (
          <>
            <span className="muted ellipsis">{findingText(row)}</span>
            {row.findings > 1 ? <b className={css['plus']}>+{row.findings - 1}</b> : null}
          </>
        ),
      },
      {
        key: 'decision',
        head: <IconChecklist size={14} stroke={1.6} aria-hidden="true" />,
        title: t(deskTexts.colDecision),
        width: 32,
        align: 'center',
        sortKey: 'status',
        text: (row) => t(deskTexts[`one.${row.status}`]),
        render: (row) => {
          if (row.changedSinceApproval) return <StatusIcon state="warning" label={t(deskTexts.changed)} iconOnly />;
          const mark = marks[row.status];
          return mark === null ? null : <StatusIcon state={mark} label={t(deskTexts[`one.${row.status}`])} iconOnly />;
        },
      },
    ];
    const left = new Set<string>();
    if (!references) left.add('reference');
    if (!wide) {
      left.add('country');
      left.add('lines');
    }
    if (!wide && currency === null) left.add('net');
    return {
      columns: columns.filter((column) => !left.has(column.key)),
      copyColumns: [
        ...columns.flatMap(({ title, text }) => (text === undefined ? [] : [{ title, text }])),
        { title: t(deskTexts.filterCurrency), text: (row) => row.currency },
      ],
    };
  }, [t, language, currency, wide, references, finding]);
}
