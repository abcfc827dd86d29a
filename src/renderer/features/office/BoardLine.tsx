/** One company on the board: its state in a word, its figures, or why there are none. */
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconArrowUpCircle,
  IconCircleCheck,
  IconClockExclamation,
  IconLock,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OfficeRow, Tally } from '#shared/contract/office.ts';
import { formatDate } from '#shared/format/date.ts';
import { boardTexts as texts } from '#shared/messages/ui/office.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { instant, ownFirst, whole } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { type BoardRow, nameOf } from './board.ts';
import styles from './office.module.css';

const mark = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;

/** A number of things over their amounts, the company's own currency first. */
export function Sum({ tally, own, tone }: { tally: Tally; own?: CurrencyCode; tone?: 'overdue' }) {
  const language = useLanguage();
  if (tally.count === 0) return null;
  return (
    <span className={styles['sum']} data-tone={tone}>
      <span className="num">{whole(tally.count, language)}</span>
      {ownFirst(tally.amounts, own ?? 'EUR').map(({ currency, minor }) => (
        <MoneyText key={currency} minor={minor} currency={currency} className="small muted" />
      ))}
    </span>
  );
}

function State({ row, here }: { row: OfficeRow; here: boolean }): ReactNode {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  const told: ReactNode[] = [];
  if (row.error) {
    told.push(
      <span key="error" data-tone="error" title={say(row.error).remedy}>
        <IconAlertOctagon {...mark} />
        {say(row.error).what}
      </span>,
    );
  }
  if (row.figures?.restoredCopy) {
    told.push(
      <span key="copy" data-tone="error">
        <IconAlertTriangle {...mark} />
        {t(texts.olderCopy)}
      </span>,
    );
  }
  if (here || row.owner?.here) {
    told.push(
      <span key="here">
        <IconCircleCheck {...mark} />
        {t(texts.openHere)}
      </span>,
    );
  } else if (row.owner) {
    const { user, host, since } = row.owner;
    told.push(
      <span key="owner" data-tone="warning" title={t(texts.openSince, { since: instant(since, language) })}>
        <IconLock {...mark} />
        {t(texts.openBy, { user, host })}
      </span>,
    );
  }
  if (row.state === 'older') {
    told.push(
      <span key="older">
        <IconArrowUpCircle {...mark} />
        {t(texts.needsUpgrade)}
      </span>,
    );
  }
  return told.length === 0 ? null : <span className={styles['state']}>{told}</span>;
}

interface Props {
  row: BoardRow;
  here: boolean;
  disabled: boolean;
  onOpen: () => void;
}

export function BoardLine({ row, here, disabled, onOpen }: Props) {
  const t = useText();
  const language = useLanguage();
  const { path } = row;
  const figures = row.row?.figures ?? null;
  const waiting = row.row === null;
  const blocked = (figures?.blockedDrafts ?? 0) + (figures?.heldLines ?? 0);
  const name = nameOf(row);
  return (
    <tr data-failed={row.row?.state === 'failed' || undefined}>
      <th scope="row">
        <button type="button" data-open disabled={disabled} title={path} onClick={onOpen}>
          <b className="ellipsis">{name}</b>
          {figures ? (
            <small className="num">
              {t(texts.customers, { count: figures.customers })}
              {figures.runsInReview > 0 ? `, ${t(texts.runs, { count: figures.runsInReview })}` : ''}
            </small>
          ) : null}
        </button>
        {row.row ? <State row={row.row} here={here} /> : null}
      </th>
      {waiting ? (
        <td colSpan={7}>
          <i className={`skeleton ${styles['reading']}`} style={{ width: '60%' }} />
        </td>
      ) : figures ? (
        <>
          <td>
            <Sum tally={figures.openLines} own={figures.currency} />
          </td>
          <td>
            {blocked > 0 ? (
              <span className={styles['sum']} data-tone="error">
                <span className="num">
                  <IconAlertOctagon {...mark} /> {whole(blocked, language)}
                </span>
                <small>
                  {[
                    figures.blockedDrafts > 0 ? t(texts.blockedDrafts, { count: figures.blockedDrafts }) : '',
                    figures.heldLines > 0 ? t(texts.heldLines, { count: figures.heldLines }) : '',
                  ]
                    .filter((part) => part !== '')
                    .join(', ')}
                </small>
              </span>
            ) : null}
          </td>
          <td>
            <Sum tally={figures.due7} own={figures.currency} />
          </td>
          <td>
            <Sum tally={figures.due30} own={figures.currency} />
          </td>
          <td>
            {figures.overdue.count > 0 ? (
              <span className={styles['past']}>
                <IconClockExclamation {...mark} />
                <Sum tally={figures.overdue} own={figures.currency} tone="overdue" />
              </span>
            ) : null}
          </td>
          <td className="num">
            {figures.lastIssued ? (
              <span className={styles['sum']}>
                <span className="nowrap">{formatDate(figures.lastIssued.date, language)}</span>
                <small>{figures.lastIssued.number}</small>
              </span>
            ) : null}
          </td>
          <td className="num nowrap">
            {figures.lastBackup === null ? (
              <span className="faint">{t(texts.noBackup)}</span>
            ) : (
              instant(figures.lastBackup, language)
            )}
          </td>
        </>
      ) : (
        <td colSpan={7} className="faint ellipsis">
          {path}
        </td>
      )}
    </tr>
  );
}
