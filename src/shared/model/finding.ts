/** What the checks point at, before anything is processed. */
import type { DraftId, PendingLineId } from './ids.ts';

/** error blocks · warning wants a look · note tells. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** Parameters of a finding's text: plain values; amounts as decimal text with their currency. */
export type FindingParams = Record<string, string | number>;

export interface Finding {
  /** Which check found it, e.g. `customer.name_missing`: key of its text and of its rule. */
  check: string;
  level: FindingLevel;
  params: FindingParams;
  draftId: DraftId | null;
  lineId: PendingLineId | null;
  /** Set when a person accepted it ("that is normal"), with their reason: it no longer blocks. */
  accepted: { at: string; actor: string; reason: string } | null;
}
