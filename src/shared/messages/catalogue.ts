/**
 * Texts in French and English side by side, so that a missing one does not compile.
 * A text is a template with `{name}` placeholders; where a count matters it has a form for one and for other counts
 * (chosen by `params.count` under the language's plural rule).
 */
import type { Language } from '../model/values.ts';

export type Template = string | { one: string; other: string };
export interface Text {
  fr: Template;
  en: Template;
}
export type TextParams = Record<string, string | number>;

/** An error in three parts: what happened, what it means, what to do. */
export interface ErrorText {
  what: Text;
  means: Text;
  remedy: Text;
}

const pluralRules: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};
const numbers: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 12 }),
};

/** Keeps the literal keys and checks every entry. */
export const defineTexts = <const K extends string>(texts: Record<K, Text>): Record<K, Text> => texts;
export const defineErrors = <const K extends string>(texts: Record<K, ErrorText>): Record<K, ErrorText> => texts;

/** The text in a language with its placeholders filled; numbers are grouped for the language. */
export function fill(text: Text, language: Language, params: TextParams = {}): string {
  const template = text[language];
  const chosen =
    typeof template === 'string'
      ? template
      : template[pluralRules[language].select(Number(params['count'] ?? 0)) === 'one' ? 'one' : 'other'];
  return chosen.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers[language].format(value) : value;
  });
}
