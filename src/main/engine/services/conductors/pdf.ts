/** `document.pdf`: a preview of a draft, or the paper of an issued document: its original where one was delivered. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { DraftDocument, FrozenDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import { archiveCopy, readOriginal } from '../../ports/archive.ts';
import { writeFileAtomically } from '../../ports/write-file.ts';
import { assertOutputPath } from '../output-path.ts';
import { archivePath } from '../produce.ts';
import type { Engine } from './context.ts';

interface Paper {
  bytes: Uint8Array;
  pages: number | null;
  original: boolean;
  missingGlyphs: string[];
  logoUnreadable: boolean;
}

/**
 * The bytes go to `path`, or to the session's temporary folder. Saving an issued document under a path is delivering it: the
 * first such file becomes its original. A file opened for reading only keeps no original.
 */
export async function makePdf(
  engine: Engine,
  input: Parsed<'document.pdf'>,
  mayWrite: boolean,
): Promise<Output<'document.pdf'>> {
  if (input.path !== null) assertOutputPath(engine.companyPath, input.path, '.pdf');
  const paper = await paperOf(engine, input.of);
  const sha256 = createHash('sha256').update(paper.bytes).digest('hex');
  const path = input.path ?? join(engine.temporaryDir, 'pdf', `${randomUUID()}.pdf`);
  await save(path, paper.bytes, input.path !== null);
  if (input.path !== null && input.of.kind === 'invoice' && mayWrite && !paper.original) {
    await archiveCopy(path, archivePath(engine.companyPath, sha256));
    await engine.write('document.delivered', {
      invoiceId: input.of.id,
      path,
      sha256,
      bytes: paper.bytes.byteLength,
    });
  }
  const { pages, original, missingGlyphs, logoUnreadable } = paper;
  return { path, pages, sha256, original, missingGlyphs, logoUnreadable };
}

async function save(path: string, bytes: Uint8Array, forKeeps: boolean): Promise<void> {
  try {
    if (forKeeps) writeFileAtomically(path, bytes);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  } catch (cause) {
    throw new EngineError('folder_not_writable', { folder: dirname(path) }, { place: { file: basename(path) }, cause });
  }
}

async function paperOf(engine: Engine, of: Parsed<'document.pdf'>['of']): Promise<Paper> {
  if (of.kind === 'manual') {
    const { document } = await engine.read('invoice.preview', of.invoice);
    const logo = await engine.read('document.logo', { sha256: document.presentation.logo });
    return render(engine, document, null, logo);
  }
  const found = await engine.read('document.printable', of);
  if (found.original) {
    const bytes = await readOriginal(found.original.path, found.original.sha256);
    if (bytes) return { bytes, pages: null, original: true, missingGlyphs: [], logoUnreadable: false };
  }
  const parsed: unknown = JSON.parse(found.json);
  const document = of.kind === 'draft' ? DraftDocument.parse(parsed) : FrozenDocument.parse(parsed);
  return render(engine, document, found.number, found.logo);
}

async function render(
  engine: Engine,
  document: DraftDocument | FrozenDocument,
  number: string | null,
  logo: Uint8Array | null,
): Promise<Paper> {
  const made = await engine
    .workers()
    .run({ task: 'pdf', document, number, watermark: number === null ? 'draft' : null, logo });
  return { ...made, original: false };
}
