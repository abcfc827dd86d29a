/** The row of the company that this engine has open, read through its own connection. */
import type { OfficeRow } from '#shared/contract/office.ts';
import { ownerOf } from '../../ports/owner-lock.ts';
import type { ReadContext } from '../context.ts';
import { officeFigures } from './figures.ts';
import { stampOf } from './file-copy.ts';

export async function figuresHere(ctx: ReadContext, { here }: { here: boolean }): Promise<Omit<OfficeRow, 'path'>> {
  const owner = ownerOf(ctx.path);
  return {
    state: 'ready',
    error: null,
    owner: owner && { ...owner, here },
    figures: await officeFigures(ctx.db, ctx.now, ctx.dataDir),
    bytes: stampOf(ctx.path).bytes,
  };
}
