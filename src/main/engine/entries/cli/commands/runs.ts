/** `run list|draft|finalise|produce|abandon`: the steps of a bill run. */

import type { RunDetail, RunRow } from '#shared/contract/runs.ts';
import { numberRanges } from '#shared/format/number-range.ts';
import { checkLabel } from '../checks.ts';
import { chooseRun, everyRun, findSeries, isInProgress } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { failureTable, taxTable } from '../documents.ts';
import { parsePeriod, periodName } from '../period.ts';
import { UsageError } from '../usage.ts';

export const runCommands: readonly CommandSpec[] = [
  { name: 'run list', options: ['file'], examples: ['run list --file acme.liasse'], company: 'read', run: list },
  {
    name: 'run draft',
    options: ['file', 'period', 'issue-date', 'name', 'series', 'credit-series', 'run'],
    examples: [
      'run draft --file acme.liasse --period 2026-09 --issue-date 2026-09-30',
      'run draft --file acme.liasse --run latest',
    ],
    company: 'write',
    run: draft,
  },
  {
    name: 'run finalise',
    options: ['file', 'run'],
    examples: ['run finalise --file acme.liasse'],
    company: 'write',
    run: finalise,
  },
  {
    name: 'run produce',
    options: ['file', 'run', 'out'],
    needed: ['out'],
    examples: ['run produce --file acme.liasse --out invoices'],
    company: 'write',
    run: produce,
  },
  {
    name: 'run abandon',
    options: ['file', 'run'],
    examples: ['run abandon --file acme.liasse --run 2026-09'],
    company: 'write',
    run: abandon,
  },
];

const amountsOf = ({ print }: Context, run: RunRow): string =>
  run.amounts.map((sum) => print.money(sum.gross, sum.currency)).join(', ');

async function list(context: Context): Promise<Outcome> {
  const { session, print, t } = context;
  const runs = await everyRun(session);
  const table = print.table(
    [
      { head: t('name'), most: 30 },
      { head: t('status') },
      { head: t('period') },
      { head: t('issueDate') },
      { head: t('drafts'), right: true },
      { head: t('approved'), right: true },
      { head: t('blocked'), right: true },
      { head: t('invoices'), right: true },
      { head: t('gross') },
      { head: t('id') },
    ],
    runs.map((run) => [
      run.name,
      t(`run.${run.status}`),
      print.period(run.period),
      print.date(run.issueDate),
      print.count(run.drafts),
      print.count(run.approved),
      print.count(run.blocked),
      print.count(run.invoices),
      amountsOf(context, run),
      run.id,
    ]),
  );
  return { result: { rows: runs, total: runs.length }, text: runs.length === 0 ? t('noRuns') : table };
}

/** The run to draft: the one named, or the one in progress for the period, or a new one. */
async function runToDraft(context: Context): Promise<{ run: RunRow; created: boolean }> {
  const { session, options } = context;
  const typed = options.text('period');
  if (options.has('run')) {
    const run = await chooseRun(context);
    await refuseOtherTerms(context, run);
    return { run, created: false };
  }
  if (typed === null) throw new UsageError('cli_missing_option', { option: '--period', command: 'run draft' });
  const period = parsePeriod(typed);
  const runs = await everyRun(session);
  const there = runs.find((run) => isInProgress(run) && run.period.from === period.from && run.period.to === period.to);
  if (there) {
    await refuseOtherTerms(context, there);
    return { run: there, created: false };
  }
  const { today } = await session.call('company.summary', {});
  const run = await session.call('run.create', {
    name: freshName(options.text('name') ?? periodName(period), runs),
    period,
    issueDate: options.date('issue-date') ?? today,
    seriesId: await findSeries(session, 'series', options),
    creditSeriesId: await findSeries(session, 'credit-series', options),
  });
  return { run, created: true };
}

/**
 * A run keeps the terms it was created with. Whoever asks for others gets a UsageError rather than invoices with a date
 * or a series that nobody asked for.
 */
async function refuseOtherTerms({ session, options }: Context, run: RunRow): Promise<void> {
  const refuse = (option: string, asked: string): UsageError =>
    new UsageError('cli_run_differs', { option: `--${option}`, asked, run: run.name, date: run.issueDate });
  const typed = options.text('period');
  if (typed !== null) {
    const period = parsePeriod(typed);
    if (period.from !== run.period.from || period.to !== run.period.to) throw refuse('period', typed);
  }
  const date = options.date('issue-date');
  if (date !== null && date !== run.issueDate) throw refuse('issue-date', date);
  const name = options.text('name');
  // A name that was taken got a number when the run was created.
  if (name !== null && name !== run.name && name !== run.name.replace(/ \(\d+\)$/, '')) throw refuse('name', name);
  if (!options.has('series') && !options.has('credit-series')) return;
  const detail = await session.call('run.get', { id: run.id });
  for (const [option, used] of [
    ['series', detail.seriesId],
    ['credit-series', detail.creditSeriesId],
  ] as const) {
    const asked = await findSeries(session, option, options);
    if (asked !== null && asked !== used) throw refuse(option, options.needed(option));
  }
}

