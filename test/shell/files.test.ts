import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract, type Name } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { GrantedPaths } from '../../src/main/shell/granted-paths.ts';
import { readJson, writeJson } from '../../src/main/shell/json-file.ts';
import { isDocument, KnownPaths, reportedPaths } from '../../src/main/shell/known-paths.ts';
import { learnFromAnswer, learnFromEvent } from '../../src/main/shell/learning.ts';
import { openLog, withoutPersonalData } from '../../src/main/shell/log.ts';
import { PdfTokens } from '../../src/main/shell/pdf-tokens.ts';
import { Settings } from '../../src/main/shell/settings.ts';
import { snapshot } from './snapshot.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liasse-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('JSON files', () => {
  const schema = z.object({ n: z.int() });
  it('come back as written, with nothing left beside', () => {
    writeJson(join(folder, 'deep', 'a.json'), { n: 3 });
    expect(readJson(join(folder, 'deep', 'a.json'), schema, { n: 0 }, () => undefined)).toEqual({ n: 3 });
    expect(readdirSync(join(folder, 'deep'))).toEqual(['a.json']);
  });
  it.each(['', '{"n":', '{"n":"x"}', '\u0000\u0001', '[]'])('that are damaged are kept aside: %j', (content) => {
    const path = join(folder, 'a.json');
    const damaged: string[] = [];
    writeFileSync(path, content);
    expect(readJson(path, schema, { n: 7 }, (which) => damaged.push(which))).toEqual({ n: 7 });
    expect(damaged).toEqual([path]);
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(content);
    expect(existsSync(path)).toBe(false);
  });
  it('keep the old content when writing fails', () => {
    const path = join(folder, 'a.json');
    writeJson(path, { n: 1 });
    expect(() => writeJson(path, { n: 1n })).toThrow(TypeError);
    expect(() => writeJson(join(path, 'below-a-file.json'), {})).toThrow();
    expect(readJson(path, schema, { n: 0 }, () => undefined)).toEqual({ n: 1 });
  });
});

describe('settings', () => {
  const open = (language = 'fr-FR') => new Settings(folder, language, openLog(folder));
  it('speak the system’s language until told otherwise, and remember what was told', () => {
    expect(open('fr-CA').preferences).toEqual({ language: 'fr', theme: 'system' });
    expect(open('de-DE').preferences.language).toBe('en');
    open().savePreferences({ language: 'en', theme: 'dark' });
    expect(open('fr-FR').preferences).toEqual({ language: 'en', theme: 'dark' });
  });
  it('list recent companies once each, newest first, twelve at most', () => {
    const settings = open();
    for (let n = 0; n < 15; n += 1) settings.companyOpened(`/c${n}.liasse`, `C${n}`, new Date(n));
    settings.companyOpened('/c10.liasse', 'Renamed', new Date(99));
    expect(
      open()
        .recent.map((company) => company.name)
        .slice(0, 2),
    ).toEqual(['Renamed', 'C14']);
    expect(open().recent).toHaveLength(12);
    expect(settings.forgetCompany('/c10.liasse')).toBe(true);
    expect(settings.forgetCompany('/c10.liasse')).toBe(false);
    expect(open().recent[0]?.name).toBe('C14');
  });
  it('say so when preferences cannot be kept, and hold meanwhile', () => {
    const blocked = join(folder, 'file');
    writeFileSync(blocked, '');
    const settings = new Settings(join(blocked, 'below'), 'fr', openLog(folder));
    expect(() => settings.savePreferences({ language: 'en', theme: 'light' })).toThrow('settings_not_saved');
    expect(settings.preferences.theme).toBe('light');
  });
});

describe('log', () => {
  it('keeps places and classes of an error, not its words', () => {
    const error = new TypeError('Client Dupont SARL, IBAN FR76 3000');
    error.stack = [
      'TypeError: Client Dupont SARL, IBAN FR76 3000',
      '    at readRow (/home/claire.vidal/liasse/out/main/reader.cjs:12:5)',
      '    at async Writer.run (C:\\Users\\claire\\x\\writer.cjs:1:2)',
      '    at file:///home/claire/utility.cjs:9:9',
    ].join('\n');
    const kept = withoutPersonalData(error.stack);
    expect(kept).toBe('TypeError readRow@reader.cjs:12:5 Writer.run@writer.cjs:1:2 @utility.cjs:9:9');
    expect(kept).not.toMatch(/Dupont|claire|FR76/);
  });
  it('is moved aside once when it is long', () => {
    const log = openLog(folder);
    writeFileSync(join(folder, 'x'), '');
    log.write('first');
    writeFileSync(log.path, 'x'.repeat(1_000_001));
    log.write('after', { code: 9 });
    expect(readFileSync(log.path, 'utf8')).toMatch(/^\S+ after \{"code":9\}\n$/);
    expect(existsSync(`${log.path}.1`)).toBe(true);
  });
});

