/** The bytes of a frozen document, their hash, and the chain of hashes that shows a change to anything issued. */
import { createHash } from 'node:crypto';
import { EngineError } from '#shared/model/error.ts';

/**
 * One text for one value: object keys sorted by UTF-16 code units, no blanks, strings as JSON.stringify writes them (RFC 8785
 * for the values a document holds). Throws `not_canonical` for what has no one form: fractions, unsafe integers, undefined,
 * functions, dates and other class instances.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new EngineError('not_canonical', { value: String(value) });
    return String(value + 0);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
  }
  throw new EngineError('not_canonical', { value: typeof value });
}

/** The canonical text as UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One link of the chain as it is stored. The body is represented by its hash, so that it may be erased after its retention. */
export interface ChainLink {
  /** 1 for the first document of the company file, then without a gap. */
  ordinal: number;
  /** The printed number: stays provable when the body is gone. */
  number: string;
  /** sha256 of the canonical bytes. */
  bodyHash: string;
  /** The chain hash before it; null for the first. */
  previousHash: string | null;
  hash: string;
}

/** The chain hash of a link: sha256 over the canonical text of what stands before it, its body's hash, ordinal and number. */
export function chainHash(previousHash: string | null, bodyHash: string, ordinal: number, number: string): string {
  return sha256(canonicalJson(['liasse-chain-1', previousHash, bodyHash, ordinal, number]));
}

export type ChainFault =
  | { kind: 'gap'; ordinal: number; number: string }
  | { kind: 'broken'; ordinal: number; number: string }
  | { kind: 'head'; ordinal: number };

/**
 * Walks the links in their order and names every fault: an ordinal left out, a link that does not follow from the one before,
 * and an end that is not the head kept elsewhere. Whether a body still hashes to `bodyHash` is the reader's to compare.
 */
export function verifyChain(
  links: Iterable<ChainLink>,
  head: { ordinal: number; hash: string } | null = null,
): ChainFault[] {
  const faults: ChainFault[] = [];
  let previous: string | null = null;
  let ordinal = 0;
  let headSeen = head === null || head.ordinal === 0;
  for (const link of links) {
    ordinal += 1;
    if (link.ordinal !== ordinal) {
      faults.push({ kind: 'gap', ordinal, number: link.number });
      ordinal = link.ordinal;
    }
    const expected = chainHash(previous, link.bodyHash, link.ordinal, link.number);
    if (link.previousHash !== previous || link.hash !== expected) {
      faults.push({ kind: 'broken', ordinal: link.ordinal, number: link.number });
    }
    if (head !== null && link.ordinal === head.ordinal && link.hash === head.hash) headSeen = true;
    previous = link.hash;
  }
  if (!headSeen && head !== null) faults.push({ kind: 'head', ordinal: head.ordinal });
  return faults;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
