/** Customers, products, undo and the audit trail without a window. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, liasse, temporaryFolder } from './liasse.ts';

const folder = temporaryFolder();
const env = { LIASSE_FILE: join(folder.path, 'records.liasse'), LIASSE_DATA: join(folder.path, 'data') };
const at = { env, cwd: folder.path };
async function say(exit: number, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await liasse(args, at);
  expect(code, `${args.join(' ')}: ${stdout}${stderr}`).toBe(exit);
  return `${stdout}\n${stderr}`;
}

beforeAll(async () => {
  const place = ['--address', '1 Quay', '--postcode', 'BS1 4XX', '--city', 'Bristol', '--email', 'a@b.example'];
  await say(0, 'company', 'create', '--name', 'Quay', '--country', 'GB', ...place);
  const customers = join(folder.path, 'customers.csv');
  writeFileSync(
    customers,
    'code,name,address1,city,country,phone\nC1,Acme Trading,1 Road,Leeds,GB,\nC2,ACME TRADING LTD,1 Road,Leeds,GB,0123\nC3,Other,2 Road,York,GB,\n',
  );
  await say(0, 'import', 'customers', customers);
  const lines = join(folder.path, 'lines.csv');
  writeFileSync(
    lines,
    'customerCode,date,quantity,unitPrice,description,invoiceReference\nC2,2026-09-02,1,10,Work,R1\nC3,2026-09-03,1,20,More,R2\n',
  );
  await say(0, 'import', 'lines', lines);
}, 60_000);
afterAll(() => folder.remove());

describe('records', { timeout: 90_000 }, () => {
  it('are listed, shown, edited, emptied, tagged and archived, and it is all undone', async () => {
    expect(await say(0, 'customer', 'list', '--sort', 'city')).toMatch(/Leeds[\s\S]*York/);
    await say(0, 'customer', 'edit', 'C3', '--city', 'Hull', '--clear', 'address', '--terms', '14');
    const shown = await json(['customer', 'show', 'C3'], at);
    expect(shown.reply.result).toMatchObject({ customer: { city: 'Hull', addressLines: [], paymentTermsDays: 14 } });
    expect(await say(0, 'audit', '--customer', 'C3')).toMatch(
      /Customer C3 changed · address: 2 Road → ; city: York → Hull/,
    );
    await say(0, 'customer', 'tag', 'C1', 'C3', '--tag', 'key');
    expect((await json(['customer', 'list', '--tag', 'key'], at)).reply.result).toMatchObject({ total: 2 });
    expect((await json(['customer', 'list', '--tag', 'none'], at)).reply.error?.code).toBe('cli_tag_unknown');
    await say(0, 'customer', 'tag', 'C1', '--untag', 'key');
    await say(0, 'customer', 'archive', 'C3');
    expect(await say(0, 'customer', 'list', '--show', 'archived')).toContain('Other');
    for (const sentence of [
      '1 customer archived',
      '1 customer changed',
      '2 customers changed at once',
      'Customer C3 changed',
    ]) {
      expect(await say(0, 'undo')).toContain(`Undone: ${sentence}`);
    }
    const again = await json(['customer', 'show', 'C3'], at);
    expect(again.reply.result).toMatchObject({
      customer: { city: 'York', addressLines: ['2 Road'], tags: [], archived: false },
    });
    expect(await say(0, 'undo', 'list')).toContain('undone');
  });

  it('are merged after a look', async () => {
    expect(await say(0, 'customer', 'duplicates')).toMatch(/name and place.*C1, C2|name and place.*C2, C1/);
    expect(await say(0, 'customer', 'merge', 'C1', 'C2', '--dry-run')).toContain('1 lines');
    await say(0, 'customer', 'merge', 'C1', 'C2');
    const shown = await json(['customer', 'show', 'c2'], at);
    expect(shown.reply.result).toMatchObject({ customer: { code: 'C1', phone: '0123', merged: [{ code: 'C2' }] } });
    expect((await json(['customer', 'merge', 'C3', 'C2'], at)).reply.ok).toBe(false);
  });

  it('the company’s own fields can be emptied', async () => {
    const edited = await json(['company', 'edit', '--clear', 'email', '--city', 'Bath'], at);
    expect(edited.reply.result).toMatchObject({ company: { email: null, city: 'Bath' } });
    expect((await json(['company', 'edit', '--clear', 'name'], at)).reply.error?.code).toBe('cli_bad_value');
  });
});
