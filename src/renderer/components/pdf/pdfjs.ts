/**
 * pdf.js with its worker bundled beside the page (CSP: worker-src 'self'). The legacy build: the modern one wants a
 * Chrome newer than the one inside our oldest Electron (130).
 */
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface OpenPdf {
  document: PDFDocumentProxy;
  close(): void;
}

/** Opens a PDF from its bytes (copied: pdf.js hands them to its worker). Throws where they are no PDF. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const loading = getDocument({ data: bytes.slice(), enableXfa: false, useSystemFonts: false, useWasm: false });
  const document = await loading.promise;
  // A document that is being closed has nothing left to say.
  return { document, close: () => void loading.destroy().catch(() => undefined) };
}
