/** Settings of another company, looked at and taken. Templates and rules of the house will be parts of their own. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import { CopyPart, type CopyPreview } from '#shared/contract/office.ts';
import { EngineError } from '#shared/model/error.ts';
import { readCompany, updateCompany, writeAudit } from '../../store/company.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { planCopy, type Step } from './copy-plan.ts';
import { readSource, type SettingsSource } from './source.ts';

const told = (source: SettingsSource, steps: readonly Step[]): CopyPreview => ({
  from: { path: source.path, companyId: source.company.id, name: source.company.name },
  items: steps.map(({ item }) => item),
});

export async function previewCopy(
  ctx: ReadContext,
  input: Parsed<'settings.copyPreview'>,
): Promise<Output<'settings.copyPreview'>> {
  const source = await readSource(input.from, (await readCompany(ctx.db)).company.id);
  const { steps } = await planCopy(ctx.db, source, new Set(CopyPart.options));
  return told(source, steps);
}

/** One transaction; on record with the name of the other company and what was taken. */
export async function copySettings(
  ctx: WriteContext,
  input: Parsed<'settings.copy'>,
): Promise<Output<'settings.copy'>> {
  const { company } = await readCompany(ctx.db);
  const source = await readSource(input.from, company.id);
  const { steps, profile } = await planCopy(ctx.db, source, new Set(input.parts));
  for (const { apply } of steps) await apply?.(ctx);
  if (Object.keys(profile).length > 0) {
    const { id: _id, createdAt: _at, rowVersion, ...own } = company;
    if (!(await updateCompany(ctx.trx, { ...own, ...profile }, rowVersion))) {
      throw new EngineError('row_changed', { what: 'company' });
    }
  }
  const count = steps.filter(({ item }) => item.change === 'new' || item.change === 'replaces').length;
  await writeAudit(ctx.trx, ctx.now, ctx.actor, {
    action: 'settings.copied',
    subject: company.id,
    params: { name: source.company.name, count, parts: input.parts.join(', ') },
  });
  return told(source, steps);
}
