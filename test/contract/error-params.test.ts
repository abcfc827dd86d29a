/** What an error's texts name in braces is what the engine says when it throws that error. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { errors } from '#shared/messages/errors/index.ts';

const engine = fileURLToPath(new URL('../../src/main/engine/', import.meta.url));
/** A throw whose parameters stand there literally; what is computed is left to the tests of that error. */
const THROWN = /new (?:EngineError|UsageError)\(\s*'(\w+)'\s*(?:\)|,\s*\{([^{}]*)\}\s*[,)])/g;

const named = (text: unknown): string[] =>
  [...new Set([...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

const throws = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(engine + file, 'utf8').matchAll(THROWN)].map(([, code = '', params = '']) => ({
      file,
      code,
      params,
    })),
  )
  .filter(({ params }) => !params.includes('...'));

describe('errors with literal parameters', () => {
  it('are found', () => expect(throws.length).toBeGreaterThan(80));

  it('fill every placeholder of their texts', () => {
    const unfilled = throws.flatMap(({ file, code, params }) => {
      if (!Object.hasOwn(errors, code)) return [`${file}: ${code} has no texts`];
      // The fields that a number pattern may have are told in braces, as a person writes them.
      if (code.startsWith('number_pattern')) return [];
      const given = params.split(',').map((part) => /^\s*(\w+)/.exec(part)?.[1]);
      // Reason for the cast: `hasOwn` on the line before.
      const missing = named(errors[code as keyof typeof errors]).filter((name) => !given.includes(name));
      return missing.length === 0 ? [] : [`${file}: ${code} lacks ${missing.join(', ')}`];
    });
    expect(unfilled).toEqual([]);
  });
});
