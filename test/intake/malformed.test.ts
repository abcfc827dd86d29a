/** Files that are not what they say, cut, hostile or out of reach: a clear error soon, and flat memory. */
import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readFailure } from '#engine/intake/file/source.ts';
import { storedZip } from '#engine/intake/xlsx/zip.ts';
import { intakeErrors } from '#shared/messages/errors/intake.ts';
import { failure, folder, fresh, inspect, put, stage, workbook } from './help.ts';

const sheet = workbook({
  Ventes: [
    ['Code client', 'Qté'],
    ['C1', 1],
    ['C2', 2],
  ],
});
/** SheetJS's zip, its directory changed: the answer to "is the declared size honest?". */
function lie(zip: Buffer, name: string, change: (entry: number) => void): void {
  for (
    let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    if (zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) === name) change(at);
  }
}

const check = async (name: string, content: string | Uint8Array, code: string) =>
  expect(await failure(inspect(put(name, content)), name)).toBe(code);

describe('what is no table', () => {
  it('a JPEG named .csv', () =>
    check('photo.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array(2000).fill(7)]), 'file_other_format'));
  it('a PDF named .xlsx', () => check('facture.xlsx', '%PDF-1.7\n...', 'file_other_format'));
  it('an HTML page named .csv', () =>
    check('export.csv', '<html><table><tr><td>1</td></tr></table></html>', 'file_other_format'));
  it('a JPEG inside a gzip', () =>
    check('photo.csv.gz', gzipSync(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])), 'file_other_format'));
  it('bytes without a meaning', () => {
    let seed = 7;
    const noise = Buffer.alloc(5000).map(() => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed >> 16;
    });
    return check('noise.csv', noise, 'file_binary');
  });
  it('an OpenDocument file', () =>
    check(
      'table.ods',
      storedZip([
        { name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
        { name: 'content.xml', content: Buffer.from('<x/>') },
      ]),
      'other_spreadsheet',
    ));
  it('a Numbers file', () =>
    check(
      'table.numbers',
      storedZip([{ name: 'Index/Document.iwa', content: Buffer.from('x') }]),
      'other_spreadsheet',
    ));
  it('a binary workbook', () =>
    check('table.xlsb', storedZip([{ name: 'xl/workbook.bin', content: Buffer.from('x') }]), 'other_spreadsheet'));
  it('a Word file', () =>
    check(
      'lettre.xlsx',
      storedZip([{ name: 'word/document.xml', content: Buffer.from('<x/>') }]),
      'file_other_format',
    ));
  it('any other zip', () =>
    check('archive.csv', storedZip([{ name: 'a.txt', content: Buffer.from('x') }]), 'file_other_format'));
  const ole = (name: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1000),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(500),
    ]);
  it('an old workbook', () => check('old.xls', ole('Workbook'), 'file_old_excel'));
  it('a workbook under a password', () => check('secret.xlsx', ole('EncryptedPackage'), 'file_password_protected'));
});

