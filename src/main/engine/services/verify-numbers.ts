/** The part of `verify` about numbers: none missing, none past its counter, each of the series and place that its row says. */
import type { VerifyReport } from '#shared/contract/company.ts';
import { FrozenDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import { counterKey, formatNumber, validatePattern } from '../domain/invoice/numbering.ts';
import type { ReadDb } from '../store/database.ts';
import { allSeries, type SeriesRow } from '../store/series.ts';
import type { ReadContext } from './context.ts';

type Found = (code: string, params: VerifyReport['problems'][number]['params']) => void;

const PAGE = 500;

/** No number missing within a counter, none past its last. A counter's first number is the series' own start. */
export async function checkNumbers(db: ReadDb, found: Found): Promise<void> {
  const rows = await db
    .selectFrom('invoice')
    .innerJoin('series', 'series.id', 'invoice.series_id')
    .select((eb) => [
      'series.name',
      'invoice.series_id',
      'invoice.counter_key',
      eb.fn.min('invoice.seq').as('first'),
      eb.fn.max('invoice.seq').as('last'),
      eb.fn.countAll<number>().as('n'),
    ])
    .groupBy(['invoice.series_id', 'invoice.counter_key'])
    .execute();
  for (const row of rows) {
    const missing = row.last - row.first + 1 - row.n;
    if (missing !== 0) found('number_gap', { series: row.name, period: row.counter_key, missing });
    const counter = await db
      .selectFrom('series_counter')
      .select('last_seq')
      .where('series_id', '=', row.series_id)
      .where('counter_key', '=', row.counter_key)
      .executeTakeFirst();
    if ((counter?.last_seq ?? 0) < row.last)
      found('number_counter_behind', { series: row.name, period: row.counter_key });
  }
}

/**
 * Series, period and place in it, as kept for each invoice, against the number and the document. A person may rename a series or
 * change its pattern, which the audit trail says: of such a series only what cannot change is compared.
 */
export async function checkSeries(ctx: ReadContext, found: Found): Promise<void> {
  const { db } = ctx;
  const series = new Map((await allSeries(db)).map((row) => [row.id, row]));
  const changes = await db.selectFrom('audit_event').select('subject').where('action', '=', 'series.changed').execute();
  const changed = new Set(changes.map(({ subject }) => subject));
  const last = new Map<string, number>();
  for (let after = 0; ; ) {
    ctx.throwIfCancelled();
    const page = await db
      .selectFrom('invoice')
      .innerJoin('document', 'document.id', 'invoice.document_id')
      .select(['document_id', 'invoice.number', 'series_id', 'counter_key', 'seq', 'document.body'])
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(PAGE)
      .execute();
    const end = page.at(-1);
    if (!end) return;
    after = end.document_id;
    for (const row of page) {
      const counter = `${row.series_id}|${row.counter_key}`;
      const inOrder = row.seq > (last.get(counter) ?? 0);
      last.set(counter, row.seq);
      const own = series.get(row.series_id);
      const document = readSeriesOf(row.body);
      // A body that cannot be read is told elsewhere.
      if (document === null) continue;
      const fits = own !== undefined && inOrder && isNumberOf(own, changed.has(own.id), row, document);
      if (!fits) found('invoice_row_differs', { number: row.number });
    }
  }
}

const SeriesPart = FrozenDocument.pick({ series: true, issueDate: true, customerCode: true });
type SeriesPart = ReturnType<typeof SeriesPart.parse>;

function readSeriesOf(body: Buffer): SeriesPart | null {
  try {
    return SeriesPart.parse(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}

function isNumberOf(
  series: SeriesRow,
  changed: boolean,
  row: { number: string; counter_key: string; seq: number },
  document: SeriesPart,
): boolean {
  const { issueDate, customerCode } = document;
  if (row.counter_key !== counterKey(series.reset, issueDate)) return false;
  if (changed) return row.number.includes(String(row.seq));
  if (document.series !== series.name) return false;
  try {
    const pattern = validatePattern(series.pattern, series);
    return formatNumber(pattern, { prefix: series.prefix, issueDate, seq: row.seq, customerCode }) === row.number;
  } catch (thrown) {
    // A pattern or place that cannot give a number did not give this one.
    if (thrown instanceof EngineError) return false;
    throw thrown;
  }
}
