/** `run review|show|approve|hold|exclude|reopen`: a person looks and decides. */

import type { InputOf } from '#shared/contract/define.ts';
import type { contract } from '#shared/contract/index.ts';
import { DraftFilter, type DraftRow, type RunDetail, type RunRow } from '#shared/contract/runs.ts';
import { EngineError } from '#shared/model/error.ts';
import { DraftId } from '#shared/model/ids.ts';
import { findingRemedy, findingText } from '../checks.ts';
import { chooseDrafts, chooseRun, findDrafts } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { documentText } from '../documents.ts';
import { UsageError } from '../usage.ts';
import { findingTable, heldText } from './runs.ts';

type Decide = InputOf<(typeof contract)['run.decide']>;
const SORTS = ['customer', 'reference', 'net', 'gross', 'level', 'status', 'country', 'lines'] as const;
const STATUSES = ['open', 'approved', 'held', 'excluded', 'finalised'] as const;
const DEFAULT_LIMIT = 50;
/** So many of the drafts left over are told after an approval. */
const TOLD = 20;

const choosing = ['ids', 'search', 'level', 'check'] as const;
const decision = (name: 'hold' | 'exclude' | 'reopen', examples: readonly string[]): CommandSpec => ({
  name: `run ${name}`,
  options: ['file', 'run', ...choosing, 'status', 'reason'],
  examples,
  company: 'write',
  run: (context) => decide(context, name),
});

export const reviewCommands: readonly CommandSpec[] = [
  {
    name: 'run review',
    options: [
      'file',
      'run',
      'level',
      'check',
      'search',
      'status',
      'currency',
      'limit',
      'sort',
      'descending',
      'ascending',
      'accept',
      'draft',
      'reason',
    ],
    examples: [
      'run review --file acme.liasse --level blocked',
      'run review --file acme.liasse --sort customer --ascending --limit 200',
      'run review --file acme.liasse --accept line.price_zero --reason "samples, agreed with sales"',
    ],
    company: 'write',
    run: review,
  },
  {
    name: 'run show',
    words: [{ value: 'draft' }],
    options: ['file', 'run'],
    examples: ['run show 536365 --file acme.liasse'],
    company: 'read',
    run: show,
  },
  {
    name: 'run approve',
    options: ['file', 'run', 'clean', 'all', ...choosing],
    examples: [
      'run approve --file acme.liasse --clean',
      'run approve --file acme.liasse --ids 536365,536366',
      'run approve --file acme.liasse --search "Müller"',
    ],
    company: 'write',
    run: approve,
  },
  decision('hold', ['run hold --file acme.liasse --ids 536365 --reason "price to be confirmed"']),
  decision('exclude', ['run exclude --file acme.liasse --check document.total_zero --reason "nothing to bill"']),
  decision('reopen', ['run reopen --file acme.liasse --ids 536365']),
];

function filterOf({ options }: Context): DraftFilter {
  return DraftFilter.parse({
    search: options.text('search') ?? '',
    level: options.oneOf('level', ['any', 'clean', 'look', 'blocked']) ?? 'any',
    check: options.text('check'),
    currency: options.text('currency'),
    status: options.someOf('status', STATUSES),
  });
}