describe('what may be handed to the desktop', () => {
  const at = (...parts: string[]) => resolve('/base', ...parts);
  it('is what the engine reported or a person chose, and what lies in a produced folder', () => {
    const known = new KnownPaths();
    known.addReported({ files: [at('a.pdf')], folders: [at('run')] });
    known.addChosen(at('home'), 'folder');
    expect(known.has(at('a.pdf'))).toBe(true);
    expect(known.has(at('run', 'deep', 'b.pdf'))).toBe(true);
    expect(known.has(at('run', '..', 'other.pdf'))).toBe(false);
    expect(known.has(at('run-2', 'b.pdf'))).toBe(false);
    expect(known.has(at('home'))).toBe(true);
    expect(known.has(at('home', 'x.pdf'))).toBe(false);
    expect(known.has('a.pdf')).toBe(false);
  });
  it('is a document, never something that runs', () => {
    for (const name of ['a.pdf', 'a.XLSX', 'a.csv', 'a.csv.gz']) expect(isDocument(at(name), 'file')).toBe(true);
    for (const name of ['a.exe', 'a.pdf.lnk', 'a.bat', 'a.app', 'a.sh', 'a', 'a.liasse', 'a.xlsm', 'x.exe:y.pdf']) {
      expect(isDocument(at(name), 'file')).toBe(false);
    }
    expect(isDocument(at('Factures 2026.09'), 'folder')).toBe(true);
    expect(isDocument(at('Evil.app'), 'folder')).toBe(false);
  });
  it('learns paths from answers and from the end of jobs, not from their start', () => {
    expect(reportedPaths('run.produce', { jobId: 'x' })).toEqual({ files: [], folders: [] });
    const result = { folder: at('run'), files: 3, merged: null, workbook: at('run', 'w.xlsx') };
    const done = snapshot({ name: 'run.produce', status: 'done', result });
    expect(reportedPaths('job.get', done)).toEqual({ files: [at('run', 'w.xlsx')], folders: [at('run')] });
    expect(reportedPaths('job.list', [done, snapshot({ name: 'run.draft' })]).folders).toEqual([at('run')]);
    expect(reportedPaths('company.current', null)).toEqual({ files: [], folders: [] });
  });
});

describe('what the page may name to the engine', () => {
  const at = (...parts: string[]) => resolve('/base', ...parts);
  const granted = new GrantedPaths();
  granted.grant(at('sales.csv'), 'read');
  granted.grant(at('new.liasse'), 'write');
  granted.grant(at('out'), 'folder');
  const refused = (name: Name, input: unknown): unknown => {
    try {
      granted.check(name, input, [at('known.liasse')]);
      return null;
    } catch (error) {
      return error instanceof EngineError ? [error.code, error.place?.field] : error;
    }
  };
  it.each<[Name, unknown, unknown]>([
    ['import.inspect', { path: at('sales.csv') }, null],
    ['import.inspect', { path: at('x', '..', 'sales.csv') }, null],
    ['import.commit', { path: at('sales.csv'), rejectsPath: null }, null],
    ['import.commit', { path: at('other.csv') }, ['path_not_chosen', 'path']],
    ['import.commit', { path: at('sales.csv'), rejectsPath: at('sales.csv') }, ['path_not_chosen', 'rejectsPath']],
    ['export.workbook', { path: at('sales.csv') }, ['path_not_chosen', 'path']],
    ['export.workbook', { path: 'new.liasse' }, ['path_not_chosen', 'path']],
    ['company.create', { path: at('new.liasse') }, null],
    ['company.open', { path: at('new.liasse') }, null],
    ['company.open', { path: at('known.liasse') }, null],
    ['company.createSample', { path: at('known.liasse') }, ['path_not_chosen', 'path']],
    ['company.open', { path: at('far.liasse') }, ['path_not_chosen', 'path']],
    ['run.produce', { folder: at('out') }, null],
    ['run.produce', { folder: at('out', 'deeper') }, ['path_not_chosen', 'folder']],
    ['document.pdf', { of: {} }, null],
    ['document.pdf', { of: {}, path: at('a.pdf') }, ['path_not_chosen', 'path']],
    ['line.list', { path: at('a.pdf') }, null],
  ])('%s %j', (name, input, expected) => {
    expect(refused(name, input)).toEqual(expected);
  });
  it('covers every call that names a path', () => {
    const naming = Object.entries(contract).flatMap(([name, { input }]) => {
      const fields = 'shape' in input ? Object.keys(input.shape).filter((field) => /path|folder/i.test(field)) : [];
      return fields.map((field) => [name, field]);
    });
    expect(naming.length).toBeGreaterThan(8);
    for (const [name = '', field = ''] of naming) {
      // The names are the contract's own keys.
      expect([name, field, refused(name as Name, { [field]: at('never') })]).toEqual([
        name,
        field,
        ['path_not_chosen', field],
      ]);
    }
  });
});

describe('learning from answers', () => {
  const notes = () => {
    const heard: string[] = [];
    return {
      heard,
      known: new KnownPaths(),
      pdfs: new PdfTokens(),
      onOpened: (path: string, name: string) => heard.push(`opened ${path} ${name}`),
      onRenamed: (name: string) => heard.push(`renamed ${name}`),
      onClosed: () => heard.push('closed'),
    };
  };
  it('gives the page an address for a PDF to show and the path of one that was saved', () => {
    const taken = notes();
    const answer = { path: '/tmp/p.pdf', pages: 1, sha256: '', original: false, missingGlyphs: [] };
    const shown = learnFromAnswer('document.pdf', { of: {} }, answer, taken);
    expect(shown).toMatchObject({ path: expect.stringMatching(/^liasse:\/\/pdf\/[0-9a-f]{48}$/), pages: 1 });
    expect(learnFromAnswer('document.pdf', { of: {}, path: '/tmp/p.pdf' }, answer, taken)).toEqual(answer);
    expect(taken.known.has('/tmp/p.pdf')).toBe(true);
  });
  it('follows the open company', () => {
    const taken = notes();
    learnFromAnswer('company.open', {}, { path: '/a.liasse', name: 'A', migratedFrom: null }, taken);
    learnFromAnswer('company.update', {}, { name: 'B' }, taken);
    learnFromAnswer('company.close', {}, { closed: true }, taken);
    learnFromEvent({ event: 'opened', path: null }, taken);
    expect(taken.heard).toEqual(['opened /a.liasse A', 'renamed B', 'closed', 'closed']);
  });
});
