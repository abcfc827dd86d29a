/** Columns of the invoices' list. */
import { useMemo } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { InvoiceRow, InvoiceState } from '#shared/contract/invoices.ts';
import { formatDate } from '#shared/format/date.ts';
import { currencySign } from '#shared/format/money.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { amount, money } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import type { CopyColumn, GridColumn } from '../../components/grid/types.ts';
import { type State, StatusIcon } from '../../components/StatusIcon.tsx';
import css from './invoices.module.css';

type SortKey = NonNullable<Input<'invoice.list'>['sort']>['by'];

export const invoiceShape: Record<InvoiceState, State> = {
  not_due: 'notDue',
  overdue: 'overdue',
  credited: 'credited',
  credit_note: 'credited',
};

/** `currency`: the only one in the view, named in the heads; null: every cell says its own. */
export function useInvoiceColumns(currency: CurrencyCode | null): {
  columns: GridColumn<InvoiceRow, SortKey>[];
  copyColumns: CopyColumn<InvoiceRow>[];
} {
  const t = useText();
  const language = useLanguage();
  return useMemo(() => {
    const sumColumn = (key: 'net' | 'gross', word: string): GridColumn<InvoiceRow, SortKey> => {
      const head = currency === null ? word : `${word}, ${currencySign(currency)}`;
      return {
        key,
        head,
        title: head,
        width: currency === null ? 110 : 92,
        align: 'right',
        sortKey: key,
        descendingFirst: true,
        text: (row) => amount(row[key], row.currency, language),
        render: (row) => (
          <span className={key === 'gross' ? 'medium' : 'muted'}>
            {currency === null ? money(row[key], row.currency, language) : amount(row[key], row.currency, language)}
          </span>
        ),
      };
    };
    const columns: GridColumn<InvoiceRow, SortKey>[] = [
      {
        key: 'number',
        head: t(invoicesTexts.number),
        title: t(invoicesTexts.number),
        width: 136,
        sortKey: 'number',
        descendingFirst: true,
        text: (row) => row.number,
        render: (row) => <span className="num">{row.number}</span>,
      },
      {
        key: 'customer',
        head: t(invoicesTexts.customer),
        title: t(invoicesTexts.customer),
        width: 120,
        flex: 1,
        sortKey: 'customer',
        tooltip: true,
        text: (row) => row.customerName,
        render: (row) => <span className="medium ellipsis">{row.customerName}</span>,
      },
      {
        key: 'state',
        head: t(invoicesTexts.state),
        title: t(invoicesTexts.state),
        width: 112,
        text: (row) => t(invoicesTexts[`state.${row.state}`]),
        render: (row) => <StatusIcon state={invoiceShape[row.state]} label={t(invoicesTexts[`state.${row.state}`])} />,
      },
      {
        key: 'issueDate',
        head: t(invoicesTexts.issued),
        title: t(invoicesTexts.issued),
        width: 92,
        sortKey: 'issueDate',
        descendingFirst: true,
        text: (row) => formatDate(row.issueDate, language),
        render: (row) => <span className="muted">{formatDate(row.issueDate, language)}</span>,
      },
      {
        key: 'dueDate',
        head: t(invoicesTexts.due),
        title: t(invoicesTexts.due),
        width: 92,
        sortKey: 'dueDate',
        text: (row) => (row.dueDate === null ? '' : formatDate(row.dueDate, language)),
        render: (row) =>
          row.dueDate === null ? null : <span className="muted">{formatDate(row.dueDate, language)}</span>,
      },
      {
        key: 'late',
        head: t(invoicesTexts.late),
        title: t(invoicesTexts.late),
        width: 58,
        align: 'right',
        text: (row) => (row.daysLate > 0 ? String(row.daysLate) : ''),
        render: (row) =>
          row.daysLate > 0 ? (
            <span className={row.daysLate > 60 ? css['veryLate'] : 'muted'}>
              {t(invoicesTexts.days, { count: row.daysLate })}
            </span>
          ) : null,
      },
      sumColumn('net', t(invoicesTexts.net)),
      sumColumn('gross', t(invoicesTexts.gross)),
    ];
    return {
      columns,
      copyColumns: [
        ...columns.flatMap(({ title, text }) => (text === undefined ? [] : [{ title, text }])),
        { title: t(invoicesTexts.currency), text: (row) => row.currency },
      ],
    };
  }, [t, language, currency]);
}
