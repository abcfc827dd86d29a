/** Folded keys: what a person takes for the same letters is the same text. É sorts beside e, "STRASSE" finds "Straße". */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const special: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ĸ', 'k'],
  ['’', "'"],
  ['‘', "'"],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
]);

/**
 * The key for search and order: compatibility forms resolved, marks stripped, lower case, special letters written out, every
 * run of blanks one space, none at the ends. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return [...text.normalize('NFKD').toLowerCase().normalize('NFKD')]
    .map((letter) => special.get(letter) ?? letter)
    .join('')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * A folded key that also puts "item 9" before "item 10": every run of figures is led by its length (two figures), without
 * leading zeros. For order only; search in {@link fold}.
 */
export function naturalKey(text: string): string {
  return fold(text).replaceAll(/\d+/g, (figures) => {
    const plain = figures.replace(/^0+(?=\d)/, '');
    return String(Math.min(plain.length, 99)).padStart(2, '0') + plain;
  });
}
