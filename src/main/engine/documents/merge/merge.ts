/**
 * All PDFs of a run in one file, with a bookmark a document. Made for thousands: files are read one after the other and
 * written straight on; fonts, pictures and everything else that is the same bytes is kept once.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineError } from '#shared/model/error.ts';
import { fileHash, type WrittenFile, writeFailed, writeInto } from '../output-file.ts';
import { readSource, type SourcePdf } from './source.ts';
import { createTarget, type TargetPdf, textString } from './target.ts';

export interface MergeInput {
  path: string;
  /** The bookmark: as a rule the document's number. */
  title: string;
}

export interface MergeOptions {
  /** Title of the whole file. */
  title: string;
  fsync: boolean;
  onProgress?: (done: number, total: number) => void;
  /** Int32 at 0: 1 asks to stop. */
  cancel?: Int32Array | null;
}

export type MergeResult = Omit<WrittenFile, 'written'> & { pages: number };

/** Children of one node of the page tree: readers find a page of thousands in a few steps. */
const FANOUT = 64;

/**
 * Merges in the order given. The same files give the same bytes. Fails with `merge_nothing`, `merge_file_unreadable` (not a
 * PDF made here, or damaged), `document_write_failed`, `cancelled`; then nothing is left at `outPath` but what was there.
 */
export async function mergePdfs(
  files: readonly MergeInput[],
  outPath: string,
  options: MergeOptions,
): Promise<MergeResult> {
  if (files.length === 0) throw new EngineError('merge_nothing');
  let pages = 0;
  try {
    await writeInto(outPath, options.fsync, async (handle) => {
      pages = await mergeInto(await createTarget(handle), files, options);
    });
  } catch (thrown) {
    throw thrown instanceof EngineError ? thrown : writeFailed(outPath, thrown);
  }
  const { size } = await stat(outPath);
  return { path: outPath, sha256: (await fileHash(outPath)) ?? '', bytes: size, pages };
}

interface PageGroup {
  id: number;
  kids: number[];
  /** Pages below it. */
  count: number;
}

