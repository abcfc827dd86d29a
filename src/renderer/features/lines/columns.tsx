/** The columns of the pending lines. */
import { useMemo } from 'react';
import type { PendingLine } from '#shared/contract/records.ts';
import { formatDate } from '#shared/format/date.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { findingTexts } from '#shared/messages/findings.ts';
import { linesTexts as texts } from '#shared/messages/ui/lines.ts';
import type { Language } from '#shared/model/values.ts';
import { minorDigits, money } from '../../app/format.ts';
import { type Translate, useLanguage, useText } from '../../app/i18n.tsx';
import type { GridColumn } from '../../components/grid/types.ts';
import { type State, StatusIcon } from '../../components/StatusIcon.tsx';
import css from './lines.module.css';

export type LineSort = 'date' | 'customer' | 'reference' | 'net' | 'product';

const findings: Readonly<Record<string, { title: Text } | undefined>> = findingTexts;
const shapes: Record<PendingLine['status'], { state: State; word: Text }> = {
  open: { state: 'open', word: texts.waiting },
  held: { state: 'held', word: texts.held },
  drafted: { state: 'draft', word: texts.drafted },
  billed: { state: 'billed', word: texts.billed },
  excluded: { state: 'excluded', word: texts.excluded },
};

/** Why a line is held: a check's title, "set aside" by a person, or the failure that kept it out of a draft. */
function reason(line: PendingLine, t: Translate, language: Language): string {
  if (line.heldFor === null) return t(shapes[line.status].word);
  if (line.heldFor === 'by_hand') return t(texts.byHand);
  const finding = findings[line.heldFor];
  return finding ? t(finding.title) : errorText({ code: line.heldFor, params: {} }, language).what;
}

function origin({ source }: PendingLine, t: Translate): string {
  if (source === null) return t(texts.byHandSource);
  const { file, sheet, row } = source;
  return sheet === null
    ? t(texts.sourceRow, { file, row: String(row) })
    : t(texts.sourceSheet, { file, sheet, row: String(row) });
}

/** `states`: whether the rows differ in state, or in the reason they are held for. */
export function useLineColumns(
  onAssign: (line: PendingLine) => void,
  states: boolean,
): GridColumn<PendingLine, LineSort>[] {
  const t = useText();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the act is read when it is pressed
  return useMemo(() => {
    type Column = GridColumn<PendingLine, LineSort>;
    const plain = (key: string, title: string, width: number, text: (line: PendingLine) => string): Column => ({
      key,
      head: title,
      title,
      width,
      text,
      render: (line) => <span className="ellipsis">{text(line)}</span>,
    });
    const quantity = (line: PendingLine) =>
      `${formatDecimal(line.quantity, language)}${line.unit === null ? '' : ` ${line.unit}`}`;
    const price = (line: PendingLine) =>
      line.unitPrice === null ? '' : formatDecimal(line.unitPrice, language, { minDigits: minorDigits(line.currency) });
    const net = (line: PendingLine) => (line.net === null ? '' : money(line.net, line.currency, language));
    const customer = (line: PendingLine) => line.customerName ?? line.customerCode ?? '';
    const columns: Column[] = [
      {
        ...plain('date', t(texts.date), 94, (line) => (line.date === null ? '' : formatDate(line.date, language))),
        sortKey: 'date',
        descendingFirst: true,
      },
      {
        ...plain('customer', t(texts.customer), 130, customer),
        flex: 2,
        tooltip: true,
        sortKey: 'customer',
        render: (line) =>
          customer(line) !== '' ? (
            <span className="ellipsis">{customer(line)}</span>
          ) : (
            <button
              type="button"
              tabIndex={-1}
              className={css['assign']}
              title={t(texts.noCustomer)}
              onClick={(event) => {
                event.stopPropagation();
                onAssign(line);
              }}
            >
              {t(texts.assignOne)}
            </button>
          ),
      },
      { ...plain('reference', t(texts.reference), 90, (line) => line.invoiceReference ?? ''), sortKey: 'reference' },
      { ...plain('product', t(texts.product), 88, (line) => line.productCode ?? ''), sortKey: 'product' },
      { ...plain('description', t(texts.description), 120, (line) => line.description ?? ''), flex: 3, tooltip: true },
      { ...plain('quantity', t(texts.quantity), 74, quantity), align: 'right' },
      { ...plain('price', t(texts.price), 76, price), align: 'right' },
      {
        ...plain('net', t(texts.net), 104, net),
        align: 'right',
        sortKey: 'net',
        descendingFirst: true,
        render: (line) => <span className="medium">{net(line)}</span>,
      },
      {
        ...plain('state', t(texts.state), 132, (line) => reason(line, t, language)),
        flex: 1,
        tooltip: true,
        render: (line) => <StatusIcon state={shapes[line.status].state} label={reason(line, t, language)} size={14} />,
      },
      {
        ...plain('source', t(texts.source), 88, (line) => origin(line, t)),
        flex: 1,
        tooltip: true,
        render: (line) => <span className="faint ellipsis">{origin(line, t)}</span>,
      },
    ];
    return states ? columns : columns.filter(({ key }) => key !== 'state');
  }, [t, language, states]);
}
