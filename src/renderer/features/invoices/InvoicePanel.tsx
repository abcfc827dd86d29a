/** The current document: what it is, where it stands, its paper, what happened to it. */
import { Button, Modal } from '@mantine/core';
import { IconDownload, IconFileTypePdf } from '@tabler/icons-react';
import type { InvoiceDetail, InvoiceRow } from '#shared/contract/invoices.ts';
import { formatDate } from '#shared/format/date.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { toErrorShape } from '#shared/model/error.ts';
import type { CustomerId, InvoiceId } from '#shared/model/ids.ts';
import { engine } from '../../api/client.ts';
import { useEngineQuery } from '../../api/query.ts';
import { instant, money } from '../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { History } from '../../components/History.tsx';
import { PdfThumb } from '../../components/pdf/PdfThumb.tsx';
import { PdfViewer } from '../../components/pdf/PdfViewer.tsx';
import { usePdf } from '../../components/pdf/usePdf.ts';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { toast } from '../../components/toast.tsx';
import { Calculation } from '../runs/Calculation.tsx';
import { invoiceShape } from './columns.tsx';
import css from './invoices.module.css';
import { useInvoices } from './store.ts';
import { usePdfFiles } from './usePdfFiles.ts';

interface InvoicePanelProps {
  row: InvoiceRow | null;
  wide: boolean;
  reading: boolean;
  onRead(open: boolean): void;
  onCustomer(customer: { id: CustomerId; name: string }): void;
  onShow(number: string): void;
}

