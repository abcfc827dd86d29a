/**
 * The engine alone in a process: so many invoices from the import to the PDFs, once or more times, each time in a company of
 * its own. Prints one JSON document; says on stderr what it is at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { runJob } from '#engine/entries/client.ts';
import { startEngine } from '../alive/engine.ts';
import { BILLED, issueDate, period, profile, writeFiles } from '../crash/data.ts';

const [billed = 2000, linesEach = 10, workers = 2, times = 1] = process.argv.slice(2).map(Number);
const engine = startEngine(workers);
const { client, folder } = engine;
const stages: { name: string; seconds: number; delayP99: number; delayMax: number }[] = [];

async function stage<R>(name: string, work: () => Promise<R>): Promise<R> {
  process.stderr.write(`${name}\n`);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const result = await work();
  delay.disable();
  const seconds = (performance.now() - started) / 1000;
  stages.push({ name, seconds, delayP99: delay.percentile(99) / 1e6, delayMax: delay.max / 1e6 });
  return result;
}

writeFiles(folder, { customers: 200, billed, left: 0, linesEach });
let files = 0;
let ok = true;
for (let time = 1; time <= times; time += 1) {
  const named = (name: string): string => (time === 1 ? name : `${name} ${time}`);
  const place = join(folder, String(time));
  mkdirSync(place);
  await client.call('company.create', { path: join(place, 'company.liasse'), profile });
  await stage(named('import'), async () => {
    for (const kind of ['customers', 'lines'] as const) {
      const path = join(folder, `${kind}.csv`);
      const { options, guessedMap } = await client.call('import.inspect', { path, kind });
      await runJob(client, 'import.commit', { path, kind, options, map: guessedMap });
    }
  });
  const { id: runId } = await client.call('run.create', { name: 'Bench', period, issueDate });
  await stage(named('draft'), () => runJob(client, 'run.draft', { runId }));
  await stage(named('approve'), () =>
    client.call('run.decide', { runId, selection: { all: { search: BILLED }, except: [] }, decision: 'approve' }),
  );
  await stage(named('finalise'), () => runJob(client, 'run.finalise', { runId }));
  const { result } = await stage(named('produce'), () => runJob(client, 'run.produce', { runId, folder: place }));
  const { result: verified } = await stage(named('verify'), () => runJob(client, 'company.verify', {}));
  files += result.files;
  ok &&= verified.ok;
}
await engine.close();
process.stdout.write(JSON.stringify({ files, ok, stages }));