async function review(context: Context): Promise<Outcome> {
  const { session, options, print, t } = context;
  const run = await chooseRun(context);
  const accepted = await acceptFindings(context, run);
  const detail = await session.call('run.get', { id: run.id });
  const by = options.oneOf('sort', SORTS) ?? 'gross';
  const listed = await session.call('run.drafts', {
    runId: run.id,
    filter: filterOf(context),
    // Amounts and findings: the largest and the worst first, unless asked otherwise.
    sort: {
      by,
      descending: options.has('ascending')
        ? false
        : options.has('descending') || ['net', 'gross', 'level', 'lines'].includes(by),
    },
    limit: options.integer('limit', 1, 500) ?? DEFAULT_LIMIT,
  });
  const sums = listed.sums.map((sum) => print.money(sum.gross, sum.currency)).join(', ');
  return {
    result: { run: detail, accepted, ...listed },
    text: [
      accepted === null ? '' : t('findingsAccepted', { count: accepted }),
      findingTable(context, detail),
      waysText(context, detail),
      draftTable(context, listed.rows),
      `${t('shownOf', { shown: listed.rows.length, total: listed.total })}${sums === '' ? '' : ` (${sums})`}`,
      heldText(context, detail),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

/** `--accept CHECK --reason "…"`, on the whole run or on one draft; null where nothing was to be accepted. */
async function acceptFindings({ session, options }: Context, run: RunRow): Promise<number | null> {
  const checks = options.list('accept');
  if (checks.length === 0) return null;
  const reason = options.needed('reason');
  const draft = options.text('draft');
  const [draftId = null] = draft === null ? [] : await findDrafts(session, run, draft);
  let accepted = 0;
  for (const check of checks) {
    const result = await session.call('run.acceptFindings', {
      runId: run.id,
      check,
      draftId: draftId === null ? null : DraftId.parse(draftId),
      reason,
    });
    accepted += result.accepted;
  }
  return accepted;
}

function draftTable({ print, t, language }: Context, rows: readonly DraftRow[]): string {
  if (rows.length === 0) return '';
  return print.table(
    [
      { head: t('status') },
      { head: t('customer'), most: 32 },
      { head: t('country') },
      { head: t('reference'), most: 20 },
      { head: t('lines'), right: true },
      { head: t('net'), right: true },
      { head: t('gross'), right: true },
      { head: t('finding'), most: 60 },
    ],
    rows.map((row) => [
      t(`draft.${row.status}`),
      row.customerName ?? row.customerCode,
      row.country ?? '',
      row.reference ?? '',
      print.count(row.lines),
      print.money(row.net, row.currency),
      print.money(row.gross, row.currency),
      row.finding === null
        ? ''
        : `${findingText(row.finding, language)}${row.findings > 1 ? ` (+${row.findings - 1})` : ''}`,
    ]),
  );
}

/** The command that accepts a check's findings, as it can be typed. */
function acceptCommand({ t, options }: Context, run: RunRow, check: string, draft: string | null): string {
  const file = options.text('file');
  return [
    'liasse run review',
    ...(file === null ? [] : [`--file "${file}"`]),
    `--run "${run.name}" --accept ${check}`,
    ...(draft === null ? [] : [`--draft "${draft}"`]),
    `--reason "${t('reasonExample')}"`,
  ].join(' ');
}

/** The ways on from the run's findings: accept what is normal; mend what cannot be accepted. */
function waysText(context: Context, detail: RunDetail): string {
  const { t } = context;
  const waiting = detail.findings.filter((finding) => finding.accepted < finding.drafts);
  const acceptable = waiting.filter((finding) => finding.acceptable && finding.level !== 'note');
  return [
    ...(waiting.some((finding) => finding.check === 'line.price_missing') ? [t('wayOfPrice')] : []),
    ...(acceptable.length > 0 ? [t('wayOfAccepting')] : []),
    ...acceptable.map((finding) => `  ${acceptCommand(context, detail, finding.check, null)}`),
    ...(waiting.length > 0 ? [t('wayOfDraft')] : []),
  ].join('\n');
}

async function show(context: Context): Promise<Outcome> {
  const { session, words, language, t } = context;
  const run = await chooseRun(context);
  const { findings: ofRun } = await session.call('run.get', { id: run.id });
  const acceptable = new Set(ofRun.filter((finding) => finding.acceptable).map((finding) => finding.check));
  const ids = await findDrafts(session, run, words[0] ?? '');
  const details = await Promise.all(
    ids.map((id) => session.call('draft.get', { id: DraftId.parse(id), allLines: true })),
  );
  const text = details.map((detail) => {
    const findings = detail.findings.map((finding) => {
      const mark =
        finding.accepted === null
          ? t(`level.${finding.level}`)
          : t('acceptedBecause', { reason: finding.accepted.reason });
      const told = t('told', { level: mark, text: findingText(finding, language), check: finding.check });
      if (finding.accepted !== null) return told;
      return [
        told,
        `  → ${finding.check === 'line.price_missing' ? t('wayOfPrice') : findingRemedy(finding, language)}`,
        ...(acceptable.has(finding.check)
          ? [`  → ${t('wayOfAccepting')} ${acceptCommand(context, run, finding.check, detail.row.id)}`]
          : []),
      ].join('\n');
    });
    return [documentText(context, detail.document, null), findings.join('\n')]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return { result: { drafts: details }, text: text.join('\n\n\n') };
}

/** What a decision is about. Never everything by omission. */
async function selected(context: Context, run: RunRow): Promise<Decide['selection']> {
  const { options } = context;
  if (options.has('ids')) return { ids: await chooseDrafts(context, run) };
  const narrowed = options.has('search') || options.has('level') || options.has('check') || options.has('status');
  if (!narrowed) throw new UsageError('cli_choose_drafts', { options: '--ids, --search, --level, --check' });
  return { all: filterOf(context), except: [] };
}

async function approve(context: Context): Promise<Outcome> {
  const { session, options, t } = context;
  const everything = options.has('all');
  const clean = options.has('clean');
  if (!everything && !clean && ![...choosing].some((name) => options.has(name))) {
    throw new UsageError('cli_choose_drafts', { options: '--clean, --all, --ids, --search' });
  }
  const run = await chooseRun(context);
  const selection: Decide['selection'] =
    everything || clean
      ? { all: { ...filterOf(context), level: everything ? 'any' : 'clean', status: ['open'] }, except: [] }
      : await selected(context, run);
  const result = await session.call('run.decide', { runId: run.id, selection, decision: 'approve' });
  const left = await session.call('run.drafts', {
    runId: run.id,
    filter: { status: ['open'], ...(everything || !clean ? { level: 'blocked' } : {}) },
    sort: { by: 'level', descending: true },
    limit: TOLD,
  });
  const detail = await session.call('run.get', { id: run.id });
  const leftovers = everything || clean ? left.total > 0 : result.blocked > 0;
  const more = left.total - left.rows.length;
  return {
    result: { ...result, left: leftovers ? left : { ...left, rows: [], total: 0 }, run: detail },
    text: [
      t('draftsApproved', { count: result.changed }),
      ...(leftovers
        ? [
            t('draftsLeft', { count: everything || clean ? left.total : result.blocked }),
            [draftTable(context, left.rows), ...(more > 0 ? [t('moreDrafts', { count: more })] : [])].join('\n'),
          ]
        : []),
    ].join('\n\n'),
    leftovers,
  };
}

async function decide(context: Context, name: 'hold' | 'exclude' | 'reopen'): Promise<Outcome> {
  const { session, options, t } = context;
  const run = await chooseRun(context);
  const selection = await selected(context, run);
  const result = await session.call('run.decide', {
    runId: run.id,
    selection,
    decision: name,
    reason: options.text('reason') ?? '',
  });
  if (result.changed === 0 && result.unchanged === 0)
    throw new EngineError('cli_draft_unknown', { id: options.text('ids') ?? options.text('search') ?? '' });
  return {
    result,
    text: `${t('draftsChanged', { count: result.changed })}${result.unchanged > 0 ? `\n${t('draftsUnchanged', { count: result.unchanged })}` : ''}`,
  };
}
