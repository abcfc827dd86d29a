/** A list query of the contract as the source of a grid, and what its copied table does. */
import { useCallback } from 'react';
import type { Input, Output, QueryName } from '#shared/contract/index.ts';
import type { Listed } from '#shared/contract/list.ts';
import { gridTexts } from '#shared/messages/ui/grid.ts';
import { toErrorShape } from '#shared/model/error.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { toast } from '../toast.tsx';
import type { GridSource } from './types.ts';

/** The queries that answer with a page of rows, and what a row of each is. */
export type ListName = { [N in QueryName]: Output<N> extends Listed<{ id: string }> ? N : never }[QueryName];
export type RowOf<N extends ListName> = Output<N> extends Listed<infer R> ? R : never;

/** `engineList('invoice.list', { filter, sort })`: pages are asked again when the company file changes. */
export function engineList<N extends ListName>(
  name: N,
  input: Omit<Input<N>, 'offset' | 'limit'>,
): GridSource<RowOf<N>> {
  return {
    key: ['engine', name, input],
    load: async (page, signal) => {
      try {
        // The page's place completes what Omit took from the input; the answer is a list by the choice of name.
        const whole = { ...input, ...page } as unknown as Input<N>;
        return (await engine.call(name, whole, { signal })) as unknown as Listed<RowOf<N>>;
      } catch (error) {
        throw asEngineError(error);
      }
    },
  };
}

/** Puts a copied table on the clipboard and says so. */
export function useCopyTable(): (table: string, rows: number) => void {
  const t = useText();
  const say = useErrorSentences();
  return useCallback(
    (table, rows) => {
      shell('clipboard.write', { text: table }).then(
        () => toast({ message: t(gridTexts.copied, { count: rows }) }),
        (error: unknown) => toast({ message: say(toErrorShape(error)).what, tone: 'warning' }),
      );
    },
    [t, say],
  );
}
