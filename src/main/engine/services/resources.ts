/** The bundled dated data, read once a thread. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Coverage } from '../documents/pdf/printable.ts';
import { type MentionTables, mentionTables } from '../domain/legal/tables.ts';
import { type TaxTables, taxTables } from '../domain/tax/tables.ts';

export interface Resources {
  dir: string;
  tax: TaxTables;
  legal: MentionTables;
  /** Which characters the paper's fonts can draw. */
  coverage: Coverage;
}

const json = (dir: string, ...names: string[]): unknown => JSON.parse(readFileSync(join(dir, ...names), 'utf8'));

const Ranges = z.array(z.tuple([z.int(), z.int()]));

function coverageOf(ranges: z.infer<typeof Ranges>): Coverage {
  const drawn = new Set<number>();
  for (const [first, last] of ranges) for (let point = first; point <= last; point += 1) drawn.add(point);
  return { covers: (codePoint) => drawn.has(codePoint) };
}

export function loadResources(dir: string): Resources {
  return {
    dir,
    tax: taxTables(json(dir, 'tax', 'rates.json'), json(dir, 'tax', 'areas.json')),
    legal: mentionTables(json(dir, 'legal', 'mentions.json')),
    coverage: coverageOf(Ranges.parse(json(dir, 'fonts', 'coverage.json'))),
  };
}
