/** The one row of `company`, the file's own facts in `meta`, the audit trail and the results of commands. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Company, CompanyProfile } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import type { ReadDb, Trx } from './database.ts';

const StoredProfile = CompanyProfile.omit({ logo: true }).extend({ v: z.literal(1) });
const Params = z.record(z.string(), z.union([z.string(), z.number()]));

export interface StoredCompany {
  company: Company;
  logoSha256: string | null;
}

export async function readCompany(db: ReadDb): Promise<StoredCompany> {
  const row = await db.selectFrom('company').selectAll().where('id', '=', 1).executeTakeFirst();
  if (!row) throw new EngineError('company_damaged', { file: '' });
  const { v: _version, ...profile } = StoredProfile.parse(JSON.parse(row.profile));
  const picture = row.logo_sha256 === null ? null : await readPicture(db, row.logo_sha256);
  const logo = picture === null ? null : `data:${picture.mime};base64,${picture.bytes.toString('base64')}`;
  return {
    company: { ...profile, logo, id: row.company_id, createdAt: row.created_at, rowVersion: row.row_version },
    logoSha256: row.logo_sha256,
  };
}

export async function readPicture(db: ReadDb, sha256: string): Promise<{ mime: string; bytes: Buffer } | null> {
  const row = await db.selectFrom('picture').select(['mime', 'bytes']).where('sha256', '=', sha256).executeTakeFirst();
  return row ?? null;
}

/** Keeps a logo by content: a frozen document names it by hash. Returns the hash. */
async function keepPicture(trx: Trx, dataUrl: string): Promise<string> {
  const match = /^data:(image\/(?:png|jpeg));base64,([A-Za-z0-9+/=]+)$/.exec(dataUrl);
  const mime = match?.[1];
  const base64 = match?.[2];
  if (!mime || !base64) throw new EngineError('logo_not_an_image', {}, { place: { field: 'logo' } });
  const bytes = Buffer.from(base64, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await trx
    .insertInto('picture')
    .values({ sha256, mime, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

export async function insertCompany(trx: Trx, id: string, profile: CompanyProfile, now: string): Promise<void> {
  const { logo, ...rest } = profile;
  const logoSha256 = logo === null ? null : await keepPicture(trx, logo);
  await trx
    .insertInto('company')
    .values({
      id: 1,
      company_id: id,
      name: profile.name,
      profile: JSON.stringify({ v: 1, ...rest }),
      logo_sha256: logoSha256,
      created_at: now,
      row_version: 1,
    })
    .execute();
}

/** False when somebody else changed it since `rowVersion` was read. */
export async function updateCompany(trx: Trx, profile: CompanyProfile, rowVersion: number): Promise<boolean> {
  const { logo, ...rest } = profile;
  const logoSha256 = logo === null ? null : await keepPicture(trx, logo);
  const result = await trx
    .updateTable('company')
    .set({
      name: profile.name,
      profile: JSON.stringify({ v: 1, ...rest }),
      logo_sha256: logoSha256,
      row_version: rowVersion + 1,
    })
    .where('id', '=', 1)
    .where('row_version', '=', rowVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The revision grows with every transaction that changed something. */
export async function readRevision(db: ReadDb): Promise<number> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'revision').executeTakeFirst();
  return Number(row?.value ?? 0);
}

export async function bumpRevision(trx: Trx): Promise<void> {
  await trx
    .insertInto('meta')
    .values({ key: 'revision', value: '1' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        value: eb.cast<string>(eb(eb.cast<number>('meta.value', 'integer'), '+', 1), 'text'),
      })),
    )
    .execute();
}

export async function readMeta(db: ReadDb, key: string): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeMeta(trx: Trx, key: string, value: string): Promise<void> {
  await trx
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export interface AuditRecord {
  action: string;
  subject: string | null;
  params?: Record<string, string | number>;
}

export async function writeAudit(trx: Trx, at: string, actor: string, event: AuditRecord): Promise<void> {
  await trx
    .insertInto('audit_event')
    .values({ at, actor, action: event.action, subject: event.subject, params: JSON.stringify(event.params ?? {}) })
    .execute();
}

export async function readAudit(db: ReadDb, subject: string | null, limit: number) {
  let query = db.selectFrom('audit_event').selectAll().orderBy('id', 'desc').limit(limit);
  if (subject !== null) query = query.where('subject', '=', subject);
  const rows = await query.execute();
  return rows.map((row) => ({
    at: row.at,
    actor: row.actor,
    action: row.action,
    params: Params.parse(JSON.parse(row.params)),
  }));
}

/** The stored result of a command, so that asking again after an engine death does nothing twice. */
export async function storedResult(db: ReadDb, commandId: string) {
  return db.selectFrom('command_result').selectAll().where('command_id', '=', commandId).executeTakeFirst();
}

export async function storeResult(
  trx: Trx,
  entry: { commandId: string; name: string; inputSha256: string; result: unknown; at: string },
): Promise<void> {
  await trx
    .insertInto('command_result')
    .values({
      command_id: entry.commandId,
      name: entry.name,
      input_sha256: entry.inputSha256,
      result: JSON.stringify(entry.result),
      at: entry.at,
    })
    .execute();
}
