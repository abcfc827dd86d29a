/** Customers of whom somebody said that they are not one and the same: they are not proposed together again. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { EngineError } from '#shared/model/error.ts';
import { pairOf } from '../../domain/records/duplicates.ts';
import { writeAudit } from '../../store/company.ts';
import { customersById } from '../../store/customers.ts';
import type { ReadDb } from '../../store/database.ts';
import type { WriteContext } from '../context.ts';
import { journaled } from '../undo/journal.ts';

const PREFIX = 'not_duplicates:';
const Apart = z.object({ v: z.literal(1), ids: z.array(z.uuid()) });

/** Every pair that was told apart, as {@link pairOf} writes it. */
export async function toldApart(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '>=', PREFIX)
    .where('key', '<', `${PREFIX}~`)
    .execute();
  return new Set(
    rows.flatMap(({ value }) => {
      const { ids } = Apart.parse(JSON.parse(value));
      return ids.flatMap((one, at) => ids.slice(at + 1).map((other) => pairOf(one, other)));
    }),
  );
}

export async function tellApart(
  ctx: WriteContext,
  { ids }: Parsed<'customer.notDuplicates'>,
): Promise<Output<'customer.notDuplicates'>> {
  const rows = await customersById(ctx.db, ids);
  if (ids.some((id) => !rows.has(id))) throw new EngineError('not_found', { what: 'customer' });
  const key = `${PREFIX}${ctx.newId()}`;
  const action = 'customer.not_duplicates';
  const params = { count: ids.length, codes: [...rows.values()].map(({ code }) => code).join(', ') };
  const { undoId } = await journaled(ctx, { action, params }, async (journal) => {
    await journal.watch('setting', sql`row.key = ${key}`);
    await ctx.trx
      .insertInto('setting')
      .values({ key, value: JSON.stringify({ v: 1, ids }) })
      .execute();
  });
  await writeAudit(ctx.trx, ctx.now, ctx.actor, { action, subject: null, params });
  return { undoId };
}
