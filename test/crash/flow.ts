/**
 * A process of its own that does the main job on the company in a folder, from wherever that company is: it makes the file or
 * opens it, takes up every interrupted job, repeats the steps that are safe to repeat, and goes on to the end, or to the
 * stage that it was told to stop at. Prints one JSON document. Killed at any moment, it is simply started again.
 *
 *   node test/crash/flow.ts <folder> [stage]
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createClient, runJob } from '#engine/entries/client.ts';
import { createDispatcher } from '#engine/entries/dispatcher.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import type { JobSnapshot } from '#shared/model/job.ts';
import { BILLED, issueDate, period, profile } from './data.ts';
import { type Stage, stages } from './stages.ts';

const [folder = '', given = 'closed'] = process.argv.slice(2);
const until = z.enum(stages).parse(given);
const wants = (stage: Stage): boolean => stages.indexOf(stage) <= stages.indexOf(until);

const root = new URL('../../', import.meta.url);
const dispatcher = createDispatcher({
  threadUrl: (name) => new URL(`src/main/engine/entries/${name}.ts`, root),
  resourcesDir: fileURLToPath(new URL('resources', root)),
  actor: 'test',
  workers: 1,
});
const client = createClient(dispatcher);
const resumed: string[] = [];

/** Command ids of a script: the same at every start, so that a repeated command gives its first answer again. */
const ids = {
  create: '0197b1a0-0000-7000-8000-000000000001',
  approve: '0197b1a0-0000-7000-8000-000000000002',
};

async function takeUp(job: JobSnapshot): Promise<void> {
  resumed.push(job.name);
  const ended = new Promise<JobSnapshot>((resolve) => {
    client.onEvent((event) => {
      if (event.event !== 'job' || event.snapshot.id !== job.id) return;
      if (['done', 'failed', 'cancelled'].includes(event.snapshot.status)) resolve(event.snapshot);
    });
  });
  const { resumed: taken } = await client.call('job.resume', { id: job.id });
  if (!taken) throw new Error(`${job.name} was not taken up`);
  const snapshot = await ended;
  if (snapshot.status !== 'done') throw new Error(`${job.name} taken up: ${JSON.stringify(snapshot.error)}`);
}

async function bringIn(kind: ImportKind): Promise<void> {
  const path = join(folder, `${kind}.csv`);
  const { options, guessedMap } = await client.call('import.inspect', { path, kind });
  const { result } = await runJob(client, 'import.commit', { path, kind, options, map: guessedMap });
  if (result.reject > 0) throw new Error(`rejected: ${JSON.stringify(result.rejections[0])}`);
}

async function work(): Promise<void> {
  const path = join(folder, 'company.liasse');
  if (existsSync(path)) await client.call('company.open', { path });
  else await client.call('company.create', { path, profile });
  const interrupted = (await client.call('job.list', {})).filter((job) => job.status === 'interrupted');
  for (const job of interrupted.reverse()) await takeUp(job);
  const { rows: runs } = await client.call('run.list', {});
  if (runs.length === 0 && wants('imported')) {
    await bringIn('customers');
    await bringIn('lines');
  }
  if (!wants('drafted')) return;
  const { id } = await client.call(
    'run.create',
    { name: 'Septembre 2026', period, issueDate },
    { commandId: ids.create },
  );
  const status = async () => (await client.call('run.get', { id })).status;
  if (['collecting', 'drafting'].includes(await status())) await runJob(client, 'run.draft', { runId: id });
  if (wants('approved') && (await status()) === 'reviewing') {
    const selection = { all: { search: BILLED }, except: [] };
    await client.call('run.decide', { runId: id, selection, decision: 'approve' }, { commandId: ids.approve });
  }
  if (wants('finalised') && (await status()) === 'reviewing') await runJob(client, 'run.finalise', { runId: id });
  if (wants('closed') && (await status()) === 'producing') {
    const out = join(folder, 'out');
    mkdirSync(out, { recursive: true });
    await runJob(client, 'run.produce', { runId: id, folder: out });
  }
}

await work();
const { result: verified } = await runJob(client, 'company.verify', {});
const { restoredCopy } = await client.call('company.summary', {});
const jobs = (await client.call('job.list', {})).filter((job) => job.status !== 'done').map((job) => job.name);
await dispatcher.close();
process.stdout.write(JSON.stringify({ resumed, verified, restoredCopy, unfinished: jobs }));
