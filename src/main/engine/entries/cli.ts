/**
 * The command line's entry: `liasse.mjs` imports it as a source, the packaged program as a bundle (`Liasse --cli`). It gives
 * {@link runCli} this process: its streams, its Ctrl-C, where threads and bundled data lie.
 */
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runCli } from './cli/run.ts';

/** What the starter knows of the program. */
interface Program {
  resourcesDir: string;
  version: string;
}

/** The program as sources: this file lies four folders below the project's root. */
function fromSources(): Program {
  const root = new URL('../../../../', import.meta.url);
  const about: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  return {
    resourcesDir: fileURLToPath(new URL('resources', root)),
    version: z.object({ version: z.string() }).parse(about).version,
  };
}

/** A user without an entry in the system's list (some containers) still has a name to act under. */
function actor(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'cli';
  }
}

/** Runs the command that the words name, in this process; resolves with its exit code. */
export async function main(argv: readonly string[], program: Program = fromSources()): Promise<number> {
  // `liasse … | head` closes the pipe early: the rest of the output is wanted by nobody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const ending = extname(fileURLToPath(import.meta.url));
  return runCli(argv, {
    ...program,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    threadUrl: (name) => new URL(`./${name}${ending}`, import.meta.url),
    actor: actor(),
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  });
}
