/**
 * One search over everything. Each kind is looked for from the best answer to the worst (the very code or number, what begins so,
 * what has every word somewhere) and stops at the limit; the folded texts stand in indexes of their own, so that even a text
 * that occurs nowhere costs one walk through an index and no rows. Between two statements it stops if nobody waits any more.
 */
import { type SqlBool, sql } from 'kysely';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { SearchGroup, SearchHit, SearchKind, SearchRank } from '#shared/contract/search.ts';
import { fold } from '#shared/format/fold.ts';
import { decimalToMinor } from '#shared/format/money.ts';
import { minorDigits, unusualCurrencies } from '../domain/money/currency.ts';
import { readTypedAmount, type TypedAmount } from '../domain/text/amount.ts';
import type { ReadContext } from './context.ts';
import { hitsById } from './search-hits.ts';

/** What is looked for, made ready once. */
interface Wanted {
  /** The whole text, folded; never empty. */
  text: string;
  words: string[];
  /** Without blanks and stops, as VAT numbers and references are written; null where that is no other text. */
  compact: string | null;
  amount: TypedAmount | null;
  limit: number;
}
interface Found {
  id: string;
  rank: SearchRank;
}
type Finder = (ctx: ReadContext, wanted: Wanted) => Promise<Found[]>;

const MAX_WORDS = 8;
/** The runs and imports looked through by name, newest first: they are few, and have no folded column. */
const NEWEST = 500;
/** Decimals that currencies have. */
const SCALES = [0, 2, 3, 4];
const RANKS: readonly SearchRank[] = ['exact', 'begins', 'contains'];
/** Of two kinds with equally good hits the one that is looked for more often comes first. */
const KINDS: readonly SearchKind[] = ['customer', 'invoice', 'draft', 'line', 'run', 'product', 'import'];

