/** The originals: what was delivered is kept beside the company file, by content, and given again at a reprint. */
import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Copies a file into the archive under its content's name. One that is there whole is left alone; a damaged one is mended. */
export async function archiveCopy(source: string, target: string): Promise<void> {
  if ((await readOriginal(target, basename(target, '.pdf'))) !== null) return;
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await copyFile(source, temporary, constants.COPYFILE_FICLONE);
    await rename(temporary, target);
  } catch (thrown) {
    await rm(temporary, { force: true });
    // Another worker may have put the same content there in the meantime.
    if ((await readOriginal(target, basename(target, '.pdf'))) === null) throw thrown;
  }
}

/** The bytes of an original, or null when it is gone or is no longer what was delivered. */
export async function readOriginal(path: string, sha256: string): Promise<Buffer | null> {
  if (!(await exists(path))) return null;
  const bytes = await readFile(path);
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
}
