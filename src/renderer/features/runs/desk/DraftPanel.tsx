/** The current draft beside the list: findings, paper, calculation, who it is for. */
import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconPlayerPause,
  IconRotate,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { DraftDetail, DraftRow, RunDetail } from '#shared/contract/runs.ts';
import { formatDate, formatPeriod } from '#shared/format/date.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { useEngineQuery } from '../../../api/query.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PdfThumb } from '../../../components/pdf/PdfThumb.tsx';
import { PdfViewer } from '../../../components/pdf/PdfViewer.tsx';
import { usePdf } from '../../../components/pdf/usePdf.ts';
import { StatusIcon } from '../../../components/StatusIcon.tsx';
import { Calculation } from '../Calculation.tsx';
import { customerWord } from '../words.ts';
import type { Decision, Decisions } from './decisions.ts';
import css from './desk.module.css';
import { FindingCard } from './FindingCard.tsx';
import { ReasonForm } from './ReasonForm.tsx';

interface DraftPanelProps {
  run: RunDetail;
  row: DraftRow | null;
  wide: boolean;
  writable: boolean;
  decisions: Decisions;
  /** What is being held, when a reason is asked. */
  holding: { count: number; submit(reason: string): void } | null;
  onHoldCancel(): void;
  onHold(): void;
  onDecide(decision: Decision): void;
  onMove(by: number): void;
  enlarged: boolean;
  onEnlarge(open: boolean): void;
}

export function DraftPanel(props: DraftPanelProps) {
  const { run, row, wide, writable, decisions, holding } = props;
  const t = useText();
  const language = useLanguage();
  const detail = useEngineQuery(
    'draft.get',
    { id: row?.id ?? NO_DRAFT },
    { enabled: row !== null, keepPrevious: false },
  );
  const last = useLastDetail(detail.data ?? null);
  const pdf = usePdf(row === null ? null : { kind: 'draft', id: row.id });
  // What was shown of the row before stays until this one is read, unless there is no row at all.
  const shown = row === null ? null : (detail.data ?? last);

  if (row === null)
    return (
      <aside className={css['panel']} aria-label={t(deskTexts.detail)}>
        {holding === null ? null : <Holding holding={holding} busy={decisions.busy} onCancel={props.onHoldCancel} />}
        <p className={css['none']}>{t(deskTexts.noneCurrent)}</p>
      </aside>
    );

  const name = customerWord(row, t);
  const kind = t(row.kind === 'credit_note' ? deskTexts.draftCredit : deskTexts.draftInvoice);
  const due = shown?.document.dueDate ?? null;
  return (
    <aside className={css['panel']} aria-label={t(deskTexts.detail)}>
      <header className={css['detailHead']}>
        <div className="grow">
          <b className="ellipsis" title={name}>
            {name}
          </b>
          <span className="ellipsis">
            {t(deskTexts.sub, { kind, count: row.lines })}
            {due === null ? '' : ` · ${t(deskTexts.terms, { date: formatDate(due, language) })}`}
          </span>
        </div>
        <Acts row={row} writable={writable} onDecide={props.onDecide} onHold={props.onHold} />
        <Act icon={<IconChevronUp size={16} />} label={t(deskTexts.previous)} onClick={() => props.onMove(-1)} />
        <Act icon={<IconChevronDown size={16} />} label={t(deskTexts.next)} onClick={() => props.onMove(1)} />
      </header>
      {holding === null ? null : <Holding holding={holding} busy={decisions.busy} onCancel={props.onHoldCancel} />}
      <div className={css['panelBody']}>
        <State row={row} holdReason={shown?.row.id === row.id ? shown.holdReason : null} />
        {detail.error === null ? null : (
          <div className={css['section']}>
            <ErrorPanel variant="inline" error={detail.error} />
          </div>
        )}
        {shown === null ? (
          <div className={css['section']} aria-busy="true">
            <span className="skeleton" style={{ width: '60%' }} />
          </div>
        ) : (
          <div className={css['content']} data-stale={shown.row.id !== row.id || undefined}>
            {shown.findings.map((finding, index) => (
              <FindingCard
                // biome-ignore lint/suspicious/noArrayIndexKey: one check may find the same thing on several lines
                key={`${shown.row.id}${finding.check}${finding.lineId}${index}`}
                finding={finding}
                row={row}
                run={run}
                writable={writable}
                decisions={decisions}
                onHold={props.onHold}
              />
            ))}
            <div className={css['paper']}>
              <PdfThumb
                pdf={pdf}
                width={wide ? 270 : 170}
                label={`${kind}, ${name}`}
                onOpen={() => props.onEnlarge(true)}
              />
              <Calculation
                document={shown.document}
                linesTotal={shown.linesTotal}
                explanation={shown.explanation}
                most={wide ? 9 : 5}
              />
            </div>
            <Facts detail={shown} />
          </div>
        )}
      </div>
      <Modal
        opened={props.enlarged}
        onClose={() => props.onEnlarge(false)}
        title={`${kind} · ${name}`}
        size={940}
        classNames={{ body: css['modalBody'] ?? '' }}
      >
        <div className={css['modalPdf']}>
          <PdfViewer pdf={pdf} label={`${kind}, ${name}`} />
        </div>
      </Modal>
    </aside>
  );
}

