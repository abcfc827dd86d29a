/** The command line from its words to its exit code: 0 done, 1 failed, 2 wrong usage, 3 done with failures listed. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fill } from '#shared/messages/catalogue.ts';
import { cliTexts, jobPhaseText } from '#shared/messages/cli.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { jobNames } from '#shared/messages/ui/jobs.ts';
import { type EngineErrorShape, toErrorShape } from '#shared/model/error.ts';
import type { JobFailure } from '#shared/model/job.ts';
import type { Language } from '#shared/model/values.ts';
import type { CommandSpec, Context, Outcome } from './command.ts';
import { commands } from './commands/index.ts';
import type { RunningEngine } from './engine.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { CliIo } from './io.ts';
import { type Options, type Parsed, parseCommandLine } from './parse.ts';
import { printer } from './print.ts';
import { type Progress, progress } from './progress.ts';
import { JobError, Session } from './session.ts';
import { UsageError } from './usage.ts';

/** Ended by Ctrl-C, as shells count it (128 + SIGINT). */
const INTERRUPTED = 130;
/** So many of a failed job's items are told. */
const TOLD_FAILURES = 10;
/** Milliseconds that closing may take after Ctrl-C. */
const PATIENCE = 5000;

/** Runs one command. What it prints is written to the streams before the promise resolves with the exit code. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const json = argv.includes('--json');
  let language = languageOf(argv, io.env);
  let command: string | null = null;
  try {
    const parsed = parseCommandLine(argv, commands, language);
    language = parsed.options.oneOf('lang', ['fr', 'en']) ?? language;
    command = parsed.command?.name ?? null;
    if (parsed.options.has('help') || parsed.options.has('version') || parsed.command === null)
      return showHelp(parsed, io, language, json);
    const outcome = await runCommand(parsed.command, parsed, io, language);
    const exit = outcome.leftovers === true ? 3 : 0;
    io.stdout.write(
      json ? document({ ok: true, exit, command, result: outcome.result }) : `${outcome.text.trimEnd()}\n`,
    );
    return exit;
  } catch (error) {
    const exit = error instanceof UsageError ? 2 : error instanceof Interrupted ? INTERRUPTED : 1;
    const failures = error instanceof JobError ? error.failures : [];
    tellError(toErrorShape(error), failures, { io, language, json, exit, command });
    return exit;
  }
}

class Interrupted extends Error {}

const document = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

/** --lang, else what the system's environment says, else English. */
function languageOf(argv: readonly string[], env: CliIo['env']): Language {
  const asked = argv[argv.indexOf('--lang') + 1];
  if (argv.includes('--lang') && (asked === 'fr' || asked === 'en')) return asked;
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return system.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

function showHelp(parsed: Parsed, io: CliIo, language: Language, json: boolean): number {
  if (parsed.options.has('version')) {
    io.stdout.write(
      json ? document({ ok: true, exit: 0, command: null, result: { version: io.version } }) : `liasse ${io.version}\n`,
    );
    return 0;
  }
  const help =
    parsed.command === null
      ? generalHelp(commands, language, parsed.words[0] ?? null)
      : commandHelp(parsed.command, language);
  // Nothing asked at all is wrong usage, and says how it would be right.
  const exit = parsed.options.has('help') ? 0 : 2;
  if (json)
    io.stdout.write(document({ ok: exit === 0, exit, command: parsed.command?.name ?? null, result: { help } }));
  else (exit === 0 ? io.stdout : io.stderr).write(help);
  return exit;
}

function tellError(
  shape: EngineErrorShape,
  failures: readonly JobFailure[],
  {
    io,
    language,
    json,
    exit,
    command,
  }: { io: CliIo; language: Language; json: boolean; exit: number; command: string | null },
): void {
  const told = errorText(shape, language);
  const reason = inputReason(shape, language);
  const text = reason === null ? told : { ...told, what: `${told.what} ${reason}` };
  const place = text.place === null ? '' : ` (${text.place})`;
  io.stderr.write(`${text.what}${place}\n${text.means}\n${text.remedy}\n`);
  for (const failure of failures.slice(0, TOLD_FAILURES)) {
    io.stderr.write(`✗ ${failure.label}: ${errorText(failure.error, language).what}\n`);
  }
  if (shape.code === 'internal' && shape.detail) io.stderr.write(`\n${shape.detail}\n`);
  if (json) io.stdout.write(document({ ok: false, exit, command, error: { ...shape, text, failures } }));
}

async function runCommand(command: CommandSpec, parsed: Parsed, io: CliIo, language: Language): Promise<Outcome> {
  const print = printer(language);
  const t: Context['t'] = (key, params) => fill(cliTexts[key], language, params);
  const bar = progress(io, print, !parsed.options.has('quiet'), {
    job: (name) => fill(isJobName(name) ? jobNames[name] : jobNames.other, language),
    phase: (phase) => jobPhaseText(phase, language),
  });
  const say = (text: string): void => {
    bar.clear();
    io.stderr.write(`${text}\n`);
  };
  const path = (typed: string): string => resolve(io.cwd, typed);
  const file = command.company === 'none' ? null : companyFile(parsed.options, io);
  // Help and wrong usage need no engine: it is loaded where one is wanted.
  const { startEngine } = await import('./engine.ts');
  const engine = startEngine(io);
  const session = new Session(engine.client, hooks({ say, t, language, bar }));
  const stopListening = listen(io, session, () => say(t('cancelling')));
  try {
    if (file !== null && command.company !== 'none') await session.open(path(file), command.company);
    return await Promise.race([
      command.run({ io, language, options: parsed.options, words: parsed.words, session, print, t, say, path }),
      stopListening.interrupted,
    ]);
  } finally {
    bar.clear();
    stopListening.stop();
    if (session.waiting > 0 && !command.name.startsWith('job')) say(t('interrupted', { count: session.waiting }));
    await closed(engine, stopListening.asked());
  }
}

/** Why a value was not taken, in words; null for other failures and for reasons that need none. */
function inputReason({ code, params }: EngineErrorShape, language: Language): string | null {
  const reason = `input.${params['reason'] ?? ''}`;
  const limit = params['limit'];
  if (code !== 'bad_input' || !isText(reason)) return null;
  return fill(cliTexts[reason], language, limit === undefined ? {} : { count: limit });
}

const isText = (key: string): key is keyof typeof cliTexts => Object.hasOwn(cliTexts, key);
const isJobName = (name: string): name is keyof typeof jobNames => Object.hasOwn(jobNames, name);

function companyFile(options: Options, io: CliIo): string {
  const file = options.text('file') ?? io.env['LIASSE_FILE'];
  if (!file) throw new UsageError('cli_company_not_named');
  return file;
}

function hooks(of: {
  say(text: string): void;
  t: Context['t'];
  language: Language;
  bar: Progress;
}): ConstructorParameters<typeof Session>[1] {
  return {
    onProgress: (snapshot) => of.bar.show(snapshot),
    onResumed: (snapshot) =>
      of.say(
        of.t('resuming', {
          job: fill(isJobName(snapshot.name) ? jobNames[snapshot.name] : jobNames.other, of.language),
        }),
      ),
    onOpened: (opened) => {
      for (const warning of opened.warnings) {
        const text = errorText(warning, of.language);
        of.say(`${text.what} ${text.means} ${text.remedy}`);
      }
      if (opened.migratedFrom) of.say(of.t('migrated', { path: opened.migratedFrom.backupPath }));
    },
  };
}

interface Interrupts {
  /** Rejects when the command has to end where it stands. */
  interrupted: Promise<never>;
  /** Whether anybody pressed Ctrl-C. */
  asked(): boolean;
  stop(): void;
}

/** Closes the company. Whoever pressed Ctrl-C does not wait for a thread that is in the middle of something: the file is safe either way. */
async function closed(engine: RunningEngine, impatient: boolean): Promise<void> {
  const close = engine.close();
  await (impatient ? Promise.race([close, setTimeout(PATIENCE)]) : close);
}

/** Ctrl-C: the running job is cancelled; a second time, or without a job, the command ends where it stands. */
function listen(io: CliIo, session: Session, say: () => void): Interrupts {
  let stop: () => void = () => undefined;
  let asked = false;
  const interrupted = new Promise<never>((_, reject) => {
    const off = io.onInterrupt?.(() => {
      if (asked) {
        reject(new Interrupted());
        return;
      }
      asked = true;
      session.cancel().then(
        (cancelling) => (cancelling ? say() : reject(new Interrupted())),
        (error) => reject(error),
      );
    });
    if (off) stop = off;
  });
  // Where nobody waits any more, a late Ctrl-C is no unhandled failure.
  interrupted.catch(() => undefined);
  return { interrupted, asked: () => asked, stop: () => stop() };
}
