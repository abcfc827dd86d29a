/** The bundled sample company: its page and the files that its records come from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompanyProfile } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import type { ImportKind } from '#shared/model/imports.ts';

export interface Sample {
  profile: CompanyProfile;
  /** In the order in which they have to be imported: lines name customers and products. */
  files: { kind: ImportKind; path: string }[];
  /** The month that the lines are from. */
  period: { from: string; to: string };
  issueDate: string;
}

const kinds: readonly ImportKind[] = ['customers', 'products', 'lines'];

/** Reads what `.ci/sample.mjs` made. Throws `sample_missing` where a file of it is not there. */
export function loadSample(resourcesDir: string): Sample {
  const folder = join(resourcesDir, 'sample');
  const company = join(folder, 'company.json');
  const files = kinds.map((kind) => ({ kind, path: join(folder, `${kind}.csv`) }));
  const missing = [company, ...files.map((file) => file.path)].find((path) => !existsSync(path));
  if (missing !== undefined) throw new EngineError('sample_missing', { path: missing });
  return {
    profile: CompanyProfile.parse(JSON.parse(readFileSync(company, 'utf8'))),
    files,
    period: { from: '2026-09-01', to: '2026-10-01' },
    issueDate: '2026-09-30',
  };
}
