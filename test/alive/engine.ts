/** An engine in this process, so that its dispatcher shares the thread whose event loop is measured. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '#engine/entries/client.ts';
import { createDispatcher } from '#engine/entries/dispatcher.ts';
import type { EngineClient } from '#shared/contract/index.ts';
import type { JobId } from '#shared/model/ids.ts';
import type { JobSnapshot } from '#shared/model/job.ts';

export interface TestEngine {
  client: EngineClient;
  folder: string;
  close(): Promise<void>;
}

export function startEngine(workers = 2): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'liasse-alive-'));
  mkdirSync(join(folder, 'data'));
  process.env['LIASSE_DATA'] = join(folder, 'data');
  const dispatcher = createDispatcher({
    threadUrl: (name) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url),
    resourcesDir: fileURLToPath(new URL('../../resources', import.meta.url)),
    actor: 'test',
    workers,
  });
  return {
    client: createClient(dispatcher),
    folder,
    async close() {
      await dispatcher.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Follows a job: resolves when `until` holds for a snapshot of it, rejects when it ended before. */
export async function watched(
  client: EngineClient,
  id: JobId,
  until: (snapshot: JobSnapshot) => boolean,
): Promise<JobSnapshot> {
  for (;;) {
    const snapshot = await client.call('job.get', { id });
    if (until(snapshot)) return snapshot;
    if (['done', 'failed', 'cancelled'].includes(snapshot.status)) {
      throw new Error(`${snapshot.name} ended ${snapshot.status}: ${JSON.stringify(snapshot.error)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
