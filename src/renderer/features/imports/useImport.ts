/** One file on its way in: what it is, how it is read, what its columns mean, what a dry run said. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ImportRequest } from '#shared/contract/imports.ts';
import type { Input } from '#shared/contract/index.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { ColumnConstants, ColumnMap, ImportKind, ReadOptions, SavedMap } from '#shared/model/imports.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { useEngineQuery } from '../../api/query.ts';
import { assign, detectAll, mapOnto, missingFields, setConstant } from './map.ts';

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
  constants: ColumnConstants;
  chosen: ReadonlySet<number>;
  /** The kept map that stands, by name; null once it was edited or where none is used. */
  using: SavedMap | null;
}

const noFields: CustomField[] = [];

export function useImport(kind: ImportKind, path: string | null, firstImport: boolean) {
  const [options, setOptions] = useState<ReadOptions>(detectAll);
  const [edited, setEdited] = useState<Edited | null>(null);
  // Where the company has no customers yet, a file of lines can only mean to bring them.
  const [choices, setChoices] = useState<Partial<ImportChoices>>({});
  const rehearsal = useJob('import.rehearse');
  const commit = useJob('import.commit');
  const inspection = useEngineQuery('import.inspect', { path: path ?? '', kind, options }, { enabled: path !== null });
  const found = path === null ? null : (inspection.data ?? null);
  const record = kind === 'products' ? 'product' : 'customer';
  const fields = useEngineQuery('field.list', { record }, { enabled: kind !== 'lines' }).data;
  const custom = kind === 'lines' ? noFields : (fields ?? noFields);

  const { map, constants, chosen, using } = useMemo<Omit<Edited, 'shape'>>(() => {
    if (!found) return { map: [], constants: [], chosen: new Set(), using: null };
    if (edited && edited.shape === found.shape) return edited;
    const saved = found.saved;
    return {
      map: saved?.map ?? found.guessedMap,
      constants: saved?.constants ?? [],
      chosen: new Set(),
      using: saved,
    };
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
  const change = useCallback(
    /** Anything that changes what the import would do makes the dry run old. */
    (apply: () => void) => {
      apply();
      forgetRehearsal();
      forgetCommit();
    },
    [forgetRehearsal, forgetCommit],
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

  // The cells of the preview that would not be taken, by the engine's own reading.
  const previewed = useEngineQuery(
    'import.preview',
    { path: path ?? '', kind, options: found?.options ?? detectAll, map, constants },
    { enabled: found !== null && missing.length === 0 && !inspection.isPlaceholderData },
  );

  const request = (more: Partial<ImportRequest> = {}): Input<'import.rehearse'> | null =>
    path === null || !found ? null : { path, kind, options: found.options, map, constants, ...decided, ...more };
  const edit = (next: Partial<Omit<Edited, 'shape'>>) => {
    if (!found) return;
    const { shape } = found;
    change(() => setEdited({ shape, map, constants, chosen, using: null, ...next }));
  };

  return {
    path,
    found,
    custom,
    inspecting: path !== null && inspection.isFetching,
    inspectError: path === null ? null : inspection.error,
    retryInspection: () => void inspection.refetch(),
    faults: missing.length === 0 ? (previewed.data?.rejections ?? []) : [],
    options,
    setOption: <K extends keyof ReadOptions>(key: K, value: ReadOptions[K]) =>
      change(() => setOptions((now) => ({ ...now, [key]: value }))),
    map,
    constants,
    chosen,
    using,
    setField: (column: number, field: string | null) =>
      edit({
        map: assign(map, column, field),
        constants: field === null ? constants : setConstant(constants, field, null),
        chosen: new Set([...chosen, column]),
      }),
    setConstant: (field: string, value: string | null) =>
      edit({ map: map.filter((entry) => entry.field !== field), constants: setConstant(constants, field, value) }),
    takeGuess: () => {
      if (found) edit({ map: found.guessedMap, constants: [], chosen: new Set() });
    },
    /** Puts a kept map onto this file; how many of its columns are not there. */
    applyMap: (saved: SavedMap): number => {
      if (!found) return 0;
      const same = saved.shape === found.shape;
      const onto = same ? { map: saved.map, missing: 0 } : mapOnto(saved, found.columns);
      const columns = new Set(onto.map.map(({ column }) => column));
      edit({ map: onto.map, constants: saved.constants, chosen: columns, using: saved });
      return onto.missing;
    },
    /** What stands is a kept map by now. */
    nowUsing: (saved: SavedMap) => {
      if (found) setEdited({ shape: found.shape, map, constants, chosen, using: saved });
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
