/**
 * What this computer remembers of a company outside its file: the head of the chain and the highest number of each
 * series. An older copy of the file put back in place may then not issue a number a second time unnoticed.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { systemErrorCode } from '#shared/model/error.ts';
import { writeFileAtomically } from './write-file.ts';

/** Enough of a series to make it again where a restored copy lacks it. */
const KnownSeries = z.object({
  name: z.string(),
  kind: z.enum(['invoice', 'credit_note', 'any']),
  prefix: z.string(),
  pattern: z.string(),
  reset: z.enum(['yearly', 'never']),
  startAt: z.int(),
});

const Head = z.object({
  v: z.literal(1),
  documents: z.int().min(0),
  chainHash: z.string(),
  /** Series that gave numbers, by id. */
  series: z.record(z.string(), KnownSeries),
  /** `series id|counter key` → the last number given there. */
  last: z.record(z.string(), z.object({ seq: z.int(), number: z.string(), date: z.string() })),
});
export type Head = z.infer<typeof Head>;

const pathOf = (dataDir: string, companyId: string) => join(dataDir, 'heads', `${companyId}.json`);
const beforePath = (path: string) => `${path}.bak`;

/** What this computer knows of a company: its head, or null where it never noted one, or that a note is there but cannot be read. */
export type KnownHead = Head | null | 'unreadable';

function readNote(path: string): KnownHead {
  try {
    return Head.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (thrown) {
    const code = systemErrorCode(thrown);
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'unreadable';
  }
}

/**
 * The head as last noted here; where that note cannot be read (torn by a full disk, access refused) the one before it. Both
 * unreadable is not the same as none: numbers were given here, and nobody can say which.
 */
export function readHead(dataDir: string, companyId: string): KnownHead {
  const path = pathOf(dataDir, companyId);
  const latest = readNote(path);
  if (latest !== null && latest !== 'unreadable') return latest;
  return readNote(beforePath(path)) ?? latest;
}

/** Notes the head. The note before it is kept as long as it is a whole one. */
export function writeHead(dataDir: string, companyId: string, head: Head): void {
  const path = pathOf(dataDir, companyId);
  const before = readNote(path);
  if (before !== null && before !== 'unreadable') writeFileAtomically(beforePath(path), JSON.stringify(before));
  writeFileAtomically(path, JSON.stringify(head));
}
