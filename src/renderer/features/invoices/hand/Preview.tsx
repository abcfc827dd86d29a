/** What the invoice would be: findings, totals, paper. The same code in the engine as issuing it. */
import { Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { ManualInvoice } from '#shared/contract/invoices.ts';
import { handTexts } from '#shared/messages/ui/invoices.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { Finding } from '#shared/model/finding.ts';
import { useText } from '../../../app/i18n.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PdfThumb } from '../../../components/pdf/PdfThumb.tsx';
import { PdfViewer } from '../../../components/pdf/PdfViewer.tsx';
import { usePdf } from '../../../components/pdf/usePdf.ts';
import { StatusIcon } from '../../../components/StatusIcon.tsx';
import { Calculation } from '../../runs/Calculation.tsx';
import { useFindingWords } from '../../runs/findings.ts';
import css from './hand.module.css';

interface PreviewProps {
  /** The invoice as last asked for, or null while something is missing. */
  invoice: ManualInvoice | null;
  preview: Output<'invoice.preview'> | null;
  error: EngineError | null;
  wide: boolean;
  accepted: ReadonlySet<string>;
  onAccept(check: string, accepted: boolean): void;
  reason: string;
  onReason(reason: string): void;
  reasonMissing: boolean;
}

/** Errors that the engine lets nobody accept. */
const neverAccepted = new Set(['document.amount_too_large', 'line.price_missing', 'line.customer_missing']);
export const mayAccept = (finding: Finding): boolean => !neverAccepted.has(finding.check);

export function Preview(props: PreviewProps) {
  const { invoice, preview, error, wide, accepted, onAccept, reason, onReason, reasonMissing } = props;
  const t = useText();
  const words = useFindingWords();
  const [enlarged, setEnlarged] = useState(false);
  const pdf = usePdf(invoice === null ? null : { kind: 'manual', invoice });
  const label = t(handTexts.preview);

  return (
    <aside className={css['preview']} aria-label={label}>
      {error === null ? null : (
        <section className={css['section']}>
          <ErrorPanel variant="inline" error={error} />
        </section>
      )}
      {preview === null ? (
        error === null ? (
          <p className={css['waits']}>{t(handTexts.previewWaits)}</p>
        ) : null
      ) : (
        <>
          {preview.findings.map((finding, index) => {
            const { title, text } = words(finding.check, finding.params);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: one check may find the same thing on several lines
              <div key={`${finding.check}${index}`} className={css['finding']}>
                <StatusIcon state={finding.level} iconOnly size={16} />
                <div className="grow">
                  <b>{title}</b>
                  <p>{text}</p>
                  {finding.level === 'error' ? <p>{t(handTexts.blocks)}</p> : null}
                  {finding.level === 'error' && mayAccept(finding) ? (
                    <Checkbox
                      label={t(handTexts.acceptable)}
                      checked={accepted.has(finding.check)}
                      onChange={(event) => onAccept(finding.check, event.currentTarget.checked)}
                    />
                  ) : null}
                </div>
              </div>
            );
          })}
          {accepted.size > 0 ? (
            <section className={css['section']}>
              <TextInput
                size="xs"
                label={t(handTexts.acceptReason)}
                value={reason}
                maxLength={500}
                error={reasonMissing ? t(handTexts.needReason) : undefined}
                onChange={(event) => onReason(event.currentTarget.value)}
              />
            </section>
          ) : null}
          <section className={css['paper']}>
            <PdfThumb pdf={pdf} width={wide ? 270 : 170} label={label} onOpen={() => setEnlarged(true)} />
            <Calculation
              document={preview.document}
              linesTotal={preview.document.lines.length}
              explanation={preview.explanation}
              most={wide ? 9 : 5}
            />
          </section>
        </>
      )}
      <Modal
        opened={enlarged}
        onClose={() => setEnlarged(false)}
        title={label}
        size={940}
        classNames={{ body: css['modalBody'] ?? '' }}
      >
        <div className={css['modalPdf']}>
          <PdfViewer pdf={pdf} label={label} />
        </div>
      </Modal>
    </aside>
  );
}
