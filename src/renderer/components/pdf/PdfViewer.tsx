/** A PDF at full size: pages under each other, zoom, place, and what else a screen puts in its bar. */
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { pdfTexts } from '#shared/messages/ui/pdf.ts';
import { toErrorShape } from '#shared/model/error.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { PdfPage } from './PdfPage.tsx';
import css from './pdf.module.css';
import type { Pdf } from './usePdf.ts';
import { fitWidth, nearestPage, zoomStep } from './zoom.ts';

interface PdfViewerProps {
  pdf: Pdf;
  /** What it is, for readers of the screen: « Facture FA-2026-00012 ». */
  label: string;
  /** Buttons at the right of the bar. */
  acts?: ReactNode;
}

/** `fit`: as wide as the room; a number: of the paper's own size, 1 is 100 %. */
type Zoom = 'fit' | number;
/** A point of paper in CSS pixels at 100 %. */
const A4_WIDTH = 794;
/** Pages drawn around the one in sight. */
const NEAR = 2;

export function PdfViewer({ pdf, label, acts }: PdfViewerProps) {
  const t = useText();
  const say = useErrorSentences();
  const stage = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [page, setPage] = useState(1);

  useLayoutEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const document = pdf.document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document begins at its first page
  useEffect(() => {
    setPage(1);
    stage.current?.scrollTo({ top: 0 });
  }, [document]);

  const pages = document?.numPages ?? 0;
  const width = zoom === 'fit' ? fitWidth(room, A4_WIDTH) : Math.round(A4_WIDTH * zoom);
  const scale = width / A4_WIDTH;
  const percent = Math.round(scale * 100);

  const show = (wanted: number): void => {
    const target = Math.min(Math.max(1, wanted), pages);
    stage.current?.querySelector(`[data-page="${target}"]`)?.scrollIntoView({ block: 'start' });
    setPage(target);
  };
  const follow = (): void => {
    const element = stage.current;
    if (element === null) return;
    const tops = [...element.querySelectorAll<HTMLElement>('[data-page]')].map((one) => one.offsetTop);
    setPage(nearestPage(tops, element.scrollTop, element.clientHeight));
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === '+' || event.key === '=') setZoom(zoomStep(scale, 1));
    else if (event.key === '-') setZoom(zoomStep(scale, -1));
    else if (event.key === '0') setZoom('fit');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css['viewer']}>
      <div className={css['bar']} role="toolbar" aria-label={t(pdfTexts.bar)}>
        <ActionIcon aria-label={t(pdfTexts.before)} disabled={page <= 1} onClick={() => show(page - 1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t(pdfTexts.after)} disabled={page >= pages} onClick={() => show(page + 1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
        <span className={css['place']} aria-live="polite">
          {pages > 0 ? t(pdfTexts.place, { page, pages }) : ''}
        </span>
        <span className={css['rule']} />
        <ActionIcon aria-label={t(pdfTexts.smaller)} onClick={() => setZoom(zoomStep(scale, -1))}>
          <IconMinus size={16} />
        </ActionIcon>
        <span className={css['percent']}>{t(pdfTexts.percent, { percent })}</span>
        <ActionIcon aria-label={t(pdfTexts.larger)} onClick={() => setZoom(zoomStep(scale, 1))}>
          <IconPlus size={16} />
        </ActionIcon>
        <Button size="xs" variant="subtle" aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
          {t(pdfTexts.fit)}
        </Button>
        <span className={css['grow']} />
        {acts}
      </div>
      {pdf.missingGlyphs.length > 0 ? (
        <p className={css['glyphs']} role="status">
          {t(pdfTexts.missingGlyphs, { count: pdf.missingGlyphs.length, glyphs: pdf.missingGlyphs.join(' ') })}
        </p>
      ) : null}
      <section
        ref={stage}
        className={css['stage']}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
        tabIndex={0}
        data-autofocus
        aria-label={label}
        onScroll={follow}
        onKeyDown={keyDown}
      >
        {pdf.error !== null ? (
          <div className={css['stageInstead']} role="alert">
            <strong>{say(toErrorShape(pdf.error)).what}</strong>
            <span>{say(toErrorShape(pdf.error)).remedy}</span>
            <Button size="xs" onClick={pdf.retry}>
              {t(pdfTexts.again)}
            </Button>
          </div>
        ) : document === null || width <= 0 ? (
          <div
            className={css['blank']}
            style={{ width: Math.max(width, 120), height: Math.round(Math.max(width, 120) * Math.SQRT2) }}
            data-pending={pdf.pending || undefined}
            aria-busy={pdf.pending}
          />
        ) : (
          Array.from({ length: pages }, (_, i) => i + 1).map((number) => (
            <div key={number} data-page={number} data-pending={pdf.pending || undefined} className={css['leaf']}>
              {Math.abs(number - page) <= NEAR ? (
                <PdfPage
                  document={document}
                  page={number}
                  width={width}
                  label={t(pdfTexts.picture, { label, page: number, pages })}
                />
              ) : (
                <div className={css['blank']} style={{ width, height: Math.round(width * Math.SQRT2) }} />
              )}
            </div>
          ))
        )}
      </section>
    </div>
  );
}
