/** One file on its way in: what it is, how it is read, what its columns mean, what a dry run said. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ImportRequest } from '#shared/contract/imports.ts';
import type { Input } from '#shared/contract/index.ts';
import type { ColumnMap, ImportKind, ReadOptions } from '#shared/model/imports.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { useEngineQuery } from '../../api/query.ts';
import { assign, detectAll, missingFields } from './map.ts';

export interface ImportChoices {
  createCustomers: boolean;
  createProducts: boolean;
  rememberMap: boolean;
  /** For this file only: another file is another question. */
  takeRepeated: boolean;
}

interface Edited {
  /** The columns that were edited: another shape (another header row, another file) begins afresh. */
  shape: string;
  map: ColumnMap;
  chosen: ReadonlySet<number>;
}

export function useImport(kind: ImportKind, firstImport: boolean) {
  const [path, setPath] = useState<string | null>(null);
  const [options, setOptions] = useState<ReadOptions>(detectAll);
  const [edited, setEdited] = useState<Edited | null>(null);
  // Where the company has no customers yet, a file of lines can only mean to bring them.
  const [choices, setChoices] = useState<Partial<ImportChoices>>({});
  const rehearsal = useJob('import.rehearse');
  const commit = useJob('import.commit');
  const inspection = useEngineQuery('import.inspect', { path: path ?? '', kind, options }, { enabled: path !== null });
  const found = path === null ? null : (inspection.data ?? null);

  const { map, chosen } = useMemo<Pick<Edited, 'map' | 'chosen'>>(() => {
    if (!found) return { map: [], chosen: new Set() };
    if (edited && edited.shape === found.shape) return edited;
    return { map: found.savedMap ?? found.guessedMap, chosen: new Set() };
  }, [found, edited]);

  // The desk itself shows these ends: the strip need not.
  const shown = [rehearsal, commit].map(({ job, result }) => (job && result ? job.id : null));
  const [rehearsed, committed] = shown;
  const dismiss = useJobs((s) => s.dismiss);
  useEffect(() => {
    if (rehearsed) dismiss(rehearsed);
    if (committed) dismiss(committed);
  }, [rehearsed, committed, dismiss]);

  const { reset: forgetRehearsal } = rehearsal;
  const { reset: forgetCommit } = commit;
  const begin = useCallback(
    (next: string | null) => {
      setPath(next);
      setOptions(detectAll);
      setEdited(null);
      setChoices(({ takeRepeated: _, ...kept }) => kept);
      forgetRehearsal();
      forgetCommit();
    },
    [forgetRehearsal, forgetCommit],
  );
  /** Anything that changes what the import would do makes the dry run old. */
  const change = useCallback(
    (apply: () => void) => {
      apply();
      forgetRehearsal();
    },
    [forgetRehearsal],
  );

  const decided: ImportChoices = {
    createCustomers: choices.createCustomers ?? firstImport,
    createProducts: choices.createProducts ?? firstImport,
    rememberMap: choices.rememberMap ?? true,
    takeRepeated: choices.takeRepeated ?? false,
  };
  const missing = found ? missingFields(kind, map) : [];
  const datesUndecided =
    found?.dateOrderAmbiguous === true && options.dateOrder === null && map.some(({ field }) => field === 'date');

  const request = (more: Partial<ImportRequest> = {}): Input<'import.rehearse'> | null =>
    path === null || !found ? null : { path, kind, options: found.options, map, ...decided, ...more };

  return {
    path,
    begin,
    found,
    inspecting: path !== null && inspection.isFetching,
    inspectError: path === null ? null : inspection.error,
    retryInspection: () => void inspection.refetch(),
    options,
    setOption: <K extends keyof ReadOptions>(key: K, value: ReadOptions[K]) =>
      change(() => setOptions((now) => ({ ...now, [key]: value }))),
    map,
    chosen,
    setField: (column: number, field: string | null) => {
      if (!found) return;
      change(() =>
        setEdited({ shape: found.shape, map: assign(map, column, field), chosen: new Set([...chosen, column]) }),
      );
    },
    takeGuess: () => {
      if (found) change(() => setEdited({ shape: found.shape, map: found.guessedMap, chosen: new Set() }));
    },
    choices: decided,
    setChoice: (choice: Partial<ImportChoices>) => change(() => setChoices((now) => ({ ...now, ...choice }))),
    missing,
    datesUndecided,
    /** Everything a dry run needs has been said. */
    ready: found !== null && missing.length === 0 && !datesUndecided && !inspection.isFetching,
    rehearsal,
    commit,
    rehearse: async (rejectsPath: string | null = null) => {
      const asked = request({ rejectsPath });
      if (asked) await rehearsal.start(asked);
    },
    importNow: async () => {
      const asked = request();
      if (asked) await commit.start(asked);
    },
  };
}

export type ImportState = ReturnType<typeof useImport>;
