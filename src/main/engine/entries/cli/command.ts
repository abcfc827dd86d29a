/** A command as data: the table of them drives parsing, help and running. */

import type { TextParams } from '#shared/messages/catalogue.ts';
import type { cliTexts } from '#shared/messages/cli.ts';
import type { cliCommandTexts } from '#shared/messages/cli-help.ts';
import type { Language } from '#shared/model/values.ts';
import type { CliIo } from './io.ts';
import type { OptionName, ValueName } from './options.ts';
import type { Options } from './parse.ts';
import type { Printer } from './print.ts';
import type { Session } from './session.ts';

export interface CommandSpec {
  name: keyof typeof cliCommandTexts;
  /** Words after the name. */
  words?: readonly { value: ValueName; optional?: boolean }[];
  options: readonly OptionName[];
  /** Options without which it makes no sense: asked for before anything is opened. */
  needed?: readonly OptionName[];
  /** Fields that --map may name. */
  fields?: readonly string[];
  /** Each the rest of a line after `liasse `. */
  examples: readonly string[];
  /**
   * What it wants of the company that --file names: 'write' opens it as its owner, 'read' is content with a read-only
   * opening where somebody else owns it, 'none' opens nothing.
   */
  company: 'write' | 'read' | 'none';
  run(context: Context): Promise<Outcome>;
}

export interface Context {
  io: CliIo;
  language: Language;
  options: Options;
  words: string[];
  /** Commands with company 'none' open what they need by themselves. */
  session: Session;
  print: Printer;
  /** A text of the command line in the reader's language. */
  t(key: keyof typeof cliTexts, params?: TextParams): string;
  /** One line on stderr. */
  say(text: string): void;
  /** A path as the caller typed it, made absolute. */
  path(typed: string): string;
}

export interface Outcome {
  /** What --json prints as `result`. */
  result: unknown;
  /** What a person reads. */
  text: string;
  /** True: it was done, but something failed or was left over, and is listed. Exit code 3. */
  leftovers?: boolean;
}
