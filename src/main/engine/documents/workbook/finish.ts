/** What SheetJS does not write: the frozen head and its bold face. Put into the XML of the parts it made. */
import { write } from 'xlsx';
import { storedParts, type ZipPart, zipped } from './zip.ts';

export interface Workbook {
  SheetNames: string[];
  Sheets: Record<string, object>;
  Props: { Title: string; Author: string; CreatedDate: Date };
}

const PANE =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';

const BOLD =
  '<font><b/><sz val="12"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>';

/** Row 1 and all before it are within the first bytes of a sheet. */
const HEAD_BYTES = 64_000;

function patched(part: ZipPart, change: (xml: string) => string): ZipPart {
  // Latin-1 keeps every byte as it is: what is inserted is ASCII, and the cut may fall inside a character.
  const head = part.bytes.toString('latin1', 0, HEAD_BYTES);
  const changed = change(head);
  if (changed === head) throw new Error(`nothing to change in ${part.name}`);
  return { name: part.name, bytes: Buffer.concat([Buffer.from(changed, 'latin1'), part.bytes.subarray(HEAD_BYTES)]) };
}

/** A bold font and a cell format that uses it, added last: `format` is the number of formats before. */
function withBold(xml: string, format: number): string {
  const fonts = Number(/<fonts count="(\d+)"/.exec(xml)?.[1] ?? 0);
  return xml
    .replace(/<fonts count="\d+">/, `<fonts count="${fonts + 1}">`)
    .replace('</fonts>', `${BOLD}</fonts>`)
    .replace(/<cellXfs count="\d+">/, `<cellXfs count="${format + 1}">`)
    .replace(
      '</cellXfs>',
      `<xf numFmtId="0" fontId="${fonts}" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>`,
    );
}

function withHead(xml: string, format: number): string {
  return xml
    .replace(/<sheetView ([^>]*?)\/>/, `<sheetView $1>${PANE}</sheetView>`)
    .replace(/<row r="1"[\s\S]*?<\/row>/, (row) => row.replaceAll(/<c r="([A-Z]+1)"/g, `<c r="$1" s="${format}"`));
}

/** The workbook as XLSX bytes, every sheet with its first row frozen and bold. */
export function workbookBytes(book: Workbook): Buffer {
  const plain: Buffer = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: false });
  const parts = storedParts(plain);
  const styles = parts.find(({ name }) => name === 'xl/styles.xml');
  if (styles === undefined) throw new Error('workbook without styles');
  const format = Number(/<cellXfs count="(\d+)"/.exec(styles.bytes.toString('latin1'))?.[1] ?? 0);
  return zipped(
    parts.map((part) => {
      if (part === styles) return patched(part, (xml) => withBold(xml, format));
      return part.name.startsWith('xl/worksheets/sheet') ? patched(part, (xml) => withHead(xml, format)) : part;
    }),
  );
}
