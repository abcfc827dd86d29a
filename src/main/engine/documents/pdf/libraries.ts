/**
 * pdfmake and fontkit, which carry no types: the parts used here, declared.
 * Both are CommonJS and must be the very instances that require each other: an ESM import of fontkit is another module
 * than the one pdfkit requires, and a format registered there would never be asked.
 */
import { createRequire } from 'node:module';

/** Anything pdfmake lays out. Its many optional properties are documented by pdfmake; none is read back here. */
export type Node = string | Node[] | { [property: string]: unknown };

interface PdfMake {
  virtualfs: { writeFileSync(name: string, content: Uint8Array): void; existsSync(name: string): boolean };
  setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: { [property: string]: unknown }): { getBuffer(): Promise<Buffer> };
}

export interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

export interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

export interface GlyphRun {
  glyphs: Glyph[];
  positions: GlyphPosition[];
  readonly advanceWidth: number;
}

/** A TrueType subset while it is put together: `_addGlyph` copies one glyph of the font into it. */
export interface Subset {
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  includeGlyph(id: number): number;
  _addGlyph(id: number): number;
}

export interface Font {
  unitsPerEm: number;
  characterSet: number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
  getGlyph(
    id: number,
  ): Glyph & { _decode(): { numberOfContours: number; components?: { glyphID: number; pos: number }[] } | null };
  layout(text: string, features?: unknown): GlyphRun;
  createSubset(): Subset;
}

interface Fontkit {
  create(bytes: Uint8Array): Font;
  registerFormat(format: { new (stream: { buffer: Uint8Array }): object; probe(bytes: Uint8Array): boolean }): void;
}

const own = createRequire(import.meta.url);
const ofPdfmake = createRequire(own.resolve('pdfmake'));
const ofPdfkit = createRequire(ofPdfmake.resolve('pdfkit'));

export const pdfmake: PdfMake = own('pdfmake');
export const fontkit: Fontkit = ofPdfkit('fontkit');
