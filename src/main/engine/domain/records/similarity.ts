/** How alike two names are. */

/** Legal forms say nothing about who it is: "Dupont SARL" is "Dupont". Folded, without points. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'sa sas sasu sarl eurl sci scop snc selarl ei eirl ltd limited plc llp llc inc corp corporation co company gmbh ag kg ohg ug se ' +
    'bv nv sprl srl spa sl slu as ab aps oy pty societe ste ets etablissements'
  ).split(' '),
);

/** The words of a folded name that say who it is; all of them where nothing else is left. */
export function nameWords(folded: string): string[] {
  const words = folded
    .replaceAll(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const telling = words.filter((word) => word !== '' && !LEGAL_FORMS.has(word));
  return telling.length > 0 ? telling : words.filter((word) => word !== '');
}

/** Figures in a name tell one from another: "Agence 12" is not "Agence 13". */
const figuresOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');

/**
 * Jaro's measure with Winkler's bonus for a common beginning (up to four letters, a tenth each): 0 nothing in common, 1 the same.
 * W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage" (1990).
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matchedA: number[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const letter = a.charCodeAt(at);
    const end = Math.min(b.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other += 1) {
      if (taken[other] === 0 && b.charCodeAt(other) === letter) {
        taken[other] = 1;
        matchedA.push(letter);
        break;
      }
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  let swapped = 0;
  let next = 0;
  for (let at = 0; at < b.length; at += 1) {
    if (taken[at] === 0) continue;
    if (b.charCodeAt(at) !== matchedA[next]) swapped += 1;
    next += 1;
  }
  const jaro = (matches / a.length + matches / b.length + (matches - swapped / 2) / matches) / 3;
  let start = 0;
  while (start < 4 && start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  return jaro + start * 0.1 * (1 - jaro);
}

/** A name made ready for comparing with many others. */
export interface ComparedName {
  plain: string;
  /** Its words in one order, where it has several. */
  sorted: string;
  figures: string;
}

export function comparedName(words: readonly string[]): ComparedName {
  const plain = words.join(' ');
  return { plain, sorted: words.length > 1 ? [...words].sort().join(' ') : plain, figures: figuresOf(plain) };
}

/**
 * Likeness of two names: 0 to 1. The order of the words does not matter; their figures must agree. Of two names one of which is
 * less than half as long as the other nothing is measured: they cannot reach what counts as alike (0.9).
 */
export function nameSimilarity(a: ComparedName, b: ComparedName): number {
  if (a.figures !== b.figures) return 0;
  const [shorter, longer] = a.plain.length < b.plain.length ? [a.plain, b.plain] : [b.plain, a.plain];
  if (shorter.length * 2 < longer.length) return 0;
  const straight = jaroWinkler(a.plain, b.plain);
  if (straight > 0.99 || (a.sorted === a.plain && b.sorted === b.plain)) return straight;
  return Math.max(straight, jaroWinkler(a.sorted, b.sorted));
}