export async function searchAll(ctx: ReadContext, input: Parsed<'search.all'>): Promise<Output<'search.all'>> {
  const text = fold(input.text);
  const amount = readTypedAmount(input.text);
  if (text === '') return { groups: [], amounts: [] };
  const compact = text.replaceAll(/[\s.]/g, '');
  const wanted: Wanted = {
    text,
    words: text.split(' ').slice(0, MAX_WORDS),
    compact: compact === text ? null : compact,
    amount,
    limit: input.limit,
  };
  const groups: (SearchGroup & { best: number })[] = [];
  for (const kind of KINDS) {
    ctx.throwIfCancelled();
    const found = await finders[kind](ctx, wanted);
    const shown = found.slice(0, input.limit);
    const hits = await hitsById(
      ctx.db,
      kind,
      shown.map(({ id }) => id),
    );
    const best = RANKS.indexOf(shown[0]?.rank ?? 'contains');
    if (hits.length > 0) groups.push({ kind, hits, more: found.length > input.limit, best });
  }
  groups.sort((a, b) => a.best - b.best || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return { groups: groups.map(({ kind, hits, more }) => ({ kind, hits, more })), amounts: amount?.readings ?? [] };
}

/** Records by id, whatever they are. A place whose record is gone is left out. */
export async function searchNamed(ctx: ReadContext, input: Parsed<'search.named'>): Promise<Output<'search.named'>> {
  const found = new Map<string, SearchHit>();
  for (const kind of KINDS) {
    ctx.throwIfCancelled();
    for (const hit of await hitsById(ctx.db, kind, input.ids)) found.set(hit.id, hit);
  }
  return input.ids.flatMap((id) => found.get(id) ?? []);
}

interface Step {
  rank: SearchRank;
  /** What it finds is the one answer: nothing else of this kind is looked for. */
  settles?: true;
  look(wantedStill: number): Promise<{ id: string }[]>;
}

/** Gathers hits, each once with its best rank, until one more than the limit is there. */
async function gather(ctx: ReadContext, limit: number, steps: readonly Step[]): Promise<Found[]> {
  const found = new Map<string, SearchRank>();
  for (const { rank, settles, look } of steps) {
    if (found.size > limit) break;
    ctx.throwIfCancelled();
    // What an earlier step found may come again.
    for (const { id } of await look(limit + 1 + found.size)) if (!found.has(id)) found.set(id, rank);
    if (settles && found.size > 0) break;
  }
  return [...found].slice(0, limit + 1).map(([id, rank]) => ({ id, rank }));
}

/** Folded keys that begin with a text: a range, so that the index serves it. */
const after = (text: string): string => `${text}\u{10ffff}`;

/** Every word somewhere; or the text without its blanks, as numbers are written together. */
const hasAll = ({ words, compact }: Wanted) => {
  const all = sql.join(
    words.map((word) => sql<SqlBool>`instr(search_fold, ${word}) > 0`),
    sql` AND `,
  );
  return compact === null ? sql<SqlBool>`(${all})` : sql<SqlBool>`((${all}) OR instr(search_fold, ${compact}) > 0)`;
};

const customers: Finder = (ctx, wanted) => {
  const { text, limit } = wanted;
  const active = () => ctx.db.selectFrom('customer').select('id').where('merged_into', 'is', null);
  return gather(ctx, limit, [
    { rank: 'exact', look: () => active().where('code_fold', '=', text).execute() },
    { rank: 'exact', look: (n) => active().where('archived', '=', 0).where('name_fold', '=', text).limit(n).execute() },
    {
      rank: 'begins',
      look: (n) => active().where('code_fold', '>=', text).where('code_fold', '<', after(text)).limit(n).execute(),
    },
    {
      rank: 'begins',
      look: (n) =>
        active()
          .where('archived', '=', 0)
          .where('name_fold', '>=', text)
          .where('name_fold', '<', after(text))
          .orderBy('name_fold')
          .limit(n)
          .execute(),
    },
    // Without a look at the row: the few that were merged away are left out when the hits are read.
    {
      rank: 'contains',
      look: (n) => ctx.db.selectFrom('customer').select('id').where(hasAll(wanted)).limit(n).execute(),
    },
  ]);
};

const products: Finder = (ctx, wanted) => {
  const { text, limit } = wanted;
  const all = () => ctx.db.selectFrom('product').select('id');
  return gather(ctx, limit, [
    { rank: 'exact', look: () => all().where('code_fold', '=', text).execute() },
    {
      rank: 'begins',
      look: (n) => all().where('code_fold', '>=', text).where('code_fold', '<', after(text)).limit(n).execute(),
    },
    { rank: 'contains', look: (n) => all().where(hasAll(wanted)).limit(n).execute() },
  ]);
};

const invoices: Finder = (ctx, wanted) => {
  const { text, limit, amount } = wanted;
  const all = () => ctx.db.selectFrom('invoice').select('id');
  return gather(ctx, limit, [
    { rank: 'exact', settles: true, look: () => all().where('number_fold', '=', text).execute() },
    { rank: 'exact', look: (n) => (amount === null ? Promise.resolve([]) : invoicesOf(ctx, amount, n)) },
    {
      rank: 'begins',
      look: (n) => all().where('number_fold', '>=', text).where('number_fold', '<', after(text)).limit(n).execute(),
    },
    { rank: 'contains', look: (n) => all().where(hasAll(wanted)).limit(n).execute() },
  ]);
};

/** Every pair of minor units and decimals that the typed amount can mean; without a sign, credit notes are meant too. */
function minorsOf({ readings }: TypedAmount): { minor: number; digits: number }[] {
  const pairs = readings.flatMap((reading) =>
    SCALES.flatMap((digits) => {
      const minor = decimalToMinor(reading, digits);
      if (minor === null || minor === 0) return [];
      return reading.startsWith('-')
        ? [{ minor, digits }]
        : [
            { minor, digits },
            { minor: -minor, digits },
          ];
    }),
  );
  return pairs;
}

/** The currencies with that many decimals; for 2, those that have another number. */
const currenciesOf = (digits: number): string[] =>
  unusualCurrencies.filter((code) => digits === 2 || minorDigits(code) === digits);

/** Whether a currency is one that was asked for and has that many decimals. */
const meant = (currency: string, digits: number, { currencies }: TypedAmount): boolean =>
  minorDigits(currency) === digits && (currencies === null || currencies.includes(currency));

/** Documents whose net or gross is the amount, newest first. */
async function invoicesOf(ctx: ReadContext, amount: TypedAmount, limit: number): Promise<{ id: string }[]> {
  const found: { id: string; issued: number }[] = [];
  for (const { minor, digits } of minorsOf(amount)) {
    for (const column of ['gross', 'net'] as const) {
      ctx.throwIfCancelled();
      const rows = await ctx.db
        .selectFrom('invoice')
        .select(['id', 'document_id'])
        .where(column, '=', minor)
        .where('currency', digits === 2 ? 'not in' : 'in', currenciesOf(digits))
        .$if(amount.currencies !== null, (query) => query.where('currency', 'in', amount.currencies ?? []))
        .orderBy(sql`rowid`, 'desc')
        .limit(limit)
        .execute();
      for (const row of rows) found.push({ id: row.id, issued: row.document_id });
    }
  }
  return found.sort((a, b) => b.issued - a.issued).slice(0, limit);
}

const drafts: Finder = (ctx, wanted) => {
  const { limit, amount } = wanted;
  // The index has the drafts that are still drafts, with all that is asked of them.
  const live = () => ctx.db.selectFrom('draft').where(sql<SqlBool>`status <> 'finalised'`);
  return gather(ctx, limit, [
    {
      rank: 'exact',
      look: async (n) => {
        const pairs = amount === null ? [] : minorsOf(amount);
        if (amount === null || pairs.length === 0) return [];
        const minors = pairs.map(({ minor }) => minor);
        const rows = await live()
          .select(['id', 'gross', 'net', 'currency'])
          .where((eb) => eb.or([eb('gross', 'in', minors), eb('net', 'in', minors)]))
          .execute();
        const fits = (row: (typeof rows)[number]) =>
          pairs.some(
            ({ minor, digits }) => (row.gross === minor || row.net === minor) && meant(row.currency, digits, amount),
          );
        return rows.filter(fits).slice(0, n);
      },
    },
    { rank: 'contains', look: (n) => live().select('id').where(hasAll(wanted)).limit(n).execute() },
  ]);
};

const lines: Finder = (ctx, wanted) =>
  gather(ctx, wanted.limit, [
    {
      rank: 'contains',
      look: (n) => {
        // Named, because SQLite takes the index by state and reads every row that waits.
        const found = sql<{ id: string }>`(
          SELECT id FROM pending_line INDEXED BY pending_line_by_search
          WHERE status IN ('open', 'held') AND ${hasAll(wanted)})`.as('found');
        return ctx.db.selectFrom(found).select('id').limit(n).execute();
      },
    },
  ]);

/** For the few that have no folded column. */
function named(rows: readonly { id: string; name: string }[], { text, words, limit }: Wanted): Found[] {
  const found = rows.flatMap(({ id, name }): Found[] => {
    const folded = fold(name);
    if (!words.every((word) => folded.includes(word))) return [];
    return [{ id, rank: folded === text ? 'exact' : folded.startsWith(text) ? 'begins' : 'contains' }];
  });
  return found.sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank)).slice(0, limit + 1);
}

const runs: Finder = async (ctx, wanted) =>
  named(
    await ctx.db.selectFrom('bill_run').select(['id', 'name']).orderBy('created_at', 'desc').limit(NEWEST).execute(),
    wanted,
  );

const imports: Finder = async (ctx, wanted) =>
  named(
    await ctx.db
      .selectFrom('import_batch')
      .select(['id', 'file_name as name'])
      .orderBy('at', 'desc')
      .limit(NEWEST)
      .execute(),
    wanted,
  );

const finders: Record<SearchKind, Finder> = {
  customer: customers,
  invoice: invoices,
  draft: drafts,
  line: lines,
  run: runs,
  product: products,
  import: imports,
};
