/** The reasons of detections and guesses as sentences. Pure. */
import type { Text, TextParams } from '#shared/messages/catalogue.ts';
import { detectionTexts as texts } from '#shared/messages/ui/imports-detection.ts';
import type { ColumnGuess, Detection } from '#shared/model/imports.ts';

type Say = (text: Text, params?: TextParams) => string;

export function reasonText({ by, count, of, against, example }: Detection, t: Say): string {
  return t(texts[by], { count: count ?? 0, of: of ?? 0, against: against ?? 0, example: example ?? '' });
}

/** A detection that a person should look at. */
export const isWeak = ({ by }: Detection): boolean => by === 'mixed' || by === 'first_text';

/** Why a guess is no more than that; empty for a sure one. */
export function doubtText({ doubt, fit }: ColumnGuess, t: Say): string {
  switch (doubt) {
    case null:
      return '';
    case 'name':
      return t(texts.guessName);
    case 'values':
      return t(texts.guessValues, { count: fit?.count ?? 0, of: fit?.of ?? 0 });
    case 'empty':
      return t(texts.guessEmpty);
  }
}
