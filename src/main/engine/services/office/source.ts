/** What can be taken from another company, read from a copy of its file. */
import { rmSync } from 'node:fs';
import type { Selectable } from 'kysely';
import type { Company } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import { freshSessionFolder } from '../../ports/session-folder.ts';
import { readCompany } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Schema } from '../../store/schema.ts';
import { readingCopy } from './look.ts';

type Row<T extends keyof Schema> = Selectable<Schema[T]>;

export interface SettingsSource {
  path: string;
  company: Company;
  series: Row<'series'>[];
  columnMaps: Row<'column_map'>[];
  fields: Row<'custom_field'>[];
  tags: Row<'tag'>[];
  segments: Row<'segment'>[];
  views: Row<'saved_view'>[];
}

/** Throws what opening the other file throws, and company_same where it is the open one. */
export async function readSource(path: string, companyId: string): Promise<SettingsSource> {
  const folder = freshSessionFolder();
  try {
    const source = await readingCopy(path, folder, (db) => settingsIn(db, path));
    if (source.company.id === companyId) throw new EngineError('company_same', { name: source.company.name });
    return source;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function settingsIn(db: ReadDb, path: string): Promise<SettingsSource> {
  return {
    path,
    company: (await readCompany(db)).company,
    series: await db
      .selectFrom('series')
      .selectAll()
      .where('archived', '=', 0)
      .where('customer_id', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    columnMaps: await db.selectFrom('column_map').selectAll().orderBy('kind').orderBy('shape').execute(),
    fields: await db.selectFrom('custom_field').selectAll().where('archived', '=', 0).orderBy('position').execute(),
    tags: await db.selectFrom('tag').selectAll().orderBy('name_fold').execute(),
    segments: await db.selectFrom('segment').selectAll().orderBy('name_fold').execute(),
    views: await db.selectFrom('saved_view').selectAll().orderBy('list').orderBy('position').execute(),
  };
}
