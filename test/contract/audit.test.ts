/** The trail as people read it: every action has its sentence, every sentence is filled, changes are told field by field. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditChanges, auditFields, auditGroups, auditSentence, auditTexts } from '#shared/messages/audit.ts';
import { CustomerInput } from '#shared/model/customer.ts';
import { ProductInput } from '#shared/model/product.ts';

const services = fileURLToPath(new URL('../../src/main/engine/services/', import.meta.url));
/** Names of actions stand in lines that speak of an action or of the trail. */
const written = readdirSync(services, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(commands|queries|(read|write)-ops)\.ts$/.test(file))
  .flatMap((file) =>
    readFileSync(services + file, 'utf8')
      .split('\n')
      .filter((line) => /\b(action|audit)\b/i.test(line) && !/import |Parsed<|Output</.test(line))
      .flatMap((line) => [...line.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, action = '']) => action)),
  );
/** Put together out of parts. */
const composed = [
  ...['assign', 'hold', 'exclude', 'reopen'].map((decision) => `lines.${decision}`),
  ...['approve', 'hold', 'exclude', 'reopen'].map((decision) => `run.${decision}`),
  ...['customer', 'product'].flatMap((record) =>
    ['changed', 'archived', 'restored'].map((what) => `${record}.bulk_${what}`),
  ),
];

describe('sentences', () => {
  it('there is one for every action that the engine writes', () => {
    expect(written.length).toBeGreaterThan(30);
    const missing = [...new Set([...written, ...composed])].filter((action) => !Object.hasOwn(auditTexts, action));
    expect(missing).toEqual([]);
  });

  it('every action belongs to a group', () => {
    const missing = [...Object.keys(auditTexts)].filter(
      (action) => !Object.hasOwn(auditGroups, action.split('.')[0] ?? ''),
    );
    expect(missing).toEqual([]);
  });

  it('an undo says what it took back, however deep; what is unknown stands by its name', () => {
    expect(auditSentence('undo.applied', { action: 'customer.changed', code: 'C1' }, 'fr')).toBe(
      'Annulé\u00a0: Client C1 modifié',
    );
    expect(auditSentence('undo.redone', { action: 'customer.bulk_archived', count: 2 }, 'en')).toBe(
      'Done again: 2 customers archived',
    );
    expect(auditSentence('future.thing', {}, 'en')).toBe('future.thing');
  });
});

describe('changes', () => {
  it('are told by the name that people know', () => {
    const params = {
      changes: JSON.stringify([
        ['city', 'Lyon', 'Paris'],
        ['custom:Taille', '', '5'],
        ['unheard', 'a', 'b'],
      ]),
    };
    expect(auditChanges(params, 'fr')).toEqual([
      { label: 'ville', from: 'Lyon', to: 'Paris' },
      { label: 'Taille', from: '', to: '5' },
      { label: 'unheard', from: 'a', to: 'b' },
    ]);
    for (const changes of ['{', '[1]', '{"a":1}']) expect(auditChanges({ changes }, 'en')).toEqual([]);
    expect(auditChanges({}, 'en')).toEqual([]);
  });

  it('every field of a record has a name', () => {
    const fields = [...CustomerInput.keyof().options, ...ProductInput.keyof().options];
    expect(fields.filter((field) => !Object.hasOwn(auditFields, field))).toEqual([]);
  });
});
