/** The note kept outside the file: one that cannot be made fails no call, one that cannot be read is not as good as none. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readHead } from '#engine/ports/head-store.ts';
import { code, openTestCompany, startEngine, type TestEngine, testFolder } from '../fixtures/engine/engine.ts';
import { manual, numbers, saveCustomer } from '../fixtures/engine/work.ts';

const folder = testFolder();
const data = folder.in('data');
let engine: TestEngine;
afterEach(() => engine.close());
afterAll(() => folder.remove());

async function company(name: string) {
  const path = folder.in(`${name}.liasse`);
  engine = await openTestCompany(path);
  const { id } = await saveCustomer(engine, { code: 'C1' });
  const companyId = (await engine.client.call('company.get', {})).id;
  let price = 10;
  const issue = () => {
    price += 1;
    return engine.client.call('invoice.create', { invoice: manual(id, {}, { unitPrice: String(price) }) });
  };
  const reopen = async () => {
    await engine.close();
    engine = startEngine();
    await engine.client.call('company.open', { path });
  };
  return { path, companyId, issue, reopen, note: folder.in('data', 'heads', `${companyId}.json`) };
}

/** A file in place of the folder: not even root may write in it. */
function block(note: string): () => void {
  const heads = dirname(note);
  rmSync(heads, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  writeFileSync(heads, '');
  return () => rmSync(heads);
}

describe('a note that cannot be made', () => {
  it('fails neither the invoice nor the opening, and is made up at the next commit', async () => {
    const { companyId, issue, reopen, note } = await company('blocked');
    const release = block(note);
    expect((await issue()).number).toBe('INV-2024-00001');
    expect((await issue()).number).toBe('INV-2024-00002');
    await reopen();
    release();
    expect(existsSync(note)).toBe(false);
    // Any commit makes it up, not only one that issues.
    await saveCustomer(engine, { code: 'C2' });
    expect(readHead(data, companyId)).toMatchObject({ documents: 2 });
    expect(await numbers(engine)).toEqual(['INV-2024-00001', 'INV-2024-00002']);
  });
});

describe('a note that cannot be read', () => {
  it('gives way to the one before it', async () => {
    const { companyId, issue, reopen, note } = await company('torn');
    await issue();
    await issue();
    writeFileSync(note, readFileSync(note, 'utf8').slice(0, 20));
    expect(readHead(data, companyId)).toMatchObject({ documents: 1 });
    await reopen();
    expect(readHead(data, companyId)).toMatchObject({ documents: 2 });
    expect((await issue()).number).toBe('INV-2024-00003');
  });

  it('blocks issuing where the one before it is gone too, until a person decides', async () => {
    const { issue, reopen, note } = await company('both');
    await issue();
    await issue();
    for (const path of [note, `${note}.bak`]) writeFileSync(path, '{"v":');
    await reopen();
    expect(await code(issue())).toBe('head_unreadable');
    expect((await engine.client.call('company.summary', {})).restoredCopy).toEqual({
      knownDocuments: null,
      fileDocuments: 2,
      missingNumbers: [],
    });
    expect((await engine.job('company.verify', {})).problems).toEqual([{ code: 'chain_head_unreadable', params: {} }]);
    await engine.client.call('company.acceptRestoredCopy', { reason: 'the file was compared with the paper' });
    expect((await engine.client.call('company.summary', {})).restoredCopy).toBeNull();
    expect((await issue()).number).toBe('INV-2024-00003');
  });
});
