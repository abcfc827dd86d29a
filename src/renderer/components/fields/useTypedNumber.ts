/** Text of a number that is being typed: written anew when the language changes, so that it is never read in another one. */
import { useState } from 'react';
import { retypedDecimal } from '#shared/format/retyped.ts';
import { useLanguage } from '../../app/i18n.tsx';

export function useTypedNumber(initial: string): [string, (typed: string) => void] {
  const language = useLanguage();
  const [{ typed, typedIn }, setTyped] = useState({ typed: initial, typedIn: language });
  const shown = typedIn === language ? typed : retypedDecimal(typed, typedIn, language);
  // Reading in the language of the next keystroke begins from what stands there in that language.
  if (typedIn !== language) setTyped({ typed: shown, typedIn: language });
  return [shown, (next) => setTyped({ typed: next, typedIn: language })];
}
