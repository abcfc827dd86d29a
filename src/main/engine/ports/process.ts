/** Other processes of this computer. */
import { systemErrorCode } from '#shared/model/error.ts';

/** Whether a process of this id runs. Ids are given again after a while: one that lives may be another's by now. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it lives but belongs to somebody else.
    return systemErrorCode(thrown) === 'EPERM';
  }
}
