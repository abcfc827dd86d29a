/** How far a job is, on stderr: one moving line on a terminal, else one line for each phase. */
import type { JobSnapshot } from '#shared/model/job.ts';
import type { CliIo } from './io.ts';
import type { Printer } from './print.ts';

export interface Progress {
  show(snapshot: JobSnapshot): void;
  /** Ends the moving line, before anything else is printed. */
  clear(): void;
}

export function progress(
  io: CliIo,
  print: Printer,
  wanted: boolean,
  words: { job(name: string): string; phase(phase: string): string },
): Progress {
  const moving = io.stderr.isTTY === true;
  let lastPhase = '';
  let shown = false;
  const clear = (): void => {
    if (shown) io.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    clear,
    show(snapshot) {
      if (!wanted) return;
      const phase = `${words.job(snapshot.name)} · ${words.phase(snapshot.phase)}`;
      if (moving) {
        const far =
          snapshot.total === null
            ? print.count(snapshot.done)
            : `${print.count(snapshot.done)} / ${print.count(snapshot.total)}`;
        const failed = snapshot.failed > 0 ? ` · ✗ ${print.count(snapshot.failed)}` : '';
        io.stderr.write(`\r\u001b[2K${`${phase} · ${far}${failed}`.slice(0, (io.stderr.columns ?? 80) - 1)}`);
        shown = true;
        if (snapshot.endedAt !== null) clear();
      } else if (
        `${snapshot.id}${snapshot.phase}` !== lastPhase &&
        snapshot.endedAt === null &&
        snapshot.phase !== 'starting'
      ) {
        lastPhase = `${snapshot.id}${snapshot.phase}`;
        io.stderr.write(`${phase}\n`);
      }
    },
  };
}