async function mergeInto(target: TargetPdf, files: readonly MergeInput[], options: MergeOptions): Promise<number> {
  const shared = new Map<string, number>();
  const fileId = createHash('sha256');
  const leaves: PageGroup[] = [];
  const bookmarks: { title: string; page: number }[] = [];
  for (const [index, file] of files.entries()) {
    if (options.cancel != null && Atomics.load(options.cancel, 0) !== 0) throw new EngineError('cancelled');
    const source = await open(file.path);
    const copy = copier(source.pdf, target, shared);
    fileId.update(source.hash);
    let first: number | null = null;
    for (const page of source.pdf.pages) {
      let leaf = leaves.at(-1);
      if (leaf === undefined || leaf.kids.length >= FANOUT) {
        leaf = { id: target.allocate(), kids: [], count: 0 };
        leaves.push(leaf);
      }
      const id = target.allocate();
      await damagedIfSyntax(file.path, () => copy.page(page, id, leaf.id));
      leaf.kids.push(id);
      leaf.count += 1;
      first ??= id;
    }
    if (first !== null) bookmarks.push({ title: file.title, page: first });
    options.onProgress?.(index + 1, files.length);
  }
  const tree = await writePageTree(target, leaves);
  const outline = await writeOutline(target, bookmarks);
  const root = target.allocate();
  await target.write(
    root,
    `<< /Type /Catalog /Pages ${tree} 0 R /Outlines ${outline} 0 R /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const info = target.allocate();
  await target.write(info, `<< /Title ${textString(options.title)} /Producer (Liasse) /Creator (Liasse) >>`);
  await target.finish(root, info, fileId.digest('hex').slice(0, 32));
  return leaves.reduce((sum, leaf) => sum + leaf.count, 0);
}

async function open(path: string): Promise<{ pdf: SourcePdf; hash: Buffer }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new EngineError('merge_file_unreadable', { name: basename(path) }, { cause });
  }
  const hash = createHash('sha256').update(bytes).digest();
  return { pdf: await damagedIfSyntax(path, async () => readSource(bytes)), hash };
}

async function damagedIfSyntax<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    throw new EngineError('merge_file_unreadable', { name: basename(path) }, { cause: thrown });
  }
}

/**
 * Copies the objects of one file with new numbers. An object is written after all that it refers to, so its text is final
 * and its hash tells whether the same object is there already.
 */
function copier(source: SourcePdf, target: TargetPdf, shared: Map<string, number>) {
  const copied = new Map<number, number>();
  const underway = new Set<number>();

  const renumbered = async (id: number, parent: number | null): Promise<{ body: string; stream: Buffer | null }> => {
    const { pieces, stream } = source.object(id);
    let body = '';
    for (const piece of pieces) {
      if (typeof piece === 'string') body += piece;
      else if (parent !== null && /\/Parent\s*$/.test(body)) body += `${parent} 0 R`;
      else body += `${await object(piece)} 0 R`;
    }
    return { body: body.trimEnd(), stream };
  };

  const object = async (id: number): Promise<number> => {
    const known = copied.get(id);
    if (known !== undefined) return known;
    // Our documents have neither links between pages nor objects in circles.
    if (source.isPageTree(id) || underway.has(id)) throw new SyntaxError(`unexpected reference to ${id}`);
    underway.add(id);
    const { body, stream } = await renumbered(id, null);
    underway.delete(id);
    const hash = createHash('sha256').update(body, 'latin1');
    if (stream !== null) hash.update('\0stream\0').update(stream);
    const key = hash.digest('base64');
    let copy = shared.get(key);
    if (copy === undefined) {
      copy = target.allocate();
      shared.set(key, copy);
      await target.write(copy, body, stream ?? undefined);
    }
    copied.set(id, copy);
    return copy;
  };

  return {
    async page(id: number, as: number, parent: number): Promise<void> {
      const { body } = await renumbered(id, parent);
      await target.write(as, body);
    },
  };
}

async function writePageTree(target: TargetPdf, leaves: PageGroup[]): Promise<number> {
  let level = leaves;
  while (level.length > 1) {
    const above: PageGroup[] = [];
    for (let at = 0; at < level.length; at += FANOUT) {
      const nodes = level.slice(at, at + FANOUT);
      const group = {
        id: target.allocate(),
        kids: nodes.map((node) => node.id),
        count: nodes.reduce((sum, node) => sum + node.count, 0),
      };
      for (const node of nodes) await writePageNode(target, node, group.id);
      above.push(group);
    }
    level = above;
  }
  const root = level[0];
  if (root === undefined) throw new Error('a merged file has pages');
  await writePageNode(target, root, null);
  return root.id;
}

async function writePageNode(target: TargetPdf, node: PageGroup, parent: number | null): Promise<void> {
  const kids = node.kids.map((kid) => `${kid} 0 R`).join(' ');
  const above = parent === null ? '' : ` /Parent ${parent} 0 R`;
  await target.write(node.id, `<< /Type /Pages${above} /Count ${node.count} /Kids [${kids}] >>`);
}

async function writeOutline(target: TargetPdf, bookmarks: readonly { title: string; page: number }[]): Promise<number> {
  const root = target.allocate();
  const ids = bookmarks.map(() => target.allocate());
  const link = (name: string, id: number | undefined) => (id === undefined ? '' : ` /${name} ${id} 0 R`);
  await target.write(
    root,
    `<< /Type /Outlines${link('First', ids[0])}${link('Last', ids.at(-1))} /Count ${ids.length} >>`,
  );
  for (const [index, { title, page }] of bookmarks.entries()) {
    const siblings = link('Prev', ids[index - 1]) + link('Next', ids[index + 1]);
    await target.write(
      ids[index] ?? root,
      `<< /Title ${textString(title)} /Parent ${root} 0 R${siblings} /Dest [${page} 0 R /XYZ null null null] >>`,
    );
  }
  return root;
}
