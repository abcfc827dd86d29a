/** The language of the window: one click, everything follows at once. */
import { useCallback } from 'react';
import { fill, type Text, type TextParams } from '#shared/messages/catalogue.ts';
import { errorText, type TextOfError } from '#shared/messages/errors/index.ts';
import type { EngineErrorShape } from '#shared/model/error.ts';
import type { Language } from '#shared/model/values.ts';
import { usePreferences } from './preferences.ts';

export type Translate = (text: Text, params?: TextParams) => string;

export const useLanguage = (): Language => usePreferences((s) => s.language);

/** `const t = useText(); t(homeTexts.title, { count: 3 })` */
export function useText(): Translate {
  const language = useLanguage();
  return useCallback((text, params) => fill(text, language, params), [language]);
}

/** A failure as it is caught (EngineError) or as it stands in a snapshot. */
type Failure = Pick<EngineErrorShape, 'code' | 'params'> & { readonly place?: EngineErrorShape['place'] | undefined };

/** A failure's sentences in the reader's language. */
export function useErrorSentences(): (error: Failure) => TextOfError {
  const language = useLanguage();
  return useCallback(
    ({ code, params, place }) => errorText({ code, params, ...(place ? { place } : {}) }, language),
    [language],
  );
}
