/** A small JSON file of the data folder: parsed on reading, written whole or not at all. */

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { systemErrorCode } from '#shared/model/error.ts';

/**
 * Reads `path`; where it is missing, `fallback`. A file that cannot be understood is kept beside as `*.damaged` and
 * reported through `onDamaged`, so that one bad byte never keeps the program from starting.
 */
export function readJson<S extends z.ZodType>(
  path: string,
  schema: S,
  fallback: z.output<S>,
  onDamaged: (path: string) => void,
): z.output<S> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return fallback;
    onDamaged(path); // There but unreadable (rights, a disk error): start with the fallback and say so.
    return fallback;
  }
  const parsed = schema.safeParse(jsonOrUndefined(text));
  if (parsed.success) return parsed.data;
  try {
    renameSync(path, `${path}.damaged`);
  } finally {
    onDamaged(path);
  }
  return fallback;
}

/** Writes beside, flushes, then renames over: a crash leaves the old file or the new one. Throws what the disk says. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(beside, 'w');
    try {
      writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameWithRetries(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** On Windows a virus scanner may hold the old file for a moment. */
function renameWithRetries(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt === 5 || !['EPERM', 'EBUSY', 'EACCES'].includes(systemErrorCode(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 * attempt);
    }
  }
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The schema refuses it, which is how damage is reported.
  }
}
