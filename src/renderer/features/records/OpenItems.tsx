/** What is open with a customer: sums first, then each thing, with the way to it. */
import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OpenItems as Answer, CustomerDetail } from '#shared/contract/records.ts';
import { formatDate } from '#shared/format/date.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordPanelTexts as texts } from '#shared/messages/ui/record-panel.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { Minor } from '#shared/model/values.ts';
import { whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PanelSection } from '../../components/SidePanel.tsx';
import { type State, StatusIcon } from '../../components/StatusIcon.tsx';
import { showInvoicesOfCustomer } from '../invoices/store.ts';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import { customerLabel } from './customer.ts';
import css from './records.module.css';

export type OpenAnswer = UseQueryResult<Answer, EngineError>;

function Sums({ sums }: Pick<Answer, 'sums'>) {
  const t = useText();
  const language = useLanguage();
  return sums.map(({ currency, openLines, heldLines, drafts, invoices }) => {
    const rows: [string, number, Minor, string][] = [
      [t(texts.waiting), openLines.count, openLines.net, t(texts.net)],
      [t(texts.heldLines), heldLines.count, heldLines.net, t(texts.net)],
      [t(texts.drafts), drafts.count, drafts.gross, t(texts.gross)],
      [t(texts.invoices), invoices.count, invoices.gross, t(texts.gross)],
    ];
    return (
      <table key={currency} className={css['sums']}>
        <tbody>
          {rows
            .filter(([, count]) => count > 0)
            .map(([label, count, minor, measure]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{whole(count, language)}</td>
                <td className="num">
                  <MoneyText minor={minor} currency={currency} /> <small>{measure}</small>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    );
  });
}

function Item({
  state,
  word,
  title,
  detail,
  sum,
  run,
}: {
  state: State;
  word?: string | undefined;
  title: string;
  detail: ReactNode;
  sum: ReactNode;
  run?: () => void;
}) {
  return (
    <li>
      <StatusIcon state={state} iconOnly {...(word === undefined ? {} : { label: word })} />
      <span className="grow">
        {run ? (
          <button type="button" className={css['link']} onClick={run}>
            {title}
          </button>
        ) : (
          <span className="ellipsis">{title}</span>
        )}
        <span className="small faint ellipsis">{detail}</span>
      </span>
      <span className="num nowrap">{sum}</span>
    </li>
  );
}

function Group({
  title,
  shown,
  total,
  children,
  act,
}: {
  title: string;
  shown: number;
  total: number;
  children: ReactNode;
  act?: ReactNode;
}) {
  const t = useText();
  const language = useLanguage();
  if (total === 0) return null;
  return (
    <PanelSection
      title={
        total > shown
          ? `${title}, ${t(texts.shown, { shown: whole(shown, language), total: whole(total, language) })}`
          : title
      }
    >
      <ul className={css['items']}>{children}</ul>
      {act}
    </PanelSection>
  );
}

const invoiceState = ({ kind, credited, gross, daysPastDue }: Answer['invoices'][number]): State => {
  if (kind === 'credit_note' || credited >= gross) return 'credited';
  return daysPastDue !== null && daysPastDue > 0 ? 'overdue' : 'notDue';
};

/** More of a kind than this are seen on their own screen. */
const FEW = 12;

export function OpenItems({ answer, customer }: { answer: OpenAnswer; customer: CustomerDetail }) {
  const t = useText();
  const language = useLanguage();
  const { data, error, refetch } = answer;
  if (error && !data)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  if (!data) return <FormSkeleton />;
  const { totals } = data;
  if (totals.lines + totals.drafts + totals.invoices === 0)
    return (
      <PanelSection>
        <p className="medium">{t(texts.nothingOpen)}</p>
        <p className="small muted">{t(texts.nothingOpenBody)}</p>
      </PanelSection>
    );
  const day = (date: string) => formatDate(date, language);
  const name = customerLabel(customer);
  return (
    <>
      <PanelSection>
        <Sums sums={data.sums} />
      </PanelSection>
      <Group
        title={t(texts.invoices)}
        shown={Math.min(FEW, data.invoices.length)}
        total={totals.invoices}
        act={
          <Button
            size="xs"
            onClick={() => {
              showInvoicesOfCustomer(customer.id, name);
              go({ screen: 'invoices' });
            }}
          >
            {t(texts.seeInvoices)}
          </Button>
        }
      >
        {data.invoices.slice(0, FEW).map((invoice) => (
          <Item
            key={invoice.id}
            state={invoiceState(invoice)}
            title={invoice.number}
            detail={
              invoice.kind === 'credit_note'
                ? t(texts.creditNote, { date: day(invoice.issueDate) })
                : [
                    invoice.dueDate === null ? '' : t(texts.due, { date: day(invoice.dueDate) }),
                    invoiceState(invoice) === 'overdue' ? t(texts.late, { count: invoice.daysPastDue ?? 0 }) : '',
                  ]
                    .filter((part) => part !== '')
                    .join(', ')
            }
            sum={<MoneyText minor={invoice.gross} currency={invoice.currency} />}
            run={() => go({ screen: 'invoices', id: invoice.id })}
          />
        ))}
      </Group>
      <Group title={t(texts.drafts)} shown={Math.min(FEW, data.drafts.length)} total={totals.drafts}>
        {data.drafts.slice(0, FEW).map((draft) => (
          <Item
            key={draft.id}
            state={draft.status === 'open' ? 'draft' : draft.status}
            title={draft.reference ?? t(texts.inRun, { name: draft.runName })}
            detail={draft.reference === null ? '' : t(texts.inRun, { name: draft.runName })}
            sum={<MoneyText minor={draft.gross} currency={draft.currency} />}
            run={() => go({ screen: 'run', id: draft.runId })}
          />
        ))}
      </Group>
      <Group
        title={t(texts.waiting)}
        shown={Math.min(FEW, data.lines.length)}
        total={totals.lines}
        act={
          <Button size="xs" onClick={() => go({ screen: 'lines', customer: { id: customer.id, name } })}>
            {t(texts.seeLines)}
          </Button>
        }
      >
        {data.lines.slice(0, FEW).map((line) => (
          <Item
            key={line.id}
            state={line.status === 'held' ? 'held' : line.status === 'drafted' ? 'draft' : 'open'}
            title={line.description ?? line.invoiceReference ?? ''}
            detail={[line.date === null ? '' : day(line.date), line.invoiceReference ?? '']
              .filter((part) => part !== '')
              .join(', ')}
            sum={line.net === null ? t(texts.noPrice) : <MoneyText minor={line.net} currency={line.currency} />}
          />
        ))}
      </Group>
    </>
  );
}
