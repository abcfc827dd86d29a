import { describe, expect, it } from 'vitest';
import type { OfficeFigures, OfficeRow } from '#shared/contract/office.ts';
import { type BoardRow, chosen, ordered, summed, wantsLook } from '../../src/renderer/features/office/board.ts';
import { foundIn, inOrder } from '../../src/renderer/features/start/recent.ts';
import { place } from '../../src/renderer/features/tour/place.ts';

const none = { count: 0, amounts: [] };
const figures = (over: Partial<OfficeFigures>): OfficeFigures => ({
  companyId: 'x',
  name: 'X',
  country: 'FR',
  currency: 'EUR',
  today: '2026-11-22',
  customers: 0,
  openLines: none,
  heldLines: 0,
  runsInReview: 0,
  blockedDrafts: 0,
  approvedDrafts: 0,
  due7: none,
  due30: none,
  overdue: { ...none, oldest: null },
  lastIssued: null,
  lastBackup: null,
  restoredCopy: false,
  ...over,
});
const row = (name: string, over: Partial<OfficeFigures> | null): BoardRow => {
  const read: OfficeRow = {
    path: `/${name}`,
    state: over ? 'ready' : 'failed',
    error: over ? null : { code: 'company_not_found', params: {} },
    owner: null,
    figures: over && figures({ name, ...over }),
    bytes: 1,
  };
  return { path: `/${name}`, name, row: read };
};
const money = (count: number, minor: number, currency = 'EUR') => ({ count, amounts: [{ currency, minor }] });

describe('the office board', () => {
  const rows = [
    row('Été', { openLines: money(2, 500) }),
    row('Alpha', { openLines: money(2, 900), blockedDrafts: 1 }),
    row('zeta', { openLines: money(1, 9000, 'USD'), overdue: { ...money(3, 70), oldest: '2026-01-01' } }),
    row('Gone', null),
    { path: '/new', name: 'Neuf', row: null },
  ];
  const names = (by: Parameters<typeof ordered>[1]) => ordered(rows, by, 'fr').map(({ name }) => name);

  it('orders by name as people read, by number of things, then by amount', () => {
    expect(names({ by: 'name', descending: false })).toEqual(['Alpha', 'Été', 'Gone', 'Neuf', 'zeta']);
    expect(names({ by: 'openLines', descending: true })).toEqual(['Alpha', 'Été', 'zeta', 'Gone', 'Neuf']);
  });

  it('knows who has to be looked at', () => {
    expect(rows.filter(wantsLook).map(({ name }) => name)).toEqual(['Alpha', 'zeta', 'Gone']);
    expect(rows.filter((one) => chosen(one, 'trouble')).map(({ name }) => name)).toEqual(['Gone']);
    expect(rows.filter((one) => chosen(one, 'blocked')).map(({ name }) => name)).toEqual(['Alpha']);
  });

  it('adds up each currency by itself', () => {
    const sums = summed(rows);
    expect(sums).toMatchObject({ companies: 5, read: 3, blocked: 1 });
    expect(sums.tallies.openLines).toEqual({
      count: 5,
      amounts: [
        { currency: 'EUR', minor: 1400 },
        { currency: 'USD', minor: 9000 },
      ],
    });
  });
});

describe('the companies opened lately', () => {
  const company = (name: string, pinned = false) => ({
    path: `/clients/${name}.liasse`,
    name,
    openedAt: '',
    exists: true,
    pinned,
  });
  it('has pinned ones on top and is searched without accents, by every word', () => {
    expect(inOrder([company('a'), company('b', true), company('c')]).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
    expect(foundIn(company('Ateliers Lumière'), 'lumiere ate')).toBe(true);
    expect(foundIn(company('Ateliers Lumière'), 'clients lum')).toBe(true);
    expect(foundIn(company('Ateliers Lumière'), 'lumiere sarl')).toBe(false);
  });
});

describe('the card of the tour', () => {
  const card = { width: 340, height: 180 };
  const room = { width: 1280, height: 800 };
  it('stands beside its element and within the window', () => {
    expect(place({ left: 8, top: 200, width: 190, height: 28 }, card, room)).toMatchObject({ left: 212, top: 124 });
    const help = place({ left: 1240, top: 4, width: 32, height: 32 }, card, room);
    expect(help.left + card.width).toBeLessThanOrEqual(room.width - 12);
    expect(help.top).toBeGreaterThan(36);
    const low = place({ left: 300, top: 770, width: 600, height: 24 }, card, room);
    expect(low.top + card.height).toBeLessThanOrEqual(770);
  });
  it('stands in the middle where the element is not there', () => {
    expect(place(null, card, room)).toMatchObject({ left: 470, ring: null });
  });
});
