/** Text made fit for the fonts of the paper: what cannot be drawn is shown as a box and reported, never dropped. */
import type { PaperFonts } from './fonts.ts';

/** What printing asks of the fonts; the check before issuing asks a list instead of loading them. */
export type Coverage = Pick<PaperFonts, 'covers'>;

/** Stands where a character is that the fonts lack. */
const REPLACEMENT = '\ufffd';

/** Plain ASCII and Latin-1 and Extended-A need no work: nearly all texts. The soft hyphen (AD) is not among them. */
const plain = /^[\n\x20-\x7e\xa0-\xac\xae-\u017f\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac\u2212]*$/;
/** Marks that steer other programs and have no shape: soft hyphen, joiners, direction marks, variation selectors. */
const shapeless = /\p{Cf}|[\ufe00-\ufe0f]/gu;
const controls = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;
/** Spaces that may not break or are thin: one no-break space draws them all. */
const fixedSpaces = /[\u2000-\u200a\u202f\u205f\u3000]/g;

/** The text as it will be drawn; characters without a glyph are added to `missing`. */
function printable(text: string, fonts: Coverage, missing: Set<string>): string {
  if (plain.test(text)) return text;
  const tidy = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(controls, ' ')
    .replace(shapeless, '')
    .replace(fixedSpaces, '\u00a0');
  let drawn = '';
  for (const character of tidy) {
    if (character === '\n' || fonts.covers(character.codePointAt(0) ?? 0)) {
      drawn += character;
      continue;
    }
    // A compatible spelling says the same: full-width letters, ligatures, circled figures.
    const compatible = character.normalize('NFKC');
    if (compatible !== character && [...compatible].every((c) => fonts.covers(c.codePointAt(0) ?? 0))) {
      drawn += compatible;
    } else {
      missing.add(character);
      drawn += REPLACEMENT;
    }
  }
  return drawn;
}

/** Every text in a plain value made printable; the shape stays the same. */
export function printableDeep<T>(value: T, fonts: Coverage, missing: Set<string>): T {
  const walk = (inner: unknown): unknown => {
    if (typeof inner === 'string') return printable(inner, fonts, missing);
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner === 'object' && inner !== null) {
      return Object.fromEntries(Object.entries(inner).map(([key, of]) => [key, walk(of)]));
    }
    return inner;
  };
  // Safe: only strings change, into strings; keys, arrays and every other value are carried over.
  return walk(value) as T;
}
