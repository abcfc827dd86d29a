/** Help, wrong usage, exit codes and the JSON contract: nothing here needs a company. */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '#engine/entries/cli/commands/index.ts';
import { lineFromText } from '#engine/entries/cli/manual-lines.ts';
import { commonOptions, optionForms } from '#engine/entries/cli/options.ts';
import { parseCommandLine } from '#engine/entries/cli/parse.ts';
import { parsePeriod, periodName } from '#engine/entries/cli/period.ts';
import { nearest } from '#engine/entries/cli/usage.ts';
import { errors, errorText } from '#shared/messages/errors/index.ts';
import { json, liasse, root } from './liasse.ts';

const names = commands.map((command) => command.name);

describe('help', () => {
  it.each(['en', 'fr'])('lists every command (%s)', async (language) => {
    const { code, stdout, stderr } = await liasse(['--help', '--lang', language]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const name of names) expect(stdout).toContain(`  ${name} `);
  });

  it('follows the language of the system', async () => {
    const { stdout } = await liasse(['verify', '--help'], { env: { LANG: 'fr_CA.UTF-8' } });
    expect(stdout).toContain('Vérifie');
  });

  it('has examples that the parser takes, for every command', () => {
    for (const command of commands) {
      expect(command.examples.length, command.name).toBeGreaterThan(0);
      for (const example of command.examples) {
        const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
        expect(parseCommandLine(words, commands, 'en').command?.name, example).toBe(command.name);
      }
    }
  });

  it('has no option that no command takes', () => {
    const taken = new Set([...commonOptions, 'version', ...commands.flatMap((command) => command.options)]);
    expect(Object.keys(optionForms).filter((name) => !taken.has(name))).toEqual([]);
  });
});

