/**
 * Copying settings, planned before anything is written: for each thing of the other company, what would happen to this one, and
 * how. The preview shows the plan, copying carries it out: so they are the same.
 */
import type { Selectable } from 'kysely';
import type { CopyItem, CopyPart } from '#shared/contract/office.ts';
import type { CompanyProfile } from '#shared/model/company.ts';
import { readCompany } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';
import { uuidv7 } from '../../store/ids.ts';
import type { Schema } from '../../store/schema.ts';
import { allSeries, type SeriesRow } from '../../store/series.ts';
import type { WriteContext } from '../context.ts';
import type { SettingsSource } from './source.ts';

type Row<T extends keyof Schema> = Selectable<Schema[T]>;

export interface Step {
  item: CopyItem;
  /** Null where nothing is to be done. */
  apply: ((ctx: WriteContext) => Promise<unknown>) | null;
}

interface Plan {
  steps: Step[];
  /** What the company's own page becomes, beside the steps. */
  profile: Partial<CompanyProfile>;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** In the order in which they depend on each other: filters and views name fields, tags and segments. */
export async function planCopy(db: ReadDb, source: SettingsSource, parts: ReadonlySet<CopyPart>): Promise<Plan> {
  const { company } = await readCompany(db);
  const profile: Partial<CompanyProfile> = {};
  const steps: Step[] = [];
  const page = (part: CopyPart, taken: Partial<CompanyProfile>) => {
    if (!parts.has(part)) return;
    const keys = Object.keys(taken);
    // Reason for the cast: the keys are those of a part of a profile.
    const before = Object.fromEntries(keys.map((key) => [key, company[key as keyof CompanyProfile]]));
    const unchanged = same(before, taken);
    const empty = Object.values(before).every((value) => value === null || same(value, []));
    if (!unchanged) Object.assign(profile, taken);
    steps.push(step(part, '', unchanged ? 'same' : empty ? 'new' : 'replaces'));
  };
  const from = source.company;
  page('brand', { logo: from.logo, colour: from.colour });
  page('message', { message: from.message });
  page('terms', { paymentTermsDays: from.paymentTermsDays });
  page('bankAccounts', { bankAccounts: from.bankAccounts });
  /** Ids of the other company's fields, tags and segments, as they are known here. */
  const ids = new Map<string, string>();
  if (parts.has('numbering')) steps.push(...seriesSteps(await allSeries(db), source.series));
  const fields = fieldSteps(await db.selectFrom('custom_field').selectAll().execute(), source.fields, ids, parts);
  const tags = tagSteps(await db.selectFrom('tag').selectAll().execute(), source.tags, ids, parts);
  steps.push(...fields, ...tags);
  if (parts.has('columnMaps'))
    steps.push(...mapSteps(await db.selectFrom('column_map').selectAll().execute(), source.columnMaps, ids));
  const segments = await db.selectFrom('segment').selectAll().execute();
  steps.push(...segmentSteps(segments, source.segments, ids, parts));
  if (parts.has('views'))
    steps.push(...viewSteps(await db.selectFrom('saved_view').selectAll().execute(), source.views, ids));
  return { steps, profile };
}

function step(part: CopyPart, name: string, change: CopyItem['change'], apply: Step['apply'] = null): Step {
  return { item: { part, name, change, reason: null }, apply };
}
const left = (part: CopyPart, name: string, reason: NonNullable<CopyItem['reason']>): Step => ({
  item: { part, name, change: 'left', reason },
  apply: null,
});

/** The text with the ids of the other company turned into ours; null where it names something that is not here. */
function translated(json: string, ids: ReadonlyMap<string, string>): string | null {
  const unknown = (json.match(UUID) ?? []).some((id) => !ids.has(id));
  return unknown ? null : json.replaceAll(UUID, (id) => ids.get(id) ?? id);
}

/** Patterns, never counters. A series that has given numbers keeps when it restarts. */
function seriesSteps(own: readonly SeriesRow[], others: readonly SeriesRow[]): Step[] {
  const usable = own.filter((row) => row.archived === 0 && row.customer_id === null);
  return others.map((other) => {
    const form = { prefix: other.prefix, pattern: other.pattern, reset: other.reset };
    const match =
      usable.find((row) => row.kind === other.kind && row.name === other.name) ??
      usable.find((row) => row.kind === other.kind && row.is_default === 1 && other.is_default === 1);
    if (!match) {
      return step('numbering', other.name, 'new', (ctx) =>
        ctx.trx
          .insertInto('series')
          .values({
            ...form,
            id: uuidv7(),
            name: other.name,
            kind: other.kind,
            start_at: 1,
            customer_id: null,
            is_default: 0,
            archived: 0,
            last_date: null,
            created_at: ctx.now,
            row_version: 1,
          })
          .execute(),
      );
    }
    if (same(form, { prefix: match.prefix, pattern: match.pattern, reset: match.reset })) {
      return step('numbering', other.name, 'same');
    }
    if (match.last_date !== null && match.reset !== other.reset) return left('numbering', other.name, 'series_in_use');
    return step('numbering', other.name, 'replaces', (ctx) =>
      ctx.trx
        .updateTable('series')
        .set({ ...form, row_version: match.row_version + 1 })
        .where('id', '=', match.id)
        .execute(),
    );
  });
}

function fieldSteps(
  own: readonly Row<'custom_field'>[],
  others: readonly Row<'custom_field'>[],
  ids: Map<string, string>,
  parts: ReadonlySet<CopyPart>,
): Step[] {
  const last = Math.max(0, ...own.map((row) => row.position));
  return others.flatMap((other, index) => {
    const match = own.find((row) => row.record === other.record && row.name_fold === other.name_fold);
    if (match?.kind === other.kind) ids.set(other.id, match.id);
    if (!parts.has('customFields')) return [];
    if (match) {
      if (match.kind !== other.kind) return [left('customFields', other.name, 'other_kind')];
      const options = joined(match.options, other.options);
      if (options === match.options) return [step('customFields', other.name, 'same')];
      return [
        step('customFields', other.name, 'replaces', (ctx) =>
          ctx.trx
            .updateTable('custom_field')
            .set({ options, row_version: match.row_version + 1 })
            .where('id', '=', match.id)
            .execute(),
        ),
      ];
    }
    const id = uuidv7();
    ids.set(other.id, id);
    return [
      step('customFields', other.name, 'new', (ctx) =>
        ctx.trx
          .insertInto('custom_field')
          .values({ ...other, id, position: last + index + 1, row_version: 1 })
          .execute(),
      ),
    ];
  });
}

/** A choice gains what the other offers and loses nothing: records may hold it. */
function joined(own: string, other: string): string {
  // Reason for the casts: the file's own column, written as a list of texts and nothing else.
  const mine = JSON.parse(own) as string[];
  const more = (JSON.parse(other) as string[]).filter((option) => !mine.includes(option));
  return more.length === 0 ? own : JSON.stringify([...mine, ...more]);
}

function tagSteps(
  own: readonly Row<'tag'>[],
  others: readonly Row<'tag'>[],
  ids: Map<string, string>,
  parts: ReadonlySet<CopyPart>,
): Step[] {
  return others.flatMap((other) => {
    const match = own.find((row) => row.record === other.record && row.name_fold === other.name_fold);
    if (match) ids.set(other.id, match.id);
    if (!parts.has('tags')) return [];
    if (match) return [step('tags', other.name, 'same')];
    const id = uuidv7();
    ids.set(other.id, id);
    return [
      step('tags', other.name, 'new', (ctx) =>
        ctx.trx
          .insertInto('tag')
          .values({ ...other, id })
          .execute(),
      ),
    ];
  });
}

function mapSteps(
  own: readonly Row<'column_map'>[],
  others: readonly Row<'column_map'>[],
  ids: ReadonlyMap<string, string>,
): Step[] {
  return others.map((other) => {
    const name = other.name || other.kind;
    const map = translated(other.map, ids);
    if (map === null) return left('columnMaps', name, 'names_records');
    const match = own.find((row) => row.kind === other.kind && row.shape === other.shape);
    if (match?.map === map) return step('columnMaps', name, 'same');
    return step('columnMaps', name, match ? 'replaces' : 'new', (ctx) =>
      ctx.trx
        .insertInto('column_map')
        .values({ ...other, map, at: ctx.now })
        .onConflict((conflict) => conflict.columns(['kind', 'shape']).doUpdateSet({ map, at: ctx.now }))
        .execute(),
    );
  });
}

function segmentSteps(
  own: readonly Row<'segment'>[],
  others: readonly Row<'segment'>[],
  ids: Map<string, string>,
  parts: ReadonlySet<CopyPart>,
): Step[] {
  return others.flatMap((other) => {
    const match = own.find((row) => row.name_fold === other.name_fold);
    if (match) ids.set(other.id, match.id);
    if (!parts.has('segments')) return [];
    const filter = translated(other.filter, ids);
    if (filter === null) return [left('segments', other.name, 'names_records')];
    if (match?.filter === filter) return [step('segments', other.name, 'same')];
    if (match) {
      return [
        step('segments', other.name, 'replaces', (ctx) =>
          ctx.trx
            .updateTable('segment')
            .set({ filter, row_version: match.row_version + 1 })
            .where('id', '=', match.id)
            .execute(),
        ),
      ];
    }
    const id = uuidv7();
    ids.set(other.id, id);
    return [
      step('segments', other.name, 'new', (ctx) =>
        ctx.trx
          .insertInto('segment')
          .values({ ...other, id, filter, row_version: 1 })
          .execute(),
      ),
    ];
  });
}

function viewSteps(
  own: readonly Row<'saved_view'>[],
  others: readonly Row<'saved_view'>[],
  ids: ReadonlyMap<string, string>,
): Step[] {
  const last = Math.max(0, ...own.map((row) => row.position));
  return others.map((other, index) => {
    const spec = translated(other.spec, ids);
    if (spec === null) return left('views', other.name, 'names_records');
    const match = own.find((row) => row.list === other.list && row.name === other.name);
    if (match?.spec === spec) return step('views', other.name, 'same');
    if (match) {
      return step('views', other.name, 'replaces', (ctx) =>
        ctx.trx
          .updateTable('saved_view')
          .set({ spec, row_version: match.row_version + 1 })
          .where('id', '=', match.id)
          .execute(),
      );
    }
    return step('views', other.name, 'new', (ctx) =>
      ctx.trx
        .insertInto('saved_view')
        .values({ ...other, id: uuidv7(), spec, position: last + index + 1, created_at: ctx.now, row_version: 1 })
        .execute(),
    );
  });
}
