/** `liasse://pdf/<token>`: PDFs that the engine made, under names that only we give and nobody can guess. */
import { randomBytes } from 'node:crypto';
import { PROTOCOL } from '#shared/contract/shell.ts';

/** Older ones are forgotten: a page shows one PDF at a time and asks again for what it shows later. */
const KEPT = 200;

export class PdfTokens {
  readonly #paths = new Map<string, { path: string; window: number }>();

  /** The address under which the page may read the PDF at `path`, a path that the engine gave back to this window. */
  address(path: string, window: number): string {
    const token = randomBytes(24).toString('hex');
    this.#paths.set(token, { path, window });
    const own = [...this.#paths].filter(([, given]) => given.window === window);
    const oldest = own[0];
    if (own.length > KEPT && oldest) this.#paths.delete(oldest[0]);
    return `${PROTOCOL}://pdf/${token}`;
  }

  /** The path behind an address; null where we did not give it. */
  path(address: string): string | null {
    return this.#given(address)?.path ?? null;
  }
  /** The same, where it was given to this very window. */
  pathFor(address: string, window: number): string | null {
    const given = this.#given(address);
    return given?.window === window ? given.path : null;
  }

  /** A window closed: its addresses lead nowhere any more. */
  forget(window: number): void {
    for (const [token, given] of this.#paths) if (given.window === window) this.#paths.delete(token);
  }

  #given(address: string): { path: string; window: number } | null {
    const match = new RegExp(`^${PROTOCOL}://pdf/([0-9a-f]{48})/?(?:[?#]|$)`).exec(address);
    return match?.[1] === undefined ? null : (this.#paths.get(match[1]) ?? null);
  }
}
