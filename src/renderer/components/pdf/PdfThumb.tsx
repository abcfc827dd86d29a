import { IconZoomIn } from '@tabler/icons-react';
import { pdfTexts } from '#shared/messages/ui/pdf.ts';
import { toErrorShape } from '#shared/model/error.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { PdfPage } from './PdfPage.tsx';
import css from './pdf.module.css';
import type { Pdf } from './usePdf.ts';

/** The first page as a picture beside the figures; pressed, it opens at full size. */
export function PdfThumb({ pdf, width, label, onOpen }: { pdf: Pdf; width: number; label: string; onOpen(): void }) {
  const t = useText();
  const say = useErrorSentences();
  if (pdf.error !== null)
    return (
      <div className={css['thumbInstead']} style={{ width, height: Math.round(width * Math.SQRT2) }} role="alert">
        <span>{say(toErrorShape(pdf.error)).what}</span>
        <button type="button" className={css['again']} onClick={pdf.retry}>
          {t(pdfTexts.again)}
        </button>
      </div>
    );
  if (pdf.document === null)
    return (
      <div
        className={css['thumbInstead']}
        style={{ width, height: Math.round(width * Math.SQRT2) }}
        data-pending={pdf.pending || undefined}
        aria-busy={pdf.pending}
      />
    );
  const pages = pdf.document.numPages;
  return (
    <button
      type="button"
      className={css['thumb']}
      data-pending={pdf.pending || undefined}
      title={t(pdfTexts.enlarge)}
      onClick={onOpen}
    >
      <PdfPage document={pdf.document} page={1} width={width} label={label} />
      <span className={css['thumbFoot']}>
        <IconZoomIn size={14} stroke={1.75} aria-hidden="true" />
        {pages > 1 ? t(pdfTexts.pages, { count: pages }) : t(pdfTexts.enlarge)}
      </span>
    </button>
  );
}
