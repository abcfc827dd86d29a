/** Where a run stands, in words and in steps. */
import type { RunStatus } from '#shared/contract/runs.ts';
import { runsTexts } from '#shared/messages/ui/runs.ts';
import type { Translate } from '../../app/i18n.tsx';
import type { State } from '../../components/StatusIcon.tsx';
import type { Step } from '../../components/Steps.tsx';

const stepTexts = [
  ['collect', runsTexts['step.collect']],
  ['draft', runsTexts['step.draft']],
  ['review', runsTexts['step.review']],
  ['issue', runsTexts['step.issue']],
  ['produce', runsTexts['step.produce']],
  ['closed', runsTexts['step.closed']],
] as const;

/** Which step a status is at; steps before it are done. */
const place: Record<RunStatus, number> = {
  collecting: 0,
  drafting: 1,
  reviewing: 2,
  finalising: 3,
  producing: 4,
  closed: 5,
  abandoned: 0,
};

export function runSteps(status: RunStatus, t: Translate): Step[] {
  if (status === 'abandoned') return [];
  const here = place[status];
  return stepTexts.map(([key, text], index) => ({
    key,
    label: t(text),
    state: index < here || (status === 'closed' && index === here) ? 'done' : index === here ? 'current' : 'ahead',
  }));
}

/** The shape that stands for a run's status in the list. */
export const runShape: Record<RunStatus, State> = {
  collecting: 'draft',
  drafting: 'draft',
  reviewing: 'warning',
  finalising: 'notDue',
  producing: 'notDue',
  closed: 'clean',
  abandoned: 'excluded',
};

export const runWord = (status: RunStatus, t: Translate): string => t(runsTexts[`status.${status}`]);
