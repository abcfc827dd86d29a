/** Who is probably there twice: by shared keys, by alike names, fast where there are many, never where figures differ. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DuplicateCandidate, findDuplicateGroups, pairOf } from '#engine/domain/records/duplicates.ts';
import { comparedName, jaroWinkler, nameSimilarity, nameWords } from '#engine/domain/records/similarity.ts';
import { fold } from '#engine/domain/text/fold.ts';

const one = (id: string, name: string, over: Partial<DuplicateCandidate> = {}): DuplicateCandidate => ({
  id,
  nameFold: fold(name),
  postcode: null,
  cityFold: '',
  country: 'FR',
  vatNumber: null,
  registrationNumber: null,
  email: null,
  ...over,
});
const found = (...all: DuplicateCandidate[]) =>
  findDuplicateGroups(all).map(({ reason, ids }) => `${reason} ${[...ids].sort().join('+')}`);

const alike = (a: string, b: string) => nameSimilarity(comparedName(nameWords(a)), comparedName(nameWords(b)));

describe('the measure', () => {
  it('gives what the literature gives', () => {
    // Winkler (1990), table of examples.
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
  });

  it('is the same both ways, one for the same, never beyond', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const value = jaroWinkler(a, b);
        expect(value).toBeCloseTo(jaroWinkler(b, a), 10);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(jaroWinkler(a, a)).toBe(1);
      }),
    );
  });

  it('leaves out legal forms and the order of words, and heeds figures', () => {
    expect(nameWords(fold('Dupont S.A.R.L.'))).toEqual(['dupont']);
    expect(nameWords(fold('SA'))).toEqual(['sa']);
    expect(alike('jean dupont', 'dupont jean')).toBe(1);
    expect(alike('agence 12', 'agence 13')).toBe(0);
  });
});

describe('groups', () => {
  it('by what they share, in whatever writing', () => {
    expect(found(one('a', 'X', { vatNumber: 'FR 12-345' }), one('b', 'Y', { vatNumber: 'fr12345' }))).toEqual([
      'tax_number a+b',
    ]);
    expect(
      found(one('a', 'X', { registrationNumber: '123 456' }), one('b', 'Y', { registrationNumber: '123456' })),
    ).toEqual(['registration_number a+b']);
    // The same number in two countries is two numbers.
    expect(
      found(
        one('a', 'X', { registrationNumber: '123456' }),
        one('b', 'Y', { registrationNumber: '123456', country: 'BE' }),
      ),
    ).toEqual([]);
    expect(found(one('a', 'X', { email: ' A@b.fr' }), one('b', 'Y', { email: 'a@B.fr' }))).toEqual(['email a+b']);
    expect(found(one('a', 'X', { email: 'none' }), one('b', 'Y', { email: 'none' }))).toEqual([]);
    expect(found(one('a', 'Café Été', { cityFold: 'lyon' }), one('b', 'CAFE ETE SARL', { cityFold: 'lyon' }))).toEqual([
      'name_and_place a+b',
    ]);
  });

  it('by alike names at one place, or where a place is missing, not at places that contradict', () => {
    const lyon = { cityFold: 'lyon' };
    expect(found(one('a', 'Librairie Voltaire', lyon), one('b', 'Librarie Voltaire', lyon))).toEqual([
      'similar_name a+b',
    ]);
    expect(found(one('a', 'Librairie Voltaire', lyon), one('b', 'Librairie Voltaire', { cityFold: 'metz' }))).toEqual(
      [],
    );
    expect(found(one('a', 'Librairie Voltaire', lyon), one('b', 'Librairie Voltaire'))).toEqual(['similar_name a+b']);
    expect(found(one('a', 'Agence 12', lyon), one('b', 'Agence 13', lyon))).toEqual([]);
  });

  it('whoever stands together already is not shown again', () => {
    const twins = { vatNumber: 'FR12345', email: 'a@b.fr', cityFold: 'lyon' };
    expect(found(one('a', 'Same', twins), one('b', 'Same', twins))).toEqual(['tax_number a+b']);
    // A third who shares the e-mail only makes a group that says something new.
    expect(found(one('a', 'Same', twins), one('b', 'Same', twins), one('c', 'Other', { email: 'a@b.fr' }))).toEqual([
      'tax_number a+b',
      'email a+b+c',
    ]);
  });

  it('pairs said to be different are left out, unless another joins them', () => {
    const all = ['a', 'b'].map((id) => one(id, id, { email: 'a@b.fr' }));
    const apart = new Set([pairOf('b', 'a')]);
    expect(findDuplicateGroups(all, apart)).toEqual([]);
    expect(findDuplicateGroups([...all, one('c', 'c', { email: 'a@b.fr' })], apart)).toHaveLength(1);
  });

  it('a hundred thousand take a bearable time, and a planted one is found', () => {
    const cities = ['lyon', 'paris', 'lille', 'nantes', 'brest'];
    const all = Array.from({ length: 100_000 }, (_, n) =>
      one(String(n).padStart(6, '0'), `Societe ${((n * 7919) % 100_000).toString(36)} ${n % 97}`, {
        cityFold: cities[n % cities.length] ?? '',
        email: `c${n}@example.org`,
      }),
    );
    all.push(
      one('planted', 'Boulangerie des Capucins', { cityFold: 'lyon' }),
      one('twin', 'Boulangerie des Capucines', { cityFold: 'lyon' }),
    );
    const start = performance.now();
    const groups = findDuplicateGroups(all);
    // Everybody with everybody would be five thousand million pairs: hours.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(groups.some(({ ids }) => ids.includes('planted') && ids.includes('twin'))).toBe(true);
  }, 60_000);
});
