import { describe, expect, it } from 'vitest';
import type { JobId } from '#shared/model/ids.ts';
import type { JobSnapshot } from '#shared/model/job.ts';
import { pace, takeSnapshot, type WatchedJob } from '../../src/renderer/api/jobs.ts';
import { uuidv7 } from '../../src/renderer/api/uuid.ts';
import { stripJobs } from '../../src/renderer/features/jobs/strip.ts';

const snapshot = (change: Partial<JobSnapshot> = {}): JobSnapshot => ({
  id: '019c0000-0000-7000-8000-000000000001' as JobId, // a literal of the right form
  name: 'run.produce',
  status: 'running',
  seq: 1,
  phase: 'pdf',
  done: 0,
  total: 2000,
  failed: 0,
  failures: [],
  startedAt: '2026-11-22T09:00:00.000Z',
  endedAt: null,
  error: null,
  result: null,
  subject: null,
  ...change,
});

describe('watching a job', () => {
  it('drops a snapshot that is older than what is known, or the same', () => {
    const known = takeSnapshot(undefined, snapshot({ seq: 7, done: 70 }), 0);
    expect(takeSnapshot(known, snapshot({ seq: 6, done: 60 }), 10)).toBe(known);
    expect(takeSnapshot(known, snapshot({ seq: 7, done: 99 }), 10)).toBe(known);
    expect(takeSnapshot(known, snapshot({ seq: 8, done: 80 }), 10).done).toBe(80);
  });

  it('measures the rate within a phase and says nothing in the first second', () => {
    const begun = takeSnapshot(undefined, snapshot({ seq: 1 }), 1_000);
    const later = takeSnapshot(begun, snapshot({ seq: 2, done: 710 }), 11_000);
    expect(pace(later, 1_900)).toBeNull();
    expect(pace(later, 11_000)).toEqual({ rate: 71, left: (2000 - 710) / 71 });
  });

  it('begins to measure again in another phase, and where the count goes back', () => {
    const begun = takeSnapshot(undefined, snapshot({ seq: 1, done: 500 }), 0);
    const next = takeSnapshot(begun, snapshot({ seq: 2, phase: 'merge', done: 510 }), 9_000);
    expect(next.measure).toEqual({ phase: 'merge', since: 9_000, done: 510 });
    expect(takeSnapshot(next, snapshot({ seq: 3, phase: 'merge', done: 5 }), 10_000).measure.since).toBe(10_000);
  });

  it('knows no time left while the total is unknown', () => {
    const begun = takeSnapshot(undefined, snapshot({ total: null }), 0);
    expect(pace(takeSnapshot(begun, snapshot({ seq: 2, done: 30, total: null }), 3_000), 3_000)).toEqual({
      rate: 10,
      left: null,
    });
  });
});

describe('the strip', () => {
  const watch = (id: string, change: Partial<JobSnapshot>, watched = true): WatchedJob => ({
    ...takeSnapshot(undefined, snapshot({ id: id as JobId, ...change }), 0), // a name is enough here
    watched,
  });
  it('puts what runs first, then what needs a person, then what just ended; the past and the dismissed stay away', () => {
    const jobs = {
      done: watch('done', { status: 'done' }),
      failed: watch('failed', { status: 'failed' }),
      live: watch('live', { status: 'running' }),
      interrupted: watch('interrupted', { status: 'interrupted' }, false),
      past: watch('past', { status: 'done' }, false),
      gone: watch('gone', { status: 'failed' }),
    };
    const order = stripJobs(jobs, new Set(['gone'])).map(({ id }) => id);
    expect(order[0]).toBe('live');
    expect(new Set(order.slice(1, 3))).toEqual(new Set(['failed', 'interrupted']));
    expect(order.slice(3)).toEqual(['done']);
  });
});

describe('command ids', () => {
  it('are UUIDs of version 7 that carry the time in their first 48 bits', () => {
    const at = Date.UTC(2026, 10, 22, 9, 0, 0, 123);
    const id = uuidv7(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
    expect(new Set(Array.from({ length: 1000 }, () => uuidv7(at))).size).toBe(1000);
  });
});
