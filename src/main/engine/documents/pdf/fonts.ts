/**
 * The fonts of the paper, parsed once and kept between documents. Parsing and shaping are most of what a PDF costs:
 * naive use of pdfmake parses every font for every document.
 *
 * pdfmake asks pdfkit for a font by a short token; a fontkit format that knows the tokens answers with the kept font,
 * wrapped so that shaped words are remembered and glyph outlines are copied from a cache.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '#shared/model/error.ts';
import { type Font, fontkit, type GlyphRun, pdfmake, type Subset } from './libraries.ts';

/** The name pdfmake knows the family by. */
export const FAMILY = 'Paper';

export type Face = 'regular' | 'semibold';

export interface PaperFonts {
  /** Width of a text on one line, in points. */
  width(text: string, face: Face, size: number): number;
  /** Whether both faces can draw the character. */
  covers(codePoint: number): boolean;
}

/** Shaped words kept per face. Beyond it the memo starts afresh: names and numbers never end. */
const MEMO_LIMIT = 20_000;
/** Longer texts rarely come back. */
const MEMO_TEXT_LENGTH = 40;
const TOKEN = 'liasse-font:';

const kept = new Map<string, Font>();
let registered = false;

/** A run with positions of its own, because pdfkit scales them in place; the width is a getter, because they change. */
function freshRun(run: GlyphRun): GlyphRun {
  const positions = run.positions.map((p) => ({
    xAdvance: p.xAdvance,
    yAdvance: p.yAdvance,
    xOffset: p.xOffset,
    yOffset: p.yOffset,
  }));
  return {
    glyphs: run.glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((sum, p) => sum + p.xAdvance, 0);
    },
  };
}

interface KeptGlyph {
  bytes: Uint8Array;
  advance: number;
  bearing: number;
  components: { glyphID: number; pos: number }[];
}

/** A subset whose glyphs come from the cache after their first use in any document. TrueType outlines only. */
function cachedSubset(font: Font, cache: Map<number, KeptGlyph>): Subset {
  const subset = font.createSubset();
  const addGlyph = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => {
    const known = cache.get(id);
    if (known === undefined) {
      const components = font.getGlyph(id)._decode()?.components ?? [];
      const index = addGlyph(id);
      const bytes = subset.glyf[index];
      const metric = subset.hmtx.metrics[index];
      if (bytes !== undefined && metric !== undefined) {
        cache.set(id, { bytes: Uint8Array.from(bytes), advance: metric.advance, bearing: metric.bearing, components });
      }
      return index;
    }
    let bytes = known.bytes;
    if (known.components.length > 0) {
      bytes = Uint8Array.from(bytes);
      const view = new DataView(bytes.buffer);
      for (const { glyphID, pos } of known.components) view.setUint16(pos, subset.includeGlyph(glyphID));
    }
    subset.glyf.push(bytes);
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({ advance: known.advance, bearing: known.bearing });
    subset.offset += bytes.length;
    return subset.glyf.length - 1;
  };
  return subset;
}

function rememberingFont(font: Font): Font {
  // fontkit keeps with each glyph the first character that asked for it, and that becomes the text one copies from the
  // PDF. Asked here in ascending order, so that the answer does not depend on which documents this thread made before.
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(codePoint);
  const runs = new Map<string, GlyphRun>();
  const glyphs = new Map<number, KeptGlyph>();

  const layout = (text: string, features?: unknown): GlyphRun => {
    if (features !== undefined || text.length > MEMO_TEXT_LENGTH) return font.layout(text, features);
    let run = runs.get(text);
    if (run === undefined) {
      if (runs.size >= MEMO_LIMIT) runs.clear();
      run = font.layout(text);
      runs.set(text, run);
    }
    return freshRun(run);
  };
  const createSubset = () => cachedSubset(font, glyphs);

  return new Proxy(font, {
    get(target, property) {
      if (property === 'layout') return layout;
      if (property === 'createSubset') return createSubset;
      // The font is the receiver: its lazy getters define their result on `this`.
      const value: unknown = Reflect.get(target, property, target);
      return value;
    },
  });
}

function registerFormat(): void {
  if (registered) return;
  registered = true;
  const tokenOf = (bytes: Uint8Array) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  fontkit.registerFormat(
    class {
      static probe(bytes: Uint8Array): boolean {
        return bytes.byteLength < 1000 && kept.has(tokenOf(bytes));
      }
      constructor(stream: { buffer: Uint8Array }) {
        const font = kept.get(tokenOf(stream.buffer));
        if (font === undefined) throw new Error('font token without a font');
        // biome-ignore lint/correctness/noConstructorReturn: fontkit builds formats with `new` and takes what comes.
        return font;
      }
    },
  );
}

const loaded = new Map<string, PaperFonts>();

/**
 * The fonts in `<resourcesDir>/fonts`, loaded and given to pdfmake on first use. One folder a process: pdfmake has one
 * table of fonts. Fails with `document_fonts_missing`.
 */
export function paperFonts(resourcesDir: string): PaperFonts {
  const known = loaded.get(resourcesDir);
  if (known !== undefined) return known;
  const regular = load(resourcesDir, 'regular');
  const semibold = load(resourcesDir, 'semibold');
  registerFormat();
  pdfmake.setFonts({ [FAMILY]: { normal: 'paper-regular', bold: 'paper-semibold' } });
  // Documents come from data; nothing in them may make the program fetch or open anything.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const faces: Record<Face, Font> = { regular, semibold };
  const fonts: PaperFonts = {
    width(text, face, size) {
      let total = 0;
      for (const word of text.split(/(?<= )/)) total += faces[face].layout(word).advanceWidth;
      return (total * size) / faces[face].unitsPerEm;
    },
    covers: (codePoint) => regular.hasGlyphForCodePoint(codePoint) && semibold.hasGlyphForCodePoint(codePoint),
  };
  loaded.set(resourcesDir, fonts);
  return fonts;
}

function load(resourcesDir: string, face: Face): Font {
  const path = join(resourcesDir, 'fonts', `paper-${face}.ttf`);
  let font: Font;
  try {
    font = rememberingFont(fontkit.create(readFileSync(path)));
  } catch (cause) {
    throw new EngineError('document_fonts_missing', { path }, { cause });
  }
  kept.set(TOKEN + face, font);
  pdfmake.virtualfs.writeFileSync(`paper-${face}`, Buffer.from(TOKEN + face, 'latin1'));
  return font;
}
