/** Looks into a backup, or any company file, without changing anything: what one would come back to. */

import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { RestorePreview } from '#shared/contract/safety.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import { instantOf, originalPath } from '../../ports/backup-folder.ts';
import { readAudit } from '../../store/company.ts';
import { readCompanyFile } from '../../store/company-copy.ts';
import type { ReadDb } from '../../store/database.ts';
import { findRestoredCopy } from '../head.ts';
import { type Roster, readRoster } from '../people/users.ts';
import { archivePath } from '../produce.ts';
import { verifyCompany } from '../verify.ts';
import { ViewCache } from '../views.ts';
import { knownPathOf } from './backup-status.ts';
import { companyFacts, countsOf, lastChange } from './company-facts.ts';
import type { KeeperContext } from './keeper-context.ts';

const SHOWN_EVENTS = 8;
const SHOWN_PROBLEMS = 5;

/** A file of the session's own, gone when `use` is done: an earlier version is read in it. */
export async function withScratch<R>(use: (path: string) => Promise<R>): Promise<R> {
  const path = join(tmpdir(), `liasse-scratch-${process.pid}-${randomUUID()}.liasse`);
  try {
    return await use(path);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
  }
}

/** Where a delivered PDF may lie for a copy: with the backups, beside the copy, beside the company's own file. */
export function originalSources(file: string, present: string | null): ((sha256: string) => string)[] {
  return [
    (sha256) => originalPath(dirname(file), sha256),
    (sha256) => archivePath(file, sha256),
    ...(present === null ? [] : [(sha256: string) => archivePath(present, sha256)]),
  ];
}

/** Throws what opening throws: company_not_found, company_not_a_company_file, company_damaged, company_newer... */
export async function inspectCopy(ctx: KeeperContext, input: { file: string }): Promise<RestorePreview> {
  const { file } = input;
  return withScratch((scratch) =>
    readCompanyFile(file, scratch, async (db, { older }) => {
      const facts = await companyFacts(db);
      const presentPath = knownPathOf(ctx.dataDir, facts.id);
      const stat = statSync(file);
      const report = await verifyCompany({ ...ctx, db, views: new ViewCache(), path: file }, { head: false });
      const restored = await findRestoredCopy(db, ctx.dataDir);
      return {
        file,
        companyId: facts.id,
        name: facts.name,
        at: instantOf(basename(file))?.at ?? stat.mtime.toISOString(),
        bytes: stat.size,
        olderVersion: older,
        counts: await countsOf(db),
        series: await lastNumbers(db),
        recent: await readAudit(db, null, SHOWN_EVENTS),
        verify: {
          ok: report.ok,
          documents: report.documents,
          erased: report.erased,
          problems: report.problems.slice(0, SHOWN_PROBLEMS),
        },
        originals: await originalsOf(db, originalSources(file, presentPath)),
        highWater: restored?.summary ?? null,
        present: presentPath === null || presentPath === file ? null : await presentOf(presentPath),
      };
    }),
  );
}

async function lastNumbers(db: ReadDb): Promise<RestorePreview['series']> {
  const rows = await db
    .selectFrom('series_counter')
    .innerJoin('series', 'series.id', 'series_counter.series_id')
    .select(['series.name', 'series_counter.last_number', 'series.last_date', 'series_counter.counter_key'])
    .orderBy('series.created_at')
    .orderBy('series_counter.counter_key', 'desc')
    .execute();
  const latest = new Map<string, RestorePreview['series'][number]>();
  for (const row of rows) {
    if (!latest.has(row.name)) {
      latest.set(row.name, { name: row.name, lastNumber: row.last_number, lastDate: row.last_date });
    }
  }
  return [...latest.values()];
}

async function originalsOf(
  db: ReadDb,
  sources: readonly ((sha256: string) => string)[],
): Promise<RestorePreview['originals']> {
  const rows = await db.selectFrom('archive_file').select('sha256').execute();
  const found = rows.filter(({ sha256 }) => sources.some((source) => existsSync(source(sha256)))).length;
  return { named: rows.length, found };
}

/** The company's own file, as far as it can be read. */
async function presentOf(path: string): Promise<NonNullable<RestorePreview['present']>> {
  const nothing = { path, counts: null, lastChange: null, error: null, managers: [] };
  if (!existsSync(path)) return { ...nothing, exists: false };
  try {
    return await withScratch((scratch) =>
      readCompanyFile(path, scratch, async (db) => {
        return {
          path,
          exists: true,
          counts: await countsOf(db),
          lastChange: await lastChange(db),
          error: null,
          managers: managersOf(await readRoster({ db })).map(({ id, name, secret }) => ({
            id,
            name,
            hasSecret: secret !== null,
          })),
        };
      }),
    );
  } catch (thrown) {
    if (thrown instanceof EngineError) return { ...nothing, exists: true, error: toErrorShape(thrown) };
    throw thrown;
  }
}

const managersOf = ({ users }: Roster): Roster['users'] => users.filter((user) => user.roles.includes('manage'));

/**
 * Who manages the company at a place, with what signing in takes: for the front desk alone. Nobody where there is no file, or none
 * that can be read: coming back to a backup is what one does then.
 */
export async function managersAt(_ctx: KeeperContext, { path }: { path: string }): Promise<Roster['users']> {
  if (!existsSync(path)) return [];
  try {
    return await withScratch((scratch) =>
      readCompanyFile(path, scratch, async (db) => managersOf(await readRoster({ db }))),
    );
  } catch (thrown) {
    if (thrown instanceof EngineError) return [];
    throw thrown;
  }
}
