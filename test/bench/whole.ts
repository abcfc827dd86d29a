/** Invoices from the import to the PDFs in a process of their own, its memory watched from outside (Linux). */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const child = fileURLToPath(new URL('whole-child.ts', import.meta.url));
const SAMPLE_MS = 100;

const Said = z.object({
  files: z.number(),
  ok: z.boolean(),
  stages: z.array(z.object({ name: z.string(), seconds: z.number(), delayP99: z.number(), delayMax: z.number() })),
});

export interface Whole {
  invoices: number;
  workers: number;
  seconds: number;
  stages: (z.infer<typeof Said>['stages'][number] & { peakRssMb: number })[];
  /** Resident memory of the process, all its threads in it; and its share of pages it has in common with others. */
  peakRssMb: number;
  peakPssMb: number;
}

/** Kilobytes of a line `Name:  123 kB` in one of the files that Linux keeps about a process; null when it is gone. */
function kilobytes(path: string, name: string): number | null {
  try {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(path, 'utf8'));
    return found ? Number(found[1]) : null;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && ['ENOENT', 'ESRCH'].includes(String(thrown.code))) return null;
    throw thrown;
  }
}

/** @param times how often in the same process, each time in a company of its own */
export async function benchWhole(invoices: number, linesEach: number, workers: number, times = 1): Promise<Whole> {
  const started = performance.now();
  const engine = spawn(process.execPath, [child, String(invoices), String(linesEach), String(workers), String(times)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stage = 'start';
  let stdout = '';
  let stderr = '';
  const peaks = new Map<string, number>();
  let peakPss = 0;
  const timer = setInterval(() => {
    const rss = kilobytes(`/proc/${engine.pid}/status`, 'VmRSS') ?? 0;
    peaks.set(stage, Math.max(peaks.get(stage) ?? 0, rss));
    peakPss = Math.max(peakPss, kilobytes(`/proc/${engine.pid}/smaps_rollup`, 'Pss') ?? 0);
  }, SAMPLE_MS);
  engine.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  engine.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    stage = text.trim().split('\n').at(-1) ?? stage;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    engine.on('error', reject);
    engine.on('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`the engine ended with ${code}: ${stderr.slice(-2000)}`);
  const said = Said.parse(JSON.parse(stdout));
  if (!said.ok || said.files !== invoices * times) throw new Error(`not whole: ${stdout}`);
  const megabytes = (kb: number) => Math.round(kb / 1024);
  return {
    invoices,
    workers,
    seconds: (performance.now() - started) / 1000,
    stages: said.stages.map((one) => ({ ...one, peakRssMb: megabytes(peaks.get(one.name) ?? 0) })),
    peakRssMb: megabytes(Math.max(...peaks.values())),
    peakPssMb: megabytes(peakPss),
  };
}
