import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChainLink,
  canonicalBytes,
  canonicalJson,
  chainHash,
  sha256,
  verifyChain,
} from '#engine/domain/invoice/canonical.ts';
import { code } from './thrown.ts';

describe('canonical JSON', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1, { z: null, a: true }], a: 'é"\n', A: -0 })).toBe(
      '{"A":0,"a":"é\\"\\n","b":[2,1,{"a":true,"z":null}]}',
    );
  });

  it('is UTF-8', () => {
    expect([...canonicalBytes('é')]).toEqual([0x22, 0xc3, 0xa9, 0x22]);
  });

  it('refuses what has no one form', () => {
    for (const value of [
      1.5,
      Number.NaN,
      2 ** 53,
      undefined,
      { a: undefined },
      [() => 1],
      new Date(0),
      1n,
      Symbol('x'),
    ]) {
      expect(code(() => canonicalJson(value))).toBe('not_canonical');
    }
  });

  it('is one text for one value, whatever the order of its keys, and reads back', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('any'), { maxLength: 4 }),
      object: fc.dictionary(fc.string({ maxLength: 5 }), tie('any'), { maxKeys: 5, noNullPrototype: true }),
    })).any;
    const shuffled = (given: unknown): unknown => {
      if (Array.isArray(given)) return given.map(shuffled);
      if (typeof given !== 'object' || given === null) return given;
      return Object.fromEntries(
        Object.entries(given)
          .toReversed()
          .map(([k, v]) => [k, shuffled(v)]),
      );
    };
    fc.assert(
      fc.property(value, (given) => {
        const text = canonicalJson(given);
        expect(canonicalJson(shuffled(given))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('the chain', () => {
  const bodies = ['a', 'b', 'c', 'd'].map((body) => sha256(body));
  const build = (): ChainLink[] => {
    const links: ChainLink[] = [];
    for (const [index, bodyHash] of bodies.entries()) {
      const previousHash = links.at(-1)?.hash ?? null;
      const ordinal = index + 1;
      const number = `F-${ordinal}`;
      links.push({ ordinal, number, bodyHash, previousHash, hash: chainHash(previousHash, bodyHash, ordinal, number) });
    }
    return links;
  };
  const head = (links: ChainLink[]) => ({ ordinal: links.length, hash: links.at(-1)?.hash ?? '' });
  const kinds = (links: ChainLink[], at = head(build())) => verifyChain(links, at).map((f) => `${f.kind} ${f.ordinal}`);

  it('is sound as built, empty too', () => {
    expect(kinds(build())).toEqual([]);
    expect(verifyChain([], null)).toEqual([]);
    expect(verifyChain([], { ordinal: 0, hash: '' })).toEqual([]);
  });

  it('is fixed: the first hash of this very chain, so that a file written today verifies in ten years', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(chainHash(null, sha256(''), 1, 'F-1')).toBe(sha256(`["liasse-chain-1",null,"${sha256('')}",1,"F-1"]`));
  });

  it('breaks where any part of any link changes', () => {
    const changes: ((link: ChainLink) => ChainLink)[] = [
      (link) => ({ ...link, number: `${link.number}x` }),
      (link) => ({ ...link, bodyHash: sha256('other') }),
      (link) => ({ ...link, previousHash: sha256('other') }),
      (link) => ({ ...link, hash: sha256('other') }),
    ];
    for (const change of changes) {
      for (let at = 0; at < bodies.length; at += 1) {
        const faults = kinds(build().map((link, index) => (index === at ? change(link) : link)));
        expect(faults[0]).toBe(`broken ${at + 1}`);
      }
    }
  });

  it('breaks when a byte of a body changes', () => {
    const body = canonicalBytes({ number: 'F-1', totals: { gross: 12000 } });
    for (let at = 0; at < body.length; at += 1) {
      const changed = Uint8Array.from(body, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(chainHash(null, sha256(changed), 1, 'F-1')).not.toBe(chainHash(null, sha256(body), 1, 'F-1'));
    }
  });

  it('shows a link left out, the end cut off, and a whole chain made anew', () => {
    const links = build();
    expect(kinds(links.filter((link) => link.ordinal !== 2))).toEqual(['gap 2', 'broken 3']);
    expect(kinds(links.slice(0, 3))).toEqual(['head 4']);
    expect(verifyChain(links.slice(0, 3))).toEqual([]); // why the head is kept outside the file as well
    const forged = build();
    let previousHash: string | null = null;
    const anew = forged.map((link) => {
      const bodyHash = link.ordinal === 2 ? sha256('forged') : link.bodyHash;
      const hash = chainHash(previousHash, bodyHash, link.ordinal, link.number);
      const made = { ...link, bodyHash, previousHash, hash };
      previousHash = hash;
      return made;
    });
    expect(kinds(anew)).toEqual(['head 4']);
  });

  it('goes on after the head: documents issued since are no fault', () => {
    const links = build();
    expect(kinds(links, { ordinal: 2, hash: links[1]?.hash ?? '' })).toEqual([]);
  });
});
