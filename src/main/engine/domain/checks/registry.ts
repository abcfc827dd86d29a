/** The registry of checks: each feature adds its own file of checks; one id belongs to one check. */
import type { CheckId } from '#shared/messages/findings.ts';
import type { FindingLevel, FindingParams } from '#shared/model/finding.ts';
import type { PendingLineId } from '#shared/model/ids.ts';
import type { CheckContext, CheckDefinition, HeldLine } from './check.ts';

/** A finding as the checks give it; the service adds the draft and keeps acceptances. */
export interface RaisedFinding {
  check: CheckId;
  level: FindingLevel;
  params: FindingParams;
  lineId: PendingLineId | null;
}

export interface CheckRegistry {
  readonly checks: readonly CheckDefinition[];
  /** The findings of a draft, in the order of the checks. */
  ofDraft(context: CheckContext): RaisedFinding[];
  /** The findings of a line that no draft can hold. */
  ofHeldLine(line: HeldLine): RaisedFinding[];
  /** Whether findings of this check may be accepted; false for a check that is gone. */
  acceptable(check: string): boolean;
}

/** Builds a registry. Throws a plain error (a programming fault) for an id used twice. */
export function checkRegistry(...groups: readonly (readonly CheckDefinition[])[]): CheckRegistry {
  const checks = groups.flat();
  const byId = new Map<string, CheckDefinition>();
  for (const check of checks) {
    if (byId.has(check.id)) throw new Error(`Two checks are called ${check.id}`);
    byId.set(check.id, check);
  }
  const raise = (check: CheckDefinition, found: ReturnType<CheckDefinition['run']>): RaisedFinding[] =>
    found.map(({ params, lineId, level }) => ({ check: check.id, level: level ?? check.level, params, lineId }));
  return {
    checks,
    ofDraft: (context) => checks.flatMap((check) => (check.about === 'draft' ? raise(check, check.run(context)) : [])),
    ofHeldLine: (line) => checks.flatMap((check) => (check.about === 'held_line' ? raise(check, check.run(line)) : [])),
    acceptable: (id) => byId.get(id)?.acceptable ?? false,
  };
}
