/** What an undisturbed run comes to, and the proof that a disturbed one came to the same. */
import { expect } from 'vitest';
import { type Size, writeFiles } from './data.ts';
import { afterKill, endState, newPlace, type Papers, type Place, papers, runFlow, type Said } from './harness.ts';
import type { Stage } from './stages.ts';

export interface Undisturbed {
  size: Size;
  lines: number;
  place: Place;
  state: ReturnType<typeof endState>;
  papers: Papers;
  /** From the start of the process to its end. */
  milliseconds: number;
}

/** A new company, the whole job in one go. */
export async function undisturbed(size: Size, trace?: string): Promise<Undisturbed> {
  const place = newPlace();
  const { lines } = writeFiles(place.company, size);
  const { said, milliseconds } = await runFlow(place, trace === undefined ? {} : { trace });
  assertGood(said);
  const state = endState(place);
  const found = await papers(place);
  // The measure itself is checked first: what is compared with it later is as whole as this is.
  expect(state.invoices).toHaveLength(size.billed);
  expect(state.lineOrder).toHaveLength(lines);
  expect(found.delivered).toHaveLength(size.billed);
  expect(found).toMatchObject({ folders: ['Septembre 2026'], archivedWhole: true, archived: size.billed, parts: [] });
  expect(found.pdfs).toBe(size.billed + 1);
  expect(found.mergedPages).toBe(size.billed);
  return { size, lines, place, state, papers: found, milliseconds };
}

/** The company as it is at the end of each stage, to begin a case there instead of at the beginning. */
export async function stops(size: Size, wanted: readonly Stage[]): Promise<Map<Stage, Place>> {
  const at = new Map<Stage, Place>();
  let before: Place | undefined;
  for (const stage of wanted) {
    const place = newPlace(before);
    if (!before) writeFiles(place.company, size);
    await runFlow(place, { until: stage });
    at.set(stage, place);
    before = place;
  }
  return at;
}

/** What a kill may leave: every step is there whole or not at all. */
export function assertNothingHalf(place: Place, { size, lines }: Undisturbed): void {
  const counts = afterKill(place);
  if (!counts) return;
  expect([0, size.customers]).toContain(counts.customer);
  expect([0, lines]).toContain(counts.pending_line);
  expect([0, size.billed, size.billed + size.left]).toContain(counts.draft);
  expect([0, size.billed]).toContain(counts.invoice);
  expect(counts.document).toBe(counts.invoice);
  expect(counts.invoice_tax).toBe(counts.invoice);
  expect(counts.archive_file).toBeLessThanOrEqual(counts.invoice);
}

/** Starts the flow again after a kill and lets it go to the end. */
export async function assertRecovers(place: Place, whole: Undisturbed): Promise<Said> {
  assertNothingHalf(place, whole);
  const { said } = await runFlow(place);
  const good = assertGood(said);
  expect(endState(place)).toEqual(whole.state);
  expect(await papers(place)).toEqual(whole.papers);
  return good;
}

function assertGood(said: Said | null): Said {
  if (!said) throw new Error('the flow was killed');
  expect(said).toMatchObject({ verified: { ok: true, problems: [] }, restoredCopy: null, unfinished: [] });
  return said;
}