describe('what is cut or damaged', () => {
  it('a truncated workbook, wherever it is cut', async () => {
    expect((await inspect(put('whole.xlsx', sheet))).columns).toEqual(['Code client', 'Qté']);
    for (const share of [0.2, 0.5, 0.9, 0.99]) {
      await check('cut.xlsx', sheet.subarray(0, Math.floor(sheet.length * share)), 'workbook_damaged');
    }
  });
  it('a workbook with a flipped bit', async () => {
    const bad = Buffer.from(sheet);
    const at = bad.indexOf('xl/worksheets/sheet1.xml') + 40;
    bad[at] = (bad[at] ?? 0) ^ 0xff;
    await check('flipped.xlsx', bad, 'workbook_damaged');
  });
  it('a truncated gzip', () =>
    check('cut.csv.gz', gzipSync('Code;Qté\nA;1\n'.repeat(500)).subarray(0, 40), 'file_damaged'));
  it('NUL bytes in a text, with their line', async () => {
    const path = put('nul.csv', 'Code;Qty\nA;1\nB;\u00002\nC;3\n');
    await expect(inspect(path)).rejects.toMatchObject({ code: 'file_nul_bytes', params: { row: 3 } });
    expect(await failure(inspect(path), 'nul.csv')).toBe('file_nul_bytes');
  });
  it('NUL bytes far down, where inspection does not read', async () => {
    const path = put('tail.csv', `Code;Qty\n${'A;1\n'.repeat(110_000)}\u0000\u0000\u0000`);
    await expect(stage(path)).rejects.toMatchObject({ code: 'file_nul_bytes', params: { row: 110_002 } });
  });
  it('an open quote', async () => {
    await expect(inspect(put('open.csv', 'Code;Qty\nA;1\nB;"2\nC;3\n'))).rejects.toMatchObject({
      code: 'quote_not_closed',
      params: { row: 3 },
    });
  });
  it('Windows-1252 read as UTF-8, with the line', async () => {
    const path = put('wrong.csv', iconv.encode('Code;Qty\nA;1\nCafé;2\n', 'windows-1252'));
    expect((await inspect(path)).options.encoding).toBe('windows-1252');
    await expect(inspect(path, 'lines', { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'file_wrong_encoding',
      params: { row: 3, encoding: 'utf-8' },
    });
  });
  it('UTF-16 read as UTF-8', async () => {
    const path = put('wide.csv', iconv.encode('Code;Qty\nA;1\nCafé;2\n', 'utf-16le'));
    expect(await failure(inspect(path, 'lines', { encoding: 'utf-8' }), 'wide.csv')).toBe('file_wrong_encoding');
    expect((await inspect(path)).options.encoding).toBe('utf-16le');
  });
});

describe('what is empty or out of reach', () => {
  it('no bytes', () => check('empty.csv', '', 'file_empty'));
  it('a gzip of nothing', () => check('empty.csv.gz', gzipSync(''), 'file_empty'));
  it('a header only', () => check('header.csv', 'Code;Qty\n', 'file_no_rows'));
  it('blank lines only', () => check('blank.csv', '\n;;\n\n', 'file_no_rows'));
  it('a header only, in a workbook', () => check('header.xlsx', workbook({ A: [['Code', 'Qty']] }), 'file_no_rows'));
  it('an empty sheet', () => check('nothing.xlsx', workbook({ A: [] }), 'file_no_rows'));
  it('a blank header row by choice', async () => {
    expect(
      await failure(inspect(put('chosen.csv', 'Code;Qty\n;\nA;1\n'), 'lines', { headerRow: 2 }), 'chosen.csv'),
    ).toBe('header_row_blank');
    expect(await failure(inspect(put('beyond.csv', 'Code;Qty\nA;1\n'), 'lines', { headerRow: 9 }), 'beyond.csv')).toBe(
      'header_row_blank',
    );
  });
  it('a sheet that is not there', async () => {
    expect(await failure(inspect(put('s.xlsx', sheet), 'lines', { sheet: 'Achats' }), 's.xlsx')).toBe(
      'sheet_not_found',
    );
  });
  it('a missing file, a folder', async () => {
    expect(await failure(inspect(join(folder, 'nowhere.csv')), 'nowhere.csv')).toBe('file_missing');
    const dir = fresh('dossier');
    mkdirSync(dir);
    expect(await failure(inspect(dir), 'dossier')).toBe('file_is_folder');
  });
  it.skipIf(process.getuid?.() === 0)('an unreadable file (not as root, who reads everything)', async () => {
    const path = put('closed.csv', 'Code;Qty\nA;1\n');
    chmodSync(path, 0o000);
    expect(await failure(inspect(path), 'closed.csv')).toBe('file_no_access');
  });
  it('what the system may say of a file', () => {
    const say = (code: string) => readFailure(Object.assign(new Error(code), { code }), 'x.csv').code;
    expect(['EACCES', 'EPERM', 'EBUSY', 'ENOENT', 'EISDIR', 'EIO'].map(say)).toEqual([
      'file_no_access',
      'file_no_access',
      'file_locked',
      'file_missing',
      'file_is_folder',
      'file_read_failed',
    ]);
  });
});

describe('what is too much', () => {
  it('2,000 columns', async () => {
    const wide = Array.from({ length: 2000 }, (_, index) => `c${index}`);
    await check('wide.csv', `${wide.join(';')}\n${wide.map(() => '1').join(';')}\n`, 'too_many_columns');
    await check('wide.xlsx', workbook({ A: [wide, wide] }), 'too_many_columns');
  });

  it('a line of 200 MB, soon and in flat memory', async () => {
    const path = fresh('one-line.csv');
    const file = openSync(path, 'w');
    const block = Buffer.alloc(1_000_000, 'abcdefgh;');
    for (let count = 0; count < 200; count += 1) writeSync(file, block);
    closeSync(file);
    const before = process.memoryUsage().rss;
    expect(await failure(inspect(path), 'one-line.csv')).toBe('record_too_long');
    expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
    writeFileSync(path, '');
  });

  it('a zip bomb that says so', async () => {
    const bomb = Buffer.from(
      workbook({
        A: [
          ['Code', 'Qty'],
          ['A', 1],
        ],
      }),
    );
    lie(bomb, 'xl/worksheets/sheet1.xml', (entry) => bomb.writeUInt32LE(400_000_000, entry + 24));
    await check('bomb.xlsx', bomb, 'workbook_unpacks_too_large');
  });

  it('a zip bomb by its ratio', async () => {
    const zeros = workbook({
      A: [
        ['Code', 'Qty'],
        ['A', ' '.repeat(30_000)],
      ],
    });
    const honest = Buffer.from(zeros);
    lie(honest, 'xl/worksheets/sheet1.xml', (entry) =>
      honest.writeUInt32LE(honest.readUInt32LE(entry + 20) * 201 + 10_000_001, entry + 24),
    );
    await check('ratio.xlsx', honest, 'workbook_unpacks_too_large');
  });

  it('a zip bomb that lies about its size', async () => {
    // 50 MB of blanks in a sheet that declares 1,000 bytes, in the directory and before its data alike.
    const { deflateRawSync } = await import('node:zlib');
    const packed = deflateRawSync(Buffer.alloc(50_000_000, 32));
    const bomb = Buffer.from(
      storedZip([
        { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
        { name: 'xl/worksheets/sheet1.xml', content: packed },
      ]),
    );
    lie(bomb, 'xl/worksheets/sheet1.xml', (entry) => {
      bomb.writeUInt16LE(8, entry + 10);
      bomb.writeUInt32LE(1000, entry + 24);
    });
    const before = process.memoryUsage().rss;
    await check('liar.xlsx', bomb, 'workbook_damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  it('too many entries', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `x/${index}`, content: Buffer.alloc(0) }));
    await check('many.xlsx', storedZip(many), 'workbook_unpacks_too_large');
  });
});

it('has all three sentences in both languages for every error, with the typography of French', () => {
  for (const [code, text] of Object.entries(intakeErrors)) {
    for (const part of [text.what, text.means, text.remedy]) {
      expect(typeof part.fr === 'string' && part.fr.length > 10, code).toBe(true);
      expect(part.fr, code).not.toMatch(/ [:;!?»]|« |'/);
      expect(part.en, code).not.toMatch(/'/);
    }
  }
});
