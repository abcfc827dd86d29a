/** A frozen (or drafted) document as PDF bytes. The same document gives the same bytes, today and in ten years. */

import { fill } from '#shared/messages/catalogue.ts';
import { paperTexts } from '#shared/messages/paper.ts';
import type { DraftDocument, FrozenDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import { continuation, letterhead, metaAndAddress, titleText } from './classic/head.ts';
import { linesTable } from './classic/lines.ts';
import { closing, pageFoot } from './classic/payment.ts';
import { CONTENT_TOP, INK, MARGIN, type Sheet, SIZE, sheetOf } from './classic/sheet.ts';
import { sums } from './classic/sums.ts';
import { FAMILY, paperFonts } from './fonts.ts';
import { type Node, pdfmake } from './libraries.ts';
import { logoUrl } from './logo.ts';
import { printableDeep } from './printable.ts';

export interface PdfOptions {
  /** The folder that holds `fonts/`. */
  resourcesDir: string;
  /** The printed number; null on a draft. A frozen document's own number wins. */
  number: string | null;
  watermark: 'draft' | null;
  /** PNG or JPEG bytes, or null. */
  logo: Uint8Array | null;
}

export interface PdfResult {
  bytes: Buffer;
  pages: number;
  /** Characters that no font of the paper has; each is shown as U+FFFD. Sorted. */
  missingGlyphs: string[];
  /** The logo could not be read: the document was printed without it. */
  logoUnreadable: boolean;
}

/**
 * Renders the document with the classic template. Fails with `document_fonts_missing`. A logo that cannot be read is left out:
 * a document that was issued must be printable for ever.
 * Every date inside the file comes from the document, none from the clock.
 */
export async function renderPdf(document: FrozenDocument | DraftDocument, options: PdfOptions): Promise<PdfResult> {
  const fonts = paperFonts(options.resourcesDir);
  const missing = new Set<string>();
  const clean = printableDeep(document, fonts, missing);
  const number = 'number' in clean ? clean.number : options.number;
  const logo = options.logo === null ? null : readableUrl(options.logo);
  const sheet = sheetOf(clean, number, logo, fonts);
  let pages = 0;
  const definition = definitionOf(sheet, options.watermark, (count) => {
    pages = count;
  });
  let bytes: Buffer;
  try {
    bytes = await pdfmake.createPdf(definition).getBuffer();
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('Invalid image')) {
      return { ...(await renderPdf(document, { ...options, logo: null })), logoUnreadable: true };
    }
    throw cause;
  }
  const logoUnreadable = options.logo !== null && logo === null;
  return { bytes, pages, missingGlyphs: [...missing].sort(), logoUnreadable };
}

/** Null for a picture that cannot be read. */
function readableUrl(logo: Uint8Array): string | null {
  try {
    return logoUrl(logo);
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.code === 'document_logo_unreadable') return null;
    throw thrown;
  }
}

/** The page description given to pdfmake. Separate, so that the benchmark lays out the very same page in the naive way. */
export function definitionOf(
  sheet: Sheet,
  watermark: 'draft' | null,
  tellPages: (count: number) => void,
): { [property: string]: unknown } {
  const { document, language } = sheet;
  const foot = pageFoot(sheet);
  const date = new Date(`${document.issueDate}T00:00:00Z`);
  const content: Node[] = [
    metaAndAddress(sheet),
    ...(document.message === null || document.message === ''
      ? []
      : [{ text: document.message, margin: [0, 0, 0, 10], lineHeight: 1.05 }]),
    linesTable(sheet),
    sums(sheet),
    closing(sheet),
  ];
  return {
    pageSize: sheet.page,
    pageMargins: [MARGIN, CONTENT_TOP, MARGIN, foot.margin],
    compress: true,
    language: language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    info: {
      title: `${titleText(sheet)} ${sheet.number ?? ''}`.trim(),
      author: document.seller.name,
      subject: document.buyer.name,
      creator: 'Liasse',
      producer: 'Liasse',
      creationDate: date,
      modDate: date,
    },
    defaultStyle: { font: FAMILY, fontSize: SIZE.base, color: INK },
    images: sheet.logo === null ? {} : { logo: sheet.logo },
    ...(watermark === null
      ? {}
      : {
          watermark: {
            text: fill(paperTexts.watermark, language),
            color: '#000000',
            opacity: 0.05,
            bold: true,
            angle: -24,
            fontSize: 82,
          },
        }),
    background: (page: number) => (page === 1 ? letterhead(sheet) : null),
    header: (page: number) => (page === 1 ? null : continuation(sheet)),
    footer: (page: number, count: number) => {
      tellPages(count);
      return foot.draw(page, count);
    },
    content,
  };
}
