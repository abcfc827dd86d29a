/** What a check says, in the reader's language: a title for the list, a sentence and a remedy for the panel. */
import { useCallback } from 'react';
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { type FindingText, findingTexts } from '#shared/messages/findings.ts';
import type { FindingParams } from '#shared/model/finding.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useLanguage } from '../../app/i18n.tsx';
import type { Route } from '../../app/routes.ts';
import { readableParams } from './params.ts';

export interface FindingWords {
  title: string;
  text: string;
  remedy: string;
}

const known: Readonly<Record<string, FindingText | undefined>> = findingTexts;

export function useFindingWords(): (check: string, params: FindingParams) => FindingWords {
  const language = useLanguage();
  return useCallback(
    (check, params) => {
      const texts = known[check];
      // A check from a newer engine: its id is better than silence.
      if (texts === undefined) return { title: check, text: '', remedy: '' };
      const readable = readableParams(params, language);
      const say = (text: Text): string => fill(text, language, readable);
      return { title: say(texts.title), text: say(texts.detail), remedy: say(texts.remedy) };
    },
    [language],
  );
}

/** Where what a check found can be mended, or null where only a decision helps. */
export function mendAt(check: string, customerId: CustomerId): Route | null {
  if (check.startsWith('customer.') || check === 'tax.treated_as_consumer')
    return { screen: 'customers', id: customerId };
  if (check.startsWith('company.')) return { screen: 'settings', page: 'company' };
  if (check === 'line.product_unknown') return { screen: 'products' };
  return null;
}
