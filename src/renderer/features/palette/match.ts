/** How well a command answers what is typed: folded, every word somewhere, in any order; or its letters in their order. Pure. */
import { fold } from '#shared/format/fold.ts';

/** 0: not at all. Higher is better: begins so, a word begins so, has it, has its letters in order (from three letters on). */
export function matchScore(typed: string, title: string): number {
  const wanted = fold(typed);
  const text = fold(title);
  if (wanted === '') return 1;
  if (text === wanted) return 6;
  if (text.startsWith(wanted)) return 5;
  const words = wanted.split(' ');
  const starts = text.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 4;
  if (words.every((word) => text.includes(word))) return 3;
  const letters = wanted.replaceAll(' ', '');
  return letters.length >= 3 && inOrder(letters, text) ? 2 : 0;
}

/** Whether the letters stand in the text in their order, the first at the beginning of a word. */
function inOrder(letters: string, text: string): boolean {
  let at = text.startsWith(letters[0] ?? '') ? 0 : text.indexOf(` ${letters[0] ?? ''}`) + 1;
  if (at === 0 && !text.startsWith(letters[0] ?? '')) return false;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    // Letters scattered over the whole text are no likeness.
    if (found < 0 || found - at > 8) return false;
    at = found + 1;
  }
  return true;
}
