/** The disposable thread: answers, reports, is cancelled, is given up, runs out of memory; and leaves nothing behind. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partPath } from '#engine/intake/task.ts';
import { type IntakeHost, runIntake } from '#engine/services/intake-host.ts';
import { detect, failure, fresh, put } from './help.ts';

const host: IntakeHost = {
  threadUrl: (name) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url),
};
const map = [
  { column: 0, field: 'customerCode' },
  { column: 1, field: 'quantity' },
];
const csv = (rows: number) =>
  `Code client;Qté;Note\n${Array.from({ length: rows }, (_, index) => `C${index};${index},5;note ${index}`).join('\n')}\n`;
const stageTask = (path: string, outPath: string) =>
  ({
    task: 'stage',
    path,
    kind: 'lines',
    options: detect,
    map,
    outPath,
    companyDefaults: { currency: 'EUR' },
  }) as const;
const nothingLeft = (outPath: string) => !existsSync(outPath) && !existsSync(partPath(outPath));

describe('an intake thread', () => {
  it('inspects and stages', async () => {
    const path = put('small.csv', csv(10));
    const found = await runIntake(host, { task: 'inspect', path, kind: 'lines', options: detect });
    expect(found).toMatchObject({
      fileName: expect.stringContaining('small.csv'),
      columns: ['Code client', 'Qté', 'Note'],
      rowEstimate: 10,
    });
    const outPath = fresh('out.jsonl');
    const result = await runIntake(host, stageTask(path, outPath));
    expect(result).toMatchObject({ rows: 10, records: 10, rejected: 0, sha256: found.sha256 });
    expect(readFileSync(outPath, 'utf8').trimEnd().split('\n')).toHaveLength(10);
    expect(existsSync(partPath(outPath))).toBe(false);
  });

  it('brings an error over with its code, params and place', async () => {
    const outPath = fresh('out.jsonl');
    const path = put('photo.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]));
    await expect(runIntake(host, stageTask(path, outPath))).rejects.toMatchObject({
      code: 'file_other_format',
      params: { found: 'JPEG' },
      place: { file: expect.stringContaining('photo.csv') },
    });
    expect(nothingLeft(outPath)).toBe(true);
    expect(
      await failure(runIntake(host, { task: 'inspect', path: fresh('none.csv'), kind: 'lines', options: detect })),
    ).toBe('file_missing');
  });

  it.skipIf(process.platform === 'win32')('refuses a pipe instead of waiting for it', async () => {
    const path = fresh('pipe.csv');
    execFileSync('mkfifo', [path]);
    expect(await failure(runIntake(host, { task: 'inspect', path, kind: 'lines', options: detect }))).toBe(
      'file_read_failed',
    );
  });

  it('reports progress, and stops when asked, leaving nothing', async () => {
    const path = put('large.csv', csv(150_000));
    const outPath = fresh('out.jsonl');
    const cancel = new Int32Array(new SharedArrayBuffer(4));
    const seen: number[] = [];
    const work = runIntake(host, stageTask(path, outPath), {
      cancel,
      onProgress: (done, total) => {
        seen.push(done);
        expect(total === null || total >= done).toBe(true);
        Atomics.store(cancel, 0, 1);
      },
    });
    expect(await failure(work)).toBe('cancelled');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen[0]).toBeLessThan(150_000);
    expect(nothingLeft(outPath)).toBe(true);
  });

  it('is told apart from one that runs out of memory', async () => {
    const path = put('heavy.csv', csv(150_000));
    const outPath = fresh('out.jsonl');
    expect(await failure(runIntake(host, stageTask(path, outPath), { heapMb: 12 }), 'heavy.csv')).toBe(
      'file_too_complex',
    );
    expect(nothingLeft(outPath)).toBe(true);
  });

  it('is given up when it goes silent', async () => {
    const silent = fresh('silent.mjs');
    writeFileSync(silent, 'for (;;);');
    const path = put('small.csv', csv(3));
    const outPath = fresh('out.jsonl');
    const work = runIntake({ threadUrl: () => silent }, stageTask(path, outPath), { patience: 300 });
    expect(await failure(work, 'small.csv')).toBe('file_too_slow');
    const cancel = new Int32Array(new SharedArrayBuffer(4));
    Atomics.store(cancel, 0, 1);
    expect(await failure(runIntake({ threadUrl: () => silent }, stageTask(path, outPath), { cancel }))).toBe(
      'cancelled',
    );
  });

  it('that cannot start is a fault of ours, not of the file', async () => {
    const path = put('small.csv', csv(3));
    const lost: IntakeHost = { threadUrl: () => fresh('nowhere.mjs') };
    expect(await failure(runIntake(lost, stageTask(path, fresh('out.jsonl'))))).toBe('internal');
  });

  it('that ends without an answer is an error, not a wait', async () => {
    const mute = fresh('mute.mjs');
    writeFileSync(mute, 'process.exit(0);');
    const path = put('small.csv', csv(3));
    expect(await failure(runIntake({ threadUrl: () => mute }, stageTask(path, fresh('out.jsonl'))), 'small.csv')).toBe(
      'file_too_complex',
    );
  });
});
