/** The steps of a calculation in words. */
import { useCallback } from 'react';
import type { ExplanationStep } from '#shared/contract/runs.ts';
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { explanationTexts } from '#shared/messages/explanation.ts';
import { useLanguage } from '../../app/i18n.tsx';
import { readableParams } from './params.ts';

const known: Readonly<Record<string, Text | undefined>> = explanationTexts;

export function useExplanation(): (step: ExplanationStep) => string {
  const language = useLanguage();
  return useCallback(
    ({ step, params }) => {
      const text = known[step];
      const readable = readableParams(params, language);
      return text === undefined ? `${step} ${Object.values(readable).join(' ')}` : fill(text, language, readable);
    },
    [language],
  );
}
