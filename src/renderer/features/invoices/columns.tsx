/** Columns of the invoices' list. */
import { useMemo } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { InvoiceRow, InvoiceState } from '#shared/contract/invoices.ts';
import { formatDate } from '#shared/format/date.ts';
import { currencySign, minorToDecimal } from '#shared/format/money.ts';
import { countryName } from '#shared/messages/paper.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { amount, minorDigits, money } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import type { GridColumn } from '../../components/grid/types.ts';
import { type State, StatusIcon } from '../../components/StatusIcon.tsx';
import css from './invoices.module.css';

export type InvoiceSortKey = NonNullable<Input<'invoice.list'>['sort']>['by'];

export const invoiceShape: Record<InvoiceState, State> = {
  not_due: 'notDue',
  overdue: 'overdue',
  credited: 'credited',
  credit_note: 'credited',
};

/** `currency`: the only one in the view, named in the heads; null: every cell says its own. */
export function useInvoiceColumns(currency: CurrencyCode | null): GridColumn<InvoiceRow, InvoiceSortKey>[] {
  const t = useText();
  const language = useLanguage();
  return useMemo(() => {
    const sumColumn = (key: 'net' | 'tax' | 'gross', word: string): GridColumn<InvoiceRow, InvoiceSortKey> => {
      const head = currency === null ? word : `${word}, ${currencySign(currency)}`;
      return {
        key,
        head,
        title: head,
        width: currency === null ? 110 : 92,
        align: 'right',
        ...(key === 'tax' ? { spare: true } : { sortKey: key }),
        descendingFirst: true,
        text: (row) => amount(row[key], row.currency, language),
        cell: (row) => ({ number: minorToDecimal(row[key], minorDigits(row.currency)) }),
        render: (row) => (
          <span className={key === 'gross' ? 'medium' : 'muted'}>
            {currency === null ? money(row[key], row.currency, language) : amount(row[key], row.currency, language)}
          </span>
        ),
      };
    };
    const spare = (key: string, title: string, width: number, text: (row: InvoiceRow) => string) => ({
      key,
      head: title,
      title,
      width,
      spare: true,
      tooltip: true,
      text,
      render: (row: InvoiceRow) => <span className="ellipsis">{text(row)}</span>,
    });
    const columns: GridColumn<InvoiceRow, InvoiceSortKey>[] = [
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
        cell: (row) => ({ date: row.issueDate }),
        render: (row) => <span className="muted">{formatDate(row.issueDate, language)}</span>,
      },
      {
        key: 'dueDate',
        head: t(invoicesTexts.due),
        title: t(invoicesTexts.due),
        width: 92,
        sortKey: 'dueDate',
        text: (row) => (row.dueDate === null ? '' : formatDate(row.dueDate, language)),
        cell: (row) => (row.dueDate === null ? null : { date: row.dueDate }),
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
        cell: (row) => (row.daysLate > 0 ? { number: String(row.daysLate) } : null),
        render: (row) =>
          row.daysLate > 0 ? (
            <span className={row.daysLate > 60 ? css['veryLate'] : 'muted'}>
              {t(invoicesTexts.days, { count: row.daysLate })}
            </span>
          ) : null,
      },
      spare('reference', t(invoicesTexts.factReference), 120, (row) => row.reference ?? ''),
      spare('customerCode', t(invoicesTexts.customerCode), 104, (row) => row.customerCode),
      spare('country', t(invoicesTexts.country), 120, (row) =>
        row.country === null ? '' : countryName(row.country, language),
      ),
      sumColumn('net', t(invoicesTexts.net)),
      sumColumn('tax', t(invoicesTexts.tax)),
      sumColumn('gross', t(invoicesTexts.gross)),
      { ...spare('currency', t(invoicesTexts.currency), 76, (row) => row.currency), copied: true },
    ];
    return columns;
  }, [t, language, currency]);
}
