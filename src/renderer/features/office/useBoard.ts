/** Which companies stand on the board, and their rows as they come in, a few at a time. */
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import type { BoardRow } from './board.ts';

const PLACES = ['office', 'places'];
const ROW = ['office', 'row'];

/** `Durand.liasse` → `Durand`: until the file says what the company is called. */
const stem = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.liasse$/i, '');

export interface Board {
  rows: BoardRow[];
  folders: { path: string; exists: boolean }[];
  /** Not known yet which companies there are. */
  loading: boolean;
  /** How many are being read. */
  reading: number;
  refresh: () => void;
  addFolder: () => Promise<void>;
  removeFolder: (path: string) => Promise<void>;
}

export function useBoard(): Board {
  const client = useQueryClient();
  const open = useSession((s) => s.company);
  const places = useQuery({
    queryKey: PLACES,
    queryFn: async () => ({
      recent: await shell('recent.list', {}),
      office: await shell('office.places', {}),
    }),
    staleTime: 0,
  });
  const names = new Map<string, string>();
  for (const { path } of places.data?.office.companies ?? []) names.set(path, stem(path));
  for (const { path, name } of places.data?.recent ?? []) names.set(path, name);
  if (open) names.set(open.path, open.name);
  const paths = places.data ? [...names.keys()] : [];
  const looked = useQueries({
    queries: paths.map((path) => ({
      queryKey: [...ROW, path],
      queryFn: () => engine.call('office.look', { path }),
      staleTime: 60_000,
      retry: false,
    })),
  });
  const rows = paths.map((path, index) => ({ path, name: names.get(path) ?? path, row: looked[index]?.data ?? null }));
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ['office'] }), [client]);
  return {
    rows,
    folders: places.data?.office.folders ?? [],
    loading: places.isPending,
    reading: looked.filter(({ isFetching }) => isFetching).length,
    refresh,
    addFolder: async () => {
      const path = await shell('dialog.folder', {});
      if (path === null) return;
      await shell('office.addFolder', { path });
      refresh();
    },
    removeFolder: async (path) => {
      await shell('office.removeFolder', { path });
      refresh();
    },
  };
}
