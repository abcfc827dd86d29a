/** Help, made from the table of commands: nothing is written twice. */
import { fill } from '#shared/messages/catalogue.ts';
import { cliCommandTexts, cliHelpTexts, cliOptionTexts, cliValueTexts } from '#shared/messages/cli-help.ts';
import type { Language } from '#shared/model/values.ts';
import type { CommandSpec } from './command.ts';
import { commonOptions, type OptionName, optionForms } from './options.ts';

const COMMAND_WIDTH = 21;

/** With the first word of several commands (`company`) only those are listed. */
export function generalHelp(all: readonly CommandSpec[], language: Language, group: string | null = null): string {
  const ofGroup = all.filter((command) => command.name.split(' ')[0] === group);
  const commands = ofGroup.length > 0 ? ofGroup : all;
  const t = (key: keyof typeof cliHelpTexts): string => fill(cliHelpTexts[key], language);
  return [
    t('intro'),
    '',
    `${t('usage')} liasse <${t('command')}> [--file ${fill(cliValueTexts.company, language)}] [--json] …`,
    '',
    `${t('commands')}`,
    ...commands.map(
      (command) => `  ${command.name.padEnd(COMMAND_WIDTH)}${fill(cliCommandTexts[command.name], language)}`,
    ),
    '',
    `${t('common')}`,
    ...optionLines(['file', ...commonOptions, 'version'], language),
    '',
    `${t('examples')}`,
    ...(ofGroup.length > 0 ? [] : ['  npm run -s liasse -- demo']),
    ...commands
      .filter(({ name }) => ofGroup.length > 0 || ['company create', 'import lines', 'run draft'].includes(name))
      .flatMap((command) => command.examples.slice(0, 1).map((example) => `  liasse ${example}`)),
    '',
    t('exits'),
    t('more'),
    '',
  ].join('\n');
}

export function commandHelp(command: CommandSpec, language: Language): string {
  const t = (key: keyof typeof cliHelpTexts): string => fill(cliHelpTexts[key], language);
  const words = (command.words ?? []).map(({ value, optional }) => {
    const name = fill(cliValueTexts[value], language);
    return optional === true ? `[${name}]` : name;
  });
  return [
    fill(cliCommandTexts[command.name], language),
    '',
    `${t('usage')} liasse ${[command.name, ...words, '[options]'].join(' ')}`,
    ...(command.options.length === 0 ? [] : ['', t('options'), ...optionLines(command.options, language)]),
    ...(command.fields === undefined ? [] : ['', t('fields'), ...wrapped(command.fields)]),
    '',
    t('common'),
    ...optionLines(commonOptions, language),
    '',
    t('examples'),
    ...command.examples.map((example) => `  liasse ${example}`),
    '',
  ].join('\n');
}

/** Names in lines that a terminal shows whole. */
function wrapped(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 96) lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`  ${name}`);
  }
  return lines;
}

function optionLines(names: readonly OptionName[], language: Language): string[] {
  const left = names.map((name) => {
    const form = optionForms[name];
    const value =
      form.value === undefined
        ? ''
        : ` ${form.choices ? form.choices.join(' / ') : fill(cliValueTexts[form.value], language)}`;
    return `${form.short ? `-${form.short}, ` : ''}--${name}${value}`;
  });
  const widest = Math.min(34, Math.max(...left.map((text) => text.length)));
  return names.map((name, index) => {
    const head = left[index] ?? '';
    const gap = head.length > widest ? `\n  ${' '.repeat(widest)}` : ' '.repeat(widest - head.length);
    return `  ${head}${gap}  ${fill(cliOptionTexts[name], language)}`;
  });
}
