/** From the words of a command line to a command and its options; every fault is a {@link UsageError} that names itself. */
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { fill } from '#shared/messages/catalogue.ts';
import { cliValueTexts } from '#shared/messages/cli-help.ts';
import { IsoDate, type IsoDate as IsoDateText, type Language } from '#shared/model/values.ts';
import type { CommandSpec } from './command.ts';
import { commonOptions, type OptionName, optionForms } from './options.ts';
import { nearest, UsageError } from './usage.ts';

export interface Parsed {
  /** Null: no command was named (help or version is wanted). */
  command: CommandSpec | null;
  options: Options;
  /** What follows the command's name. */
  words: string[];
}

const isOption = (name: string): name is OptionName => Object.hasOwn(optionForms, name);

/** The values given, read in the form that a command needs. */
export class Options {
  readonly #values: ReadonlyMap<OptionName, string[]>;
  readonly #command: string;

  constructor(values: ReadonlyMap<OptionName, string[]>, command: string) {
    this.#values = values;
    this.#command = command;
  }

  has(name: OptionName): boolean {
    return this.#values.has(name);
  }

  /** The last value given, or null. */
  text(name: OptionName): string | null {
    return this.#values.get(name)?.at(-1) ?? null;
  }

  texts(name: OptionName): string[] {
    return this.#values.get(name) ?? [];
  }

  needed(name: OptionName): string {
    const value = this.text(name);
    if (value === null) throw new UsageError('cli_missing_option', { option: `--${name}`, command: this.#command });
    return value;
  }

  /** Comma-separated values, trimmed, without empty ones. */
  list(name: OptionName): string[] {
    return this.texts(name)
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  }

  integer(name: OptionName, least: number, most: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new UsageError('cli_bad_value', { option: `--${name}`, value, expected: `${least}–${most}` });
  }

  date(name: OptionName): IsoDateText | null {
    const value = this.text(name);
    if (value === null || IsoDate.safeParse(value).success) return value;
    throw new UsageError('cli_bad_value', { option: `--${name}`, value, expected: 'YYYY-MM-DD' });
  }

  /** One of the values of an enumeration of the contract, or null. */
  oneOf<V extends string>(name: OptionName, values: readonly V[]): V | null {
    const value = this.text(name);
    return value === null ? null : this.#choose(name, value, values);
  }

  someOf<V extends string>(name: OptionName, values: readonly V[]): V[] {
    return this.list(name).map((value) => this.#choose(name, value, values));
  }

  /** A value that a schema of the model must take. */
  parsed<S extends z.ZodType>(name: OptionName, schema: S, expected: string): z.output<S> | null {
    const value = this.text(name);
    if (value === null) return null;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw new UsageError('cli_bad_value', { option: `--${name}`, value, expected });
  }

  #choose<V extends string>(name: OptionName, value: string, values: readonly V[]): V {
    const chosen = values.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
    if (chosen !== undefined) return chosen;
    throw new UsageError('cli_bad_value', { option: `--${name}`, value, expected: values.join(', ') });
  }
}

/** Which command the words begin with: the longest name that fits. */
function findCommand(words: readonly string[], commands: readonly CommandSpec[]): CommandSpec | null {
  const fitting = commands.filter((command) => command.name.split(' ').every((word, index) => word === words[index]));
  return fitting.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

export function parseCommandLine(
  argv: readonly string[],
  commands: readonly CommandSpec[],
  language: Language,
): Parsed {
  const forms = Object.fromEntries(
    Object.entries(optionForms).map(([name, form]) => [
      name,
      {
        type: form.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: true,
        ...(form.short ? { short: form.short } : {}),
      },
    ]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: forms,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const command = findCommand(positionals, commands);
  const name = command?.name ?? '';
  const allowed = command === null ? null : new Set<string>([...commonOptions, ...command.options]);
  const values = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = isOption(token.name) ? token.name : null;
    if (option === null || (allowed !== null && !allowed.has(option))) {
      const candidates = [...(allowed ?? Object.keys(optionForms))].map((option) => `--${option}`);
      throw new UsageError('cli_unknown_option', {
        option: token.rawName,
        command: name,
        nearest: nearest(token.rawName, candidates),
      });
    }
    values.set(option, [...(values.get(option) ?? []), readValue(option, token.rawName, token, name)]);
  }
  const options = new Options(values, name);
  if (command === null) {
    if (positionals.length > 0 && !options.has('help')) {
      const typed = positionals.slice(0, 2).join(' ');
      throw new UsageError('cli_unknown_command', {
        command: typed,
        nearest: nearest(
          typed,
          commands.map((one) => one.name),
        ),
      });
    }
    return { command, options, words: positionals };
  }
  const words = positionals.slice(name.split(' ').length);
  if (!options.has('help')) {
    checkWords(words, command, language);
    for (const option of command.needed ?? []) options.needed(option);
  }
  return { command, options, words };
}

function readValue(
  option: OptionName,
  rawName: string,
  token: { value?: string | undefined; inlineValue?: boolean | undefined },
  command: string,
): string {
  const form = optionForms[option];
  if (form.value === undefined) {
    if (token.value !== undefined) throw new UsageError('cli_value_not_taken', { option: rawName });
    return '';
  }
  // `--out --json`: the value was forgotten. A value may begin with a dash where a digit follows (-5) or after an equals sign.
  if (token.value === undefined || (token.inlineValue !== true && /^-+[a-z]/i.test(token.value))) {
    throw new UsageError('cli_missing_value', { option: rawName, command });
  }
  if (form.choices !== undefined && form.many !== true && !form.choices.includes(token.value)) {
    throw new UsageError('cli_bad_value', { option: rawName, value: token.value, expected: form.choices.join(', ') });
  }
  return token.value;
}

function checkWords(words: readonly string[], command: CommandSpec, language: Language): void {
  const wanted = command.words ?? [];
  const missing = wanted[words.length];
  if (missing !== undefined && !missing.optional) {
    throw new UsageError('cli_missing_argument', {
      argument: fill(cliValueTexts[missing.value], language),
      command: command.name,
    });
  }
  const extra = words[wanted.length];
  if (extra !== undefined) throw new UsageError('cli_extra_argument', { value: extra, command: command.name });
}
