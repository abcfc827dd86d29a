/**
 * Reads a PDF of our own making: one classic cross-reference table, generation 0, no encryption, no object streams. Anything
 * else is refused with a SyntaxError; it was not made here.
 */
import { objectPieces, type Piece } from './syntax.ts';

export interface SourceObject {
  pieces: Piece[];
  /** The bytes of its stream, between the keywords; null when it has none. */
  stream: Buffer | null;
}

export interface SourcePdf {
  /** The page objects, in order. */
  pages: number[];
  /** Reads one object. */
  object(id: number): SourceObject;
  /** Every page and page tree node: what is not copied as an ordinary object. */
  isPageTree(id: number): boolean;
}

/** The pieces as text with references written `12 0 R`: for looking into dictionaries that hold no strings. */
const asText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'number' ? `${piece} 0 R` : piece)).join('');

function referenceOf(text: string, key: string): number {
  const found = new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(text);
  if (found === null) throw new SyntaxError(`no ${key}`);
  return Number(found[1]);
}

export function readSource(bytes: Buffer): SourcePdf {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new SyntaxError('not a PDF');
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
  if (start === null) throw new SyntaxError('no end');
  const tableStart = Number(start[1]);
  const table = bytes.toString('latin1', tableStart);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(table);
  const trailer = table.slice(table.indexOf('trailer'));
  if (head === null || trailer.includes('/Encrypt') || trailer.includes('/Prev'))
    throw new SyntaxError('not our kind of table');
  const count = Number(head[1]);
  const offsets: number[] = [];
  for (let id = 0; id < count; id += 1) {
    const entry = table.slice(head[0].length + id * 20, head[0].length + id * 20 + 20);
    if (!/^\d{10} \d{5} [nf]/.test(entry)) throw new SyntaxError('broken table');
    offsets.push(entry[17] === 'n' ? Number(entry.slice(0, 10)) : -1);
  }
  const ends = [...offsets.filter((offset) => offset >= 0), tableStart].sort((a, b) => a - b);

  const object = (id: number): SourceObject => {
    const offset = offsets[id] ?? -1;
    const end = ends.find((candidate) => candidate > offset);
    if (offset < 0 || end === undefined || end > bytes.length) throw new SyntaxError(`no object ${id}`);
    const text = bytes.toString('latin1', offset, end);
    const header = /^(\d+) 0 obj\s*/.exec(text);
    if (header === null || Number(header[1]) !== id) throw new SyntaxError(`no object at the place of ${id}`);
    const { pieces, end: bodyEnd, stream } = objectPieces(text, header[0].length);
    if (!stream) return { pieces, stream: null };
    const length = /\/Length (\d+)/.exec(asText(pieces));
    const dataStart = bodyEnd + (text.startsWith('stream\r\n', bodyEnd) ? 8 : 7);
    const dataEnd = dataStart + Number(length?.[1] ?? Number.NaN);
    if (!/^\s*endstream\s+endobj/.test(text.slice(dataEnd, dataEnd + 24)))
      throw new SyntaxError(`stream ${id} has another length`);
    return { pieces, stream: bytes.subarray(offset + dataStart, offset + dataEnd) };
  };

  const tree = new Set<number>();
  const pages: number[] = [];
  const walk = (id: number): void => {
    if (tree.has(id)) throw new SyntaxError('page tree in a circle');
    tree.add(id);
    const text = asText(object(id).pieces);
    if (/\/Type\s*\/Pages\b/.test(text)) {
      const kids = /\/Kids\s*\[([^\]]*)\]/.exec(text);
      for (const kid of (kids?.[1] ?? '').matchAll(/(\d+) 0 R/g)) walk(Number(kid[1]));
    } else if (/\/Type\s*\/Page\b/.test(text)) pages.push(id);
    else throw new SyntaxError('neither page nor pages');
  };
  walk(referenceOf(asText(object(referenceOf(trailer, 'Root')).pieces), 'Pages'));
  if (pages.length === 0) throw new SyntaxError('no page');
  return { pages, object, isPageTree: (id) => tree.has(id) };
}
