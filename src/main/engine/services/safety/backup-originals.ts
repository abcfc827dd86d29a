/** The delivered PDFs beside a backup: what is new comes with it, some of what is there is looked into each time. */
import { randomInt, randomUUID } from 'node:crypto';
import { keepOriginal } from '../../ports/backup-folder.ts';
import type { KeeperContext } from './keeper-context.ts';

/** How many of the originals that lie there already are read again at every backup, by their content. */
const CHECKED = 50;

/**
 * Brings what is new, checked by its content, and mends what was found damaged in the backup as long as the company still has it
 * whole. Gives the hashes of those that the company's own archive lacks, or holds damaged as far as it was looked at.
 */
export function bringOriginals(
  ctx: KeeperContext,
  originals: readonly { sha256: string; bytes: number }[],
  { folder, sourceOf, told }: { folder: string; sourceOf: (sha256: string) => string; told: (share: number) => void },
): string[] {
  const lacking: string[] = [];
  // One stretch of all, beginning anywhere: over time every one has its turn.
  const first = originals.length > CHECKED ? randomInt(originals.length) : 0;
  for (const [at, original] of originals.entries()) {
    if (at % 100 === 0) ctx.throwIfCancelled();
    const check = (at - first + originals.length) % originals.length < CHECKED;
    const kept = keepOriginal(sourceOf(original.sha256), folder, original, { token: randomUUID(), check });
    if (kept.sourceWhole === false || !kept.whole) lacking.push(original.sha256);
    if (at % 100 === 99) told(at / originals.length);
  }
  return lacking;
}