/** The name, or the name with the next number where a run has it already; an abandoned one gives its name back. */
function freshName(name: string, runs: readonly RunRow[]): string {
  const taken = new Set(runs.filter((run) => run.status !== 'abandoned').map((run) => run.name));
  let fresh = name;
  for (let count = 2; taken.has(fresh); count += 1) fresh = `${name} (${count})`;
  return fresh;
}

async function draft(context: Context): Promise<Outcome> {
  const { session, say, t, print } = context;
  const { run, created } = await runToDraft(context);
  say(created ? t('runCreated', { name: run.name }) : t('runTaken', { name: run.name }));
  const { result, snapshot } = await session.job('run.draft', { runId: run.id }, run.id);
  const detail = await session.call('run.get', { id: run.id });
  const failures = failureTable(context, snapshot);
  if (created && result.drafts === 0 && snapshot.failed === 0) {
    // An empty run would only stand in the way of the next one.
    await session.call('run.abandon', { runId: run.id });
    return {
      result: {
        created: false,
        nothingToBill: true,
        run: await session.call('run.get', { id: run.id }),
        ...result,
        failures: [],
      },
      text: [t('nothingToBill', { period: print.period(run.period) }), heldText(context, detail)]
        .filter((part) => part !== '')
        .join('\n'),
    };
  }
  return {
    result: { created, nothingToBill: false, run: detail, ...result, failures: snapshot.failures },
    text: [
      t('drafted', { drafts: print.count(result.drafts), lines: print.count(result.lines), name: run.name }),
      findingTable(context, detail),
      heldText(context, detail),
      failures,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    leftovers: snapshot.failed > 0,
  };
}

const rank = { error: 0, warning: 1, note: 2 };

/** Findings of the run by check: the worst first, then those that touch most drafts. */
export function findingTable({ print, t, ...rest }: Context, detail: RunDetail): string {
  const counts = t('draftCounts', {
    clean: print.count(detail.counts.clean),
    look: print.count(detail.counts.look),
    blocked: print.count(detail.counts.blocked),
  });
  if (detail.findings.length === 0) return counts;
  const table = print.table(
    [
      { head: t('level') },
      { head: t('check') },
      { head: t('finding'), most: 70 },
      { head: t('touched'), right: true },
      { head: t('accepted'), right: true },
    ],
    [...detail.findings]
      .sort((a, b) => rank[a.level] - rank[b.level] || b.drafts - a.drafts)
      .map((finding) => [
        t(`level.${finding.level}`),
        finding.check,
        checkLabel(finding.check, rest.language),
        print.count(finding.drafts),
        finding.accepted > 0 ? print.count(finding.accepted) : '',
      ]),
  );
  return `${counts}\n\n${table}`;
}

export function heldText({ print, t }: Context, detail: RunDetail): string {
  if (detail.heldLines.count === 0) return '';
  const amounts = detail.heldLines.amounts.map((sum) => print.money(sum.net, sum.currency)).join(', ');
  return t('linesHeld', { count: detail.heldLines.count, amount: amounts });
}

async function finalise(context: Context): Promise<Outcome> {
  const { session, t, print } = context;
  const run = await chooseRun(context);
  const { result } = await session.job('run.finalise', { runId: run.id }, run.id);
  const detail = await session.call('run.get', { id: run.id });
  const text =
    result.setAside > 0
      ? t('setAside', { count: result.setAside })
      : t('issued', {
          issued: print.count(result.issued),
          numbers: numberRanges(result.numbers),
        });
  return {
    result: { run: detail, ...result },
    text: [
      ...(result.released > 0 ? [`${text}\n${t('released', { count: result.released })}`] : [text]),
      ...(result.setAside > 0 ? [] : [taxTable(context, detail.approvedTaxes)]),
    ].join('\n\n'),
    leftovers: result.setAside > 0,
  };
}

async function produce(context: Context): Promise<Outcome> {
  const { session, options, path, print, t } = context;
  const folder = path(options.needed('out'));
  const run = await chooseRun(context);
  const { result, snapshot } = await session.job('run.produce', { runId: run.id, folder }, run.id);
  const facts = print.facts([
    [t('folder'), result.folder],
    [t('pdfFiles'), print.count(result.files)],
    [t('mergedPdf'), result.merged],
    [t('workbook'), result.workbook],
  ]);
  return {
    result: { ...result, failed: snapshot.failed, failures: snapshot.failures },
    text: [facts, failureTable(context, snapshot)].filter((part) => part !== '').join('\n\n'),
    leftovers: snapshot.failed > 0,
  };
}

async function abandon(context: Context): Promise<Outcome> {
  const run = await chooseRun(context);
  const result = await context.session.call('run.abandon', { runId: run.id });
  return {
    result: { runId: run.id, ...result },
    text: context.t('abandoned', { name: run.name, count: result.linesReopened }),
  };
}
