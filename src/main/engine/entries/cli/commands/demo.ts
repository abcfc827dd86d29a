/** `demo`: the main job without a window, on the bundled sample company, in a fresh folder. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { numberRanges } from '#shared/format/number-range.ts';
import { EngineError } from '#shared/model/error.ts';
import { loadSample } from '../../../services/sample-company.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { failureTable } from '../documents.ts';
import { periodName } from '../period.ts';
import { importFile } from './imports.ts';
import { findingTable, heldText } from './runs.ts';

/** Ignored by git. */
const DEFAULT_FOLDER = 'dist/demo';

export const demoCommands: readonly CommandSpec[] = [
  {
    name: 'demo',
    options: ['out'],
    examples: ['demo', 'demo --out C:\\Temp\\liasse --lang en'],
    company: 'none',
    run: demo,
  },
];

interface Step {
  name: string;
  outcome: string;
  milliseconds: number;
}

/** A folder of its own each time, named after the moment: nothing of an earlier demonstration is touched. */
function freshFolder(parent: string): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  mkdirSync(parent, { recursive: true });
  for (let count = 1; ; count += 1) {
    const folder = join(parent, count === 1 ? stamp : `${stamp}-${count}`);
    try {
      mkdirSync(folder);
      return folder;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

async function demo(context: Context): Promise<Outcome> {
  const { io, options, path, print, say, session, t } = context;
  const folder = freshFolder(path(options.text('out') ?? DEFAULT_FOLDER));
  const file = join(folder, 'rivelume.liasse');
  const sample = loadSample(io.resourcesDir);
  const steps: Step[] = [];
  const step = async <R>(name: string, work: () => Promise<R>, tell: (result: R) => string): Promise<R> => {
    const started = performance.now();
    const result = await work();
    steps.push({ name, outcome: tell(result), milliseconds: performance.now() - started });
    say(`✓ ${name}: ${tell(result)}`);
    return result;
  };

  await step(
    t('demo.company'),
    () => session.create(file, sample.profile),
    (opened) => opened.name,
  );
  const counts = await step(
    t('demo.import'),
    () => importSample(context, sample.files),
    (created) => t('demo.imported', created),
  );
  const drafted = await step(
    t('demo.draft'),
    () => draftSample(context, sample),
    ({ drafts, detail }) => t('demo.drafted', { drafts, held: detail.heldLines.count }),
  );
  const { runId } = drafted;
  say(`\n${findingTable(context, drafted.detail)}\n${heldText(context, drafted.detail)}\n`);

  const approved = await step(
    t('demo.approve'),
    () => approveClean(context, runId),
    ({ changed, left }) => t('demo.approved', { approved: changed, left }),
  );
  if (approved.changed === 0) throw new EngineError('cli_nothing_clean');
  const issued = await step(
    t('demo.finalise'),
    async () => (await session.job('run.finalise', { runId }, runId)).result,
    (result) =>
      t('issued', {
        issued: print.count(result.issued),
        numbers: numberRanges(result.numbers),
      }),
  );
  const produced = await step(
    t('demo.produce'),
    () => session.job('run.produce', { runId, folder }, runId),
    ({ result }) => t('demo.produced', { files: result.files }),
  );
  const verified = await step(
    t('demo.verify'),
    async () => (await session.job('company.verify', {})).result,
    (report) => t(report.ok ? 'demo.verified' : 'demo.differs'),
  );

  const total = steps.reduce((sum, one) => sum + one.milliseconds, 0);
  const failures = failureTable(context, produced.snapshot);
  const table = print.table(
    [{ head: t('step') }, { head: t('outcome') }, { head: t('time'), right: true }],
    [...steps, { name: t('demo.total'), outcome: '', milliseconds: total }].map((one) => [
      one.name,
      one.outcome,
      print.seconds(one.milliseconds),
    ]),
  );
  return {
    result: {
      folder,
      file,
      counts,
      runId,
      approved,
      issued,
      produced: { ...produced.result, failures: produced.snapshot.failures },
      verified,
      steps,
    },
    text: [table, failures, t('demo.look', { path: produced.result.folder })]
      .filter((part) => part !== '')
      .join('\n\n'),
    leftovers: produced.snapshot.failed > 0 || !verified.ok || issued.setAside > 0,
  };
}

type Sample = ReturnType<typeof loadSample>;

async function importSample(
  context: Context,
  files: Sample['files'],
): Promise<Record<'customers' | 'products' | 'lines', number>> {
  const created = { customers: 0, products: 0, lines: 0 };
  for (const { kind, path } of files) {
    const { outcome } = await importFile(context, kind, path, {
      rehearse: false,
      createCustomers: false,
      createProducts: false,
      takeRepeated: false,
      rejectsPath: null,
    });
    created[kind] = outcome.create;
  }
  return created;
}

async function draftSample({ session }: Context, { period, issueDate }: Sample) {
  const run = await session.call('run.create', { name: periodName(period), period, issueDate });
  const { result } = await session.job('run.draft', { runId: run.id }, run.id);
  return { runId: run.id, drafts: result.drafts, detail: await session.call('run.get', { id: run.id }) };
}

async function approveClean({ session }: Context, runId: Awaited<ReturnType<typeof draftSample>>['runId']) {
  const { changed } = await session.call('run.decide', {
    runId,
    selection: { all: { level: 'clean', status: ['open'] }, except: [] },
    decision: 'approve',
  });
  const left = await session.call('run.drafts', { runId, filter: { status: ['open'] }, limit: 1 });
  return { changed, left: left.total };
}
