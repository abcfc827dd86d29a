/** The PDF of a draft, an issued invoice or an invoice being typed: asked of the engine, fetched, opened. */
import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { type OpenPdf, openPdf } from './pdfjs.ts';

export type PdfOf = Input<'document.pdf'>['of'];
type Made = Output<'document.pdf'> & { bytes: Uint8Array };

async function fetchPdf(of: PdfOf, signal: AbortSignal): Promise<Made> {
  try {
    const made = await engine.call('document.pdf', { of }, { signal });
    // The shell put its own address in `path`: `liasse://pdf/<token>`.
    const answer = await fetch(made.path, { signal });
    if (!answer.ok) throw new EngineError('pdf_unreadable', { status: answer.status });
    return { ...made, bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch (error) {
    throw asEngineError(error);
  }
}

export interface Pdf {
  document: PDFDocumentProxy | null;
  /** True while another document than the one shown is being made. */
  pending: boolean;
  error: EngineError | null;
  missingGlyphs: readonly string[];
  original: boolean;
  retry(): void;
}

const DELAY = 90;

/**
 * Waits a moment before asking, so that running down a list with J makes no PDF of every row passed.
 * What was shown stays until the next one is there.
 */
export function usePdf(of: PdfOf | null): Pdf {
  const wanted = of === null ? null : JSON.stringify(of);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), DELAY);
    return () => clearTimeout(timer);
  }, [wanted]);

  const query = useQuery<Made, EngineError>({
    queryKey: ['engine', 'document.pdf', asked],
    queryFn: ({ signal }) => {
      if (of === null) throw new EngineError('internal');
      return fetchPdf(of, signal);
    },
    enabled: asked !== null && asked === wanted,
    gcTime: 20_000,
    // The same bytes again are the same document: nothing is drawn anew.
    structuralSharing: (before, after) => {
      const [old, made] = [before as Made | undefined, after as Made]; // both come from fetchPdf
      return old !== undefined && old.sha256 === made.sha256 ? old : made;
    },
  });

  const bytes = asked === wanted ? query.data?.bytes : undefined;
  const [opened, setOpened] = useState<(OpenPdf & { bytes: Uint8Array }) | null>(null);
  const [unreadable, setUnreadable] = useState<EngineError | null>(null);
  useEffect(() => {
    if (bytes === undefined) return;
    let gone = false;
    setUnreadable(null);
    openPdf(bytes).then(
      (pdf) => (gone ? pdf.close() : setOpened({ ...pdf, bytes })),
      (error: unknown) => {
        if (!gone) setUnreadable(new EngineError('pdf_unreadable', {}, { cause: error }));
      },
    );
    return () => {
      gone = true;
    };
  }, [bytes]);
  // The document before goes when the next one has taken its place, or with the screen.
  useEffect(() => () => opened?.close(), [opened]);

  const failed = asked === wanted ? (query.error ?? unreadable) : null;
  return {
    document: wanted === null || failed !== null ? null : (opened?.document ?? null),
    pending: wanted !== null && failed === null && (bytes === undefined || opened?.bytes !== bytes),
    error: failed,
    missingGlyphs: query.data?.missingGlyphs ?? [],
    original: query.data?.original ?? false,
    retry: () => void query.refetch(),
  };
}
