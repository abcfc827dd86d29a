/** What safety needs to know of a company file, its own or a copy's: who it is, how far it is, what it holds. */
import type { CopyCounts } from '#shared/contract/safety.ts';
import { EngineError } from '#shared/model/error.ts';
import type { Instant } from '#shared/model/values.ts';
import { readCompany, readMeta } from '../../store/company.ts';
import type { ReadDb } from '../../store/database.ts';

/** Counts transactions that changed what people care about: not those that only note how a job is doing. */
export const CONTENT = 'content';

export interface CompanyFacts {
  id: string;
  name: string;
  zone: string;
  since: Instant;
  content: string;
}

/** Throws `company_damaged` for a file without a company in it. */
export async function companyFacts(db: ReadDb): Promise<CompanyFacts> {
  const { company } = await readCompany(db);
  const id = await readMeta(db, 'company_id');
  if (id === null) throw new EngineError('company_damaged', { file: '' });
  // With the last entry of the audit trail: a copy restored and worked on may come to the same count by another way.
  const content = `${(await readMeta(db, CONTENT)) ?? 0} ${(await lastChange(db)) ?? ''}`;
  return { id, name: company.name, zone: company.zone, since: company.createdAt, content };
}

export async function countsOf(db: ReadDb): Promise<CopyCounts> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('customer')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('customers'),
      eb
        .selectFrom('product')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('products'),
      eb
        .selectFrom('pending_line')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'open')
        .as('openLines'),
      eb
        .selectFrom('bill_run')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('runs'),
      eb
        .selectFrom('invoice')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('invoices'),
    ])
    .executeTakeFirstOrThrow();
  return {
    customers: row.customers ?? 0,
    products: row.products ?? 0,
    openLines: row.openLines ?? 0,
    runs: row.runs ?? 0,
    invoices: row.invoices ?? 0,
  };
}

/** When something was last done in the file, by its audit trail. */
export async function lastChange(db: ReadDb): Promise<Instant | null> {
  const row = await db.selectFrom('audit_event').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.at ?? null;
}
