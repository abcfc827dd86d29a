/** Where the office keeps companies: folders that are remembered, what lies in them, and recent companies that stay. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Log } from '../../src/main/shell/log.ts';
import { OfficeBook } from '../../src/main/shell/office-places.ts';
import { Settings } from '../../src/main/shell/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'liasse-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// Of the log only writing is needed.
const log = { write: () => undefined } as unknown as Log;

describe('the folders of the office', () => {
  const clients = join(folder, 'clients');
  mkdirSync(join(clients, 'Arnaud'), { recursive: true });
  for (const name of ['b.liasse', 'b.v1.backup.liasse', 'notes.txt', 'Arnaud/a.liasse', 'Arnaud/a.liasse.lock']) {
    writeFileSync(join(clients, name), '');
  }

  it('list the companies in them and right below, and are remembered', async () => {
    const data = join(folder, 'data');
    new OfficeBook(data, log).addFolder(clients);
    const book = new OfficeBook(data, log);
    book.addFolder(clients);
    book.addFolder(join(folder, 'gone'));
    expect(await book.places()).toEqual({
      folders: [
        { path: clients, exists: true },
        { path: join(folder, 'gone'), exists: false },
      ],
      companies: [join(clients, 'Arnaud', 'a.liasse'), join(clients, 'b.liasse')].map((path) => ({
        path,
        folder: clients,
      })),
    });
    book.removeFolder(clients);
    expect((await new OfficeBook(data, log).places()).companies).toEqual([]);
  });

  it('remember how far the tour went', () => {
    const data = join(folder, 'tour');
    const book = new OfficeBook(data, log);
    expect(book.tour).toEqual({ step: 0, state: 'new' });
    book.saveTour({ step: 3, state: 'paused' });
    expect(new OfficeBook(data, log).tour).toEqual({ step: 3, state: 'paused' });
  });
});

describe('recent companies', () => {
  it('stay when they are pinned, however many others are opened', () => {
    const data = join(folder, 'recent');
    const settings = new Settings(data, 'fr', log);
    settings.companyOpened('/pinned.liasse', 'Pinned', new Date(0));
    expect(settings.pinCompany('/pinned.liasse', true)).toBe(true);
    expect(settings.pinCompany('/none.liasse', true)).toBe(false);
    for (let n = 1; n <= 80; n += 1) settings.companyOpened(`/${n}.liasse`, `C${n}`, new Date(n));
    expect(settings.recent).toHaveLength(61);
    expect(settings.recent.at(-1)).toMatchObject({ path: '/pinned.liasse', pinned: true });
    // Opened again it is on top and still pinned; unpinned it goes its way.
    settings.companyOpened('/pinned.liasse', 'Pinned', new Date(99));
    expect(new Settings(data, 'fr', log).recent[0]).toMatchObject({ name: 'Pinned', pinned: true });
  });

  it('of an earlier version are not pinned', () => {
    const data = join(folder, 'older');
    mkdirSync(data);
    const one = { path: '/old.liasse', name: 'Old', openedAt: '2026-01-01T00:00:00.000Z' };
    writeFileSync(join(data, 'recent.json'), JSON.stringify([one]));
    expect(new Settings(data, 'fr', log).recent).toEqual([{ ...one, pinned: false }]);
    expect(JSON.parse(readFileSync(join(data, 'recent.json'), 'utf8'))).toHaveLength(1);
  });
});
