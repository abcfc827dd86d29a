import { describe, expect, it } from 'vitest';
import { exposedBridges } from './bridge.ts';
import { circles, migrationsWithLiveCode, wrongDirections } from './layers.ts';
import { impure } from './purity.ts';
import { tooNew } from './runtime.ts';
import { LONGER_WITH_REASON, outgrown } from './size.ts';
import { sources } from './sources.ts';
import { parse, type Source } from './syntax.ts';
import { awaitsOutsideTransaction } from './transactions.ts';

const rules: Readonly<Record<string, (sources: readonly Source[]) => string[]>> = {
  'imports follow the layers': wrongDirections,
  'imports make no circle': circles,
  'migrations import no live code': migrationsWithLiveCode,
  'the domain is pure': impure,
  'nothing is newer than the oldest runtime': tooNew,
  'transactions await nothing but themselves': awaitsOutsideTransaction,
  'ipcRenderer stays in the preload': exposedBridges,
  'files hold one concept': (files) => outgrown(files, LONGER_WITH_REASON),
};

describe('the sources', () => {
  it('are found', () => {
    expect(sources.length).toBeGreaterThan(0);
  });
  for (const [name, rule] of Object.entries(rules)) {
    it(name, () => {
      expect(rule(sources)).toEqual([]);
    });
  }
});

const ENGINE = 'src/main/engine';

/** Runs a rule on files that exist only here. */
function given(rule: (sources: readonly Source[]) => string[], files: Readonly<Record<string, string>>): string[] {
  return rule(Object.entries(files).map(([path, text]) => parse(path, text)));
}

describe('the rule of the layers', () => {
  it.each([
    [`${ENGINE}/domain/a.ts`, `import { b } from '#engine/store/b.ts';`, 'domain may not import store'],
    [`${ENGINE}/domain/a.ts`, `import type { B } from '../store/b.ts';`, 'domain may not import store'],
    [`${ENGINE}/store/a.ts`, `export { b } from '../documents/b.ts';`, 'store may not import documents'],
    [`${ENGINE}/intake/a.ts`, `type B = import('#engine/store/b.ts').B;`, 'intake may not import store'],
    [`${ENGINE}/services/a.ts`, `await import('#engine/entries/b.ts');`, 'services may not import entries'],
    ['src/main/shell/a.ts', `import { b } from '../engine/domain/b.ts';`, 'shell may not import domain'],
    ['src/renderer/a.tsx', `import { b } from '#engine/domain/b.ts';`, 'renderer may not import domain'],
    ['src/shared/a.ts', `export * from '#engine/domain/b.ts';`, 'shared may not import domain'],
    ['src/shared/a.ts', `import React from 'react';`, 'shared may not import the package react'],
    ['src/shared/a.ts', `import { join } from 'path';`, 'shared may not import path of Node'],
    ['src/renderer/a.ts', `import { readFileSync } from 'node:fs';`, 'renderer may not import node:fs of Node'],
    ['src/preload/a.ts', `import 'fs/promises';`, 'preload may not import fs/promises of Node'],
    ['src/renderer/a.ts', `import { shell } from 'electron';`, 'renderer may not import electron'],
    [`${ENGINE}/entries/a.ts`, `import type { App } from 'electron';`, 'entries may not import electron'],
    [
      `${ENGINE}/domain/a.ts`,
      `import { readFileSync } from 'node:fs';`,
      'domain is pure and may not import node:fs of Node',
    ],
    [
      `${ENGINE}/domain/a.ts`,
      `import * as c from 'node:crypto';`,
      'domain is pure and may not import node:crypto of Node',
    ],
    [`${ENGINE}/helpers.ts`, '', 'is in no layer'],
    [`${ENGINE}/entries/a.ts`, `import '../helpers.ts';`, `imports ${ENGINE}/helpers.ts, which is in no layer`],
  ])('refuses in %s: %s', (path, text, problem) => {
    expect(given(wrongDirections, { [path]: text })).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    [
      `${ENGINE}/domain/a.ts`,
      `import { createHash } from 'node:crypto'; import Big from 'big.js'; import '#shared/b.ts';`,
    ],
    [`${ENGINE}/services/a.ts`, `import '#engine/store/b.ts'; import '../domain/c.ts'; import './d.ts';`],
    [
      'src/main/shell/a.ts',
      `import { app } from 'electron'; import { readFileSync } from 'node:fs'; import '#shared/b.ts';`,
    ],
    ['src/preload/a.ts', `import { contextBridge } from 'electron';`],
    [
      'src/renderer/a.tsx',
      `import './a.css'; import worker from 'pdfjs-dist/worker.mjs?url'; import { z } from 'zod';`,
    ],
    [`${ENGINE}/documents/a.ts`, `import fonts from '../../../../resources/fonts.json' with { type: 'json' };`],
  ])('allows in %s: %s', (path, text) => {
    expect(given(wrongDirections, { [path]: text })).toEqual([]);
  });

  it('keeps migrations apart', () => {
    const text = `import { sql } from 'kysely'; import './001.ts'; import { fold } from '#engine/domain/text.ts';`;
    expect(given(migrationsWithLiveCode, { [`${ENGINE}/store/migrations/002.ts`]: text })).toEqual([
      expect.stringContaining('may not import src/main/engine/domain/text.ts'),
    ]);
  });

  it('finds circles of values, through either way of naming a file, and lets types be', () => {
    const a = `import { b } from './b.ts';`;
    const circle = {
      'src/shared/a.ts': a,
      'src/shared/b.ts': `export * from './c.ts';`,
      'src/shared/c.ts': `import '#shared/a.ts';`,
    };
    expect(given(circles, circle)).toEqual([
      'src/shared/a.ts -> src/shared/b.ts -> src/shared/c.ts -> src/shared/a.ts',
    ]);
    expect(given(circles, { 'src/shared/a.ts': a, 'src/shared/b.ts': `import type { A } from './a.ts';` })).toEqual([]);
  });
});

