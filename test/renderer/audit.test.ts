import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#shared/contract/audit.ts';
import { auditChanges } from '#shared/messages/audit.ts';
import { byDay, csvCell, dayOf, placeOf, trailCsv } from '../../src/renderer/features/audit/trail.ts';
import { customerId } from './record-samples.ts';

const row = (id: number, at: string, own: Partial<AuditRow> = {}): AuditRow => ({
  id,
  at,
  actor: 'Claire Vidal',
  action: 'customer.changed',
  params: { code: 'C1' },
  subject: null,
  ...own,
});
const noon = (day: number): string => new Date(2026, 10, day, 12).toISOString();

describe('the audit trail', () => {
  it('is read day by day, in its order', () => {
    const days = byDay([row(3, noon(22)), row(2, noon(22)), row(1, noon(20))]);
    expect(days.map(({ day, rows }) => [day, rows.map(({ id }) => id)])).toEqual([
      ['2026-11-22', [3, 2]],
      ['2026-11-20', [1]],
    ]);
    expect(dayOf(noon(5))).toBe('2026-11-05');
  });

  it('leads to what an entry is about', () => {
    const id = customerId();
    expect(placeOf(row(1, noon(1), { subject: id }))).toEqual({ screen: 'customers', id });
    expect(placeOf(row(1, noon(1), { action: 'tag.renamed' }))).toEqual({ screen: 'settings', page: 'tags' });
    expect(placeOf(row(1, noon(1), { action: 'something.new' }))).toBeNull();
  });

  it('says codes, days and truths as people do, and leaves words alone', () => {
    const changes = [
      ['kind', 'business', 'consumer'],
      ['country', 'FR', 'DE'],
      ['name', 'goods', 'yes'],
      ['custom:Fin', '', '2027-03-31'],
      ['custom:Portail', 'no', 'yes'],
    ];
    expect(auditChanges({ changes: JSON.stringify(changes) }, 'fr').map(({ from, to }) => [from, to])).toEqual([
      ['entreprise', 'particulier'],
      ['France', 'Allemagne'],
      ['goods', 'yes'],
      ['', '31/03/2027'],
      ['non', 'oui'],
    ]);
  });

  it('is copied as a table that runs nothing in a spreadsheet', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(csvCell('a "b"; c')).toBe('"a ""b""; c"');
    const changes = JSON.stringify([['city', 'Lyon', 'Paris']]);
    const [head, line] = trailCsv([row(1, noon(1), { params: { code: 'C1', changes } })], 'fr').split('\r\n');
    expect(head).toBe('date;personne;opération;changements');
    expect(line).toContain('Claire Vidal;Client C1 modifié;');
    expect(line).toMatch(/Lyon → Paris/);
  });
});
