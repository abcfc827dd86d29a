/** Findings in words. */
import { fill } from '#shared/messages/catalogue.ts';
import { type CheckId, findingTexts } from '#shared/messages/findings.ts';
import type { Language } from '#shared/model/values.ts';

const isCheck = (check: string): check is CheckId => Object.hasOwn(findingTexts, check);

/** The check's title; a check that this version does not know is told by its id. */
export const checkLabel = (check: string, language: Language): string =>
  isCheck(check) ? fill(findingTexts[check].title, language) : check;

/** What to do about a finding. */
export const findingRemedy = (
  finding: { check: string; params: Record<string, string | number> },
  language: Language,
): string => (isCheck(finding.check) ? fill(findingTexts[finding.check].remedy, language, finding.params) : '');

/** One finding with its values. */
export const findingText = (
  finding: { check: string; params: Record<string, string | number> },
  language: Language,
): string =>
  isCheck(finding.check) ? fill(findingTexts[finding.check].detail, language, finding.params) : finding.check;
