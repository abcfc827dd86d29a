/** The bundled dated data, read once a thread. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MentionTables, mentionTables } from '../domain/legal/tables.ts';
import { type TaxTables, taxTables } from '../domain/tax/tables.ts';

export interface Resources {
  dir: string;
  tax: TaxTables;
  legal: MentionTables;
}

const json = (dir: string, ...names: string[]): unknown => JSON.parse(readFileSync(join(dir, ...names), 'utf8'));

export function loadResources(dir: string): Resources {
  return {
    dir,
    tax: taxTables(json(dir, 'tax', 'rates.json'), json(dir, 'tax', 'areas.json')),
    legal: mentionTables(json(dir, 'legal', 'mentions.json')),
  };
}
