/**
 * Named places where a test may kill the process, to prove that nothing is lost, doubled or half written.
 * `LIASSE_FAILPOINT=name` or `name:3` (the third time it is passed); inert otherwise. `LIASSE_FAILPOINT_TRACE=file` writes
 * the name of every place passed into that file, a line each: how a test finds out which there are and how often.
 */
import { appendFileSync } from 'node:fs';

const wanted = process.env['LIASSE_FAILPOINT'] ?? '';
const [wantedName = '', wantedCount = '1'] = wanted.split(':');
const trace = process.env['LIASSE_FAILPOINT_TRACE'] ?? '';
let passed = 0;

/** Kills the whole process, hard, when this is the place and the time that were asked for. */
export function failpoint(name: string): void {
  if (trace !== '') appendFileSync(trace, `${name}\n`);
  if (wantedName !== name) return;
  passed += 1;
  if (passed === Number(wantedCount)) process.kill(process.pid, 'SIGKILL');
}
