/** Rows imported, drafts and finalised documents a second, each beside its raw baseline; both alternate, medians of rounds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJob } from '#engine/entries/client.ts';
import { startEngine, type TestEngine } from '../alive/engine.ts';
import { BILLED, issueDate, period, profile, type Size, writeFiles } from '../crash/data.ts';
import { median, type Spent, spent } from './measure.ts';
import { RawFile, readTables } from './raw.ts';

export interface StageRow {
  name: string;
  /** Of the rows, drafts or documents that the stage is about. */
  count: number;
  perSecond: number;
  rawPerSecond: number;
  /** Processor time of all the engine's threads over that of the raw statements. */
  cpuRatio: number;
}

const size: Size = { customers: 300, billed: 1000, left: 0, linesEach: 20 };
const stages = ['import', 'draft', 'finalise'] as const;
type Stage = (typeof stages)[number];
type Times = Record<Stage, { engine: Spent; raw: Spent }>;

export async function benchDatabase(rounds: number): Promise<StageRow[]> {
  const lines = size.billed * size.linesEach;
  const counts: Record<Stage, number> = { import: lines, draft: size.billed, finalise: size.billed };
  const names: Record<Stage, string> = {
    import: 'rows imported (CSV read, checked, written)',
    draft: 'drafts (20 lines each)',
    finalise: 'documents finalised',
  };
  const times: Times[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const engine = startEngine();
    try {
      const measured = await oneRound(engine);
      // The first one warms up.
      if (round >= 0) times.push(measured);
    } finally {
      await engine.close();
    }
  }
  return stages.map((stage) => {
    const own = times.map((time) => time[stage].engine);
    const raw = times.map((time) => time[stage].raw);
    return {
      name: names[stage],
      count: counts[stage],
      perSecond: counts[stage] / median(own.map((time) => time.seconds)),
      rawPerSecond: counts[stage] / median(raw.map((time) => time.seconds)),
      cpuRatio: median(times.map((time) => time[stage].engine.cpuSeconds / time[stage].raw.cpuSeconds)),
    };
  });
}

async function oneRound({ client, folder }: TestEngine): Promise<Times> {
  const file = join(folder, 'company.liasse');
  const scratch = mkdtempSync(join(tmpdir(), 'liasse-raw-'));
  await client.call('company.create', { path: file, profile });
  writeFiles(folder, size);
  const request = async (kind: 'customers' | 'lines') => {
    const path = join(folder, `${kind}.csv`);
    const { options, guessedMap } = await client.call('import.inspect', { path, kind });
    return { path, kind, options, map: guessedMap };
  };
  await runJob(client, 'import.commit', await request('customers'));
  const importing = await request('lines');
  const raw = new RawFile(join(scratch, 'raw.liasse'));
  try {
    const importEngine = await spent(() => runJob(client, 'import.commit', importing));
    const before = readTables(file, ['customer', 'series', 'import_batch']);
    const lines = readTables(file, ['pending_line']);
    raw.insert(before);
    const importRaw = await spent(() => raw.insert(lines));

    const run = await client.call('run.create', { name: 'Bench', period, issueDate });
    const draftEngine = await spent(() => runJob(client, 'run.draft', { runId: run.id }));
    raw.insert(readTables(file, ['bill_run']));
    const drafted = readTables(file, ['draft', 'pending_line', 'finding']);
    const draftRaw = await spent(() => raw.draft(drafted));

    const selection = { all: { search: BILLED }, except: [] };
    await client.call('run.decide', { runId: run.id, selection, decision: 'approve' });
    const finaliseEngine = await spent(() => runJob(client, 'run.finalise', { runId: run.id }));
    const issued = readTables(file, ['document', 'invoice', 'invoice_tax']);
    const finaliseRaw = await spent(() => raw.finalise(issued));
    return {
      import: { engine: importEngine, raw: importRaw },
      draft: { engine: draftEngine, raw: draftRaw },
      finalise: { engine: finaliseEngine, raw: finaliseRaw },
    };
  } finally {
    raw.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
}
