/** What the window knows of the open company's backups; asked afresh when a backup has ended. */
import { useEffect } from 'react';
import { useJobs } from '../../api/jobs.ts';
import { queryClient, useEngineQuery } from '../../api/query.ts';

const KEY = ['engine', 'backup.status'];

export const refreshBackups = (): Promise<void> => queryClient.invalidateQueries({ queryKey: KEY });

export function useBackups() {
  const ended = useJobs((s) =>
    Object.values(s.jobs)
      .filter((job) => job.name === 'backup.make' && job.endedAt !== null)
      .map((job) => job.endedAt)
      .sort()
      .at(-1),
  );
  useEffect(() => {
    if (ended) void refreshBackups();
  }, [ended]);
  return useEngineQuery('backup.status', {});
}
