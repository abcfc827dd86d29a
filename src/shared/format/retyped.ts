/** A typed number when the language of the window changes. */
import type { Language } from '../model/values.ts';
import { formatDecimal } from './decimal.ts';
import { parseDecimalInput } from './input.ts';

/**
 * The same number in another language's writing: `0,125` of a French window is `0.125` in an English one, and never the
 * `125` that an English reader would see in it. What was not understood in the language it was typed in stays as it stands.
 */
export function retypedDecimal(typed: string, from: Language, to: Language): string {
  const value = parseDecimalInput(typed, from);
  return value === null || from === to ? typed : formatDecimal(value, to, { trim: false });
}
