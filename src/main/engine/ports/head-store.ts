/**
 * What this computer remembers of a company outside its file: the head of the chain and the highest number of each
 * series. An older copy of the file put back in place may then not issue a number a second time unnoticed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
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

/** The head as last written here, or null on a computer that has not seen this company (or whose note is unreadable). */
export function readHead(dataDir: string, companyId: string): Head | null {
  let text: string;
  try {
    text = readFileSync(pathOf(dataDir, companyId), 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
  try {
    return Head.parse(JSON.parse(text));
  } catch {
    // A note torn by a full disk: as good as none. The file's own chain still stands.
    return null;
  }
}

export function writeHead(dataDir: string, companyId: string, head: Head): void {
  writeFileAtomically(pathOf(dataDir, companyId), JSON.stringify(head));
}
