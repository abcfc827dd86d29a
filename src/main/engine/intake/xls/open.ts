/** Excel 95 to 2003 (BIFF5, BIFF8) in a Microsoft compound file; what else such files hold is refused in words. */
import iconv from 'iconv-lite';
import * as XLSX from 'xlsx';
import { EngineError } from '#shared/model/error.ts';
import { type OpenedBook, parseWorkbook } from '../workbook/library.ts';

// Texts of BIFF5 are in the code page of the computer that wrote them. The module build of the library has no code pages of its
// own; the other build, which has them, has no such function.
const { set_cptable: setCodePages } = XLSX as { set_cptable?: (table: unknown) => void };
const named = (page: number): string => (page === 1200 ? 'utf-16le' : page === 65001 ? 'utf-8' : `cp${page}`);
const known = (page: number): string => (iconv.encodingExists(named(page)) ? named(page) : 'cp1252');
setCodePages?.({
  utils: {
    decode: (page: number, bytes: Uint8Array | number[]) => iconv.decode(Buffer.from(bytes), known(page)),
    encode: (page: number, text: string) => iconv.encode(text, known(page)),
  },
});

/** [MS-XLS] 2.4.21: the record at a stream's beginning, and the one that says that it is encrypted. */
const BOF = 0x0809;
const FILEPASS = 0x002f;
const BIFF5 = 0x0500;

/**
 * Throws `file_password_protected`, `file_old_excel` (a version before Excel 95), `file_other_format` (a text document, a
 * message), `workbook_damaged`.
 */
export function openXls(bytes: Buffer, file: string): OpenedBook {
  const place = { place: { file } };
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  // An .xlsx under a password is such a file as well.
  if (has('EncryptedPackage')) throw new EngineError('file_password_protected', { file }, place);
  if (!has('Workbook') && !has('Book')) {
    throw new EngineError('file_other_format', { file, found: has('WordDocument') ? 'Word' : 'OLE' }, place);
  }
  const stream = workbookStream(bytes, file);
  if (stream.length < 8 || stream.readUInt16LE(0) !== BOF) {
    // BIFF2 to BIFF4 begin with records 0x0009, 0x0209, 0x0409.
    const old = stream.length > 1 && stream[0] === 9;
    throw new EngineError(old ? 'file_old_excel' : 'workbook_damaged', { file }, place);
  }
  if (stream.readUInt16LE(4) < BIFF5) throw new EngineError('file_old_excel', { file }, place);
  if (isEncrypted(stream)) throw new EngineError('file_password_protected', { file }, place);
  const look = parseWorkbook(bytes, file, { sheetRows: 1 });
  // 0 visible, 1 hidden, 2 very hidden.
  const shown = look.SheetNames.find((_, index) => !look.Workbook?.Sheets?.[index]?.Hidden);
  const preferred = shown ?? look.SheetNames[0];
  if (preferred === undefined) throw new EngineError('workbook_damaged', { file }, place);
  return {
    format: 'xls',
    sheets: look.SheetNames,
    preferred,
    load: (options) => parseWorkbook(bytes, file, options),
  };
}

/** `Workbook` (Excel 97 and later) before `Book`: files for both kinds of reader hold both. */
function workbookStream(bytes: Buffer, file: string): Buffer {
  try {
    const container = XLSX.CFB.read(bytes, { type: 'buffer' });
    const entry = XLSX.CFB.find(container, '/Workbook') ?? XLSX.CFB.find(container, '/Book');
    if (entry) return Buffer.from(entry.content);
  } catch (cause) {
    throw new EngineError('workbook_damaged', { file }, { place: { file }, cause });
  }
  throw new EngineError('workbook_damaged', { file }, { place: { file } });
}

/** The record stands among the first of the stream, before anything that it hides. */
function isEncrypted(stream: Buffer): boolean {
  for (let at = 0, records = 0; at + 4 <= stream.length && records < 20; records += 1) {
    if (stream.readUInt16LE(at) === FILEPASS) return true;
    at += 4 + stream.readUInt16LE(at + 2);
  }
  return false;
}
