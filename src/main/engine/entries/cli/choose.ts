/** What a person names on the command line, found in the file: a run, a draft, a customer, a series. */

import type { InvoiceDetail } from '#shared/contract/invoices.ts';
import type { CustomerRow } from '#shared/contract/records.ts';
import type { RunRow } from '#shared/contract/runs.ts';
import type { Series } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import type { SeriesId } from '#shared/model/ids.ts';
import type { Context } from './command.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage.ts';

const PAGE = 500;
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const same = (a: string | null, b: string): boolean => a !== null && a.toLowerCase() === b.toLowerCase();

/** All rows of a paged list. */
async function everyRow<R>(
  page: (offset: number, limit: number) => Promise<{ rows: R[]; total: number }>,
): Promise<R[]> {
  const rows: R[] = [];
  for (;;) {
    const next = await page(rows.length, PAGE);
    rows.push(...next.rows);
    if (next.rows.length === 0 || rows.length >= next.total) return rows;
  }
}

export const everyRun = (session: Session): Promise<RunRow[]> =>
  everyRow((offset, limit) => session.call('run.list', { offset, limit }));

export const isInProgress = (run: RunRow): boolean => run.status !== 'closed' && run.status !== 'abandoned';

/** The run that --run names: id, name, `latest`; without it the only one in progress. */
export async function chooseRun({ session, options }: Context): Promise<RunRow> {
  const wanted = options.text('run');
  const runs = await everyRun(session);
  if (wanted === null) return only(runs.filter(isInProgress), () => new EngineError('cli_no_run'));
  if (wanted === 'latest') {
    const latest = [...runs].sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id))[0];
    if (latest === undefined) throw new EngineError('cli_no_run');
    return latest;
  }
  const byId = runs.find((run) => run.id === wanted);
  if (byId) return byId;
  const named = runs.filter((run) => same(run.name, wanted));
  // A name that an abandoned run had may be used again: the living one is meant.
  const living = named.filter((run) => run.status !== 'abandoned');
  return only(living.length > 0 ? living : named, () => new EngineError('cli_run_unknown', { run: wanted }));
}

function only(runs: RunRow[], none: () => EngineError): RunRow {
  const [run, second] = runs;
  if (run === undefined) throw none();
  if (second !== undefined)
    throw new EngineError('cli_run_ambiguous', { names: runs.map((one) => `${one.name} (${one.id})`).join(', ') });
  return run;
}

/** Ids of drafts given as ids or as invoice references of the run. */
export async function chooseDrafts({ session, options }: Context, run: RunRow): Promise<string[]> {
  const wanted = options.list('ids');
  if (wanted.every(isUuid)) return wanted;
  const found = await Promise.all(wanted.map((one) => findDrafts(session, run, one)));
  return found.flat();
}

/** All drafts of the run with that id, or with exactly that reference. */
export async function findDrafts(session: Session, run: RunRow, wanted: string): Promise<string[]> {
  if (isUuid(wanted)) return [wanted];
  const rows = await everyRow((offset, limit) =>
    session.call('run.drafts', { runId: run.id, filter: { search: wanted }, offset, limit }),
  );
  const ids = rows.filter((row) => same(row.reference, wanted) || same(row.number, wanted)).map((row) => row.id);
  if (ids.length === 0) throw new EngineError('cli_draft_unknown', { id: wanted });
  return ids;
}

/** The customer with exactly this code. */
export async function findCustomer(session: Session, code: string): Promise<CustomerRow> {
  const rows = await everyRow((offset, limit) =>
    session.call('customer.list', { filter: { search: code }, offset, limit }),
  );
  const customer = rows.find((row) => same(row.code, code));
  if (customer === undefined) throw new EngineError('cli_customer_unknown', { code });
  return customer;
}

/** The series that an option names by its name, prefix or id; null without the option. */
export async function findSeries(
  session: Session,
  option: 'series' | 'credit-series',
  options: Context['options'],
): Promise<SeriesId | null> {
  const wanted = options.text(option);
  return wanted === null ? null : (await seriesNamed(session, wanted)).id;
}

/** The series in use with that name, prefix or id. */
export async function seriesNamed(session: Session, wanted: string): Promise<Series> {
  const all = (await session.call('series.list', {})).filter((series) => !series.archived);
  const found = all.find((series) => series.id === wanted || same(series.name, wanted) || same(series.prefix, wanted));
  if (found === undefined)
    throw new UsageError('cli_series_unknown', { series: wanted, names: all.map((series) => series.name).join(', ') });
  return found;
}

/** The issued document with exactly this number. */
export async function findInvoice(session: Session, number: string): Promise<InvoiceDetail> {
  try {
    return await session.call('invoice.get', { number, allLines: true });
  } catch (error) {
    if (error instanceof EngineError && error.code === 'not_found')
      throw new EngineError('cli_invoice_unknown', { number });
    throw error;
  }
}
