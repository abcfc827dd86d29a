/**
 * A process that speaks the engine's protocol and dies on demand, for tests of the host that owns it. What it must remember
 * over its deaths (results of commands, jobs, how often something ran) lies in the file that STAND_IN_STATE names.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { FromEngine, ToEngine } from '../../src/main/shell/engine-process.ts';
import type { JobSnapshot } from '../../src/shared/model/job.ts';
import { snapshot } from './snapshot.ts';

interface State {
  ran: Record<string, number>;
  results: Record<string, unknown>;
  jobs: JobSnapshot[];
}
const file = process.env['STAND_IN_STATE'] ?? '';
// Written by this script alone.
const state: State = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as State)
  : { ran: {}, results: {}, jobs: [] };
for (const job of state.jobs) if (job.status !== 'done') job.status = 'interrupted';

const options = new Set((process.env['STAND_IN'] ?? '').split(' '));
let open: { path: string; readOnly: boolean } | null = null;

function save(): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(state));
  renameSync(`${file}.tmp`, file);
}
function count(what: string): number {
  const times = (state.ran[what] ?? 0) + 1;
  state.ran[what] = times;
  save();
  return times;
}
function say(message: FromEngine): void {
  process.send?.(message);
}
function tell(job: JobSnapshot): void {
  job.seq += 1;
  save();
  say({ type: 'event', event: { event: 'job', snapshot: job } });
}

interface Given {
  path?: string;
  readOnly?: boolean;
  id?: string;
  wait?: number;
}

/** Answers at once; a death on demand ends the process before it does. */
function answer(id: number, name: string, input: Given, commandId: string): void {
  const ok = (result: unknown) => say({ type: 'reply', reply: { id, ok: true, result } });
  const no = (code: string) => say({ type: 'reply', reply: { id, ok: false, error: { code, params: {} } } });
  if (name === 'company.open') {
    const times = count(`open ${input.path}`);
    if (input.path === 'fatal') process.exit(3);
    if (input.path === 'gone' && times > 1) no('file_missing');
    else {
      open = { path: input.path ?? '', readOnly: input.readOnly === true };
      const taken = input.path === 'taken' && times > 1;
      ok({ path: open.path, name: 'A', access: open.readOnly || taken ? 'read-only' : 'owner' });
    }
  } else if (name === 'company.current') {
    ok(open);
  } else if (name === 'company.close') {
    open = null;
    ok({ closed: true });
  } else if (name === 'company.get') {
    setTimeout(() => ok({ pid: process.pid }), input.wait ?? 0);
  } else if (name === 'customer.list') {
    count('customer.list');
    process.exit(9);
  } else if (name === 'run.abandon') {
    const before = state.results[commandId];
    if (before === undefined) {
      state.results[commandId] = { linesReopened: count('run.abandon') };
      save();
      process.exit(9);
    }
    ok(before);
  } else if (name === 'run.draft' || name === 'run.produce') {
    startJob(name, commandId, ok);
  } else if (name === 'job.list') {
    ok(state.jobs);
  } else if (name === 'job.resume') {
    const job = state.jobs.find((one) => one.id === input.id);
    count(`resume ${job?.name}`);
    ok({ resumed: job?.status === 'interrupted' });
    if (job?.status === 'interrupted') {
      job.status = 'done';
      tell(job);
    }
  } else {
    no('unknown');
  }
}

/** `run.produce` runs for ever, `run.draft` stands as one that is being cancelled. */
function startJob(name: string, commandId: string, ok: (result: unknown) => void): void {
  let job = state.jobs.find((one) => one.id === commandId);
  if (!job) {
    job = snapshot({ id: commandId, name, status: name === 'run.draft' ? 'cancelling' : 'running' });
    state.jobs.push(job);
  }
  ok({ jobId: commandId });
  if (job.status !== 'interrupted') tell(job);
}

// Sent by the host under test, in its own types.
process.on('message', (message: ToEngine) => {
  if (message.type === 'init') {
    if (options.has('dies-at-start')) process.exit(7);
    say({ type: 'ready' });
  } else if (message.type === 'shutdown') {
    if (!options.has('hangs')) process.exit(0);
  } else {
    const { id, name, input, commandId } = message.request;
    answer(id, name, input as Given, commandId ?? '');
  }
});
process.on('disconnect', () => process.exit(0));
