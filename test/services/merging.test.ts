/** Merging customers: looked at first, done in one step, taken back in one; what was issued stays as it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { code, failure, one, openTestCompany, raw, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import {
  approveAll,
  customerInput,
  draftedRun,
  draftsOf,
  importRows,
  line,
  manual,
  saveCustomer,
} from '../fixtures/engine/work.ts';

const folder = testFolder();
const path = folder.in('merge.liasse');
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestCompany(path);
});
afterAll(async () => {
  await engine.close();
  folder.remove();
});

const get = (id: CustomerId) => engine.client.call('customer.get', { id });
const preview = (keep: CustomerId, ...others: CustomerId[]) =>
  engine.client.call('customer.mergePreview', { keep, others });
async function merge(keep: CustomerId, others: CustomerId[], fields = {}): Promise<Output<'customer.merge'>> {
  const { customers } = await preview(keep, ...others);
  const rowVersions = Object.fromEntries(customers.map((row) => [row.id, row.rowVersion]));
  return engine.client.call('customer.merge', { keep, others, fields, rowVersions });
}
/** Everything that a merge may touch, without versions, times and the numbers of findings. */
const picture = () =>
  raw(path, (sqlite) =>
    ['customer', 'record_tag', 'custom_value', 'series', 'draft', 'pending_line', 'finding'].map((table) =>
      (sqlite.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
        .map(({ row_version: _v, updated_at: _u, id, ...row }) =>
          JSON.stringify(table === 'finding' ? row : { id, ...row }),
        )
        .sort(),
    ),
  );

describe('duplicates', () => {
  it('are found by what they share, strongest first, and archived ones are left out', async () => {
    await saveCustomer(engine, {
      code: 'D1',
      name: 'Dupont SARL',
      vatNumber: 'FR 40 303 265 045',
      city: 'Lyon',
      postcode: '69001',
    });
    await saveCustomer(engine, {
      code: 'D2',
      name: 'Ets Durand',
      vatNumber: 'FR40303265045',
      city: 'Paris',
      postcode: '75001',
    });
    await saveCustomer(engine, {
      code: 'D3',
      name: 'Boulangerie Martin',
      email: 'Contact@Martin.example',
      city: 'Metz',
      postcode: '57000',
    });
    await saveCustomer(engine, {
      code: 'D4',
      name: 'Martin et fils',
      email: 'contact@martin.example',
      city: 'Nancy',
      postcode: '54000',
    });
    await saveCustomer(engine, { code: 'D5', name: 'Garage de la Gare', city: 'Brest', postcode: '29200' });
    await saveCustomer(engine, { code: 'D6', name: 'GARAGE DE LA GARE SAS', city: 'BREST', postcode: '29 200' });
    await saveCustomer(engine, { code: 'D7', name: 'Librairie Voltaire', city: 'Dijon', postcode: '21000' });
    await saveCustomer(engine, { code: 'D8', name: 'Librarie Voltaire', city: 'Dijon', postcode: '21000' });
    await saveCustomer(engine, { code: 'D9', name: 'Dupont SARL', city: 'Lyon', postcode: '69001', archived: true });
    const { groups, total } = await engine.client.call('customer.duplicates', {});
    expect(total).toBe(4);
    expect(groups.map((group) => [group.reason, group.customers.map((row) => row.code)])).toEqual([
      ['tax_number', ['D1', 'D2']],
      ['email', ['D3', 'D4']],
      ['name_and_place', ['D5', 'D6']],
      ['similar_name', ['D7', 'D8']],
    ]);
    expect(groups[3]?.similarity).toBeGreaterThan(0.9);
    const apart = groups[3]?.customers.map((row) => row.id) ?? [];
    const { undoId } = await engine.client.call('customer.notDuplicates', { ids: apart });
    expect((await engine.client.call('customer.duplicates', {})).total).toBe(3);
    if (!undoId) throw new Error('nothing to undo');
    await engine.client.call('undo.apply', { entryId: undoId });
    expect((await engine.client.call('customer.duplicates', {})).total).toBe(4);
  });
});

describe('a merge', () => {
  let keep: CustomerId;
  let gone: CustomerId;

  beforeAll(async () => {
    keep = (await saveCustomer(engine, { code: 'KEEP', name: 'Kept Ltd', phone: null, vatNumber: null })).id;
    gone = (await saveCustomer(engine, { code: 'GONE', name: 'Gone Ltd', phone: '0123', kind: 'business' })).id;
    const issued = await engine.client.call('invoice.create', { invoice: manual(gone) });
    expect(issued.number).toBeTruthy();
    await importRows(engine, folder.in('m.csv'), 'lines', [
      line('KEEP', 'SAME', '10'),
      line('GONE', 'SAME', '20'),
      line('GONE', 'OTHER', '30'),
    ]);
  });

  it('shows values side by side, what moves, and what conflicts', async () => {
    const shown = await preview(keep, gone);
    const field = (name: string) => shown.fields.find((row) => row.field === name);
    expect(field('phone')).toEqual({ field: 'phone', values: [null, '0123'], proposed: 1, conflict: false });
    expect(field('name')).toEqual({ field: 'name', values: ['Kept Ltd', 'Gone Ltd'], proposed: 0, conflict: true });
    expect(shown.moves).toEqual({ openLines: 2, heldLines: 0, drafts: 0, series: 0, invoicesStaying: 1 });
    expect(shown.refusals).toEqual([]);
    expect(await code(preview(keep, keep))).toBe('merge_same');
  });

  it('is refused over an approved draft of the one that goes, and from an older reading', async () => {
    const runId = await draftedRun(engine, { name: 'Refused' });
    await approveAll(engine, runId);
    expect((await preview(keep, gone)).refusals).toEqual([
      { code: 'merge_draft_decided', params: { code: 'GONE', run: 'Refused' } },
    ]);
    expect((await failure(merge(keep, [gone]))).code).toBe('merge_draft_decided');
    await engine.client.call('run.abandon', { runId });
    const stale = { [keep]: 1, [gone]: 99 };
    expect(await code(engine.client.call('customer.merge', { keep, others: [gone], rowVersions: stale }))).toBe(
      'row_changed',
    );
  });

  it('moves drafts, composed anew for the kept one, and comes back as it was', async () => {
    const runId = await draftedRun(engine, { name: 'Moved' });
    expect([...(await draftsOf(engine, runId)).keys()].sort()).toEqual(['OTHER', 'SAME']);
    const before = picture();
    const { undoId } = await merge(keep, [gone], { phone: '0123' });
    expect(await get(keep)).toMatchObject({ phone: '0123', merged: [{ code: 'GONE' }] });
    expect(await get(gone)).toMatchObject({ archived: true, mergedInto: { code: 'KEEP' } });
    const { rows } = await engine.client.call('run.drafts', { runId, limit: 100 });
    expect(rows.map((row) => [row.customerCode, row.reference, row.net, row.lines]).sort()).toEqual([
      ['KEEP', 'OTHER', 3000, 1],
      ['KEEP', 'SAME', 3000, 2],
    ]);
    for (const row of rows) {
      const { document } = await engine.client.call('draft.get', { id: row.id });
      expect(document.buyer.name).toBe('Kept Ltd');
    }
    expect((await engine.job('company.verify', {})).ok).toBe(true);
    // The one that is gone is edited no more, and what names it reaches the kept one.
    const bulk = await engine.client.call('customer.bulkEdit', {
      selection: { ids: [gone] },
      changes: { archived: false },
    });
    expect(bulk).toMatchObject({ changed: 0, skipped: [{ reason: 'customer_merged', count: 1 }] });
    const save = { id: gone, rowVersion: null, customer: customerInput({ code: 'GONE' }) };
    expect(await code(engine.client.call('customer.save', save))).toBe('customer_merged');
    if (!undoId) throw new Error('nothing to undo');
    await engine.client.call('undo.apply', { entryId: undoId });
    expect(picture()).toEqual(before);
    expect((await engine.job('company.verify', {})).ok).toBe(true);
    await engine.client.call('run.abandon', { runId });
  });

  it('stays with the kept one: imports, lines, hand invoices, history and the bill run', async () => {
    await merge(keep, [gone]);
    await importRows(engine, folder.in('n.csv'), 'lines', [line('gone', 'LATE', '7')]);
    const items = await engine.client.call('customer.openItems', { id: keep });
    expect(items.lines.map((row) => row.invoiceReference).sort()).toEqual(['LATE', 'OTHER', 'SAME', 'SAME']);
    expect(items.invoices.map((row) => row.customerName)).toEqual(['Gone Ltd']);
    const [row] = (await engine.client.call('customer.list', { filter: { search: 'gone' } })).rows;
    expect([row?.code, row?.invoices, row?.openLines]).toEqual(['KEEP', 1, 4]);
    const [most] = (await engine.client.call('customer.list', { sort: { by: 'invoices', descending: true }, limit: 1 }))
      .rows;
    expect(most?.code).toBe('KEEP');
    const byHand = await engine.client.call('invoice.create', { invoice: manual(gone) });
    const issued = await engine.client.call('invoice.list', { filter: { customerId: keep } });
    expect(issued.rows.map((invoice) => [invoice.number === byHand.number, invoice.customerName]).sort()).toEqual([
      [false, 'Gone Ltd'],
      [true, 'Kept Ltd'],
    ]);
    expect((await get(keep)).history.map((entry) => entry.action)).toContain('customer.merged');
    // A customers file that still lists the merged code leaves the kept one alone, and says so.
    const outcome = await importRows(engine, folder.in('c.csv'), 'customers', [
      { code: 'GONE', name: 'Again Ltd', city: 'X' },
    ]);
    expect(outcome).toMatchObject({ create: 0, update: 0, leave: 0, reject: 1 });
    expect(outcome.rejections[0]).toMatchObject({ value: 'GONE', error: { code: 'customer_merged' } });
    expect((await get(keep)).name).toBe('Kept Ltd');
    const runId = await draftedRun(engine, { name: 'Issued' });
    await approveAll(engine, runId);
    await engine.job('run.finalise', { runId });
    expect(one(path, 'SELECT count(*) FROM invoice WHERE customer_id = ? AND run_id = ?', gone, runId)).toBe(0);
    expect((await engine.job('company.verify', {})).ok).toBe(true);
  });

  it('of one that others were merged into brings them along', async () => {
    const third = (await saveCustomer(engine, { code: 'THIRD' })).id;
    await merge(third, [keep]);
    expect((await get(third)).merged.map((row) => row.code)).toEqual(['GONE', 'KEEP']);
    expect((await engine.client.call('customer.openItems', { id: third })).totals.invoices).toBeGreaterThan(3);
    expect((await failure(merge(third, [gone]))).code).toBe('customer_merged');
  });
});

describe('a merge taken back after lines came in under the merged code', () => {
  const heldBy = () =>
    raw(path, (sqlite) =>
      sqlite
        .prepare(
          `SELECT line.customer_code AS written, customer.code AS holder FROM pending_line AS line
           JOIN customer ON customer.id = line.customer_id WHERE line.invoice_reference LIKE 'UND-%' ORDER BY line.ordinal`,
        )
        .all()
        .map((row) => Object.values(row as object).join(' of ')),
    );

  it('gives them back, is refused while they stand in a draft, and is not done again over newer ones', async () => {
    const first = (await saveCustomer(engine, { code: 'A1', name: 'Alpha' })).id;
    const second = (await saveCustomer(engine, { code: 'B1', name: 'Beta' })).id;
    const { undoId } = await merge(second, [first]);
    if (!undoId) throw new Error('nothing to undo');
    await importRows(engine, folder.in('a1.csv'), 'lines', [line('a1', 'UND-1', '10'), line('b1', 'UND-2', '20')]);
    expect(heldBy()).toEqual(['a1 of B1', 'B1 of B1']);
    const runId = await draftedRun(engine, { name: 'Undone' });
    const refusal = await failure(engine.client.call('undo.apply', { entryId: undoId }));
    expect([refusal.code, refusal.params]).toEqual(['undo_lines_drafted', { code: 'a1', run: 'Undone' }]);
    await engine.client.call('run.abandon', { runId });
    const { entry } = await engine.client.call('undo.apply', { entryId: undoId });
    expect(heldBy()).toEqual(['a1 of A1', 'B1 of B1']);
    // The same way forward; then back once more, and no way forward over what came since.
    const again = await engine.client.call('undo.apply', { entryId: entry.id });
    expect(heldBy()).toEqual(['a1 of B1', 'B1 of B1']);
    const back = await engine.client.call('undo.apply', { entryId: again.entry.id });
    await importRows(engine, folder.in('a2.csv'), 'lines', [line('A1', 'UND-3', '30')]);
    const newer = await failure(engine.client.call('undo.apply', { entryId: back.entry.id }));
    expect([newer.code, newer.params['name']]).toEqual(['undo_changed_since', 'A1']);
    expect(heldBy()).toEqual(['a1 of A1', 'B1 of B1', 'A1 of A1']);
  });
});
