/** One row of the office board: the state of a company's file and, where it can be read, its figures. */
import type { OfficeFigures, OfficeOwner, OfficeRow } from '#shared/contract/office.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import { ownerOf } from '../../ports/owner-lock.ts';
import { isOlder, openThrowawayCopy } from '../../store/company-file.ts';
import { asReader, kyselyOn, type ReadDb } from '../../store/database.ts';
import { officeFigures } from './figures.ts';
import { copyCompany, removeCopy, stampOf } from './file-copy.ts';

/** Reads a copy of the company at `path`, made in `folder` and thrown away afterwards. */
export async function readingCopy<R>(
  path: string,
  folder: string,
  use: (db: ReadDb, version: number) => Promise<R>,
): Promise<R> {
  try {
    const { sqlite, version } = openThrowawayCopy(copyCompany(path, folder), path);
    try {
      return await use(asReader(kyselyOn(sqlite)), version);
    } finally {
      sqlite.close();
    }
  } finally {
    removeCopy(folder);
  }
}

/** What was read of a file, and of which state of it. */
export interface Known {
  stamp: string;
  figures: OfficeFigures;
  older: boolean;
}

/** Who has the file, and never why that could not be seen: the row tells of the file itself. */
function ownerSeen(path: string): OfficeOwner | null {
  try {
    const owner = ownerOf(path);
    return owner && { ...owner, here: false };
  } catch {
    // No right to the folder: reading the file says so.
    return null;
  }
}

/** The file as it is now; figures of the same content, read within the hour, are taken as they are. */
export async function lookAt(
  path: string,
  options: { folder: string; now: string; dataDir: string; known: Known | null },
): Promise<{ row: OfficeRow; known: Known | null }> {
  const { folder, now, dataDir, known } = options;
  const owner = ownerSeen(path);
  try {
    const { stamp, bytes } = stampOf(path);
    // Dates move on: what is due is counted anew with every hour.
    const mark = `${stamp} ${now.slice(0, 13)}`;
    const fresh =
      known?.stamp === mark
        ? known
        : await readingCopy(
            path,
            folder,
            async (db, version): Promise<Known> => ({
              stamp: mark,
              figures: await officeFigures(db, now, dataDir),
              older: isOlder(version),
            }),
          );
    const state = fresh.older ? 'older' : 'ready';
    return { row: { path, state, error: null, owner, figures: fresh.figures, bytes }, known: fresh };
  } catch (thrown) {
    return {
      row: { path, state: 'failed', error: failureOf(thrown, path), owner, figures: null, bytes: null },
      known: null,
    };
  }
}

/** A file in which SQLite or a page's text makes no sense is damaged, whichever way that shows. */
function failureOf(thrown: unknown, path: string) {
  const shape = toErrorShape(thrown);
  if (thrown instanceof EngineError) return shape;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (!/^E[A-Z]+$/.test(code))
    return toErrorShape(new EngineError('company_damaged', { file: path }, { cause: thrown }));
  return toErrorShape(new EngineError('file_not_readable', { file: path }, { cause: thrown }));
}
