/**
 * `Liasse --cli ...` in the packaged program: the command line of `npm run liasse` without a window. It runs in this process,
 * because a helper process of a Windows program has no way to the console that started us, while this one has: Electron
 * attaches the main process to it, and a pipe or a file given as stdout works on every system. The single instance lock is not
 * taken, so a window may be open meanwhile (a company file has one owner at a time by its own lock).
 *
 * On Windows a console does not wait for a program that has windows: `start /wait Liasse --cli ...`, a pipe, or a script does.
 * On Linux without a screen Chromium ends before any of our code runs, unless told so: `liasse --headless --cli ...`.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

interface Program {
  resourcesDir: string;
  version: string;
}

/** What `src/main/engine/entries/cli.ts` exports, once built: runs a command, resolves with its exit code. */
const CommandLine = z.object({
  main: z.custom<(args: string[], program: Program) => Promise<number>>((value) => typeof value === 'function'),
});

/** Runs the command and answers its exit code; what it prints goes to stdout and stderr. */
export async function serveCommandLine(bundle: string, args: string[], program: Program): Promise<number> {
  const { main } = CommandLine.parse(createRequire(join(bundle, '..', 'index.cjs'))(bundle));
  const code = await main(args, program);
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  return code;
}

/** A pipe takes what is written later than an exit would wait for. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
