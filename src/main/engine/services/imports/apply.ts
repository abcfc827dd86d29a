/** The import itself: every step of the plan in one transaction, and the rehearsal that only counts them. */
import { EngineError } from '#shared/model/error.ts';
import { ImportId, type JobId } from '#shared/model/ids.ts';
import type { ImportKind, ImportOutcome } from '#shared/model/imports.ts';
import { fold } from '../../domain/text/fold.ts';
import { failpoint } from '../../ports/failpoint.ts';
import { readCompany, writeAudit } from '../../store/company.ts';
import { customersByCode, insertCustomer, updateCustomer } from '../../store/customers.ts';
import { insertLines, type NewPendingLine, nextLineOrdinal } from '../../store/lines.ts';
import { insertProduct, productsByCode, updateProduct } from '../../store/products.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { endJob } from '../jobs.ts';
import { ImportPlan, type LineStep, type PlannedRejection, type Step } from './plan.ts';
import { stagedBatches } from './staged-file.ts';

const BATCH = 500;

export interface StagedImport {
  kind: ImportKind;
  stagedPath: string;
  fileName: string;
  sha256: string;
  /** Records in the staging file, for progress. */
  records: number;
  /** Rows that said a customer or a product once more word for word: counted as left alone. */
  repeated: number;
  createCustomers: boolean;
  createProducts: boolean;
  takeRepeated: boolean;
  /** Field → the name of its column in the file, for rejections. */
  columnOf: Readonly<Record<string, string>>;
}

/** What an import came to, and the rejections that reading alone could not know. */
export interface Planned<O> {
  outcome: O;
  refused: PlannedRejection[];
}

/** Dry run: reads, plans, counts, writes nothing. */
export async function rehearseImport(ctx: ReadContext, input: StagedImport): Promise<Planned<ImportOutcome>> {
  const { company } = await readCompany(ctx.db);
  const plan = new ImportPlan(input.kind, input.fileName, { company, ...input });
  let done = 0;
  for (const batch of stagedBatches(input.stagedPath, BATCH)) {
    ctx.throwIfCancelled();
    await plan.steps(ctx.db, batch);
    done += batch.length;
    ctx.report(done, input.records);
  }
  return { outcome: plan.finish(), refused: plan.refused };
}

/** All or nothing. The job is marked done in the same transaction. */
export async function applyImport(
  ctx: WriteContext,
  input: StagedImport & { job: { id: JobId; seq: number }; saveMap: { shape: string; map: unknown } | null },
): Promise<Planned<ImportOutcome & { importId: ImportId }>> {
  const { company } = await readCompany(ctx.db);
  const plan = new ImportPlan(input.kind, input.fileName, { company, ...input });
  const importId = ImportId.parse(ctx.newId());
  await ctx.trx
    .insertInto('import_batch')
    .values({
      id: importId,
      kind: input.kind,
      file_name: input.fileName,
      file_sha256: input.sha256,
      at: ctx.now,
      actor: ctx.actor,
      rows: 0,
      created: 0,
      updated: 0,
      left_alone: 0,
      rejected: 0,
    })
    .execute();
  let ordinal = await nextLineOrdinal(ctx.db);
  let done = 0;
  for (const batch of stagedBatches(input.stagedPath, BATCH)) {
    ctx.throwIfCancelled();
    const steps = await plan.steps(ctx.db, batch);
    await carryOut(ctx, steps);
    const lines = steps.filter((step) => step.do === 'line');
    await insertLines(ctx.trx, await lineRows(ctx, lines, importId, ordinal));
    ordinal += lines.length;
    done += batch.length;
    failpoint('import.batch');
    ctx.report(done, input.records);
  }
  const outcome = plan.finish();
  await ctx.trx
    .updateTable('import_batch')
    .set({
      rows: outcome.rows,
      created: outcome.create,
      updated: outcome.update,
      left_alone: outcome.leave,
      rejected: outcome.reject,
    })
    .where('id', '=', importId)
    .execute();
  if (input.saveMap) {
    const { shape } = input.saveMap;
    const map = JSON.stringify(input.saveMap.map);
    await ctx.trx
      .insertInto('column_map')
      .values({ kind: input.kind, shape, map, at: ctx.now })
      .onConflict((conflict) => conflict.columns(['kind', 'shape']).doUpdateSet({ map, at: ctx.now }))
      .execute();
  }
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'import.committed',
    subject: importId,
    params: {
      file: input.fileName,
      kind: input.kind,
      created: outcome.create,
      updated: outcome.update,
      rejected: outcome.reject,
    },
  });
  const result = { ...outcome, importId };
  await endJob(ctx, {
    jobId: input.job.id,
    status: 'done',
    seq: input.job.seq,
    done,
    total: done,
    failed: 0,
    result,
    error: null,
  });
  failpoint('import.before-commit');
  ctx.afterCommit(async () => failpoint('import.after-commit'));
  return { outcome: result, refused: plan.refused };
}

async function carryOut(ctx: WriteContext, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    switch (step.do) {
      case 'create-customer':
        await insertCustomer(ctx.trx, ctx.newId(), step.input, ctx.now);
        break;
      case 'update-customer':
        written(await updateCustomer(ctx.trx, step.id, step.rowVersion, step.input, ctx.now));
        break;
      case 'create-product':
        await insertProduct(ctx.trx, ctx.newId(), step.input, ctx.now);
        break;
      case 'update-product':
        written(await updateProduct(ctx.trx, step.id, step.rowVersion, step.input, ctx.now));
        break;
      case 'leave':
      case 'reject':
      case 'line':
        break;
    }
  }
}

/** The plan read the row in this transaction: one that has another version by now was planned twice. Undoes the import. */
function written(done: boolean): void {
  if (!done) throw new EngineError('row_changed');
}

async function lineRows(
  ctx: WriteContext,
  steps: readonly LineStep[],
  importId: string,
  firstOrdinal: number,
): Promise<NewPendingLine[]> {
  const customers = await customersByCode(
    ctx.db,
    steps.flatMap((step) => step.customer ?? []),
  );
  const products = await productsByCode(
    ctx.db,
    steps.flatMap((step) => step.product ?? []),
  );
  return steps.map(({ record, ...step }, index) => {
    const customer = step.customer === null ? undefined : customers.get(step.customer);
    const product = step.product === null ? undefined : products.get(step.product);
    return {
      id: ctx.newId(),
      import_id: importId,
      source_sheet: step.sheet,
      source_row: step.row,
      source_key: step.key,
      status: customer ? 'open' : 'held',
      held_for: customer ? null : 'line.customer_missing',
      draft_id: null,
      customer_id: customer?.id ?? null,
      customer_code: customer?.code ?? record.customerCode,
      customer_country: record.customerCountry,
      invoice_reference: record.invoiceReference,
      reference_fold: fold(record.invoiceReference ?? ''),
      date: record.date,
      product_id: product?.id ?? null,
      product_code: record.productCode,
      description: record.description,
      search_fold: fold(
        [record.invoiceReference, record.customerCode, record.productCode, record.description]
          .filter(Boolean)
          .join(' '),
      ),
      quantity: record.quantity,
      unit: record.unit,
      unit_price: record.unitPrice,
      discount_percent: record.discountPercent,
      currency: step.currency,
      tax_class: record.taxClass,
      supply: record.supply,
      order_reference: record.orderReference,
      corrects: record.corrects,
      note: record.note,
      net: step.net,
      ordinal: firstOrdinal + index,
      created_at: ctx.now,
    };
  });
}
