/** Decisions on drafts: asked, told, and taken back where one press can. */
import { notifications } from '@mantine/notifications';
import type { DraftFilter, DraftRow, RunDetail } from '#shared/contract/runs.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { toErrorShape } from '#shared/model/error.ts';
import type { DraftId } from '#shared/model/ids.ts';
import { useEngineCommand } from '../../../api/query.ts';
import { useErrorSentences, useText } from '../../../app/i18n.tsx';
import { toast } from '../../../components/toast.tsx';

export type Decision = 'approve' | 'hold' | 'exclude' | 'reopen';
export type Chosen = { ids: string[] } | { all: DraftFilter; except: string[] };

const told: Record<Decision, Text> = {
  approve: deskTexts.approvedToast,
  hold: deskTexts.heldToast,
  exclude: deskTexts.excludedToast,
  reopen: deskTexts.reopenedToast,
};
/** What brings a draft back to where it was. Holding again would lose the reason, so that is not offered. */
const backTo: Partial<Record<DraftRow['status'], Decision>> = {
  open: 'reopen',
  approved: 'approve',
  excluded: 'exclude',
};

export interface Decisions {
  busy: boolean;
  /** `single`: the one draft meant, for the way back. True when something changed. */
  decide(decision: Decision, chosen: Chosen, reason?: string, single?: DraftRow | null): Promise<boolean>;
  accept(check: string, draftId: DraftId | null, reason: string): Promise<boolean>;
}

export function useDecisions(run: Pick<RunDetail, 'id'>): Decisions {
  const t = useText();
  const say = useErrorSentences();
  const command = useEngineCommand('run.decide');
  const acceptance = useEngineCommand('run.acceptFindings');
  const fail = (error: unknown): boolean => {
    toast({ message: say(toErrorShape(error)).what, tone: 'warning' });
    return false;
  };

  // Deciding row after row would pile them up over the foot: only the latest is worth reading, and undoing.
  const tell = (message: Parameters<typeof toast>[0]): void => {
    notifications.clean();
    toast(message);
  };

  const decide: Decisions['decide'] = async (decision, chosen, reason = '', single = null) => {
    try {
      const { changed, blocked } = await command.mutateAsync({ runId: run.id, selection: chosen, decision, reason });
      const back = single === null ? undefined : backTo[single.status];
      if (changed === 0 && blocked > 0)
        tell({ message: t(deskTexts.blockedToast, { count: blocked }), tone: 'warning' });
      else if (changed === 0) tell({ message: t(deskTexts.unchangedToast) });
      else if (blocked > 0) tell({ message: t(deskTexts.approvedSome, { count: changed, blocked }), tone: 'warning' });
      else
        tell({
          message: t(told[decision], { count: changed }),
          ...(back === undefined || back === decision
            ? {}
            : { undo: { label: t(deskTexts.undo), run: () => void decide(back, chosen) } }),
        });
      return changed > 0;
    } catch (error) {
      return fail(error);
    }
  };
  const accept: Decisions['accept'] = async (check, draftId, reason) => {
    try {
      const { accepted } = await acceptance.mutateAsync({ runId: run.id, check, draftId, reason });
      tell({ message: t(deskTexts.acceptedToast, { count: accepted }) });
      return accepted > 0;
    } catch (error) {
      return fail(error);
    }
  };
  return { busy: command.isPending || acceptance.isPending, decide, accept };
}
