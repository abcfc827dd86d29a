/** An OpenDocument spreadsheet (ISO/IEC 26300): what repeats in it is counted before the library unfolds it. */
import { EngineError } from '#shared/model/error.ts';
import { MAX_REPEATED_CELLS, SHEET_COLUMNS } from '../limits.ts';
import { type OpenedBook, parseWorkbook } from '../workbook/library.ts';
import { readEntry, storedZip, type ZipEntry } from '../xlsx/zip.ts';

/** What these archives call themselves in their first part. */
const SHEETS = /^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?\s*$/;
const damaged = (file: string, cause?: unknown) =>
  new EngineError('workbook_damaged', { file }, { place: { file }, ...(cause === undefined ? {} : { cause }) });

/**
 * Throws `file_password_protected`, `file_other_format` for a text or a drawing, `workbook_damaged`,
 * `workbook_unpacks_too_large` where rows or cells repeat beyond the limit.
 */
export async function openOds(zip: Buffer, directory: readonly ZipEntry[], file: string): Promise<OpenedBook> {
  const part = async (name: string): Promise<Buffer | null> => {
    const entry = directory.find((one) => one.name.toLowerCase() === name);
    return entry === undefined ? null : readEntry(zip, entry, file);
  };
  const place = { place: { file } };
  const manifest = (await part('meta-inf/manifest.xml'))?.toString('utf8') ?? '';
  const content = await part('content.xml');
  // Each part encrypted by itself, or, since ODF 1.4 drafts, the whole package in one.
  if (content === null || /<(?:\w+:)?encryption-data\b/.test(manifest)) {
    throw new EngineError('file_password_protected', { file }, place);
  }
  const type = (await part('mimetype'))?.toString('latin1');
  if (type !== undefined && !SHEETS.test(type)) {
    const found = type.includes('text') ? 'OpenDocument (.odt)' : 'OpenDocument';
    throw new EngineError('file_other_format', { file, found }, place);
  }
  const parts = [{ name: 'content.xml', content: prepared(content, file) }];
  const settings = await part('settings.xml');
  if (settings !== null) parts.push({ name: 'settings.xml', content: settings });
  // The library insists on this part; programs may leave it out.
  const noStyles = Buffer.from('<office:document-styles></office:document-styles>', 'latin1');
  parts.push({ name: 'styles.xml', content: (await part('styles.xml')) ?? noStyles });
  const packed = storedZip([
    { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet', 'latin1') },
    ...parts,
    // The library wants a list of the parts; it takes none from it.
    { name: 'META-INF/manifest.xml', content: Buffer.from('<manifest:manifest/>', 'latin1') },
  ]);
  const sheets = parseWorkbook(packed, file, { sheetRows: 1 }).SheetNames;
  const hidden = hiddenTables(content);
  const preferred = sheets.find((name) => !hidden.has(name)) ?? sheets[0];
  if (preferred === undefined) throw damaged(file);
  return {
    format: 'ods',
    sheets,
    preferred,
    // The library has no choice of sheets here; it reads them all.
    load: ({ sheetRows }) => parseWorkbook(packed, file, sheetRows === undefined ? {} : { sheetRows }),
  };
}

/**
 * The elements that repeat, as the library reads them: with any prefix (a name may have hyphens and letters beyond ASCII), with
 * anything behind an underscore, and with `>` in the value of an attribute. The last group is what ends the tag: anything but
 * `>` is no XML. It reaches over no other tag, so its time is linear.
 */
const TAG =
  /<(\/?)(?:[^\s<>:"/]*:)?(table-row|table-cell|covered-table-cell|tracked-changes|s)(?:_[^\s<>:"/]*)?(?=[\s/>])([^<>"]*(?:"[^"<]*"[^<>"]*)*)(>|[<"]|$)/g;
/** Spaces that `text:c` may say in one sheet: each is a character in memory. */
const MAX_SPACES = 20_000_000;
const times = (attributes: string, name: 'rows' | 'columns'): number => {
  const given = new RegExp(`number-${name}-repeated\\s*=\\s*["'](\\d+)["']`).exec(attributes)?.[1];
  return given === undefined ? 1 : Math.max(1, Number(given));
};

/**
 * Counts what the repetitions unfold to, refuses beyond the limit, and takes out two things that the library misreads: cells
 * closed in their own tag although they have a value (it drops the value), and deleted cells that change tracking keeps (it
 * takes them for cells of the sheet).
 */
function prepared(content: Buffer, file: string): Buffer {
  // latin1 keeps every byte as it is; only ASCII is looked at.
  const whole = content.toString('latin1');
  const start = whole.indexOf('document-content');
  if (start < 0 || whole.includes('<!DOCTYPE', start)) throw damaged(file);
  const text = withoutComments(whole);
  let cells = 0;
  let inRow = 0;
  let rows = 1;
  let spaces = 0;
  const out: string[] = [];
  let from = 0;
  let tracked: number | null = null;
  for (const match of text.matchAll(TAG)) {
    const [tag, slash, name, attributes = '', ended] = match;
    if (ended !== '>') throw damaged(file);
    const end = match.index + tag.length;
    if (name === 'tracked-changes') {
      if (slash === '/' && tracked !== null) {
        out.push(text.slice(from, tracked));
        from = end;
        tracked = null;
      } else if (slash === '' && !attributes.endsWith('/')) tracked = match.index;
      continue;
    }
    if (name === 's') {
      spaces += Number(/(?:^|[\s:])c\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? 1);
      if (spaces > MAX_SPACES) throw tooLarge(file);
      continue;
    }
    if (name === 'table-row') {
      if (slash === '/') cells += inRow * rows - (rows === 1 ? inRow : 0);
      else {
        rows = attributes.includes('-repeated') ? times(attributes, 'rows') : 1;
        inRow = 0;
      }
    } else if (slash === '') {
      const closed = attributes.endsWith('/');
      const valued = attributes.includes('value-type');
      const repeated = attributes.includes('-repeated') ? times(attributes, 'columns') : 1;
      if (!closed || valued) {
        if (repeated > SHEET_COLUMNS) throw tooLarge(file);
        inRow += repeated;
        if (repeated > 1) cells += repeated - 1;
      }
      if (closed && valued && name === 'table-cell') {
        const open = tag.slice(0, -2).trimEnd();
        const element = /^<([\w:-]+)/.exec(open)?.[1] ?? 'table:table-cell';
        out.push(text.slice(from, match.index), `${open}><text:p> </text:p></${element}>`);
        from = end;
      }
    }
    if (cells > MAX_REPEATED_CELLS) throw tooLarge(file);
  }
  return from === 0 && text === whole ? content : Buffer.from(`${out.join('')}${text.slice(from)}`, 'latin1');
}

/** The library takes comments out before it reads, so that one may stand in the middle of a tag. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4);
    kept.push(text.slice(from, at));
    from = end < 0 ? text.length : end + 3;
  }
  return from === 0 ? text : kept.join('') + text.slice(from);
}

function tooLarge(file: string): EngineError {
  return new EngineError('sheet_repeats_too_much', { file, max: MAX_REPEATED_CELLS }, { place: { file } });
}

/** Tables whose style says that they are not shown. */
function hiddenTables(content: Buffer): Set<string> {
  const text = content.toString('utf8');
  const styles = new Set<string>();
  for (const [, name] of text.matchAll(
    /<style:style\b[^<>]*\bstyle:name="([^"]*)"[^<>]*\bstyle:family="table"[^<>]*>\s*<style:table-properties\b[^<>]*\btable:display="false"/g,
  )) {
    if (name !== undefined) styles.add(name);
  }
  const hidden = new Set<string>();
  if (styles.size === 0) return hidden;
  for (const [tag] of text.matchAll(/<table:table\b[^<>]*>/g)) {
    const style = /\btable:style-name="([^"]*)"/.exec(tag)?.[1];
    const name = /\btable:name="([^"]*)"/.exec(tag)?.[1];
    if (style !== undefined && name !== undefined && styles.has(style)) hidden.add(unescapeXml(name));
  }
  return hidden;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);