describe('wrong usage', () => {
  it.each([
    [['imprt', 'lines', 'x.csv'], 'cli_unknown_command', 'import lines'],
    [['run'], 'cli_unknown_command', 'run list'],
    [['run', 'draft', '--periode', '2010-12'], 'cli_unknown_option', '--period'],
    [['run', 'draft', '--clean'], 'cli_unknown_option', 'liasse run draft --help'],
    [['run', 'produce', '--file', 'x.liasse'], 'cli_missing_option', '--out'],
    [['run', 'draft', '--period'], 'cli_missing_value', '--period'],
    [['run', 'produce', '--out', '--file', 'x'], 'cli_missing_value', '--out'],
    [['verify', '--quiet=yes'], 'cli_value_not_taken', '--quiet'],
    [['import', 'lines'], 'cli_missing_argument', 'FILE'],
    [['invoice', 'show', 'A', 'B'], 'cli_extra_argument', 'B'],
    [['company', 'create', '--file', 'x.liasse', '--name', 'X'], 'cli_missing_option', '--country'],
    [['run', 'review', '--level', 'bad', '--file', 'x'], 'cli_bad_value', 'clean'],
    [['company', 'info'], 'cli_company_not_named', 'LIASSE_FILE'],
  ])('%j', async (args, error, named) => {
    const { code, reply, stderr } = await json(args);
    expect(code).toBe(2);
    expect(reply.ok).toBe(false);
    expect(reply.error?.code).toBe(error);
    const text = `${reply.error?.text.what} ${reply.error?.text.remedy}`;
    expect(text).toContain(named);
    expect(text).not.toMatch(/\{\w+\}/);
    expect(stderr).toContain(reply.error?.text.what);
  });

  it('says how it would be right when nothing is asked', async () => {
    const { code, stdout, stderr } = await liasse([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('company create');
  });

  it('suggests what was probably meant', () => {
    expect(nearest('import custmers', names)).toBe('import customers');
    expect(nearest('invoice', names)).toBe('invoice list');
    expect(nearest('--enconding', ['--delimiter', '--encoding'])).toBe('--encoding');
  });
});

describe('values', () => {
  it.each([
    ['2010-12', '2010-12-01', '2011-01-01', '2010-12'],
    ['2024-02', '2024-02-01', '2024-03-01', '2024-02'],
    ['2026-Q4', '2026-10-01', '2027-01-01', '2026-10-01..2026-12-31'],
    ['2026', '2026-01-01', '2027-01-01', '2026'],
    ['2026-09-01..2026-09-15', '2026-09-01', '2026-09-16', '2026-09-01..2026-09-15'],
    ['2026-09-15', '2026-09-15', '2026-09-16', '2026-09-15'],
  ])('period %s', (typed, from, to, name) => {
    expect(parsePeriod(typed)).toEqual({ from, to });
    expect(periodName({ from, to })).toBe(name);
  });

  it.each([
    '2026-13',
    '2026-02-30',
    '2026-09-15..2026-09-01',
    'september',
    '2026-09-01..',
    '2026-01-01..2026-02-01..2026-03-01',
  ])('no period: %s', (typed) => {
    expect(() => parsePeriod(typed)).toThrowError('cli_bad_value');
  });

  it('reads a line of an invoice with either decimal mark', () => {
    expect(lineFromText('Lamp; 2 ;18,75;10', 'en')).toMatchObject({
      description: 'Lamp',
      quantity: '2',
      unitPrice: '18.75',
      discountPercent: '10',
    });
    expect(lineFromText('Lampe;1;18.75;;reduced;L-1', 'fr')).toMatchObject({
      unitPrice: '18.75',
      taxClass: 'reduced',
      productCode: 'L-1',
    });
    for (const bad of ['Lamp', 'Lamp;two;3', ';1;2', 'Lamp;1;2;3;4;5;6', 'Lamp;1;2;x']) {
      expect(() => lineFromText(bad, 'en'), bad).toThrowError('cli_line_unreadable');
    }
  });
});

describe('texts of errors', () => {
  it('come from all files of the folder', async () => {
    const folder = join(root, 'src/shared/messages/errors');
    for (const file of readdirSync(folder).filter((name) => name !== 'index.ts')) {
      const module: Record<string, object> = await import(join(folder, file));
      for (const code of Object.values(module).flatMap((texts) => Object.keys(texts))) {
        expect(Object.keys(errors), `${file}: ${code}`).toContain(code);
      }
    }
  });

  it('exist for every code that the sources throw', () => {
    const missing = new Set<string>();
    const sources = globSync(['src/**/*.ts', 'src/**/*.tsx'], { cwd: root });
    expect(sources.length).toBeGreaterThan(50);
    for (const source of sources) {
      const text = readFileSync(join(root, source), 'utf8');
      for (const [, code = ''] of text.matchAll(/new (?:EngineError|UsageError)\(\s*'([^']+)'/g)) {
        if (!Object.hasOwn(errors, code)) missing.add(`${code} (${source})`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('tell an unknown code and the place', () => {
    const text = errorText(
      { code: 'from_the_future', params: {}, place: { file: 'a.csv', row: 3, column: 'Price' } },
      'en',
    );
    expect(text.what).toContain('from_the_future');
    expect(text.place).toBe('a.csv · row 3 · column “Price”');
  });
});

describe('under an old Node', () => {
  const old = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
    const found = spawnSync(path, ['--version'], { encoding: 'utf8' });
    return found.status === 0 && Number(/^v(\d+)/.exec(found.stdout)?.[1]) < 22;
  });
  const bin = join(root, 'src/main/engine/entries/liasse.mjs');

  it.skipIf(old === undefined)('goes on with the project’s own (skipped: no old Node on this machine)', () => {
    expect(execFileSync(old ?? '', [bin, '--version'], { encoding: 'utf8' })).toMatch(/^liasse \d/);
  });

  it.skipIf(old === undefined)('says what is needed where there is none (skipped: no old Node on this machine)', () => {
    const ended = spawnSync(old ?? '', [bin, '--version'], {
      encoding: 'utf8',
      env: { ...process.env, LIASSE_RESTARTED: '1' },
    });
    expect(ended.status).toBe(2);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).toContain('22.18');
  });
});
