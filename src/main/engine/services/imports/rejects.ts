/** Rejected rows in the company file: kept in the transaction of their import, so that no end of the program loses them. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { ColumnConstants, ColumnMap, ReadOptions, StagedRecord } from '#shared/model/imports.ts';
import type { KeptReject } from '../../intake/rejects.ts';
import { insertRows } from '../../store/bulk.ts';
import type { Trx } from '../../store/database.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import type { PlannedRejection } from './plan.ts';
import { stagedBatches } from './staged-file.ts';

/** Rows kept of one import, and how many imports keep theirs. */
const KEPT_REJECTS = 50_000;
const KEPT_IMPORTS = 50;
const BATCH = 500;

/** How an imported file was read: enough to write its rejected rows again. */
export interface SourceShape {
  columns: readonly string[];
  options: ReadOptions;
  map: ColumnMap;
  constants: ColumnConstants;
}

/** What was read from a refused row, in its columns; those without a field stay empty until the file is asked again. */
export function partial({ rejection, given }: PlannedRejection, source: SourceShape): KeptReject {
  return { t: 'reject', rejection: { ...rejection, cells: cellsOf(given, source) }, partial: true };
}

/** Fields that hold a decimal: in the file they have its decimal mark. */
const DECIMALS: ReadonlySet<string> = new Set(['quantity', 'unitPrice', 'discountPercent']);

function cellsOf(given: PlannedRejection['given'], { columns, options, map }: SourceShape): string[] {
  const values = new Map<string, unknown>(Object.entries(given));
  return columns.map((_, index) => {
    const field = map.find(({ column }) => column === index)?.field;
    const value = field === undefined ? null : values.get(field);
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    return field !== undefined && DECIMALS.has(field) && options.decimalMark === ','
      ? String(value).replace('.', ',')
      : String(value);
  });
}

/** Rejections on their way into the file, in batches; beyond {@link KEPT_REJECTS} they are counted only. */
export class RejectKeeper {
  readonly #trx: Trx;
  readonly #importId: string;
  #ordinal = 0;

  constructor(trx: Trx, importId: string) {
    this.#trx = trx;
    this.#importId = importId;
  }

  async keep(rejects: readonly KeptReject[]): Promise<void> {
    const room = rejects.slice(0, Math.max(0, KEPT_REJECTS - this.#ordinal));
    await insertRows(
      this.#trx,
      'import_reject',
      room.map((kept) => {
        this.#ordinal += 1;
        return { import_id: this.#importId, ordinal: this.#ordinal, rejection: JSON.stringify(kept) };
      }),
    );
  }
}

/** Older imports give up their rejected rows: they hold what people wrote about customers. */
export async function pruneRejects(trx: Trx): Promise<void> {
  await trx
    .deleteFrom('import_reject')
    .where('import_id', 'not in', (eb) =>
      eb.selectFrom('import_batch').select('id').orderBy('id', 'desc').limit(KEPT_IMPORTS),
    )
    .execute();
}

/** Puts whole rows in place of partial ones: `path` holds all rejections of the import, one JSON object a line. */
export async function completeRejects(ctx: WriteContext, input: { importId: string; path: string }): Promise<null> {
  await ctx.trx.deleteFrom('import_reject').where('import_id', '=', input.importId).execute();
  const keeper = new RejectKeeper(ctx.trx, input.importId);
  for (const batch of stagedBatches(input.path, BATCH)) {
    await keeper.keep(batch.filter((one): one is Extract<StagedRecord, { t: 'reject' }> => one.t === 'reject'));
  }
  return null;
}

/** Writes the kept rejections of an import to a file of JSON lines. */
export async function dumpRejects(
  ctx: ReadContext,
  input: { importId: string; path: string },
): Promise<{ rows: number; fileName: string; source: SourceShape } | null> {
  const batch = await ctx.db
    .selectFrom('import_batch')
    .select(['file_name', 'source'])
    .where('id', '=', input.importId)
    .executeTakeFirst();
  if (!batch || batch.source === null) return null;
  // This engine wrote it with the import; `v` is 1.
  const source = JSON.parse(batch.source) as SourceShape;
  const handle = openSync(input.path, 'w');
  let rows = 0;
  try {
    for (;;) {
      const part = await ctx.db
        .selectFrom('import_reject')
        .select(['ordinal', 'rejection'])
        .where('import_id', '=', input.importId)
        .where('ordinal', '>', rows)
        .orderBy('ordinal')
        .limit(BATCH)
        .execute();
      if (part.length === 0) break;
      writeSync(handle, part.map(({ rejection }) => `${rejection}\n`).join(''));
      rows = part.at(-1)?.ordinal ?? rows;
    }
  } finally {
    closeSync(handle);
  }
  return { rows, fileName: batch.file_name, source };
}
