/** Coming back to a backup, at the front desk: under the lock of the place where the file goes. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Parsed } from '#shared/contract/index.ts';
import type { RestoreResult } from '#shared/contract/safety.ts';
import { EngineError } from '#shared/model/error.ts';
import { locationOf } from '../ports/location.ts';
import { acquireOwnerLock } from '../ports/owner-lock.ts';
import { truePath } from './company-session.ts';
import type { Attempts } from './identity.ts';
import { type KeeperHost, keep } from './keep.ts';

/** The place of a restore: what is asked for, or where the company's file was last open. */
export async function restorePlace(
  host: KeeperHost,
  { file, target }: Parsed<'restore.run'>,
): Promise<{ target: string; replace: boolean }> {
  if (target !== null) return { target: resolve(target), replace: false };
  const { present } = await keep(host, 'restore.inspect', { file });
  if (present === null) throw new EngineError('restore_place_unknown', { file });
  return { target: existsSync(present.path) ? truePath(present.path) : present.path, replace: true };
}

/**
 * Putting an older copy where a company lies takes everything back, its users and what they were not allowed to do included: who
 * manages that company signs. Whoever holds the file at the command line may do without, as with a forgotten secret.
 * Throws `manager_needed`, `manager_may_not`, `sign_in_failed`, `sign_in_wait`.
 */
export async function assertMayReplace(
  host: KeeperHost & { attempts: Attempts },
  target: string,
  { manager, holder }: { manager: Parsed<'restore.run'>['manager']; holder: boolean },
): Promise<void> {
  if (holder) return;
  const managers = await keep(host, 'restore.managers', { path: target });
  if (managers.length === 0) return;
  const who = managers.map(({ name }) => name).join(', ');
  if (manager === null) throw new EngineError('manager_needed', { who });
  const user = managers.find(({ id }) => id === manager.userId);
  if (!user) throw new EngineError('manager_may_not', { who });
  await host.attempts.check(`${target} ${user.id}`, user.secret, manager.secret);
}

/** Throws `company_in_use` where somebody has it open, `path_is_network`, and what the keeper throws. */
export async function restoreTo(
  host: KeeperHost,
  file: string,
  { target, replace }: { target: string; replace: boolean },
): Promise<RestoreResult> {
  if (resolve(file) === target) throw new EngineError('output_path_taken', { path: target });
  if (locationOf(join(dirname(target), 'x')) === 'network') throw new EngineError('path_is_network', { path: target });
  let lost = false;
  const lock = acquireOwnerLock(target, () => {
    lost = true;
  });
  try {
    const result = await keep(host, 'restore.run', { file, target, replace });
    if (lost) throw new EngineError('company_lock_lost', { file: target });
    return result;
  } finally {
    lock.release();
  }
}
