import { JobId } from '../../src/shared/model/ids.ts';
import type { JobSnapshot } from '../../src/shared/model/job.ts';

/** A job's snapshot for tests, running unless told otherwise. */
export function snapshot(of: Partial<Omit<JobSnapshot, 'id'>> & { id?: string }): JobSnapshot {
  const { id, ...rest } = of;
  return {
    name: 'run.draft',
    status: 'running',
    seq: 1,
    phase: 'drafting',
    done: 0,
    total: null,
    failed: 0,
    failures: [],
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: null,
    error: null,
    result: null,
    subject: null,
    ...rest,
    id: JobId.parse(id ?? '01890000-0000-7000-8000-000000000001'),
  };
}