export function InvoicePanel({ row, wide, reading, onRead, onCustomer, onShow }: InvoicePanelProps) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable();
  const say = useErrorSentences();
  const files = usePdfFiles();
  const detail = useEngineQuery('invoice.get', { id: row?.id ?? null }, { enabled: row !== null });
  const pdf = usePdf(row === null ? null : { kind: 'invoice', id: row.id });
  if (row === null)
    return (
      <aside className={css['panel']} aria-label={t(invoicesTexts.detail)}>
        <p className={css['none']}>{t(invoicesTexts.noneCurrent)}</p>
      </aside>
    );

  /** A credit note takes back every line: those that this panel does without are asked for. */
  const credit = async (of: InvoiceDetail) => {
    try {
      const whole =
        of.linesTotal > of.document.lines.length
          ? await engine.call('invoice.get', { id: of.row.id, allLines: true })
          : of;
      useInvoices.setState({ crediting: whole });
      go({ screen: 'invoice-new' });
    } catch (error) {
      toast({ message: say(toErrorShape(error)).what, tone: 'warning' });
    }
  };
  const shown = detail.data?.row.id === row.id ? detail.data : null;
  const label = `${t(row.kind === 'invoice' ? invoicesTexts.invoiceWord : invoicesTexts.creditWord)} ${row.number}`;
  const original = shown?.files.at(-1) ?? null;
  return (
    <aside className={css['panel']} aria-label={t(invoicesTexts.detail)}>
      <header className={css['detailHead']}>
        <div className="grow">
          <b className="num">{row.number}</b>
          <span className={`ellipsis ${css['detailName']}`} title={row.customerName}>
            {row.customerName}
          </span>
        </div>
        <StatusIcon state={invoiceShape[row.state]} label={t(invoicesTexts[`state.${row.state}`])} />
      </header>
      <div className={css['panelBody']}>
        <section className={css['amounts']}>
          <div>
            <small>{t(invoicesTexts.gross)}</small>
            <b>{money(row.gross, row.currency, language)}</b>
          </div>
          <div>
            <small>{t(invoicesTexts.net)}</small>
            <span>{money(row.net, row.currency, language)}</span>
          </div>
          <div>
            <small>{t(invoicesTexts.tax)}</small>
            <span>{money(row.tax, row.currency, language)}</span>
          </div>
        </section>
        {detail.error === null ? null : (
          <section className={css['section']}>
            <ErrorPanel variant="inline" error={detail.error} />
          </section>
        )}
        <section className={css['section']}>
          <Facts
            row={row}
            detail={shown}
            onCustomer={onCustomer}
            onShow={onShow}
            onOpen={(path) => void files.open(path)}
          />
          <div className={css['acts']}>
            {row.kind === 'invoice' && row.state !== 'credited' ? (
              <Button size="xs" disabled={!writable || shown === null} onClick={() => shown && void credit(shown)}>
                {t(invoicesTexts.credit)}
              </Button>
            ) : null}
            <Button
              size="xs"
              leftSection={<IconDownload size={14} stroke={1.6} />}
              onClick={() => void files.save(row)}
            >
              {t(invoicesTexts.savePdf)}
            </Button>
          </div>
        </section>
        <section className={css['paper']}>
          <PdfThumb pdf={pdf} width={wide ? 250 : 140} label={label} onOpen={() => onRead(true)} />
          {shown === null ? null : (
            <Calculation document={shown.document} linesTotal={shown.linesTotal} explanation={[]} most={wide ? 8 : 3} />
          )}
        </section>
        {shown === null ? null : (
          <section className={css['section']}>
            <h3 className={css['cap']}>{t(invoicesTexts.history)}</h3>
            <History entries={shown.history} />
          </section>
        )}
      </div>
      <Modal
        opened={reading}
        onClose={() => onRead(false)}
        title={`${label} · ${row.customerName}`}
        size={960}
        classNames={{ body: css['modalBody'] ?? '' }}
      >
        <div className={css['modalPdf']}>
          <PdfViewer
            pdf={pdf}
            label={label}
            acts={
              <>
                {original === null ? null : (
                  <Button
                    size="xs"
                    leftSection={<IconFileTypePdf size={14} stroke={1.6} />}
                    onClick={() => void files.open(original.path)}
                  >
                    {t(invoicesTexts.openOriginal)}
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="filled"
                  leftSection={<IconDownload size={14} stroke={1.6} />}
                  onClick={() => void files.save(row)}
                >
                  {t(invoicesTexts.savePdf)}
                </Button>
              </>
            }
          />
        </div>
      </Modal>
    </aside>
  );
}

interface FactsProps {
  row: InvoiceRow;
  detail: InvoiceDetail | null;
  onCustomer(customer: { id: CustomerId; name: string }): void;
  onShow(number: string): void;
  onOpen(path: string): void;
}

function Facts({ row, detail, onCustomer, onShow, onOpen }: FactsProps) {
  const t = useText();
  const language = useLanguage();
  const buyer = detail?.document.buyer;
  const town = [buyer?.postcode, buyer?.city].filter(Boolean).join(' ');
  const address = [...(buyer?.addressLines ?? []), town, buyer?.country ?? ''].filter((part) => part !== '').join(', ');
  const original = detail?.files.at(-1) ?? null;
  const { runId } = row;
  const link = (text: string, act: () => void) => (
    <button type="button" className={css['link']} onClick={act}>
      {text}
    </button>
  );
  const documents = (list: readonly { id: InvoiceId; number: string }[]) =>
    list.map((one) => <span key={one.id}>{link(one.number, () => onShow(one.number))} </span>);
  const text = (label: Text, value: string | null | undefined) =>
    value ? (
      <div>
        <dt>{t(label)}</dt>
        <dd>{value}</dd>
      </div>
    ) : null;
  return (
    <dl className={css['facts']}>
      {text(invoicesTexts.factIssued, formatDate(row.issueDate, language, 'long'))}
      {row.dueDate === null ? null : (
        <div>
          <dt>{t(invoicesTexts.factDue)}</dt>
          <dd>
            {formatDate(row.dueDate, language, 'long')}{' '}
            {row.daysLate > 0 ? (
              <span className={css['late']}>{t(invoicesTexts.lateBy, { count: row.daysLate })}</span>
            ) : null}
          </dd>
        </div>
      )}
      {text(invoicesTexts.factTerms, detail?.document.payment.terms)}
      {text(invoicesTexts.factReference, row.reference)}
      {text(invoicesTexts.factOrder, detail?.document.references.order)}
      {text(invoicesTexts.factAddress, address)}
      {text(invoicesTexts.factTaxNumber, buyer?.vatNumber)}
      {detail?.corrects == null ? null : (
        <div>
          <dt>{t(invoicesTexts.factCorrects)}</dt>
          <dd>{documents([detail.corrects])}</dd>
        </div>
      )}
      {detail === null || detail.creditedBy.length === 0 ? null : (
        <div>
          <dt>{t(invoicesTexts.factCreditedBy)}</dt>
          <dd>{documents(detail.creditedBy)}</dd>
        </div>
      )}
      {detail === null ? null : (
        <div>
          <dt>{t(invoicesTexts.factOriginal)}</dt>
          <dd>
            {original === null ? (
              <span className="faint">{t(invoicesTexts.noOriginal)}</span>
            ) : (
              <>
                {link('PDF', () => onOpen(original.path))}{' '}
                <span className="faint">{t(invoicesTexts.originalAt, { date: instant(original.at, language) })}</span>
              </>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t(invoicesTexts.customer)}</dt>
        <dd>{link(t(invoicesTexts.onlyCustomer), () => onCustomer({ id: row.customerId, name: row.customerName }))}</dd>
      </div>
      {runId === null ? null : (
        <div>
          <dt>{t(invoicesTexts.factRun)}</dt>
          <dd>{link(t(invoicesTexts.seeRun), () => go({ screen: 'run', id: runId }))}</dd>
        </div>
      )}
      {detail === null ? null : (
        <div>
          <dt>{t(invoicesTexts.factSeal)}</dt>
          <dd className={css['seal']} title={detail.sha256}>
            {detail.sha256.slice(0, 16)}
          </dd>
        </div>
      )}
    </dl>
  );
}
