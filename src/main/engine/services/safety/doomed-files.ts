/** PDFs of erased documents: listed in the transaction that erases, and on the list until they are deleted. */
import { rmSync } from 'node:fs';
import type { ReadDb } from '../../store/database.ts';
import type { WriteContext } from '../context.ts';
import { archivePath } from '../produce.ts';

export async function doomFiles({ trx, now }: WriteContext, files: readonly string[]): Promise<void> {
  for (const sha256 of files) {
    await trx
      .insertInto('doomed_file')
      .values({ sha256, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export const countDoomed = async (db: ReadDb): Promise<number> =>
  (
    await db
      .selectFrom('doomed_file')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

/**
 * Deletes what is on the list. A file that somebody holds open stays on it, for the next opening or erasure. Gives how many stay.
 */
export async function deleteDoomed(ctx: WriteContext): Promise<number> {
  const named = ctx.db.selectFrom('archive_file').select('archive_file.sha256');
  await ctx.trx.deleteFrom('doomed_file').where('sha256', 'in', named).execute();
  const files = await ctx.db.selectFrom('doomed_file').select('sha256').execute();
  let left = 0;
  for (const { sha256 } of files) {
    try {
      rmSync(archivePath(ctx.path, sha256), { force: true });
      await ctx.trx.deleteFrom('doomed_file').where('sha256', '=', sha256).execute();
    } catch (thrown) {
      console.error('the PDF of an erased document could not be deleted yet:', thrown);
      left += 1;
    }
  }
  return left;
}
