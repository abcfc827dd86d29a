/** Reading the audit trail. Writing it is in company.ts, beside what every command needs. */
import { z } from 'zod';
import type { AuditEntry } from '#shared/contract/audit.ts';
import type { ReadDb } from './database.ts';

export const AuditParams = z.record(z.string(), z.union([z.string(), z.number()]));

/** The newest entries about any of these subjects. */
export async function readAuditOf(db: ReadDb, subjects: readonly string[], limit: number): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select(['at', 'actor', 'action', 'params'])
    .where('subject', 'in', subjects)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, params: AuditParams.parse(JSON.parse(row.params)) }));
}
