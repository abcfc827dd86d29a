/**
 * The command line's entry: `liasse.mjs` imports it as a source, the packaged program as a bundle (`Liasse --cli`). It gives
 * {@link runCli} this process: its streams, its Ctrl-C, where threads and bundled data lie.
 */
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runCli } from './cli/run.ts';

export type { CliIo } from './cli/io.ts';
export { runCli };

/** The folder that holds `resources` and `package.json`: the project's root, or the packaged program's `resources`. */
function homeFolders(): string[] {
  const packaged: unknown = Reflect.get(process, 'resourcesPath');
  return [
    // From src/main/engine/entries, and from out/main.
    fileURLToPath(new URL('../../../..', import.meta.url)),
    fileURLToPath(new URL('../..', import.meta.url)),
    ...(typeof packaged === 'string' ? [packaged] : []),
  ];
}

function resourcesFolder(): string {
  const folders = homeFolders().map((folder) => join(folder, 'resources'));
  return folders.find((folder) => existsSync(join(folder, 'sample'))) ?? folders[0] ?? '';
}

function version(): string {
  for (const folder of homeFolders()) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const about = z
      .object({ name: z.literal('liasse'), version: z.string() })
      .safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (about.success) return about.data.version;
  }
  return '0';
}

/** A user without an entry in the system's list (some containers) still has an id. */
function actor(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'cli';
  }
}

/** Runs the command that the words name, in this process; resolves with its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  // `liasse … | head` closes the pipe early: the rest of the output is wanted by nobody.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const ending = extname(fileURLToPath(import.meta.url));
  return runCli(argv, {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    threadUrl: (name) => new URL(`./${name}${ending}`, import.meta.url),
    resourcesDir: resourcesFolder(),
    actor: actor(),
    version: version(),
    onInterrupt: (listener) => {
      process.on('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  });
}
