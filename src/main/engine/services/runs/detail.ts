/** One draft, whole. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import { DraftDocument } from '#shared/model/document.ts';
import { EngineError } from '#shared/model/error.ts';
import { RunId } from '#shared/model/ids.ts';
import type { Explanation } from '../../domain/invoice/compose-types.ts';
import { findDraft } from '../../store/runs.ts';
import type { ReadContext } from '../context.ts';
import { explanationSteps } from './explain.ts';
import { findingsOf } from './findings.ts';
import { draftRows } from './list.ts';

/** Lines given unless all are asked for: a document of 3,000 lines with its explanation is a message of megabytes. */
const SHOWN_LINES = 300;

/** The first lines of a list, or all of it. */
export const shownLines = <L>(lines: L[], all: boolean): L[] => (all ? lines : lines.slice(0, SHOWN_LINES));

export async function getDraft(ctx: ReadContext, input: Parsed<'draft.get'>): Promise<Output<'draft.get'>> {
  const record = await findDraft(ctx.db, input.id);
  const [row] = await draftRows(ctx.db, [record.id]);
  // A draft is without a document only between its collecting and its composing.
  if (!row || record.document === '') throw new EngineError('draft_not_ready');
  const document = DraftDocument.parse(JSON.parse(record.document));
  // Reason for the cast: written by our own composing, read for showing only.
  const explanation = JSON.parse(record.explanation) as Explanation;
  return {
    row,
    runId: record.run_id === null ? null : RunId.parse(record.run_id),
    document: { ...document, lines: shownLines(document.lines, input.allLines) },
    linesTotal: document.lines.length,
    explanation: explanationSteps({ ...explanation, lines: shownLines(explanation.lines, input.allLines) }),
    findings: await findingsOf(ctx.db, record.run_id, record.id),
    holdReason: record.hold_reason,
  };
}
