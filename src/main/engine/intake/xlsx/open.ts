/** An XLSX workbook (ISO/IEC 29500): its parts, unpacked with suspicion, and the list of its sheets. */
import { EngineError } from '#shared/model/error.ts';
import { type OpenedBook, parseWorkbook } from '../workbook/library.ts';
import { readEntry, storedZip, type ZipEntry } from './zip.ts';

interface Part {
  name: string;
  content: Buffer;
}

/** Parts that hold values. Pictures, charts, macros, printer settings and the like are never unpacked. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|workbook\.xml|sharedStrings\.xml|styles\.xml|theme\/theme1\.xml|worksheets\/[^/]+\.xml))$/i;

/** Throws `workbook_damaged`, `workbook_unpacks_too_large` or `file_password_protected`. */
export async function openXlsx(zip: Buffer, directory: readonly ZipEntry[], file: string): Promise<OpenedBook> {
  const parts: Part[] = [];
  for (const entry of directory) {
    if (!WANTED.test(entry.name)) continue;
    let content = await readEntry(zip, entry, file);
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) content = markFormulasWithoutValue(content);
    parts.push({ name: entry.name, content });
  }
  const types = parts.find((part) => part.name.toLowerCase() === '[content_types].xml');
  if (types) types.content = forgetOtherParts(types.content, parts);
  const sheets = parseWorkbook(storedZip(parts), file, { bookSheets: true }).SheetNames;
  // With `bookSheets` the library gives names only.
  const hidden = hiddenSheets(parts);
  const preferred = sheets.find((name) => !hidden.has(name)) ?? sheets[0];
  if (preferred === undefined) throw new EngineError('workbook_damaged', { file }, { place: { file } });
  return {
    format: 'xlsx',
    sheets,
    preferred,
    load: (options) => parseWorkbook(storedZip(parts), file, options),
  };
}

/** The list of parts without those left behind: the library insists on every part that the list names. */
function forgetOtherParts(types: Buffer, parts: readonly Part[]): Buffer {
  const kept = new Set(parts.map(({ name }) => `/${name}`.toLowerCase()));
  const list = types.toString('utf8').replaceAll(/<(?:\w+:)?Override\b[^<>]*>(?:\s*<\/(?:\w+:)?Override>)?/g, (tag) => {
    const name = /\bPartName\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    return kept.has(unescapeXml(name).toLowerCase()) ? tag : '';
  });
  return Buffer.from(list, 'utf8');
}

function hiddenSheets(parts: readonly Part[]): Set<string> {
  const xml = parts.find((part) => part.name.toLowerCase() === 'xl/workbook.xml')?.content.toString('utf8') ?? '';
  const hidden = new Set<string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && /\bstate="(hidden|veryHidden)"/.test(tag)) hidden.add(unescapeXml(name));
  }
  return hidden;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/**
 * The library takes a formula without a cached value for a zero (SheetJS 0.20.3, parse_ws_xml_data): an amount out of
 * nothing. Such cells are marked beforehand with the error that means "no value yet", which {@link toCell} knows.
 * A text formula whose cached value is the empty text has a value and stays.
 */
function markFormulasWithoutValue(xml: Buffer): Buffer {
  if (!xml.includes('<f') && !xml.includes(':f')) return xml;
  // latin1 keeps every byte as it is; only ASCII is looked at. No repetition reaches beyond the next "<" and no two of them
  // stand side by side: the time stays in proportion to the length, whatever the part holds.
  const cell =
    /<((?:\w+:)?)c\b([^<>]*)>\s*<\1f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/\1f>)\s*(?:(<\1v\b[^<>]*\/>|<\1v\b[^<>]*>\s*<\/\1v>)\s*)?<\/\1c>/g;
  const marked = xml.toString('latin1').replaceAll(cell, (whole, ns: string, attributes: string, empty?: string) => {
    if (/\st="str"/.test(attributes) && empty !== undefined) return whole;
    return `<${ns}c${attributes.replace(/\st="[^"]*"/, '')} t="e"><${ns}v>#GETTING_DATA</${ns}v></${ns}c>`;
  });
  return Buffer.from(marked, 'latin1');
}
