/** Taking a person's words out of what is kept as JSON, whole words only, however deep a text lies inside another. */
import type { PersonScope } from './erasure-scope.ts';

const GONE = '…';
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Every string in it through `map`; a string that is JSON itself is opened. */
function mapStrings(value: unknown, map: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') {
    const inner = /^[[{]/.test(value) ? parsed(value) : null;
    return inner === null ? map(value, key) : JSON.stringify(mapStrings(inner, map, key));
  }
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, map, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapStrings(one, map, name)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A sentence that begins with a bracket.
  }
}

/** Takes the person's words out of a JSON text; null where none stands in it as whole words. */
export function withoutWords(scope: PersonScope): (json: string) => string | null {
  const words = scope.plain.toSorted((a, b) => b.length - a.length).map(escaped);
  if (words.length === 0) return () => null;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (json) => {
    let found = false;
    const left = mapStrings(parsed(json), (text) =>
      text.replace(pattern, () => {
        found = true;
        return GONE;
      }),
    );
    return found ? JSON.stringify(left) : null;
  };
}

const KEPT_KEYS = /^(?:id|ids|\w+Id|number|kind|status|currency|at|\w+Date|\w+At)$/;

/**
 * The outline of a stored answer: ids, numbers, amounts and dates, no words. The row has to stay, since a command that is asked
 * for again is answered from it and not done a second time.
 */
export const outlineOf = (json: string): string =>
  JSON.stringify(mapStrings(parsed(json), (text, key) => (KEPT_KEYS.test(key) ? text : '')));
