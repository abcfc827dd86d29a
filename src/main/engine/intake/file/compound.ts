/** Microsoft compound files: old .xls, or a workbook under a password. Neither is read; each gets its own words. */
import { readFile } from 'node:fs/promises';
import { EngineError } from '#shared/model/error.ts';
import { MAX_WORKBOOK_BYTES } from '../limits.ts';
import { readFailure, type Source } from './source.ts';

/** Always throws: `file_password_protected`, `file_old_excel`, or `file_other_format`. Stream names are UTF-16. */
export async function refuseCompound(source: Source): Promise<never> {
  const file = source.name;
  const place = { place: { file } };
  let bytes = source.head;
  if (source.bytes <= MAX_WORKBOOK_BYTES) {
    bytes = await readFile(source.path).catch((thrown: unknown) => {
      throw readFailure(thrown, file);
    });
  }
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) throw new EngineError('file_password_protected', { file }, place);
  if (has('Workbook') || has('Book')) throw new EngineError('file_old_excel', { file }, place);
  throw new EngineError('file_other_format', { file, found: has('WordDocument') ? 'Word' : 'OLE' }, place);
}
