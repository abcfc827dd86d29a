/**
 * Customers that are probably one and the same. Never everybody with everybody: records meet only in the block of a key they
 * share, and within a large block only their neighbours in the order of names (sorted neighbourhood; Hernández and Stolfo, 1995).
 */
import type { DuplicateReason } from '#shared/contract/merging.ts';
import { type ComparedName, comparedName, nameSimilarity, nameWords } from './similarity.ts';

export interface DuplicateCandidate {
  id: string;
  /** Folded; empty where nobody said a name. */
  nameFold: string;
  postcode: string | null;
  cityFold: string;
  country: string | null;
  vatNumber: string | null;
  registrationNumber: string | null;
  email: string | null;
}

export interface FoundDuplicates {
  reason: DuplicateReason;
  shared: string;
  similarity: number;
  ids: string[];
}

/** Letters and figures only; null where too few are left to tell anybody by. */
const key = (text: string | null, atLeast: number): string | null => {
  const plain = (text ?? '').toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= atLeast ? plain : null;
};

interface Prepared {
  candidate: DuplicateCandidate;
  name: string;
  compared: ComparedName;
  place: string | null;
}

const prepare = (candidate: DuplicateCandidate): Prepared => {
  const words = candidate.nameFold === '' ? [] : nameWords(candidate.nameFold);
  const postcode = key(candidate.postcode, 3);
  const where = postcode ?? key(candidate.cityFold, 2);
  return {
    candidate,
    name: words.join(' '),
    compared: comparedName(words),
    place: where === null ? null : `${candidate.country ?? ''}|${where}`,
  };
};

/** By exact keys, strongest first. */
const exactKeys: readonly [DuplicateReason, (one: Prepared) => string | null][] = [
  ['tax_number', ({ candidate }) => key(candidate.vatNumber, 5)],
  [
    'registration_number',
    ({ candidate }) => {
      const number = key(candidate.registrationNumber, 5);
      return number === null ? null : `${candidate.country ?? ''}${number}`;
    },
  ],
  [
    'email',
    ({ candidate }) => {
      const email = (candidate.email ?? '').trim().toLowerCase();
      return email.includes('@') ? email : null;
    },
  ],
  ['name_and_place', ({ name, place }) => (name === '' || place === null ? null : `${name}|${place}`)],
];

/** What they share, as a person would point at it. */
const sharedOf = (reason: DuplicateReason, { candidate, name }: Prepared): string =>
  (reason === 'tax_number' && candidate.vatNumber) ||
  (reason === 'registration_number' && candidate.registrationNumber) ||
  (reason === 'email' && candidate.email) ||
  name;

/** Two customers in one order, whoever is named first. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Groups beyond this size are never told apart one by one. */
const LARGE = 200;

/** Without those whom somebody told apart from all the others. */
function together(members: readonly Prepared[], apart: ReadonlySet<string>): readonly Prepared[] {
  if (apart.size === 0 || members.length > LARGE) return members;
  const kept = members.filter((one) =>
    members.some((other) => other !== one && !apart.has(pairOf(one.candidate.id, other.candidate.id))),
  );
  return kept.length > 1 ? kept : [];
}

/** `apart`: pairs (see {@link pairOf}) that are known to be two. Groups, the strongest reason first; whoever stands together for a strong reason is not shown again for a weaker one. */
export function findDuplicateGroups(
  candidates: readonly DuplicateCandidate[],
  apart: ReadonlySet<string> = new Set(),
): FoundDuplicates[] {
  const prepared = candidates.map(prepare);
  const found: FoundDuplicates[] = [];
  const groupOf = new Map<string, Set<number>>();
  const add = (reason: DuplicateReason, alike: readonly Prepared[], similarity: number): void => {
    const members = together(alike, apart);
    const [first] = members;
    if (!first || shareGroup(members, groupOf)) return;
    for (const { candidate } of members) {
      const groups = groupOf.get(candidate.id) ?? new Set<number>();
      groupOf.set(candidate.id, groups.add(found.length));
    }
    found.push({
      reason,
      shared: sharedOf(reason, first),
      similarity,
      ids: members.map(({ candidate }) => candidate.id),
    });
  };
  for (const [reason, keyOf] of exactKeys) {
    for (const members of blocks(prepared, keyOf)) add(reason, members, 1);
  }
  for (const { members, similarity } of similarNames(prepared)) add('similar_name', members, similarity);
  return found;
}

/** All of them stand together already. */
function shareGroup(members: readonly Prepared[], groupOf: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const [first, ...rest] = members.map(({ candidate }) => groupOf.get(candidate.id));
  return first !== undefined && [...first].some((group) => rest.every((groups) => groups?.has(group)));
}

/** Members of every key that at least two have, in the order of coming in. */
function blocks(all: readonly Prepared[], keyOf: (one: Prepared) => string | null): Prepared[][] {
  const by = new Map<string, Prepared[]>();
  for (const one of all) {
    const found = keyOf(one);
    if (found === null) continue;
    const block = by.get(found);
    if (block) block.push(one);
    else by.set(found, [one]);
  }
  return [...by.values()].filter((block) => block.length > 1);
}

/** At one place a smaller likeness is enough than across places. */
const SAME_PLACE = 0.9;
const ANY_PLACE = 0.95;
/** Letters below which likeness says nothing. */
const MIN_NAME = 5;
/** Neighbours that a name is compared with. */
const NEIGHBOURS = 6;
/** Blocks up to this size are compared in full. */
const SMALL_BLOCK = 12;

function similarNames(prepared: readonly Prepared[]): { members: Prepared[]; similarity: number }[] {
  const named = prepared.filter(({ name }) => name.length >= MIN_NAME);
  const groups = new Groups();
  for (const block of blocks(named, ({ place }) => place)) {
    compare(block, block.length <= SMALL_BLOCK ? SMALL_BLOCK : NEIGHBOURS, SAME_PLACE, groups);
  }
  compare(
    named,
    NEIGHBOURS,
    ANY_PLACE,
    groups,
    // Two places that contradict each other speak against one and the same.
    (a, b) => a.place === null || b.place === null,
  );
  return groups.all();
}

const noMore = (): boolean => true;

function compare(
  block: readonly Prepared[],
  neighbours: number,
  enough: number,
  groups: Groups,
  mayBe: (a: Prepared, b: Prepared) => boolean = noMore,
): void {
  const sorted = [...block].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const [at, a] of sorted.entries()) {
    for (const b of sorted.slice(at + 1, at + 1 + neighbours)) {
      if (!mayBe(a, b)) continue;
      const similarity = nameSimilarity(a.compared, b.compared);
      if (similarity >= enough) groups.join(a, b, similarity);
    }
  }
}

/** Pairs brought together: who is like somebody who is like a third stands with both. */
class Groups {
  private readonly of = new Map<string, { members: Prepared[]; similarity: number }>();

  join(a: Prepared, b: Prepared, similarity: number): void {
    const left = this.of.get(a.candidate.id) ?? { members: [a], similarity: 1 };
    const right = this.of.get(b.candidate.id) ?? { members: [b], similarity: 1 };
    const joined =
      left === right
        ? { ...left, similarity: Math.min(left.similarity, similarity) }
        : {
            members: [...left.members, ...right.members],
            similarity: Math.min(left.similarity, right.similarity, similarity),
          };
    for (const { candidate } of joined.members) this.of.set(candidate.id, joined);
  }

  /** The likest first. */
  all(): { members: Prepared[]; similarity: number }[] {
    return [...new Set(this.of.values())].sort((a, b) => b.similarity - a.similarity);
  }
}
