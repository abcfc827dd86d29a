/**
 * `npm run bench`: what the engine does a second, beside fixed baselines measured in the same run, and what memory it takes.
 * Ratios are of processor time (all threads), so that a busy machine blurs them little; figures a second are by the clock.
 * Writes `test-results/bench.json`. Exits 1 where 2,000 invoices take more memory than promised.
 *
 *   npm run bench [-- database|pdf|whole ...]     only these parts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchDatabase } from './database.ts';
import { benchPdf, benchPdfPool } from './pdf.ts';
import { benchWhole } from './whole.ts';

const WORKERS = 2;
const ROUNDS = 3;
const INVOICES = 2000;
const MEMORY_MB = 600;

const asked = process.argv.slice(2);
const wants = (part: string): boolean => asked.length === 0 || asked.includes(part);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const whole = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });
const report: Record<string, unknown> = {
  node: process.version,
  processor: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  workers: WORKERS,
};

function table(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [heads, ...rows]) {
    say(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
  }
  say('');
}

say(`Node ${process.version}, ${availableParallelism()} cores, ${WORKERS} document threads\n`);

if (wants('database')) {
  const rows = await benchDatabase(ROUNDS);
  report['database'] = rows;
  table(
    ['Database (writer, reader, intake thread)', 'a second', 'raw statements', 'time, raw = 1'],
    rows.map((row) => [row.name, whole(row.perSecond), whole(row.rawPerSecond), row.cpuRatio.toFixed(1)]),
  );
}

if (wants('pdf')) {
  const single = await benchPdf();
  const pooled = await benchPdfPool(WORKERS);
  report['pdf'] = { single, pooled };
  table(
    ['PDF on one thread', 'a second', 'time, naive = 1'],
    single.map((row) => [row.name, row.perSecond.toFixed(1), row.ratio.toFixed(2)]),
  );
  table(
    ['PDF to disk', 'a second', 'time, 1 thread = 1'],
    pooled.map((row) => [row.name, row.perSecond.toFixed(1), row.ratio.toFixed(2)]),
  );
}

let failed = false;
if (wants('whole')) {
  const run = await benchWhole(INVOICES, 10, WORKERS);
  report['whole'] = run;
  table(
    [
      `${whole(run.invoices)} invoices of 10 lines`,
      'seconds',
      'a second',
      'peak MB',
      'dispatcher p99 ms',
      'longest ms',
    ],
    run.stages.map((stage) => [
      stage.name,
      stage.seconds.toFixed(1),
      whole(run.invoices / stage.seconds),
      whole(stage.peakRssMb),
      stage.delayP99.toFixed(1),
      stage.delayMax.toFixed(1),
    ]),
  );
  failed = run.peakRssMb > MEMORY_MB;
  say(
    `Memory at its peak: ${run.peakRssMb} MB resident (${run.peakPssMb} MB of its own share); ` +
      `${failed ? 'ABOVE' : 'below'} the limit of ${MEMORY_MB} MB`,
  );
}

const results = fileURLToPath(new URL('../../test-results', import.meta.url));
mkdirSync(results, { recursive: true });
writeFileSync(`${results}/bench.json`, `${JSON.stringify(report, null, 2)}\n`);
process.exitCode = failed ? 1 : 0;