/** Never asked: the query is off while there is no row. */
// A branded id of nothing; `enabled: false` keeps it from the engine.
const NO_DRAFT = '00000000-0000-0000-0000-000000000000' as DraftRow['id'];

function useLastDetail(detail: DraftDetail | null): DraftDetail | null {
  const [last, setLast] = useState(detail);
  if (detail !== null && detail !== last) setLast(detail);
  return last;
}

function Act({
  icon,
  label,
  disabled = false,
  onClick,
}: {
  icon: ReactNode;
  label: string;
  disabled?: boolean;
  onClick(): void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} disabled={disabled} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function Acts({
  row,
  writable,
  onDecide,
  onHold,
}: {
  row: DraftRow;
  writable: boolean;
  onDecide(decision: Decision): void;
  onHold(): void;
}) {
  const t = useText();
  if (!writable || row.status === 'finalised') return null;
  return (
    <>
      {row.status === 'approved' ? null : (
        <Act
          icon={<IconCircleCheck size={16} />}
          label={`${t(deskTexts.approve)} (A)`}
          disabled={row.level === 'error'}
          onClick={() => onDecide('approve')}
        />
      )}
      {row.status === 'held' ? null : (
        <Act icon={<IconPlayerPause size={16} />} label={`${t(deskTexts.hold)} (H)`} onClick={onHold} />
      )}
      {row.status === 'excluded' ? null : (
        <Act icon={<IconBan size={16} />} label={`${t(deskTexts.exclude)} (X)`} onClick={() => onDecide('exclude')} />
      )}
      {row.status === 'open' ? null : (
        <Act icon={<IconRotate size={16} />} label={`${t(deskTexts.reopen)} (R)`} onClick={() => onDecide('reopen')} />
      )}
    </>
  );
}

function Holding({
  holding,
  busy,
  onCancel,
}: {
  holding: NonNullable<DraftPanelProps['holding']>;
  busy: boolean;
  onCancel(): void;
}) {
  const t = useText();
  return (
    <div className={css['holding']}>
      <ReasonForm
        title={t(deskTexts.holdTitle, { count: holding.count })}
        hint={t(deskTexts.holdMeans)}
        label={t(deskTexts.holdReason)}
        least={0}
        submit={t(deskTexts.holdDo)}
        busy={busy}
        onSubmit={holding.submit}
        onCancel={onCancel}
      />
    </div>
  );
}

/** What was decided, in one line; nothing while nothing was. */
function State({ row, holdReason }: { row: DraftRow; holdReason: string | null }) {
  const t = useText();
  if (row.changedSinceApproval)
    return (
      <div className={css['state']} data-tone="warning">
        <IconAlertTriangle size={16} stroke={1.6} className={css['noticeIcon']} aria-hidden="true" />
        <span>{t(deskTexts.changedNotice)}</span>
      </div>
    );
  if (row.status === 'held')
    return (
      <div className={css['state']} data-tone="warning">
        <IconPlayerPause size={16} stroke={1.6} className={css['noticeIcon']} aria-hidden="true" />
        <span>{holdReason ? t(deskTexts.heldBecause, { reason: holdReason }) : t(deskTexts.heldNoReason)}</span>
      </div>
    );
  if (row.status === 'open') return null;
  const state = row.status === 'approved' ? 'approved' : row.status === 'excluded' ? 'excluded' : 'billed';
  return (
    <div className={css['state']}>
      <StatusIcon state={state} label={t(deskTexts[`one.${row.status}`])} />
      {row.number === null ? null : <b className="num">{row.number}</b>}
    </div>
  );
}

function Facts({ detail }: { detail: DraftDetail }) {
  const t = useText();
  const language = useLanguage();
  const { buyer, references } = detail.document;
  const town = [buyer.postcode, buyer.city].filter((part) => part !== null && part !== '').join(' ');
  const address = [...buyer.addressLines, town, buyer.country ?? ''].filter((part) => part !== '').join(', ');
  const facts: [string, string][] = [
    [t(deskTexts.factAddress), address],
    [t(deskTexts.factTaxNumber), buyer.vatNumber ?? ''],
    [t(deskTexts.factReference), references.source ?? ''],
    [t(deskTexts.factOrder), references.order ?? ''],
    [t(deskTexts.factPeriod), references.period === null ? '' : formatPeriod(references.period, language)],
    [t(deskTexts.factCorrects), references.preceding.map((one) => one.number).join(', ')],
  ];
  return (
    <section className={css['section']}>
      <h3 className={css['cap']}>
        <span>{t(deskTexts.documentFacts)}</span>
        <button
          type="button"
          className={css['link']}
          onClick={() => go({ screen: 'customers', id: detail.row.customerId })}
        >
          {t(deskTexts.openCustomer)}
        </button>
      </h3>
      <dl className={css['facts']}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
