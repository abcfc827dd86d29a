/** Backs a company up every few hours while it is open and nobody is at work: never during a job, never where nothing changed. */
import type { JobName, Parsed } from '#shared/contract/index.ts';
import type { JobId } from '#shared/model/ids.ts';
import type { BackupDue } from '../services/safety/backup-status.ts';

const HOUR_MS = 3_600_000;
/** So long after the last command a person counts as having paused. */
const PAUSE_MS = 45_000;

export interface ClockedSession {
  due(): Promise<BackupDue>;
  start<N extends JobName>(name: N, input: Parsed<N>, commandId: null): Promise<{ jobId: JobId }>;
  /** Jobs that run. */
  jobs(): number;
  /** When a command was last given. */
  lastCommand(): number;
}

/** Looks every `everyMs`. Answers how to stop it. A look that fails is made up by the next one. */
export function startBackupClock(session: ClockedSession, everyMs: number): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking || session.jobs() > 0 || Date.now() - session.lastCommand() < Math.min(PAUSE_MS, everyMs)) return;
    looking = true;
    try {
      const { due, settings, sinceLast } = await session.due();
      const waited = sinceLast === null || sinceLast >= settings.everyHours * HOUR_MS;
      if (due && settings.everyHours > 0 && waited && session.jobs() === 0) {
        await session.start('backup.make', { reason: 'schedule' }, null);
      }
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look().catch(() => undefined), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
