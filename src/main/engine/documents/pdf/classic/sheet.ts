/**
 * The sheet of the classic template: measures in points, colours, and what every part of the page needs to know.
 * Positions follow the reference drawing: margins 18 mm, the address where window envelopes show it.
 */
import { formatMoney } from '#shared/format/money.ts';
import type { DraftDocument } from '#shared/model/document.ts';
import type { Language } from '#shared/model/values.ts';
import { readableColour, wash } from '../colour.ts';
import type { Face, PaperFonts } from '../fonts.ts';
import type { Node } from '../libraries.ts';

const mm = (length: number): number => (length * 72) / 25.4;

export const INK = '#1b1f24';
export const SOFT = '#5c636b';
export const HAIR = '#d9dcdf';

export const THICK = 0.9;
export const THIN = 0.6;

/** Sizes of text in points. */
export const SIZE = { base: 9, small: 7.8, legal: 7.3, foot: 7.2, due: 12.4, title: 22.5, number: 10.1, name: 14.25 };

export const MARGIN = mm(18);
/** Where the address begins on page 1, from the left and upper edge (DIN 5008 B and French windows hold it). */
export const ADDRESS_LEFT = mm(110);
export const ADDRESS_TOP = mm(46.6);
/** The letterhead hangs in here on page 1; a line with name and number on the others. */
export const LETTERHEAD_TOP = 36;
export const CONTENT_TOP = 66;
/** Dates and references begin here on page 1. */
export const META_TOP = 109.5;
/** The lines (or the message above them) begin no higher than this on page 1. */
export const BODY_TOP = 228;

const PAPER = { A4: { width: 595.28, height: 841.89 }, LETTER: { width: 612, height: 792 } } as const;

/** Everything the parts of one document's pages share. */
export interface Sheet {
  document: DraftDocument;
  /** Null on a draft. */
  number: string | null;
  /** A data URL, or null. */
  logo: string | null;
  fonts: PaperFonts;
  language: Language;
  page: { width: number; height: number };
  /** Between the margins. */
  width: number;
  accent: string;
  wash: string;
  /** An amount without its currency. */
  amount(minor: number): string;
  /** An amount with its currency. */
  money(minor: number): string;
}

export function sheetOf(document: DraftDocument, number: string | null, logo: string | null, fonts: PaperFonts): Sheet {
  const { currency, minorDigits, language } = document;
  const page = PAPER[document.presentation.paper];
  const accent = readableColour(document.presentation.colour);
  const surface = 'paper' as const;
  return {
    document,
    number,
    logo,
    fonts,
    language,
    page,
    width: page.width - 2 * MARGIN,
    accent,
    wash: wash(accent),
    amount: (minor) => formatMoney(minor, currency, minorDigits, language, { symbol: false, surface }),
    money: (minor) => formatMoney(minor, currency, minorDigits, language, { surface }),
  };
}

/** The largest of `sizes` (descending) at which the text fits the width on one line; the smallest if none does. */
export function fittingSize(
  fonts: PaperFonts,
  text: string,
  face: Face,
  width: number,
  sizes: readonly number[],
): number {
  return sizes.find((size) => fonts.width(text, face, size) <= width) ?? sizes.at(-1) ?? SIZE.base;
}

/** Text cut into lines no wider than `width`, breaking at spaces, and inside a word only where it fills a line alone. */
export function wrapped(fonts: PaperFonts, text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/(?<=[ -])/)) {
      if (fonts.width((line + word).trimEnd(), face, size) <= width) {
        line += word;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (line.length > 1 && fonts.width(line.trimEnd(), face, size) > width) {
        let fit = 1;
        while (fit < line.length && fonts.width(line.slice(0, fit + 1), face, size) <= width) fit += 1;
        if (fit >= line.length) break;
        lines.push(line.slice(0, fit));
        line = line.slice(fit);
      }
    }
    lines.push(line);
  }
  return lines;
}

/**
 * Text in a column. What fits on one line is marked so: pdfmake then treats it as one piece instead of one a word, which
 * takes a third off the time of a page. What does not fit is left to pdfmake to wrap.
 */
export function flowing(
  fonts: PaperFonts,
  text: string,
  face: Face,
  size: number,
  width: number,
): { text: string; noWrap: boolean } {
  const single = text.length < 200 && !text.includes('\n') && fonts.width(text, face, size) < width - 0.05;
  return { text, noWrap: single };
}

/** Lines that {@link wrapped} made, one under the other. */
export const stacked = (lines: readonly string[]): { text: string; noWrap: boolean }[] =>
  lines.map((line) => ({ text: line.trimEnd(), noWrap: true }));

/** A table layout without vertical lines; `line(i)` gives the width and colour of the horizontal line above row i. */
export function ruled(
  line: (index: number) => { width: number; colour: string } | null,
  padding: {
    top: (row: number) => number;
    bottom: (row: number) => number;
    left?: (column: number) => number;
    right?: (column: number) => number;
  },
): { [property: string]: unknown } {
  return {
    hLineWidth: (index: number) => line(index)?.width ?? 0,
    hLineColor: (index: number) => line(index)?.colour ?? HAIR,
    vLineWidth: () => 0,
    paddingTop: padding.top,
    paddingBottom: padding.bottom,
    paddingLeft: padding.left ?? (() => 0),
    paddingRight: padding.right ?? (() => 0),
  };
}

/** A hairline across the content. */
export const rule = (width: number, colour: string, thickness: number): Node => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: thickness, lineColor: colour }],
});
