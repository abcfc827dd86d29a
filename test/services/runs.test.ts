/** Bill runs: what people decided stays, what changed comes back to them, no line is billed twice or lost. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorText } from '#shared/messages/errors/index.ts';
import { toErrorShape } from '#shared/model/error.ts';
import type { RunId } from '#shared/model/ids.ts';
import { code, failure, openTestCompany, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import {
  approveAll,
  changeCustomer,
  draftedRun,
  draftsOf,
  importRows,
  line,
  lineStates,
  numbers,
  type Row,
  saveCustomer,
  saveProduct,
} from '../fixtures/engine/work.ts';

const folder = testFolder();
let engine: TestEngine;
let files = 0;
beforeEach(async () => {
  files += 1;
  engine = await openTestCompany(folder.in(`runs-${files}.liasse`));
  for (const one of ['C1', 'C2', 'C3']) await saveCustomer(engine, { code: one });
});
afterEach(() => engine.close());
afterAll(() => folder.remove());

let imports = 0;
const take = (rows: readonly Row[]) => {
  imports += 1;
  return importRows(engine, folder.in(`lines-${imports}.csv`), 'lines', rows);
};
const get = (id: RunId) => engine.client.call('run.get', { id });
async function decide(
  runId: RunId,
  references: readonly string[],
  decision: 'approve' | 'hold' | 'exclude' | 'reopen',
) {
  const drafts = await draftsOf(engine, runId);
  const ids = references.flatMap((reference) => drafts.get(reference)?.id ?? []);
  return engine.client.call('run.decide', { runId, selection: { ids }, decision, reason: `${decision} by hand` });
}
const states = async (runId: RunId) =>
  Object.fromEntries([...(await draftsOf(engine, runId))].map(([reference, row]) => [reference, row.status]));

describe('drafting', () => {
  it('makes one draft a customer, reference and currency, of the lines of the period', async () => {
    await take([
      line('C1', 'a', '10'),
      line('C1', 'a', '5', { description: 'more' }),
      line('c1', 'A', '1', { description: 'written otherwise' }),
      line('C1', 'b', '7'),
      line('C2', 'a', '3'),
      line('C1', 'a', '100', { currency: 'EUR' }),
      line('C1', 'early', '1', { date: '2024-02-29' }),
      line('C1', 'first', '1', { date: '2024-03-01' }),
      line('C1', 'last', '1', { date: '2024-03-31' }),
      line('C1', 'late', '1', { date: '2024-04-01' }),
      line('C1', 'undated', '1', { date: '' }),
    ]);
    const runId = await draftedRun(engine);
    const { rows } = await engine.client.call('run.drafts', { runId, sort: { by: 'gross' }, limit: 500 });
    expect(rows.map((row) => [row.customerCode, row.reference, row.currency, row.lines, row.net]).sort()).toEqual(
      [
        ['C1', 'A', 'GBP', 3, 1600],
        ['C1', 'a', 'EUR', 1, 10000],
        ['C1', 'b', 'GBP', 1, 700],
        ['C2', 'a', 'GBP', 1, 300],
        ['C1', 'first', 'GBP', 1, 100],
        ['C1', 'last', 'GBP', 1, 100],
        ['C1', 'undated', 'GBP', 1, 100],
      ].sort(),
    );
    expect(await lineStates(engine)).toEqual({ open: 2, drafted: 9 });
    const without = await draftedRun(engine, {
      name: 'april',
      period: { from: '2024-04-01', to: '2024-05-01' },
      includeUndated: false,
    });
    expect(Object.keys(await states(without))).toEqual(['late']);
  });

  it('again keeps what people decided, and takes what came in since', async () => {
    await take(
      ['approved', 'held', 'excluded', 'open', 'grows'].map((reference, n) => line('C1', reference, `${n + 1}`)),
    );
    const runId = await draftedRun(engine);
    await decide(runId, ['approved', 'grows'], 'approve');
    await decide(runId, ['held'], 'hold');
    await decide(runId, ['excluded'], 'exclude');
    const before = await draftsOf(engine, runId);
    await take([line('C1', 'grows', '50', { description: 'one more' }), line('C1', 'new', '9')]);
    expect(await engine.job('run.draft', { runId })).toMatchObject({ drafts: 6, lines: 7, held: 0 });
    expect(await states(runId)).toEqual({
      approved: 'approved',
      held: 'held',
      excluded: 'excluded',
      open: 'open',
      grows: 'open',
      new: 'open',
    });
    const after = await draftsOf(engine, runId);
    for (const [reference, row] of before) expect(after.get(reference)?.id).toBe(row.id);
    expect([after.get('grows')?.changedSinceApproval, after.get('grows')?.net]).toEqual([true, 5500]);
    expect(after.get('approved')?.changedSinceApproval).toBe(false);
    expect((await get(runId)).changedSinceApproval).toBe(1);
    const held = await engine.client.call('draft.get', { id: after.get('held')?.id ?? ('' as never) });
    expect(held.holdReason).toBe('hold by hand');
    // New lines make another document of it than the one that was decided on.
    await take([line('C1', 'held', '60'), line('C1', 'excluded', '70')]);
    await engine.job('run.draft', { runId });
    const grown = await draftsOf(engine, runId);
    expect(
      ['held', 'excluded', 'approved'].map((name) => [grown.get(name)?.status, grown.get(name)?.changedSinceApproval]),
    ).toEqual([
      ['open', true],
      ['open', true],
      ['approved', false],
    ]);
  });

  it('of a long document shows its first lines, and all where asked', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 302 }, (_, n) => line('C1', 'long', `${n + 1}`));
    await importRows(engine, folder.in('long.csv'), 'lines', many, { createCustomers: true });
    const id = (await draftsOf(engine, await draftedRun(engine))).get('long')?.id ?? ('' as never);
    const brief = await engine.client.call('draft.get', { id });
    const whole = await engine.client.call('draft.get', { id, allLines: true });
    expect([brief.document.lines.length, brief.linesTotal]).toEqual([300, 302]);
    expect([whole.document.lines.length, whole.linesTotal]).toEqual([302, 302]);
    expect(brief.document.totals).toEqual(whole.document.totals);
    const explained = (steps: typeof brief.explanation) => steps.filter(({ step }) => step === 'line_net').length;
    expect([explained(brief.explanation), explained(whole.explanation)]).toEqual([300, 302]);
    expect(brief.explanation.at(-1)).toEqual(whole.explanation.at(-1));
  });

  it('of an empty period drafts nothing, and there is nothing to finalise', async () => {
    const runId = await draftedRun(engine);
    expect((await get(runId)).counts).toMatchObject({ open: 0, approved: 0 });
    expect(await code(engine.job('run.finalise', { runId }))).toBe('run_nothing_approved');
    const upside = { from: '2024-04-01', to: '2024-03-01' };
    const refusal = await failure(
      engine.client.call('run.create', { name: 'x', period: upside, issueDate: '2024-03-31' }),
    );
    expect([refusal.code, refusal.place]).toEqual(['period_empty', { field: 'period' }]);
  });
});

describe('deciding', () => {
  it('approves all but the blocked; an acceptance on one draft is not one on the run', async () => {
    await saveCustomer(engine, { code: 'N1', name: null });
    await saveCustomer(engine, { code: 'N2', name: null });
    await take([line('C1', 'clean', '1'), line('N1', 'n1', '2'), line('N2', 'n2', '3'), line('C1', 'unpriced', '')]);
    const runId = await draftedRun(engine);
    expect(await approveAll(engine, runId)).toEqual({ changed: 1, blocked: 3, unchanged: 0 });
    expect(await approveAll(engine, runId)).toEqual({ changed: 0, blocked: 3, unchanged: 1 });
    const accept = (draftId: string | null, check = 'customer.name_missing') =>
      engine.client.call('run.acceptFindings', { runId, check, draftId: draftId as never, reason: 'known by number' });
    const n1 = (await draftsOf(engine, runId)).get('n1');
    expect(await accept(n1?.id ?? '')).toEqual({ accepted: 1 });
    expect((await get(runId)).findings.find((found) => found.check === 'customer.name_missing')).toEqual({
      check: 'customer.name_missing',
      level: 'error',
      drafts: 2,
      accepted: 1,
      acceptable: true,
    });
    expect(await approveAll(engine, runId)).toEqual({ changed: 1, blocked: 2, unchanged: 1 });
    expect(await states(runId)).toEqual({ clean: 'approved', n1: 'approved', n2: 'open', unpriced: 'open' });
    const detail = await engine.client.call('draft.get', { id: n1?.id ?? ('' as never) });
    expect(detail.findings.find((found) => found.check === 'customer.name_missing')?.accepted).toMatchObject({
      actor: 'tester',
      reason: 'known by number',
    });
    // An acceptance lives on over a new drafting, also for drafts that come later.
    expect(await accept(null)).toEqual({ accepted: 2 });
    await saveCustomer(engine, { code: 'N3', name: null });
    await take([line('N3', 'n3', '4')]);
    await engine.job('run.draft', { runId });
    expect(await approveAll(engine, runId)).toEqual({ changed: 2, blocked: 1, unchanged: 2 });
    expect(await code(accept(null, 'line.price_missing'))).toBe('finding_not_acceptable');
    expect(await code(accept(null, 'no.such_check'))).toBe('finding_not_acceptable');
  });

  it('by predicate takes what the filter shows, except what was taken out', async () => {
    await take(['a', 'b', 'c', 'd'].map((reference, n) => line(n < 2 ? 'C1' : 'C2', reference, `${n + 1}`)));
    const runId = await draftedRun(engine);
    const drafts = await draftsOf(engine, runId);
    const filter = { search: 'customer c2' };
    expect((await engine.client.call('run.drafts', { runId, filter })).total).toBe(2);
    const except = [drafts.get('c')?.id ?? ''];
    await engine.client.call('run.decide', { runId, selection: { all: filter, except }, decision: 'hold' });
    expect(await states(runId)).toEqual({ a: 'open', b: 'open', c: 'open', d: 'held' });
    expect(await decide(runId, ['d'], 'reopen')).toEqual({ changed: 1, blocked: 0, unchanged: 0 });
    expect((await states(runId))['d']).toBe('open');
  });
});

describe('finalising', () => {
  it('sets aside what changed since its approval and issues nothing; approved again, it issues what was seen', async () => {
    const c1 = (await engine.client.call('customer.list', { filter: { search: 'C1' } })).rows[0];
    await take([line('C1', 'a', '10'), line('C2', 'b', '20')]);
    const runId = await draftedRun(engine);
    await approveAll(engine, runId);
    await changeCustomer(engine, c1?.id ?? ('' as never), { addressLines: ['9 New Road'] });
    expect(await engine.job('run.finalise', { runId })).toEqual({
      issued: 0,
      setAside: 1,
      released: 0,
      numbers: [],
    });
    expect(await numbers(engine)).toEqual([]);
    expect(await states(runId)).toEqual({ a: 'open', b: 'approved' });
    expect((await get(runId)).changedSinceApproval).toBe(1);
    const draft = (await draftsOf(engine, runId)).get('a');
    const shown = await engine.client.call('draft.get', { id: draft?.id ?? ('' as never) });
    expect(shown.document.buyer.addressLines).toEqual(['9 New Road']);
    expect(await decide(runId, ['a'], 'approve')).toEqual({ changed: 1, blocked: 0, unchanged: 0 });
    expect(await engine.job('run.finalise', { runId })).toMatchObject({ issued: 2, setAside: 0 });
    const { document } = await engine.client.call('invoice.get', { number: 'INV-2024-00001' });
    expect(document).toEqual({ ...shown.document, number: 'INV-2024-00001', series: 'Invoices' });
  });

  it('sets aside what became blocked, without a change on its paper', async () => {
    await take([line('C1', 'same', '10')]);
    const first = await draftedRun(engine);
    await approveAll(engine, first);
    await take([line('C1', 'same', '11', { description: 'the rest' })]);
    const second = await draftedRun(engine, { name: 'second' });
    expect(await approveAll(engine, second)).toEqual({ changed: 1, blocked: 0, unchanged: 0 });
    await engine.job('run.finalise', { runId: first });
    expect(await engine.job('run.finalise', { runId: second })).toMatchObject({ issued: 0, setAside: 1 });
    expect(await approveAll(engine, second)).toEqual({ changed: 0, blocked: 1, unchanged: 0 });
  });

  it('bills what is approved, excludes what is excluded, gives back the rest', async () => {
    await take([
      line('C1', 'approved', '1'),
      line('C1', 'excluded', '2'),
      line('C1', 'held', '3'),
      line('C1', 'open', '4'),
      line('', 'nobody', '5'),
    ]);
    const runId = await draftedRun(engine);
    await decide(runId, ['approved'], 'approve');
    await decide(runId, ['excluded'], 'exclude');
    await decide(runId, ['held'], 'hold');
    expect(await engine.job('run.finalise', { runId })).toMatchObject({ issued: 1, released: 2 });
    const { rows } = await engine.client.call('line.list', { filter: { status: [] }, sort: { by: 'reference' } });
    expect(Object.fromEntries(rows.map((row) => [row.invoiceReference, row.status]))).toEqual({
      approved: 'billed',
      excluded: 'excluded',
      held: 'open',
      open: 'open',
      nobody: 'held',
    });
    expect((await get(runId)).status).toBe('producing');
    for (const attempt of [
      () => engine.job('run.draft', { runId }),
      () => engine.job('run.finalise', { runId }),
      () => engine.client.call('run.abandon', { runId }),
      () => approveAll(engine, runId),
    ]) {
      const refusal = await failure(attempt());
      expect(refusal.code).toBe('run_not_in_state');
      expect(errorText(toErrorShape(refusal), 'en')).toMatchObject({
        what: expect.stringContaining('is at the step “issued, to produce”'),
        remedy: expect.stringContaining('produce the PDFs'),
      });
    }
    const next = await draftedRun(engine, { name: 'next' });
    expect(Object.keys(await states(next)).sort()).toEqual(['held', 'open']);
    expect((await engine.job('company.verify', {})).problems).toEqual([]);
  });

  it('never bills a line twice in runs that overlap', async () => {
    await take([line('C1', 'a', '1'), line('C2', 'b', '2')]);
    const first = await draftedRun(engine);
    await take([line('C3', 'c', '3')]);
    const second = await draftedRun(engine, { name: 'overlap' });
    expect([Object.keys(await states(first)), Object.keys(await states(second))]).toEqual([['a', 'b'], ['c']]);
    for (const runId of [second, first]) {
      await approveAll(engine, runId);
      await engine.job('run.finalise', { runId });
    }
    const third = await draftedRun(engine, { name: 'again' });
    expect(await states(third)).toEqual({});
    expect(await lineStates(engine)).toEqual({ billed: 3 });
    expect((await engine.client.call('invoice.list', {})).sums).toEqual([
      { currency: 'GBP', count: 3, net: 600, gross: 720 },
    ]);
  });

  it('finds what was billed under the same reference, and what looks like it', async () => {
    await take([line('C1', 'R-1', '10'), line('C2', 'R-2', '20')]);
    const first = await draftedRun(engine);
    await approveAll(engine, first);
    await engine.job('run.finalise', { runId: first });
    await take([
      line('C1', 'r-1', '11', { description: 'the same again' }),
      line('C2', 'R-3', '20', { description: 'of one amount' }),
      line('C3', 'R-1', '10', { description: 'of another customer' }),
    ]);
    const second = await draftedRun(engine, { name: 'second' });
    const drafts = await draftsOf(engine, second);
    expect(drafts.get('r-1')).toMatchObject({
      level: 'error',
      finding: { check: 'document.reference_billed', params: { number: 'INV-2024-00001', date: '2024-03-31' } },
    });
    expect(drafts.get('R-3')).toMatchObject({
      level: 'warning',
      finding: { check: 'document.likely_duplicate', params: { number: 'INV-2024-00002', amount: '24.00 GBP' } },
    });
    // Nothing but its age: it is of 2024.
    expect(drafts.get('R-1')?.finding?.check).toBe('document.issue_date_far');
    expect(await approveAll(engine, second)).toEqual({ changed: 2, blocked: 1, unchanged: 0 });
    const accept = { runId: second, check: 'document.reference_billed', reason: 'a second delivery' };
    await engine.client.call('run.acceptFindings', accept);
    expect(await approveAll(engine, second)).toEqual({ changed: 1, blocked: 0, unchanged: 2 });
    expect(await engine.job('run.finalise', { runId: second })).toMatchObject({ issued: 3, setAside: 0 });
  });

  it('makes credit notes of negative documents and names the invoice they correct', async () => {
    await take([line('C1', 'R-1', '10'), line('C1', 'R-9', '90')]);
    const first = await draftedRun(engine);
    await approveAll(engine, first);
    await engine.job('run.finalise', { runId: first });
    await take([line('C1', 'back', '10', { quantity: '-1', corrects: 'r-1' }), line('C1', 'zero', '0')]);
    const second = await draftedRun(engine, { name: 'returns' });
    await approveAll(engine, second);
    await engine.job('run.finalise', { runId: second });
    const credit = await engine.client.call('invoice.get', { number: 'CN-2024-00001' });
    expect(credit.row).toMatchObject({
      kind: 'credit_note',
      state: 'credit_note',
      net: -1000,
      tax: -200,
      gross: -1200,
    });
    expect(credit.corrects?.number).toBe('INV-2024-00001');
    expect(credit.document.references.preceding).toEqual([{ number: 'INV-2024-00001', issueDate: '2024-03-31' }]);
    expect(credit.document.totals).toMatchObject({ net: 1000, tax: 200, gross: 1200 });
    const corrected = await engine.client.call('invoice.get', { number: 'INV-2024-00001' });
    expect([corrected.row.state, corrected.creditedBy.map((one) => one.number)]).toEqual([
      'credited',
      ['CN-2024-00001'],
    ]);
    expect((await engine.client.call('invoice.get', { number: 'INV-2024-00002' })).row.state).not.toBe('credited');
  });
});

describe('abandoning', () => {
  it('gives every line back, and another run takes them', async () => {
    await saveProduct(engine, { code: 'P', unitPrice: '4' });
    await take([line('C1', 'a', '1'), line('C2', 'b', '', { productCode: 'P' }), line('', 'nobody', '5')]);
    const runId = await draftedRun(engine);
    await decide(runId, ['a'], 'exclude');
    expect(await engine.client.call('run.abandon', { runId })).toEqual({ linesReopened: 2 });
    expect(await lineStates(engine)).toEqual({ open: 2, held: 1 });
    expect((await get(runId)).status).toBe('abandoned');
    expect(await states(runId)).toEqual({});
    const again = await draftedRun(engine, { name: 'again' });
    expect(await states(again)).toEqual({ a: 'open', b: 'open' });
    expect((await draftsOf(engine, again)).get('b')?.net).toBe(400);
    expect((await get(again)).heldLines).toEqual({ count: 1, amounts: [{ currency: 'GBP', net: 500 }] });
  });
});

describe('lines that nobody is billed for', () => {
  it('because their sum cannot be held are in sight as well', async () => {
    // The line fits; with its tax the document does not, in pence.
    await take([line('C1', 'big', '80000000000000'), line('C1', 'fine', '1')]);
    const runId = await draftedRun(engine);
    expect(await states(runId)).toEqual({ fine: 'open' });
    const run = await get(runId);
    expect(run.heldLines).toEqual({ count: 1, amounts: [{ currency: 'GBP', net: 8_000_000_000_000_000 }] });
    expect(run.findings.find((found) => found.check === 'line.amount_too_large')).toMatchObject({
      level: 'error',
      drafts: 1,
      acceptable: false,
    });
    expect(await engine.job('run.draft', { runId })).toMatchObject({ drafts: 1, held: 1 });
  });

  it('stay in sight until they have a customer, or are excluded', async () => {
    await take([line('', 'x', '5'), line('', 'y', '6'), line('', 'z', '7')]);
    const runId = await draftedRun(engine);
    const lines = new Map(
      (await engine.client.call('line.list', {})).rows.map((row) => [row.invoiceReference ?? '', row.id]),
    );
    const of = (...names: string[]) => ({ ids: names.flatMap((name) => lines.get(name) ?? []) });
    const call = (
      names: string[],
      decision: 'assign' | 'hold' | 'exclude' | 'reopen',
      customerId: string | null = null,
    ) => engine.client.call('line.decide', { selection: of(...names), decision, customerId: customerId as never });
    expect(await call(['x', 'y', 'z'], 'reopen')).toEqual({ changed: 0, skipped: 3 });
    expect((await get(runId)).heldLines.count).toBe(3);
    expect(await call(['x'], 'hold')).toEqual({ changed: 1, skipped: 0 });
    expect((await get(runId)).heldLines.count).toBe(3);
    expect(await call(['y'], 'exclude')).toEqual({ changed: 1, skipped: 0 });
    expect(await code(call(['z'], 'assign'))).toBe('customer_unknown');
    const c1 = (await engine.client.call('customer.list', { filter: { search: 'C1' } })).rows[0];
    expect(await call(['z'], 'assign', c1?.id)).toEqual({ changed: 1, skipped: 0 });
    expect((await get(runId)).heldLines).toEqual({ count: 1, amounts: [{ currency: 'GBP', net: 500 }] });
    expect(await lineStates(engine)).toEqual({ open: 1, held: 1, excluded: 1 });
    expect(await engine.job('run.draft', { runId })).toMatchObject({ drafts: 1, held: 1 });
    // What a draft has is not decided here.
    expect(await call(['z'], 'exclude')).toEqual({ changed: 0, skipped: 1 });
    expect(await lineStates(engine)).toEqual({ drafted: 1, held: 1, excluded: 1 });
  });
});
