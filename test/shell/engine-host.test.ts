import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineHost } from '../../src/main/shell/engine-host.ts';
import type { EngineProcess } from '../../src/main/shell/engine-process.ts';
import { openLog } from '../../src/main/shell/log.ts';
import type { RestartPolicy } from '../../src/main/shell/restart-policy.ts';
import type { EngineEvent } from '../../src/shared/contract/index.ts';
import type { ShellEvent } from '../../src/shared/contract/shell.ts';

const standIn = fileURLToPath(new URL('./stand-in-engine.ts', import.meta.url));
const JOB = '01890000-0000-7000-8000-0000000000aa';
const OTHER = '01890000-0000-7000-8000-0000000000bb';

let folder: string;
let host: EngineHost;
let heard: ShellEvent[];
let engineHeard: EngineEvent[];
let children: ReturnType<typeof fork>[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liasse-host-'));
  heard = [];
  engineHeard = [];
  children = [];
});
afterEach(async () => {
  await host.stop(2_000);
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The host over real processes; `options` tell the stand-in how to misbehave. */
function start(options = '', policy: RestartPolicy = { next: () => 5 }): void {
  const spawn = (): EngineProcess => {
    const env = { ...process.env, STAND_IN_STATE: join(folder, 'state.json'), STAND_IN: options };
    const child = fork(standIn, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    children.push(child);
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    return {
      pid: child.pid,
      send: (message) => {
        if (child.connected) child.send(message);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', (code) => listener(code ?? 137, words)),
      kill: () => child.kill('SIGKILL'),
    };
  };
  host = new EngineHost({
    spawn,
    resourcesDir: folder,
    actor: 'test',
    log: openLog(folder),
    onEngineEvent: (event) => engineHeard.push(event),
    onShellEvent: (event) => heard.push(event),
    policy,
  });
  host.start();
}
const crash = () => process.kill(host.pid ?? 0, 'SIGKILL');
const statuses = () => heard.map((event) => (event.event === 'engine' ? event.status : event.event));
const ran = (what: string): number =>
  existsSync(join(folder, 'state.json'))
    ? (JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')).ran[what] ?? 0)
    : 0;
async function until(what: () => boolean): Promise<void> {
  for (let waited = 0; !what(); waited += 10) {
    if (waited > 20_000) throw new Error(`Never happened; heard ${JSON.stringify(heard)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const error = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

describe('engine host', () => {
  it('answers calls made before the engine was up', async () => {
    start();
    await expect(host.call('company.get', {}, null)).resolves.toMatchObject({ ok: true });
    await expect(host.call('invoice.get', {}, null)).resolves.toEqual(error('unknown'));
    expect(statuses()).toEqual(['ready']);
  });

  it('restarts a dead engine, reopens the company with the same access and asks again', async () => {
    start();
    await host.call('company.open', { path: 'a', readOnly: true }, null);
    const before = host.pid;
    const call = host.call('company.get', { wait: 300 }, null);
    await host.call('company.current', {}, null);
    crash();
    const reply = await call;
    expect(reply).toMatchObject({ ok: true, result: { pid: host.pid } });
    expect(host.pid).not.toBe(before);
    await expect(host.call('company.current', {}, null)).resolves.toEqual({
      ok: true,
      result: { path: 'a', readOnly: true },
    });
    expect(heard).toEqual([
      { event: 'engine', status: 'ready' },
      { event: 'engine', status: 'stopped', reason: 'code 137' },
      { event: 'engine', status: 'restarted', reopened: true, error: null },
    ]);
  });

  it('gives a command the result it had before the engine died, without running it twice', async () => {
    start();
    await host.call('company.open', { path: 'a' }, null);
    await expect(host.call('run.abandon', {}, JOB)).resolves.toEqual({ ok: true, result: { linesReopened: 1 } });
    expect(ran('run.abandon')).toBe(1);
    expect(statuses()).toEqual(['ready', 'stopped', 'restarted']);
  });

  it('does not send again for ever what kills the engine', async () => {
    start();
    await expect(host.call('customer.list', {}, null)).resolves.toEqual(error('engine_stopped'));
    expect(ran('customer.list')).toBe(3);
    await expect(host.call('company.open', { path: 'fatal' }, null)).resolves.toEqual(error('engine_stopped'));
    expect(ran('open fatal')).toBe(2);
    await expect(host.call('company.get', {}, null)).resolves.toMatchObject({ ok: true });
  });

  it('gives up an engine that does not come up, and says so to everyone who waits', async () => {
    let restarts = 0;
    start('dies-at-start', { next: () => (++restarts > 3 ? null : 5) });
    await expect(host.call('company.get', {}, null)).resolves.toEqual(error('engine_keeps_stopping'));
    await expect(host.call('company.get', {}, null)).resolves.toEqual(error('engine_keeps_stopping'));
    expect(children).toHaveLength(4);
    expect(heard.at(-1)).toEqual({
      event: 'engine',
      status: 'restarted',
      reopened: false,
      error: expect.objectContaining({
        code: 'engine_keeps_stopping',
        params: { log: join(folder, 'logs', 'shell.log') },
      }),
    });
  });

  it('hands on why the company could not be reopened, to the window and to what waited for it', async () => {
    start();
    await host.call('company.open', { path: 'gone' }, null);
    const call = host.call('company.get', { wait: 10_000 }, null);
    crash();
    await expect(call).resolves.toEqual(error('file_missing'));
    expect(heard.at(-1)).toMatchObject({ status: 'restarted', reopened: false, error: { code: 'file_missing' } });
    crash();
    await until(() => statuses().filter((status) => status === 'restarted').length === 2);
    expect(ran('open gone')).toBe(2);
  });

  it('says when the company came back read-only', async () => {
    start();
    await host.call('company.open', { path: 'taken' }, null);
    crash();
    await until(() => statuses().at(-1) === 'restarted');
    expect(heard.at(-1)).toMatchObject({ reopened: true, error: { code: 'reopened_read_only' } });
  });

  it('resumes the jobs that ran, but not one that was being cancelled', async () => {
    start();
    await host.call('company.open', { path: 'a' }, null);
    await host.call('run.produce', {}, JOB);
    await host.call('run.draft', {}, OTHER);
    await until(() => engineHeard.length === 2);
    expect(host.runningJobs).toBe(2);
    crash();
    await until(() => statuses().at(-1) === 'restarted' && host.runningJobs === 0);
    expect(ran('resume run.produce')).toBe(1);
    expect(ran('resume run.draft')).toBe(0);
    const last = (id: string) => engineHeard.findLast((event) => event.event === 'job' && event.snapshot.id === id);
    expect(last(JOB)).toMatchObject({ snapshot: { status: 'done' } });
    expect(last(OTHER)).toMatchObject({ snapshot: { status: 'interrupted' } });
  });

  it('leaves jobs alone that were interrupted before this session', async () => {
    start();
    await host.call('company.open', { path: 'a' }, null);
    await host.call('run.produce', {}, JOB);
    await host.stop(2_000);
    start();
    await host.call('company.open', { path: 'a' }, null);
    crash();
    await until(() => statuses().at(-1) === 'restarted');
    await host.call('company.get', { wait: 100 }, null);
    expect(ran('resume run.produce')).toBe(0);
  });

  it('forgets company and jobs when the company is closed', async () => {
    start();
    await host.call('company.open', { path: 'a' }, null);
    await host.call('run.produce', {}, JOB);
    await host.call('company.close', {}, null);
    expect(host.runningJobs).toBe(0);
    crash();
    await until(() => statuses().at(-1) === 'restarted');
    expect(heard.at(-1)).toMatchObject({ reopened: false, error: null });
    expect(ran('open a')).toBe(1);
  });

  it('stops gracefully, or by force when the engine hangs; later calls are refused', async () => {
    start();
    await host.call('company.get', {}, null);
    const waiting = host.call('company.get', { wait: 60_000 }, null);
    await host.stop(5_000);
    expect(children[0]?.exitCode).toBe(0);
    await expect(waiting).resolves.toEqual(error('engine_stopping'));
    await expect(host.call('company.get', {}, null)).resolves.toEqual(error('engine_stopping'));
    start('hangs');
    await host.call('company.get', {}, null);
    await host.stop(50);
    expect(children[1]?.signalCode).toBe('SIGKILL');
    expect(statuses()).not.toContain('stopped');
  });
});
