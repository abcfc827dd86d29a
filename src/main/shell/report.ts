/**
 * A report for whoever helps, as the person reads it before anything is done with it: versions, the system, settings without
 * secrets, the last failure by its code, counts in orders of magnitude, the last lines of the log. Nothing of it is sent by the program.
 */
import { arch, release, totalmem } from 'node:os';
import type { Output } from '#shared/contract/index.ts';
import type { Preferences } from '#shared/contract/shell.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { reportTexts } from '#shared/messages/ui/report.ts';
import type { Log } from './log.ts';

/** The last call that failed, without its parameters: they may name somebody. */
export interface LastFailure {
  at: string;
  call: string;
  code: string;
}

interface Facts {
  preferences: Preferences;
  about: { version: string; electron: string; chrome: string; node: string; platform: string; locale: string };
  updates: { configured: boolean; automatic: boolean };
  windows: number;
  jobs: number;
  companies: number;
  counts: Output<'company.summary'>['counts'] | null;
  failure: LastFailure | null;
  log: Log;
  now: Date;
}

const LOG_LINES = 120;

/** `4217` → `1 000 – 9 999`: how much there is, and not how many customers somebody has. */
export function magnitude(count: number): string {
  if (count < 10) return count === 0 ? '0' : '1–9';
  const from = 10 ** Math.floor(Math.log10(count));
  return `${from}–${from * 10 - 1}`;
}

export function reportLines(facts: Facts): string[] {
  const { about, preferences, counts, failure } = facts;
  const t = (key: keyof typeof reportTexts): string => fill(reportTexts[key], preferences.language);
  const fact = (name: string, value: string | number | boolean): string => `${name}: ${value}`;
  return [
    fact(t('lineTitle'), facts.now.toISOString()),
    '',
    `# ${t('sectionProgram')}`,
    fact('liasse', about.version),
    fact('electron', about.electron),
    fact('chrome', about.chrome),
    fact('node', about.node),
    '',
    `# ${t('sectionComputer')}`,
    fact('platform', `${about.platform} ${release()} ${arch()}`),
    fact('memory', `${Math.round(totalmem() / 2 ** 30)} GB`),
    fact('locale', about.locale),
    '',
    `# ${t('sectionSettings')}`,
    fact('language', preferences.language),
    fact('theme', preferences.theme),
    fact('updates', facts.updates.configured ? (facts.updates.automatic ? 'automatic' : 'by hand') : 'off'),
    fact('windows', facts.windows),
    fact('recent companies', magnitude(facts.companies)),
    '',
    `# ${t('sectionCompany')}`,
    ...(counts === null
      ? [t('noCompany')]
      : Object.entries(counts).map(([name, count]) => fact(name, magnitude(Number(count))))),
    fact('running jobs', facts.jobs),
    '',
    `# ${t('sectionFailure')}`,
    ...(failure === null
      ? [t('noFailure')]
      : [fact('at', failure.at), fact('call', failure.call), fact('code', failure.code)]),
    '',
    `# ${t('sectionLog')}`,
    ...facts.log.last(LOG_LINES),
  ];
}
