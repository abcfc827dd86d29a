/** Server state: TanStack Query over the contract. Nothing goes stale by time; the engine says when the file changed. */

import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import type { CommandName, Input, Output, QueryName, SessionName } from '#shared/contract/index.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import { onEngineEvent } from './bridge.ts';
import { engine } from './client.ts';
import { uuidv7 } from './uuid.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Everything is on this computer: no network to wait for, no retry that would help.
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const engineKey = <N extends QueryName | SessionName>(name: N, input: Input<N>) => ['engine', name, input] as const;

/** Any failure as an EngineError, so that screens have one shape to show. */
export function asEngineError(thrown: unknown): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const shape = toErrorShape(thrown);
  return new EngineError(shape.code, shape.params, { cause: thrown });
}

export interface QueryOptions {
  enabled?: boolean;
  /** While another input is asked, the former answer stays on the screen (lists keep their place). Default true. */
  keepPrevious?: boolean;
}

/** A query's answer, kept until the file changes. */
export function useEngineQuery<N extends QueryName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = true }: QueryOptions = {},
): UseQueryResult<Output<N>, EngineError> {
  return useQuery<Output<N>, EngineError>({
    queryKey: engineKey(name, input),
    queryFn: async ({ signal }) => {
      try {
        return await engine.call(name, input, { signal });
      } catch (error) {
        throw asEngineError(error);
      }
    },
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A command. `mutateAsync(input)`: one press, one id, however often the engine has to be asked. */
export function useEngineCommand<N extends CommandName>(name: N): UseMutationResult<Output<N>, EngineError, Input<N>> {
  return useMutation<Output<N>, EngineError, Input<N>>({
    mutationFn: async (input) => {
      try {
        return await engine.call(name, input, { commandId: uuidv7() });
      } catch (error) {
        throw asEngineError(error);
      }
    },
    // A screen opened right after the command asks afresh; those that are open follow the engine's event.
    onSuccess: () => queryClient.invalidateQueries({ predicate: isOfFile, refetchType: 'none' }),
  });
}

/** Answers that come from outside the company file: a change in it does not concern them. */
const OUTSIDE = new Set<string>(['import.inspect']);
const isOfFile = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  queryKey[0] === 'engine' && !OUTSIDE.has(String(queryKey[1]));
const PAUSE = 120;

/** Listens to the engine: what it changes is asked again, at most every {@link PAUSE} ms. */
export function startInvalidation(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return onEngineEvent((event) => {
    if (event.event !== 'changed' || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void queryClient.invalidateQueries({ predicate: isOfFile });
    }, PAUSE);
  });
}
