/** Findings of drafts: how bad the worst is that nobody accepted, and what the grid shows of it. */

import { z } from 'zod';
import type { Finding } from '#shared/model/finding.ts';
import { DraftId, PendingLineId } from '#shared/model/ids.ts';
import type { ReadDb } from '../../store/database.ts';
import { type Acceptance, acceptancesOf, type FindingRecord, findingsOfDrafts, levelRank } from '../../store/runs.ts';
import type { WriteContext } from '../context.ts';

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

export interface Rank {
  level_rank: number;
  finding_count: number;
  first_finding: string | null;
}

interface Ranked {
  check: string;
  level: Finding['level'];
  params: Finding['params'];
}

/** Which acceptance covers a check on a draft: the draft's own, else the whole run's. */
export function acceptanceFor(acceptances: readonly Acceptance[], draftId: string, check: string): Acceptance | null {
  const matching = acceptances.filter((candidate) => candidate.check === check);
  return (
    matching.find((candidate) => candidate.draftId === draftId) ??
    matching.find((candidate) => candidate.draftId === '') ??
    null
  );
}

/** The columns of a draft that sum up its findings, accepted ones left out. */
export function rankOf(findings: readonly Ranked[], accepted: (check: string) => boolean): Rank {
  const open = findings
    .filter((finding) => !accepted(finding.check))
    .sort((a, b) => levelRank[b.level] - levelRank[a.level]);
  const worst = open[0];
  return {
    level_rank: worst ? levelRank[worst.level] : 0,
    finding_count: open.length,
    first_finding: worst ? JSON.stringify({ v: 1, check: worst.check, params: worst.params }) : null,
  };
}

const paramsOf = (row: FindingRecord) => Params.parse(JSON.parse(row.params));

/** Works out the summary columns anew for these drafts, after an acceptance. */
export async function rankFindings(ctx: WriteContext, runId: string, draftIds: readonly string[]): Promise<void> {
  const acceptances = await acceptancesOf(ctx.db, runId);
  const byDraft = new Map<string, FindingRecord[]>();
  for (const row of await findingsOfDrafts(ctx.db, draftIds)) {
    if (row.draft_id !== null) byDraft.set(row.draft_id, [...(byDraft.get(row.draft_id) ?? []), row]);
  }
  for (const [draftId, rows] of byDraft) {
    const rank = rankOf(
      rows.map((row) => ({ check: row.check_id, level: row.level, params: paramsOf(row) })),
      (check) => acceptanceFor(acceptances, draftId, check) !== null,
    );
    await ctx.trx.updateTable('draft').set(rank).where('id', '=', draftId).execute();
  }
}

/** A draft's findings as the window shows them, accepted ones with who, when and why. */
export async function findingsOf(db: ReadDb, runId: string | null, draftId: string): Promise<Finding[]> {
  const acceptances = runId === null ? [] : await acceptancesOf(db, runId);
  const rows = await findingsOfDrafts(db, [draftId]);
  return rows.map((row) => {
    const acceptance = acceptanceFor(acceptances, draftId, row.check_id);
    return {
      check: row.check_id,
      level: row.level,
      params: paramsOf(row),
      draftId: DraftId.parse(draftId),
      lineId: row.line_id === null ? null : PendingLineId.parse(row.line_id),
      accepted: acceptance && { at: acceptance.at, actor: acceptance.actor, reason: acceptance.reason },
    };
  });
}
