/** What the review desk shows: a group of drafts, narrowed by filters. Pure. */
import type { DraftFilter, DraftStatus, RunDetail } from '#shared/contract/runs.ts';
import type { CurrencyCode, Minor } from '#shared/model/values.ts';

export type Group =
  | { by: 'all' }
  | { by: 'level'; level: 'clean' | 'look' | 'blocked' }
  | { by: 'status'; status: DraftStatus };

export interface DeskView {
  group: Group;
  search: string;
  check: string | null;
  kind: 'any' | 'invoice' | 'credit_note';
  currency: CurrencyCode | null;
  /** Gross without sign, minor units of the filter's or the run's currency. */
  minGross: Minor | null;
}

export const wholeRun: DeskView = {
  group: { by: 'all' },
  search: '',
  check: null,
  kind: 'any',
  currency: null,
  minGross: null,
};

/** The view as the engine's filter. */
export const toFilter = (view: DeskView): DraftFilter => ({
  search: view.search.trim(),
  status: view.group.by === 'status' ? [view.group.status] : [],
  level: view.group.by === 'level' ? view.group.level : 'any',
  check: view.check,
  currency: view.currency,
  kind: view.kind,
  minGross: view.minGross,
  maxGross: null,
});

export const sameGroup = (a: Group, b: Group): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether anything but the group narrows the list. */
export const isNarrowed = (view: DeskView): boolean =>
  view.search.trim() !== '' ||
  view.check !== null ||
  view.kind !== 'any' ||
  view.currency !== null ||
  view.minGross !== null;

/** Drafts that approving all without findings would take: clean ones that nobody decided on. */
export const cleanUndecided: DraftFilter = {
  ...toFilter({ ...wholeRun, group: { by: 'level', level: 'clean' } }),
  status: ['open'],
};

/** All drafts of the run, whatever was decided. */
export const countAll = ({ counts }: Pick<RunDetail, 'counts'>): number =>
  counts.open + counts.approved + counts.held + counts.excluded + counts.finalised;

/** The one currency of a run, or null when it has several. */
export const onlyCurrency = (run: Pick<RunDetail, 'amounts'>): CurrencyCode | null =>
  run.amounts.length === 1 ? (run.amounts[0]?.currency ?? null) : null;

/** Lines without a customer are in no draft: the notice above the desk tells of them, the list cannot show them. */
const HELD_LINES = 'line.customer_missing';

/** What was found on drafts, as the desk's groups and filters list it. */
export const draftFindings = (run: Pick<RunDetail, 'findings'>): RunDetail['findings'] =>
  run.findings.filter((one) => one.check !== HELD_LINES);

/** The currency of most of the run's money: what an amount is meant in where nothing else says. */
export const mainCurrency = (run: Pick<RunDetail, 'amounts'>): CurrencyCode | null =>
  [...run.amounts].sort((a, b) => Math.abs(b.gross) - Math.abs(a.gross))[0]?.currency ?? null;
