/** Before a merge: who is probably there twice, and what merging them would do. */
import { sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { type DuplicateGroup, MergeField, type MergePreview, type MergeValue } from '#shared/contract/merging.ts';
import { EngineError } from '#shared/model/error.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { type FoundDuplicates, findDuplicateGroups } from '../../domain/records/duplicates.ts';
import { fold } from '../../domain/text/fold.ts';
import { readRevision } from '../../store/company.ts';
import { type CustomerRecordRow, customerOf, customersById } from '../../store/customers.ts';
import type { ReadDb } from '../../store/database.ts';
import { extrasOf, fieldsOf, idsIn } from '../../store/extras.ts';
import type { ReadContext } from '../context.ts';
import { customerRows } from '../customers.ts';
import { inOrder } from '../views.ts';
import { toldApart } from './apart.ts';

/** Customers of a group that are told one by one. */
const TOLD = 50;
/** Rows read at once. */
const CHUNK = 5000;

export async function findDuplicates(
  ctx: ReadContext,
  { offset, limit }: Parsed<'customer.duplicates'>,
): Promise<Output<'customer.duplicates'>> {
  const revision = await readRevision(ctx.db);
  // Looking for them takes a second where there are many: once a revision.
  const view = await ctx.views.get('duplicates', revision, async () => ({
    ids: [],
    summary: findDuplicateGroups(await candidates(ctx), await toldApart(ctx.db)),
  }));
  const page = view.summary.slice(offset, offset + limit);
  return { groups: await Promise.all(page.map((group) => told(ctx.db, group))), total: view.summary.length, revision };
}

async function candidates({ db, throwIfCancelled }: ReadContext) {
  const found: Parameters<typeof findDuplicateGroups>[0][number][] = [];
  let after = '';
  for (;;) {
    throwIfCancelled();
    const rows = await db
      .selectFrom('customer')
      .select([
        'id',
        'name',
        'name_fold',
        'postcode',
        'city_fold',
        'country',
        'vat_number',
        'registration_number',
        'email',
      ])
      .where('archived', '=', 0)
      .where('id', '>', after)
      .orderBy('id')
      .limit(CHUNK)
      .execute();
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
    for (const row of rows) {
      found.push({
        id: row.id,
        nameFold: row.name === null ? '' : row.name_fold,
        postcode: row.postcode,
        cityFold: row.city_fold,
        country: row.country,
        vatNumber: row.vat_number,
        registrationNumber: row.registration_number,
        email: row.email,
      });
    }
  }
}

async function told(db: ReadDb, group: FoundDuplicates): Promise<DuplicateGroup> {
  const rows = await customerRows(db, group.ids.slice(0, TOLD));
  const customers = rows
    .map(({ id, code, name, city, country, vatNumber, email, invoices, openLines, updatedAt }) => ({
      id,
      code,
      name,
      city,
      country,
      vatNumber,
      email,
      invoices,
      openLines,
      updatedAt,
    }))
    .sort((a, b) => b.invoices - a.invoices || b.openLines - a.openLines || (a.code < b.code ? -1 : 1));
  return {
    reason: group.reason,
    shared: group.shared,
    similarity: group.similarity,
    count: group.ids.length,
    customers,
  };
}

/** Those to merge, the one to keep first. Throws `merge_same`, `not_found`. */
export async function mergeParties(db: ReadDb, keep: string, others: readonly string[]): Promise<CustomerRecordRow[]> {
  const ids = [keep, ...others];
  if (new Set(ids).size !== ids.length) throw new EngineError('merge_same');
  const rows = inOrder(ids, [...(await customersById(db, ids)).values()]);
  if (rows.length !== ids.length) throw new EngineError('not_found', { what: 'customer' });
  return rows;
}

export async function previewMerge(
  ctx: ReadContext,
  { keep, others }: Parsed<'customer.mergePreview'>,
): Promise<Output<'customer.mergePreview'>> {
  const rows = await mergeParties(ctx.db, keep, others);
  return mergePreview(ctx.db, rows);
}

export async function mergePreview(db: ReadDb, rows: readonly CustomerRecordRow[]): Promise<MergePreview> {
  const extras = await extrasOf(
    db,
    rows.map((row) => row.id),
  );
  const counted = await countsOf(db, rows);
  const customers = rows.map((row, at) => ({
    id: CustomerId.parse(row.id),
    code: row.code,
    name: row.name,
    archived: row.archived === 1,
    rowVersion: row.row_version,
    ...(counted[at] ?? none),
    tags: extras.get(row.id)?.tags ?? [],
  }));
  const records = rows.map(customerOf);
  const gone = customers.slice(1);
  const sum = (of: (one: (typeof customers)[number]) => number) => gone.reduce((total, one) => total + of(one), 0);
  return {
    customers,
    fields: MergeField.options.map((field) => {
      const values = records.map((record): MergeValue => record[field]);
      return { field, values, ...proposal(values) };
    }),
    custom: (await fieldsOf(db, 'customer')).flatMap((field) => {
      if (field.archived === 1) return [];
      const values = rows.map((row) => extras.get(row.id)?.custom[field.id] ?? null);
      // Reason for the cast: ids of the table, read as they were written.
      return [
        {
          fieldId: field.id as MergePreview['custom'][number]['fieldId'],
          name: field.name,
          values,
          ...proposal(values),
        },
      ];
    }),
    tags: [...new Map(customers.flatMap(({ tags }) => tags).map((tag) => [tag.id, tag])).values()],
    moves: {
      openLines: sum((one) => one.openLines),
      heldLines: sum((one) => one.heldLines),
      drafts: sum((one) => one.drafts),
      series: sum((one) => one.series),
      invoicesStaying: sum((one) => one.invoices),
    },
    refusals: await refusalsOf(db, rows),
  };
}

/** Nobody has said it: nothing stands there, or that it is unknown. */
const says = (value: MergeValue): boolean =>
  value !== null && value !== '' && value !== 'unknown' && !(Array.isArray(value) && value.length === 0);

/** The kept one's value, or the first that says something; a conflict where two say different things. */
function proposal(values: readonly MergeValue[]): { proposed: number; conflict: boolean } {
  const said = values.filter(says).map((value) => fold(Array.isArray(value) ? value.join(' ') : String(value)));
  return { proposed: Math.max(0, values.findIndex(says)), conflict: new Set(said).size > 1 };
}

const none = { openLines: 0, heldLines: 0, drafts: 0, series: 0, invoices: 0 };
type Counts = typeof none;

async function countsOf(db: ReadDb, rows: readonly CustomerRecordRow[]): Promise<Counts[]> {
  const counts = new Map<string, Counts>();
  for (const { id } of rows) {
    const row = await db
      .selectNoFrom([
        sql<number>`(SELECT count(*) FROM pending_line WHERE customer_id = ${id} AND status = 'open')`.as('openLines'),
        sql<number>`(SELECT count(*) FROM pending_line WHERE customer_id = ${id} AND status = 'held')`.as('heldLines'),
        sql<number>`(SELECT count(*) FROM draft WHERE customer_id = ${id} AND status <> 'finalised')`.as('drafts'),
        sql<number>`(SELECT count(*) FROM series WHERE customer_id = ${id})`.as('series'),
        sql<number>`(SELECT count(*) FROM invoice WHERE customer_id = ${id})`.as('invoices'),
      ])
      .executeTakeFirstOrThrow();
    counts.set(id, row);
  }
  return rows.map((row) => counts.get(row.id) ?? none);
}

/** Why it cannot be done as things stand. */
async function refusalsOf(db: ReadDb, rows: readonly CustomerRecordRow[]): Promise<MergePreview['refusals']> {
  const refusals: MergePreview['refusals'] = [];
  for (const { code, merged_into, erased_at } of rows) {
    if (merged_into !== null) refusals.push({ code: 'customer_merged', params: { code } });
    if (erased_at !== null) refusals.push({ code: 'customer_erased', params: { code } });
  }
  const [, ...others] = rows;
  const drafts = await db
    .selectFrom('draft')
    .innerJoin('bill_run', 'bill_run.id', 'draft.run_id')
    .innerJoin('customer', 'customer.id', 'draft.customer_id')
    .select(['customer.code', 'bill_run.name as run', 'bill_run.status as run_status', 'draft.status'])
    .where(sql<boolean>`draft.customer_id IN ${idsIn(rows.map((row) => row.id))}`)
    .where('draft.status', '<>', 'finalised')
    .execute();
  const other = new Set(others.map((row) => row.code));
  const seen = new Set<string>();
  for (const { code, run, run_status, status } of drafts) {
    const why =
      run_status !== 'reviewing'
        ? 'merge_run_busy'
        : status === 'approved' && other.has(code)
          ? 'merge_draft_decided'
          : null;
    if (why === null || seen.has(`${why} ${code} ${run}`)) continue;
    seen.add(`${why} ${code} ${run}`);
    refusals.push({ code: why, params: { code, run } });
  }
  return refusals;
}
