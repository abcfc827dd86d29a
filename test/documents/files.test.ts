import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createFileNamer, safeName } from '#engine/documents/file-name.ts';
import { partPath, syncFiles, writeOutputFile } from '#engine/documents/output-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'liasse-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('file names', () => {
  it.each([
    ['FA-2026-00482', 'Immobilière du Parc', 'FA-2026-00482 Immobilière du Parc.pdf'],
    ['2026/11/7', 'A: B? <C>|*"\\', '2026-11-7 A- B- -C.pdf'],
    ['', '', 'document.pdf'],
    ['CON', '', '_CON.pdf'],
    ['nul.x', '', '_nul.x.pdf'],
    ['..', '. ../x ', 'x.pdf'],
    ['F1', 'Ltd. ', 'F1 Ltd.pdf'],
    ['F1', 'a\u202egpj.exe', 'F1 agpj.exe.pdf'],
  ])('%j %j is %s', (number, customer, expected) => {
    expect(createFileNamer()(number, customer)).toBe(expected);
  });

  it.each([
    ['Mars 2026', 'Mars 2026'],
    ['...', 'run'],
    ['CON', '_CON'],
    ['Lpt1.x', '_Lpt1.x'],
    ['a/b', 'a-b'],
    ['發'.repeat(100), '發'.repeat(66)],
  ])('of a run: %j is %s', (name, expected) => {
    expect(safeName(name, 'run')).toBe(expected);
    const parent = mkdtempSync(join(tmpdir(), 'liasse-names-'));
    mkdirSync(join(parent, safeName(name, 'run')));
    rmSync(parent, { recursive: true });
  });

  it('differ even where case and the spelling of accents do not count', () => {
    const name = createFileNamer();
    expect(name('f1', 'Été')).toBe('f1 Été.pdf');
    expect(name('F1', 'ÉTÉ')).toBe('F1 ÉTÉ (2).pdf');
    expect(name('f1', 'E\u0301te\u0301')).toBe('f1 Été (3).pdf');
  });

  it('are portable, short and different, whatever they are made of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 300 })), {
          maxLength: 20,
        }),
        (pairs) => {
          const name = createFileNamer();
          const names = pairs.map(([number, customer]) => name(number, customer));
          for (const each of names) {
            expect(each).not.toMatch(/[<>:"/\\|?*]|\p{Cc}|^[. ]|[. ]\.pdf$/u);
            expect(each).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
            expect(Buffer.byteLength(each)).toBeLessThanOrEqual(220);
            expect(each.length).toBeLessThanOrEqual(110);
          }
          expect(new Set(names.map((each) => each.normalize('NFC').toLowerCase())).size).toBe(names.length);
        },
      ),
    );
  });
});

describe('written files', () => {
  const path = join(folder, 'a.pdf');

  it('are whole, and left alone when they are there already', async () => {
    const first = await writeOutputFile(path, Buffer.from('hello'), true);
    expect(first).toMatchObject({
      written: true,
      bytes: 5,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    });
    utimesSync(path, 1, 1);
    expect(await writeOutputFile(path, Buffer.from('hello'), true)).toEqual({ ...first, written: false });
    expect(statSync(path).mtimeMs).toBe(1000);
  });

  it('replace half a file of an earlier run, and its temporary file', async () => {
    writeFileSync(path, 'hell');
    writeFileSync(partPath(path), 'he');
    expect(await writeOutputFile(path, Buffer.from('hello'), false)).toMatchObject({ written: true });
    expect(readFileSync(path, 'utf8')).toBe('hello');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    await syncFiles([path]);
  });

  it('that cannot be written are named', async () => {
    const missing = join(folder, 'no', 'b.pdf');
    await expect(writeOutputFile(missing, Buffer.from('x'), false)).rejects.toMatchObject({
      code: 'document_write_failed',
      params: { name: 'b.pdf', folder: join(folder, 'no') },
    });
    mkdirSync(join(folder, 'dir.pdf'));
    await expect(writeOutputFile(join(folder, 'dir.pdf'), Buffer.from('x'), false)).rejects.toMatchObject({
      code: 'document_write_failed',
    });
    await expect(syncFiles([missing])).rejects.toMatchObject({ code: 'document_write_failed' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
