/** Files brought in: look, map, rehearse, take in one transaction. */
import { z } from 'zod';
import { ImportId } from '../model/ids.ts';
import {
  ColumnConstants,
  ColumnMap,
  ImportKind,
  type ImportOutcome,
  type ImportUndo,
  type Inspection,
  ReadOptions,
  type Rejection,
  type SavedMap,
} from '../model/imports.ts';
import { type Instant, Language } from '../model/values.ts';
import { command, job, query } from './define.ts';

export const ImportRequest = z.object({
  path: z.string().min(1),
  kind: ImportKind,
  options: ReadOptions,
  map: ColumnMap,
  /** One value for all rows, for fields without a column. */
  constants: ColumnConstants.default([]),
  /** Lines that name a customer unknown to the company: create the customer (true) or reject the line (false). */
  createCustomers: z.boolean().default(false),
  /** Same for products. When false a line may still name an unknown product: a check flags it. */
  createProducts: z.boolean().default(false),
  /** Take lines that another imported file has already brought, as new ones. The same file again still changes nothing. */
  takeRepeated: z.boolean().default(false),
  /** Keep the column map for files of the same shape. */
  rememberMap: z.boolean().default(true),
  /** Where to write the rejected rows with their reasons (`.csv` or `.xlsx`); null: nowhere. They are kept in the file anyway. */
  rejectsPath: z.string().nullable().default(null),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

export interface ImportBatch {
  id: ImportId;
  kind: z.infer<typeof ImportKind>;
  fileName: string;
  at: Instant;
  actor: string;
  rows: number;
  created: number;
  updated: number;
  left: number;
  rejected: number;
  /** Rejected rows that are still kept and can be written out. */
  rejectsKept: number;
  undoneAt: Instant | null;
  undoneBy: string | null;
}

/** Longest text that may be pasted, in characters. */
export const PASTE_LIMIT = 5_000_000;

const mapKey = { kind: ImportKind, shape: z.string().min(1).max(100) };
const MapName = z.string().trim().min(1).max(60);
const look = { path: z.string().min(1), kind: ImportKind };

export const importsContract = {
  /** Reads a limited worker's worth of the file; nothing is written. */
  'import.inspect': query(z.object({ ...look, options: ReadOptions.nullable().default(null) })).returns<Inspection>(),
  /** Every cell of the first rows that would not be taken, with the reason: the same reading as the import itself. */
  'import.preview': query(
    z.object({ ...look, options: ReadOptions, map: ColumnMap, constants: ColumnConstants.default([]) }),
  ).returns<{ rejections: Rejection[] }>(),
  /**
   * Takes a pasted table as if it were a file, named in the language given. The path stands for it until the company is closed.
   * Throws `paste_empty`.
   */
  'import.paste': query(z.object({ text: z.string().max(PASTE_LIMIT), language: Language })).returns<{
    path: string;
    fileName: string;
  }>(),
  /** Dry run: the same code as the import up to the transaction. */
  'import.rehearse': job(ImportRequest).returns<ImportOutcome>(),
  'import.commit': job(ImportRequest).returns<ImportOutcome & { importId: ImportId }>(),
  /** Newest first, at most 200. */
  'import.list': query(z.object({})).returns<ImportBatch[]>(),
  /** The rejected rows of a past import once more, `.csv` or `.xlsx`. Throws `import_rejects_gone`. */
  'import.rejects': job(z.object({ importId: ImportId, path: z.string().min(1) })).returns<{ rows: number }>(),
  'import.undoPreview': query(z.object({ importId: ImportId })).returns<ImportUndo>(),
  /** All or nothing. Throws `import_lines_in_use`, `import_already_undone`. */
  'import.undo': job(z.object({ importId: ImportId })).returns<ImportUndo>(),
  /** Those with a name first, by name; then the remembered ones, newest first. */
  'columnMap.list': query(z.object({ kind: ImportKind })).returns<SavedMap[]>(),
  /** Keeps a map under a name; one of the same shape is replaced. Throws `name_taken`. */
  'columnMap.save': command(
    z.object({
      ...mapKey,
      name: MapName,
      columns: z.array(z.string().max(500)).max(2000),
      map: ColumnMap,
      constants: ColumnConstants.default([]),
    }),
  ).returns<SavedMap>(),
  /** Throws `name_taken`, `not_found`. */
  'columnMap.rename': command(z.object({ ...mapKey, name: MapName })).returns<SavedMap>(),
  'columnMap.forget': command(z.object(mapKey)).returns<{ forgotten: boolean }>(),
};
