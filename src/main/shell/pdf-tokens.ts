/** `liasse://pdf/<token>`: PDFs that the engine made, under names that only we give and nobody can guess. */
import { randomBytes } from 'node:crypto';
import { PROTOCOL } from '#shared/contract/shell.ts';

/** Older ones are forgotten: a page shows one PDF at a time and asks again for what it shows later. */
const KEPT = 200;

export class PdfTokens {
  readonly #paths = new Map<string, string>();

  /** The address under which the page may read the PDF at `path`, a path that the engine gave back. */
  address(path: string): string {
    const token = randomBytes(24).toString('hex');
    this.#paths.set(token, path);
    const oldest = this.#paths.keys().next();
    if (this.#paths.size > KEPT && !oldest.done) this.#paths.delete(oldest.value);
    return `${PROTOCOL}://pdf/${token}`;
  }

  /** The path behind an address; null where we did not give it. */
  path(address: string): string | null {
    const match = new RegExp(`^${PROTOCOL}://pdf/([0-9a-f]{48})/?(?:[?#]|$)`).exec(address);
    return match?.[1] === undefined ? null : (this.#paths.get(match[1]) ?? null);
  }
}
