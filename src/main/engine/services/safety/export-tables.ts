/** The tables of a full export, from one snapshot of the company, in the keeper thread; and which papers belong to it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#shared/model/values.ts';
import { csvForm } from '../../documents/export/csv.ts';
import { type FamilyName, families } from '../../documents/export/families.ts';
import { type ExportedFile, type ExportRow, writeTable } from '../../documents/export/table-file.ts';
import { readCompany } from '../../store/company.ts';
import { readCompanyFile } from '../../store/company-copy.ts';
import type { ReadContext } from '../context.ts';
import { exportPages } from './export-rows.ts';
import { withScratch } from './inspect.ts';
import type { KeeperContext } from './keeper-context.ts';

const isFamily = (name: string): name is FamilyName => Object.hasOwn(families, name);

export async function exportTables(
  ctx: KeeperContext,
  input: { path: string; folder: string },
): Promise<{ files: ExportedFile[]; language: Language; company: string }> {
  for (const part of ['csv', 'json']) mkdirSync(join(input.folder, part), { recursive: true });
  return withScratch((scratch) =>
    readCompanyFile(input.path, scratch, async (db) => {
      const { company } = await readCompany(db);
      const form = csvForm(company.language);
      const files: ExportedFile[] = [];
      const names = Object.keys(families).filter(isFamily);
      for (const [at, name] of names.entries()) {
        files.push(...(await writeTable(input.folder, families[name], form, watched(ctx, exportPages[name](db)))));
        ctx.report(at + 1, names.length);
      }
      return { files, language: company.language, company: company.name };
    }),
  );
}

async function* watched(ctx: KeeperContext, pages: AsyncIterable<ExportRow[]>): AsyncGenerator<ExportRow[]> {
  for await (const page of pages) {
    ctx.throwIfCancelled();
    yield page;
  }
}

export interface PaperItem {
  documentId: number;
  number: string;
  customer: string;
  /** Canonical bytes; empty when the content was erased. */
  body: Uint8Array;
  /** Hash of its original, where one was delivered. */
  original: string | null;
}

/** Issued documents in the order of the chain, with what printing them needs. */
export async function exportPapers(
  ctx: ReadContext,
  input: { after: number; limit: number },
): Promise<{ items: PaperItem[]; total: number }> {
  const rows = await ctx.db
    .selectFrom('invoice')
    .innerJoin('document', 'document.id', 'invoice.document_id')
    .leftJoin('archive_file', 'archive_file.invoice_id', 'invoice.id')
    .select([
      'invoice.document_id as documentId',
      'invoice.number',
      'invoice.customer_name as customer',
      'document.body',
      'archive_file.sha256 as original',
    ])
    .where('invoice.document_id', '>', input.after)
    .orderBy('invoice.document_id')
    .limit(input.limit)
    .execute();
  const count = await ctx.db
    .selectFrom('invoice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { items: rows, total: count.n };
}