describe('the rule of purity', () => {
  it.each(['Date.now();', 'new Date();', 'Math.random();', 'const f = async () => 1;', 'await g();'])(
    'refuses %s',
    (text) => {
      expect(given(impure, { [`${ENGINE}/domain/a.ts`]: text })).not.toEqual([]);
      expect(given(impure, { [`${ENGINE}/services/a.ts`]: text })).toEqual([]);
    },
  );
  it('allows a date made from something', () => {
    expect(given(impure, { [`${ENGINE}/domain/a.ts`]: `new Date('2024-01-01'); Date.UTC(2024, 0);` })).toEqual([]);
  });
});

describe('the rule of the oldest runtime', () => {
  it.each([
    'const here = import.meta.dirname;',
    'await Promise.try(f);',
    `RegExp.escape('.');`,
    'new Set([1]).union(other);',
    'a.isSubsetOf(b);',
    `bytes.toBase64();`,
    'const now = Temporal.Now;',
    `new WebSocket('wss://x');`,
    `import { DatabaseSync } from 'node:sqlite';`,
    `import { globSync } from 'node:fs';`,
    `import { zstdCompressSync } from 'node:zlib';`,
    'using file = open();',
  ])('refuses %s', (text) => {
    expect(given(tooNew, { [`${ENGINE}/store/a.ts`]: text })).toHaveLength(1);
  });
  it('allows what the runtime has, and the page what pages have', () => {
    const text = `import { readFileSync } from 'node:fs'; import.meta.url; z.union([a]); db.union(q); Object.groupBy(a, f); a.toSorted(); x.navigator;`;
    expect(given(tooNew, { [`${ENGINE}/store/a.ts`]: text })).toEqual([]);
    expect(given(tooNew, { 'src/renderer/a.ts': 'navigator.clipboard; localStorage.getItem(k);' })).toEqual([]);
  });
});

describe('the rule of transactions', () => {
  const inside = (body: string) => ({
    [`${ENGINE}/services/a.ts`]: `await db.transaction().execute(async (trx) => { ${body} });`,
  });

  it.each([
    `await db.selectFrom('a').execute();`,
    'await readFile(path);',
    `for (const x of xs) { await insert(db, x); }`,
    'await Promise.all(xs.map((x) => send(x)));',
    'for await (const x of db.stream()) use(x);',
  ])('refuses %s', (body) => {
    expect(given(awaitsOutsideTransaction, inside(body))).toHaveLength(1);
  });
  it.each([
    `await trx.selectFrom('a').execute();`,
    'await insertAll(trx, rows);',
    'await Promise.all(xs.map((x) => insert(trx, x)));',
    'return trx.stream();',
  ])('allows %s', (body) => {
    expect(given(awaitsOutsideTransaction, inside(body))).toEqual([]);
  });
  it('knows settings between, a parameter left out, and wrappers by the name trx', () => {
    const path = `${ENGINE}/services/a.ts`;
    for (const text of [
      `db.transaction().setAccessMode('read write').execute(async (t) => { await f(); });`,
      'db.transaction().execute(async () => { await f(); });',
      'writer.commit(async (trx) => { await f(); });',
    ]) {
      expect(given(awaitsOutsideTransaction, { [path]: text })).toHaveLength(1);
    }
    expect(given(awaitsOutsideTransaction, { [path]: 'run(async (job) => { await f(); });' })).toEqual([]);
  });
});

describe('the rule of the bridge', () => {
  it('refuses ipcRenderer elsewhere, and handing it out', () => {
    expect(given(exposedBridges, { 'src/renderer/a.ts': 'window.ipcRenderer.send(1);' })).toHaveLength(1);
    const whole = `import { contextBridge, ipcRenderer } from 'electron'; contextBridge.exposeInMainWorld('api', { ipcRenderer });`;
    expect(given(exposedBridges, { 'src/preload/a.ts': whole })).not.toEqual([]);
    const bound = `import { ipcRenderer } from 'electron'; expose(ipcRenderer.invoke.bind(ipcRenderer));`;
    expect(given(exposedBridges, { 'src/preload/a.ts': bound })).not.toEqual([]);
  });
  it('allows named calls in the preload', () => {
    const text = `import { ipcRenderer } from 'electron'; const ask = (q: string) => ipcRenderer.invoke('engine', q);`;
    expect(given(exposedBridges, { 'src/preload/a.ts': text })).toEqual([]);
  });
});

describe('the rule of size', () => {
  const long = { 'src/shared/a.ts': 'x;\n'.repeat(401) };
  it('refuses 401 lines, allows 400', () => {
    expect(given(outgrown, long)).toEqual(['src/shared/a.ts: 401 lines']);
    expect(given(outgrown, { 'src/shared/a.ts': 'x;\n'.repeat(400) })).toEqual([]);
  });
  it('takes a reason, and drops it when it is idle', () => {
    expect(given((files) => outgrown(files, { 'src/shared/a.ts': 'one table' }), long)).toEqual([]);
    expect(given((files) => outgrown(files, { 'src/shared/b.ts': 'gone' }), {})).toEqual([
      'src/shared/b.ts: needs no reason any more',
    ]);
  });
});
