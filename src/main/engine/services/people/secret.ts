/**
 * Secrets as the file keeps them: scrypt (RFC 7914) with a salt of each user's own and its parameters beside it, so that they
 * can grow later. They keep honest people apart; the file itself is not encrypted.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** About a tenth of a second and 32 MB a try on an office computer. */
const COST = { n: 32_768, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

const Stored = z.object({
  v: z.literal(1),
  n: z.int().min(2),
  r: z.int().min(1),
  p: z.int().min(1),
  salt: z.base64(),
  hash: z.base64(),
});

function derive(secret: string, salt: Buffer, cost: { n: number; r: number; p: number }): Promise<Buffer> {
  const { n, r, p } = cost;
  return new Promise((resolve, reject) => {
    // One word for a character however the keyboard composes it; memory as scrypt needs it, and room.
    const options = { N: n, r, p, maxmem: 256 * n * r };
    scrypt(secret.normalize('NFC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A new secret as text for the file. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(secret, salt, COST);
  return JSON.stringify({ v: 1, ...COST, salt: salt.toString('base64'), hash: hash.toString('base64') });
}

/** Whether `given` is the stored secret, in a time that does not tell how nearly. A user without one needs none. */
export async function isSecret(stored: string | null, given: string | null): Promise<boolean> {
  if (stored === null) return true;
  if (given === null || given === '') return false;
  const { salt, hash, ...cost } = Stored.parse(JSON.parse(stored));
  const expected = Buffer.from(hash, 'base64');
  const key = await derive(given, Buffer.from(salt, 'base64'), cost);
  return key.length === expected.length && timingSafeEqual(key, expected);
}
