/** Making a company file and opening one for writing. */
import { CompanyProfile } from '#shared/model/company.ts';
import { EngineError } from '#shared/model/error.ts';
import { assertLogoReadable } from '../documents/pdf/logo.ts';
import { isCurrency } from '../domain/money/currency.ts';
import { failpoint } from '../ports/failpoint.ts';
import { insertCompany, writeAudit, writeMeta } from '../store/company.ts';
import { createCompanyFile, type OpenedFile, openCompanyFile } from '../store/company-file.ts';
import { kyselyOn } from '../store/database.ts';
import { uuidv7 } from '../store/ids.ts';

/** What the first series look like: one for invoices, one for credit notes, both restarting every year. */
const firstSeries = (language: CompanyProfile['language']) =>
  [
    {
      name: language === 'fr' ? 'Factures' : 'Invoices',
      kind: 'invoice' as const,
      prefix: language === 'fr' ? 'FA-' : 'INV-',
    },
    {
      name: language === 'fr' ? 'Avoirs' : 'Credit notes',
      kind: 'credit_note' as const,
      prefix: language === 'fr' ? 'AV-' : 'CN-',
    },
  ] as const;

/** Writes a new file at `path` with the company and its first two series. Never overwrites. */
export async function newCompany(path: string, given: CompanyProfile, actor: string): Promise<null> {
  const profile = CompanyProfile.parse(given);
  if (!isCurrency(profile.currency)) {
    throw new EngineError('currency_unknown', { currency: profile.currency }, { place: { field: 'currency' } });
  }
  assertZone(profile.zone);
  assertLogo(profile.logo);
  await createCompanyFile(path, async (sqlite) => {
    const now = new Date().toISOString();
    const companyId = uuidv7();
    await kyselyOn(sqlite)
      .transaction()
      .execute(async (trx) => {
        await insertCompany(trx, companyId, profile, now);
        await writeMeta(trx, 'company_id', companyId);
        await writeMeta(trx, 'revision', '1');
        for (const series of firstSeries(profile.language)) {
          await trx
            .insertInto('series')
            .values({
              id: uuidv7(),
              ...series,
              pattern: '{prefix}{year}-{seq:5}',
              reset: 'yearly',
              start_at: 1,
              customer_id: null,
              is_default: 1,
              archived: 0,
              last_date: null,
              created_at: now,
              row_version: 1,
            })
            .execute();
        }
        await writeAudit(trx, now, actor, {
          action: 'company.created',
          subject: companyId,
          params: { name: profile.name },
        });
      });
    failpoint('create.filled');
  });
  return null;
}

/** Today's date depends on it: a zone that the platform does not know is refused. */
export function assertZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch (cause) {
    throw new EngineError('zone_unknown', { zone }, { place: { field: 'zone' }, cause });
  }
}

/**
 * A logo that no document could show is refused, as a document names for ever the one it was issued with. Throws
 * `logo_not_an_image`.
 */
export function assertLogo(logo: string | null): void {
  if (logo === null) return;
  try {
    assertLogoReadable(Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64'));
  } catch (cause) {
    throw new EngineError('logo_not_an_image', {}, { place: { field: 'logo' }, cause });
  }
}

export function openForWriting(path: string): OpenedFile {
  return openCompanyFile(path, { readOnly: false });
}
