/** The audit trail: pages of what happened, newest first. */
import { type SqlBool, sql } from 'kysely';
import type { AuditGroup } from '#shared/contract/audit.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { auditGroups } from '#shared/messages/audit.ts';
import { fold } from '../domain/text/fold.ts';
import { AuditParams } from '../store/audit.ts';
import { readCompany, readRevision } from '../store/company.ts';
import type { ReadContext } from './context.ts';
import { startOfDay } from './day.ts';
import { containing } from './views.ts';

const prefixesOf = (group: AuditGroup): string[] =>
  Object.entries(auditGroups).flatMap(([prefix, of]) => (of === group ? [prefix] : []));

export async function listAudit(ctx: ReadContext, input: Parsed<'audit.list'>): Promise<Output<'audit.list'>> {
  const { filter } = input;
  let query = ctx.db.selectFrom('audit_event');
  if (filter.subject !== null) query = query.where('subject', '=', filter.subject);
  if (filter.actor !== null) query = query.where('actor', '=', filter.actor);
  if (filter.group !== null) {
    const prefixes = prefixesOf(filter.group);
    query = query.where(sql<SqlBool>`substr(action, 1, instr(action, '.') - 1) IN (${sql.join(prefixes)})`);
  }
  if (filter.from !== null || filter.to !== null) {
    const { zone } = (await readCompany(ctx.db)).company;
    if (filter.from !== null) query = query.where('at', '>=', startOfDay(filter.from, zone, 0));
    if (filter.to !== null) query = query.where('at', '<', startOfDay(filter.to, zone, 1));
  }
  if (filter.search.trim() !== '') {
    const pattern = containing(fold(filter.search));
    query = query.where(
      sql<SqlBool>`(liasse_fold(params) LIKE ${pattern} ESCAPE '\\' OR liasse_fold(actor) LIKE ${pattern} ESCAPE '\\')`,
    );
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('id', 'desc').limit(input.limit).offset(input.offset).execute();
  const actors = await ctx.db.selectFrom('audit_event').select('actor').distinct().orderBy('actor').execute();
  return {
    rows: rows.map(({ id, at, actor, action, subject, params }) => ({
      id,
      at,
      actor,
      action,
      subject,
      params: AuditParams.parse(JSON.parse(params)),
    })),
    total,
    actors: actors.map((row) => row.actor),
    revision: await readRevision(ctx.db),
  };
}
