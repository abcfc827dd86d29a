/** Runs the real command line as a child process. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'src/main/engine/entries/liasse.mjs');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  ended: Promise<Ended>;
  /** What stderr has said so far. */
  said(): string;
  interrupt(): void;
}

export function start(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Running {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', LC_MESSAGES: '', LIASSE_FILE: '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { ended, said: () => stderr, interrupt: () => child.kill('SIGINT') };
}

export const liasse = (args: readonly string[], options?: Parameters<typeof start>[1]): Promise<Ended> =>
  start(args, options).ended;

/** What every JSON document of the command line has. */
export const Reply = z.object({
  ok: z.boolean(),
  exit: z.number(),
  command: z.string().nullable(),
  result: z.unknown().optional(),
  error: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      text: z.object({ what: z.string(), means: z.string(), remedy: z.string(), place: z.string().nullable() }),
    })
    .optional(),
});

/** Runs with --json; the exit code and the document's own must agree. */
export async function json(
  args: readonly string[],
  options?: Parameters<typeof start>[1],
): Promise<Ended & { reply: z.infer<typeof Reply> }> {
  const ended = await liasse([...args, '--json'], options);
  const reply = Reply.parse(JSON.parse(ended.stdout));
  if (reply.exit !== ended.code) throw new Error(`exit ${ended.code}, but the document says ${reply.exit}`);
  return { ...ended, reply };
}

/** A folder of the test's own, removed at its end. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'liasse-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
