/** What erasing a person would empty now, and what the law keeps until when. Nothing is written. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Parsed } from '#shared/contract/index.ts';
import type { ErasurePreview } from '#shared/contract/safety.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { backupNotes } from '../../ports/backup-notes.ts';
import type { ReadDb } from '../../store/database.ts';
import type { ReadContext } from '../context.ts';
import { filesOf } from './backup-place.ts';
import { companyFacts } from './company-facts.ts';
import { blockersOf, keepingOf, type PersonScope, personScope } from './erasure-scope.ts';

const SHOWN = 20;

export async function previewErasure(ctx: ReadContext, input: Parsed<'erasure.preview'>): Promise<ErasurePreview> {
  const { db } = ctx;
  const scope = await personScope(db, input.customerId);
  const { documents, rule } = await keepingOf(ctx, scope.ids);
  const kept = documents.filter((document) => !document.expired);
  const expired = documents.filter((document) => document.expired);
  const shown = (list: typeof documents) =>
    list.slice(0, SHOWN).map(({ number, issueDate, keepUntil }) => ({ number, issueDate, keepUntil }));
  const facts = await companyFacts(db);
  const { settings } = backupNotes(ctx.dataDir, { ...facts, path: ctx.path });
  return {
    customerId: CustomerId.parse(scope.customer.id),
    code: scope.customer.code,
    name: scope.customer.name,
    erasedAt: scope.customer.erasedAt,
    blockers: await blockersOf(db, scope.ids),
    erased: await erasable(db, scope),
    kept: shown(kept),
    keptTotal: kept.length,
    keptUntil:
      kept
        .map((document) => document.keepUntil)
        .sort()
        .at(-1) ?? null,
    expired: shown(expired),
    expiredTotal: expired.length,
    rule,
    backups: filesOf(ctx.dataDir, settings, facts.id).length,
  };
}

/** Where a value of the person may stand in a column of JSON, inside a JSON text in it too, or the record's own id. */
export function mentions(column: string, scope: PersonScope): RawBuilder<SqlBool> {
  const inner = (text: string): string => JSON.stringify(text).slice(1, -1);
  const written = scope.plain.flatMap((value) => [inner(value), inner(inner(value))]);
  const looked = [...new Set(written), ...scope.ids.map((id) => JSON.stringify(id))];
  const parts = looked.map((value) => sql`instr(${sql.ref(column)}, ${value}) > 0`);
  return sql<SqlBool>`(${sql.join(parts, sql` OR `)})`;
}

async function erasable(db: ReadDb, scope: PersonScope): Promise<ErasurePreview['erased']> {
  const { ids } = scope;
  const count = async (query: { execute(): Promise<{ n: number }[]> }): Promise<number> =>
    (await query.execute())[0]?.n ?? 0;
  const rows = [
    { what: 'record' as const, count: ids.length },
    {
      what: 'custom' as const,
      count:
        (await count(
          db
            .selectFrom('custom_value')
            .select((eb) => eb.fn.countAll<number>().as('n'))
            .where('record_id', 'in', ids),
        )) +
        (await count(
          db
            .selectFrom('record_tag')
            .select((eb) => eb.fn.countAll<number>().as('n'))
            .where('record_id', 'in', ids),
        )),
    },
    {
      what: 'lines' as const,
      count: await count(
        db
          .selectFrom('pending_line')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('customer_id', 'in', ids)
          .where('status', '=', 'excluded'),
      ),
    },
    {
      what: 'drafts' as const,
      count: await count(
        db
          .selectFrom('draft')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('customer_id', 'in', ids)
          .where('status', '=', 'finalised')
          .where('document', '<>', ''),
      ),
    },
    {
      what: 'journal' as const,
      count: await count(
        db
          .selectFrom('audit_event')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('params', '<>', '{}')
          .where((eb) => eb.or([eb('subject', 'in', ids), mentions('params', scope)])),
      ),
    },
    {
      what: 'undo' as const,
      count: await count(db.selectFrom('undo_entry').select((eb) => eb.fn.countAll<number>().as('n'))),
    },
    {
      what: 'results' as const,
      count: await count(
        db
          .selectFrom('command_result')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where(mentions('result', scope)),
      ),
    },
  ];
  return rows.filter((row) => row.count > 0);
}
