/** As much of PDF syntax (ISO 32000-1, 7.2 and 7.3) as renumbering the objects of a file needs. */

/** The text of an object: literal stretches, and numbers of the objects it refers to. */
export type Piece = string | number;

const WHITE = new Set([' ', '\n', '\r', '\t', '\f', '\0']);
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isEdge = (c: string | undefined): boolean => c === undefined || WHITE.has(c) || '()<>[]{}/%'.includes(c);

/** The end of a string `( ... )` that begins at `at`: nested and escaped brackets are inside it. */
function stringEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    const c = text[i];
    if (c === '\\') i += 1;
    else if (c === '(') depth += 1;
    else if (c === ')') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  throw new SyntaxError('string without end');
}

/** `12 0 R` at a place where a token begins, or null. */
function referenceAt(text: string, at: number): { id: number; end: number } | null {
  const pattern = /(\d+)[ \n\r\t]+\d+[ \n\r\t]+R/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null || !isEdge(text[pattern.lastIndex])) return null;
  return { id: Number(found[1]), end: pattern.lastIndex };
}

/**
 * Cuts one object's text (Latin-1) into pieces, from `start` to the keyword `stream` or `endobj`.
 * `end` is where that keyword begins. Throws a SyntaxError on what is no object.
 */
export function objectPieces(text: string, start: number): { pieces: Piece[]; end: number; stream: boolean } {
  const pieces: Piece[] = [];
  let from = start;
  let i = start;
  while (i < text.length) {
    const c = text[i];
    if (c === '(') {
      i = stringEnd(text, i);
    } else if (isDigit(c) && isEdge(text[i - 1])) {
      const reference = referenceAt(text, i);
      if (reference === null) {
        while (isDigit(text[i])) i += 1;
        continue;
      }
      if (i > from) pieces.push(text.slice(from, i));
      pieces.push(reference.id);
      from = reference.end;
      i = reference.end;
    } else if ((c === 's' || c === 'e') && WHITE.has(text[i - 1] ?? ' ')) {
      const stream = text.startsWith('stream', i);
      if (stream || text.startsWith('endobj', i)) {
        if (i > from) pieces.push(text.slice(from, i));
        return { pieces, end: i, stream };
      }
      i += 1;
    } else {
      i += 1;
    }
  }
  throw new SyntaxError('object without end');
}
