/** Giving numbers, inside the finalising transaction and nowhere else. */
import { EngineError } from '#shared/model/error.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { counterKey, formatNumber, type NumberPattern, validatePattern } from '../../domain/invoice/numbering.ts';
import { fold } from '../../domain/text/fold.ts';
import {
  customerSeries,
  findSeries,
  hasCounted,
  readCounter,
  type SeriesRow,
  writeCounter,
} from '../../store/series.ts';
import type { WriteContext } from '../context.ts';

interface Counter {
  series: SeriesRow;
  pattern: NumberPattern;
  key: string;
  last: number;
  lastNumber: string;
}

export interface GivenNumber {
  number: string;
  seriesId: string;
  seriesName: string;
  counterKey: string;
  seq: number;
}

/** The highest sequence a counter holds: what an INTEGER keeps exactly, far past any office's need. */
const LAST_SEQ = 9_999_999_999;

/** Numbers of one transaction: counters are read once, kept here, and written by {@link NumberGiver.save}. */
export class NumberGiver {
  private readonly ctx: WriteContext;
  private readonly issueDate: IsoDate;
  private readonly ownSeries: Map<string, SeriesRow[]>;
  private readonly series = new Map<string, SeriesRow>();
  private readonly counters = new Map<string, Counter>();
  private readonly given = new Set<string>();

  private constructor(ctx: WriteContext, issueDate: IsoDate, ownSeries: Map<string, SeriesRow[]>) {
    this.ctx = ctx;
    this.issueDate = issueDate;
    this.ownSeries = ownSeries;
  }

  static async open(ctx: WriteContext, issueDate: IsoDate): Promise<NumberGiver> {
    return new NumberGiver(ctx, issueDate, await customerSeries(ctx.db));
  }

  /**
   * The next number of the series, or of the customer's own where it has one for this kind.
   * Throws `issue_date_before_series`, `number_taken`, `series_exhausted`, and what a pattern refuses.
   */
  async next(
    seriesId: string,
    kind: 'invoice' | 'credit_note',
    customer: { id: string; code: string },
  ): Promise<GivenNumber> {
    const own = this.ownSeries.get(customer.id)?.find((row) => row.kind === kind || row.kind === 'any');
    const counter = await this.counter(own ?? (await this.seriesRow(seriesId)));
    const seq = counter.last + 1;
    if (seq > LAST_SEQ) throw new EngineError('series_exhausted', { series: counter.series.name });
    const number = formatNumber(counter.pattern, {
      prefix: counter.series.prefix,
      issueDate: this.issueDate,
      seq,
      customerCode: customer.code,
    });
    await this.assertFree(number);
    counter.last = seq;
    counter.lastNumber = number;
    return { number, seriesId: counter.series.id, seriesName: counter.series.name, counterKey: counter.key, seq };
  }

  /** Writes every counter that moved. */
  async save(): Promise<void> {
    for (const counter of this.counters.values()) {
      if (counter.lastNumber === '') continue;
      await writeCounter(this.ctx.trx, counter.series.id, counter.key, {
        seq: counter.last,
        number: counter.lastNumber,
        date: this.issueDate,
      });
    }
  }

  private async seriesRow(id: string): Promise<SeriesRow> {
    const known = this.series.get(id) ?? (await findSeries(this.ctx.db, id));
    this.series.set(id, known);
    return known;
  }

  private async counter(series: SeriesRow): Promise<Counter> {
    const key = counterKey(series.reset, this.issueDate);
    const name = `${series.id}|${key}`;
    const known = this.counters.get(name);
    if (known) return known;
    if (series.last_date !== null && this.issueDate < series.last_date) {
      throw new EngineError('issue_date_before_series', {
        date: this.issueDate,
        last: series.last_date,
        series: series.name,
      });
    }
    const stored = await readCounter(this.ctx.db, series.id, key);
    // Another program's numbers came before the first counter only: next year begins at 1.
    const first = stored || (await hasCounted(this.ctx.db, series.id)) ? 1 : series.start_at;
    const counter: Counter = {
      series,
      pattern: validatePattern(series.pattern, { reset: series.reset, prefix: series.prefix }),
      key,
      last: stored?.last_seq ?? first - 1,
      lastNumber: '',
    };
    this.counters.set(name, counter);
    return counter;
  }

  /** Unique in the company, whatever the series; the index would refuse it anyway, but not say which and why. */
  private async assertFree(number: string): Promise<void> {
    const key = fold(number);
    const taken =
      this.given.has(key) ||
      (await this.ctx.trx.selectFrom('invoice').select('id').where('number_fold', '=', key).executeTakeFirst()) !==
        undefined;
    if (taken) throw new EngineError('number_taken', { number });
    this.given.add(key);
  }
}
