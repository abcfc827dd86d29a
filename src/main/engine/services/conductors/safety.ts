/** Conducts what keeps a company safe: a backup, an erasure with the backup before it. */
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { BackupNote, BackupReason } from '#shared/contract/safety.ts';
import { EngineError, fromErrorShape } from '#shared/model/error.ts';
import { failpoint } from '../../ports/failpoint.ts';
import type { JobContext } from './context.ts';

/** Copy, verify, put in place. A failure that left no copy at all is the job's failure. */
export async function conductBackup(job: JobContext, input: Parsed<'backup.make'>): Promise<BackupNote> {
  const note = await backUp(job, input.reason);
  const [error] = note.errors;
  if (note.outcome === 'failed')
    throw error ? fromErrorShape(error) : new EngineError('backup_unreadable', { file: '' });
  return note;
}

async function backUp(job: JobContext, reason: BackupReason): Promise<BackupNote> {
  await job.phase('backing_up', 100);
  const { owner, zone } = await job.read('backup.due', null);
  const { path, ...company } = owner;
  return job.keep('backup.make', { path, company: { ...company, zone }, reason });
}

/** Throws `erasure_needs_backup` where none could be made: what is erased by mistake must be somewhere. */
export async function conductErasure(job: JobContext, input: Parsed<'erasure.run'>): Promise<Output<'erasure.run'>> {
  const { customerId, typed, reason, documents } = input;
  const scope = await job.read('erasure.scope', { customerId });
  if (typed !== scope.customer.code) throw new EngineError('erasure_not_confirmed', { code: scope.customer.code });
  const note = await backUp(job, 'before_erasure');
  if (note.outcome === 'failed') {
    throw new EngineError('erasure_needs_backup', {}, note.errors[0] ? { cause: fromErrorShape(note.errors[0]) } : {});
  }
  await job.phase('erasing', null);
  const applied = await job.write('erasure.apply', { customerId, typed, reason, documents });
  failpoint('erasure.committed');
  const undeleted = await job.write('erasure.deleteFiles', undefined);
  failpoint('erasure.deleted');
  await job.phase('compacting', null);
  await job.compact();
  const leftovers = await job.read('erasure.leftovers', { values: scope.plain });
  return {
    ...applied,
    customerId,
    backup: note.paths[0] ?? null,
    // Files that somebody holds open: they go at the next opening.
    leftovers: undeleted === 0 ? leftovers : [...leftovers, { table: 'doomed_file', rows: undeleted }],
  };
}
