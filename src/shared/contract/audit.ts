/** The audit trail, for people to read. */
import { z } from 'zod';
import type { Instant } from '../model/values.ts';
import { query } from './define.ts';
import { type Listed, Page } from './list.ts';

export interface AuditEntry {
  at: Instant;
  actor: string;
  action: string;
  params: Record<string, string | number>;
}
export interface AuditRow extends AuditEntry {
  id: number;
  /** What it was about: the id of a customer, a run, an invoice... */
  subject: string | null;
}

/** What an action is about: the part before its dot, brought to what people distinguish. */
export const AuditGroup = z.enum(['records', 'imports', 'lines', 'runs', 'invoices', 'company', 'people', 'safety']);
export type AuditGroup = z.infer<typeof AuditGroup>;

const AuditFilter = z.object({
  /** In names, codes, numbers and reasons on record. */
  search: z.string().max(200).default(''),
  subject: z.uuid().nullable().default(null),
  actor: z.string().max(200).nullable().default(null),
  group: AuditGroup.nullable().default(null),
  /** Days of the company's zone, both included. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
});
export type AuditFilter = z.output<typeof AuditFilter>;

export const auditContract = {
  /** Newest first. `actors`: everybody who is in the trail. */
  'audit.list': query(z.object({ filter: AuditFilter.default(AuditFilter.parse({})), ...Page })).returns<
    Listed<AuditRow> & { actors: string[] }
  >(),
};
