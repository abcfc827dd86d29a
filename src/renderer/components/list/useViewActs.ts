/** What is done to saved views, told in a word, with the way back. */
import type { SavedView } from '#shared/contract/views.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { listTexts } from '#shared/messages/ui/list.ts';
import { asEngineError, useEngineCommand } from '../../api/query.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { toast } from '../toast.tsx';
import { latestUndo, useDoneToast } from '../undo.ts';
import type { ListMemory } from './memory.ts';
import { writeSpec } from './spec.ts';

interface ViewActs<F> {
  busy: boolean;
  /** Throws what the engine says: the name may be taken. */
  create(name: string): Promise<void>;
  rename(view: SavedView, name: string): Promise<void>;
  update(view: SavedView): Promise<void>;
  move(view: SavedView, by: number): Promise<void>;
  /** `home`: the filter shown afterwards. */
  remove(view: SavedView, home: F | undefined): Promise<void>;
}

export function useViewActs<F, K extends string>(memory: ListMemory<F, K>, views: readonly SavedView[]): ViewActs<F> {
  const t = useText();
  const sentences = useErrorSentences();
  const save = useEngineCommand('view.save');
  const reorder = useEngineCommand('view.reorder');
  const remove = useEngineCommand('view.remove');
  const { list } = memory;
  const done = useDoneToast();
  const telling = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (thrown) {
      toast({ tone: 'warning', message: sentences(asEngineError(thrown)).what });
    }
  };
  return {
    busy: save.isPending,
    create: async (name) => {
      const view = await save.mutateAsync({ list, name, spec: writeSpec(memory.spec) });
      memory.savedAs(view);
      toast({ message: t(listTexts.viewSaved, { name: view.name }) });
    },
    rename: async (view, name) => {
      await save.mutateAsync({ id: view.id, rowVersion: view.rowVersion, list, name, spec: view.spec });
      toast({ message: t(listTexts.viewRenamed, { name }) });
    },
    update: (view) =>
      telling(async () => {
        const { id, rowVersion, name } = view;
        const saved = await save.mutateAsync({ id, rowVersion, list, name, spec: writeSpec(memory.spec) });
        memory.savedAs(saved);
        toast({
          message: t(listTexts.viewSaved, { name }),
          undo: {
            label: t(commonTexts.undo),
            run: () =>
              void telling(async () => {
                const former = { id, rowVersion: saved.rowVersion, list, name, spec: view.spec };
                memory.show(await save.mutateAsync(former));
              }),
          },
        });
      }),
    move: (view, by) =>
      telling(async () => {
        const ids = views.map(({ id }) => id);
        const from = ids.indexOf(view.id);
        const to = from + by;
        if (from < 0 || to < 0 || to >= ids.length) return;
        ids.splice(to, 0, ...ids.splice(from, 1));
        await reorder.mutateAsync({ list, ids });
      }),
    remove: (view, home) =>
      telling(async () => {
        await remove.mutateAsync({ id: view.id });
        memory.show(null, home);
        done(t(listTexts.viewRemoved, { name: view.name }), await latestUndo('view.'));
      }),
  };
}
