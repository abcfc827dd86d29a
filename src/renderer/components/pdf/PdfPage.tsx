import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import css from './pdf.module.css';

/** A4, until the page says its own shape. */
const A4 = Math.SQRT2;

interface PdfPageProps {
  document: PDFDocumentProxy;
  /** From 1. */
  page: number;
  /** CSS pixels. */
  width: number;
  /** What the picture shows, for readers of the screen. */
  label: string;
}

/** One page as a picture, sharp on every screen. The former picture stays until the next one is complete. */
export function PdfPage({ document, page, width, label }: PdfPageProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [shape, setShape] = useState(A4);

  useEffect(() => {
    let gone = false;
    let cancel: (() => void) | null = null;
    const draw = async () => {
      const proxy = await document.getPage(page);
      if (gone) return;
      const natural = proxy.getViewport({ scale: 1 });
      setShape(natural.height / natural.width);
      const canvas = window.document.createElement('canvas');
      const density = window.devicePixelRatio || 1;
      const viewport = proxy.getViewport({ scale: (width / natural.width) * density });
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      const task = proxy.render({ canvas, viewport });
      cancel = () => task.cancel();
      await task.promise;
      if (!gone) holder.current?.replaceChildren(canvas);
    };
    draw().catch((error: unknown) => {
      // A picture that nobody waits for any more is cancelled; anything else is worth a line in the log.
      if (!gone) console.error('pdf page', error);
    });
    return () => {
      gone = true;
      cancel?.();
    };
  }, [document, page, width]);

  return (
    <div
      ref={holder}
      role="img"
      aria-label={label}
      className={css['sheet']}
      style={{ width, height: Math.round(width * shape) }}
    />
  );
}
