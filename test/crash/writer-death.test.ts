/** A writer thread that dies is said, leaves the file as it was, and does not stand in the way of opening it again. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createClient, runJob } from '#engine/entries/client.ts';
import { createDispatcher } from '#engine/entries/dispatcher.ts';
import { profile, small, writeFiles } from './data.ts';
import { afterKill, newPlace } from './harness.ts';

const place = newPlace();
process.env['LIASSE_DATA'] = join(place.company, 'data');
afterAll(() => place.remove());

const entry = (name: string) => new URL(`../../src/main/engine/entries/${name}.ts`, import.meta.url);
const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));

describe('a writer thread that dies', () => {
  it('ends its job and every further call with engine_stopped; the file opens again and the import goes through', async () => {
    let writers = 0;
    const fatal: string[] = [];
    const dispatcher = createDispatcher({
      // The first writer makes the file, the second dies at work, the third is in good health.
      threadUrl: (name) => {
        if (name !== 'writer') return entry(name);
        writers += 1;
        return writers === 2 ? new URL('dying-writer.ts', import.meta.url) : entry('writer');
      },
      resourcesDir,
      actor: 'test',
      workers: 1,
      onFatal: (error) => fatal.push(error.code),
    });
    const client = createClient(dispatcher);
    const path = join(place.company, 'company.liasse');
    writeFiles(place.company, small);
    await client.call('company.create', { path, profile });
    const customers = { path: join(place.company, 'customers.csv'), kind: 'customers' } as const;
    const { options, guessedMap } = await client.call('import.inspect', customers);
    const job = { ...customers, options, map: guessedMap };

    await expect(runJob(client, 'import.commit', job)).rejects.toMatchObject({ code: 'engine_stopped' });
    expect(fatal).toEqual(['engine_stopped']);
    await expect(client.call('columnMap.forget', { kind: 'customers', shape: '-' })).rejects.toMatchObject({
      code: 'engine_stopped',
    });
    expect(afterKill(place)).toMatchObject({ customer: 0 });

    // The same dispatcher opens it again: the lock was given back, the job is on record as interrupted.
    expect(await client.call('company.open', { path })).toMatchObject({ access: 'owner', interruptedJobs: 1 });
    const { result } = await runJob(client, 'import.commit', job);
    expect(result).toMatchObject({ create: small.customers, reject: 0 });
    expect(fatal).toHaveLength(1);
    await dispatcher.close();
  });
});
