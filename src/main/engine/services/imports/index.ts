/** The list of imports, and what reading a file has to know of the company. */
import type { Output } from '#shared/contract/index.ts';
import { CustomFieldId, ImportId } from '#shared/model/ids.ts';
import type { ImportKind, IntakeField } from '#shared/model/imports.ts';
import { fieldsOf, optionsOf } from '../../store/extras.ts';
import type { ReadContext } from '../context.ts';

const LISTED = 200;

export async function listImports(ctx: ReadContext): Promise<Output<'import.list'>> {
  const rows = await ctx.db
    .selectFrom('import_batch')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('import_reject')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('import_reject.import_id', '=', 'import_batch.id')
        .as('rejects'),
    )
    .orderBy('id', 'desc')
    .limit(LISTED)
    .execute();
  return rows.map((row) => ({
    id: ImportId.parse(row.id),
    kind: row.kind,
    fileName: row.file_name,
    at: row.at,
    actor: row.actor,
    rows: row.rows,
    created: row.created,
    updated: row.updated,
    left: row.left_alone,
    rejected: row.rejected,
    rejectsKept: row.rejects ?? 0,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  }));
}

/** The custom fields that a file of this kind may fill; lines have none. */
export async function intakeFields(ctx: ReadContext, { kind }: { kind: ImportKind }): Promise<IntakeField[]> {
  if (kind === 'lines') return [];
  const rows = await fieldsOf(ctx.db, kind === 'customers' ? 'customer' : 'product');
  return rows
    .filter(({ archived }) => archived === 0)
    .map((row) => ({ id: CustomFieldId.parse(row.id), name: row.name, kind: row.kind, options: optionsOf(row) }));
}
