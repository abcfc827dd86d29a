/** `verify`, `job list|resume`: the file itself and the work done on it. */
import type { VerifyReport } from '#shared/contract/company.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { jobNames } from '#shared/messages/ui/jobs.ts';
import { EngineError } from '#shared/model/error.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { failureTable } from '../documents.ts';

export const fileCommands: readonly CommandSpec[] = [
  {
    name: 'verify',
    options: ['file'],
    examples: ['verify --file acme.liasse', 'verify --file acme.liasse --json'],
    company: 'write',
    run: verify,
  },
  {
    name: 'job list',
    options: ['file', 'limit'],
    examples: ['job list --file acme.liasse'],
    company: 'read',
    run: list,
  },
  {
    name: 'job resume',
    words: [{ value: 'job', optional: true }],
    options: ['file'],
    examples: ['job resume --file acme.liasse'],
    company: 'write',
    run: resume,
  },
];

async function verify(context: Context): Promise<Outcome> {
  const { result } = await context.session.job('company.verify', {});
  return { result, text: verifyText(context, result), leftovers: !result.ok };
}

function verifyText({ print, t, language }: Context, report: VerifyReport): string {
  const totals = print.table(
    [
      { head: t('currency') },
      { head: t('invoices'), right: true },
      { head: t('creditNotes'), right: true },
      { head: t('net'), right: true },
      { head: t('tax'), right: true },
      { head: t('gross'), right: true },
    ],
    report.totals.map((sum) => [
      sum.currency,
      print.count(sum.invoices),
      print.count(sum.creditNotes),
      print.money(sum.net, sum.currency),
      print.money(sum.tax, sum.currency),
      print.money(sum.gross, sum.currency),
    ]),
  );
  const parts = ['imported', 'billed', 'inDrafts', 'open', 'held', 'excluded'] as const;
  const balance = print.table(
    [{ head: t('currency') }, ...parts.map((part) => ({ head: t(`balance.${part}`), right: true }))],
    report.lineBalance.flatMap((row) => {
      const { currency } = row;
      return [
        [currency ?? '', ...parts.map((part) => print.count(row[part].count))],
        ...(currency === null ? [] : [['', ...parts.map((part) => print.money(row[part].amount, currency))]]),
      ];
    }),
  );
  const problems = report.problems.map((problem) => {
    const text = errorText(problem, language);
    return `✗ ${text.what} ${text.remedy}`;
  });
  const head = t(report.ok ? 'verified' : 'verifyFailed', {
    documents: print.count(report.documents),
    lines: print.count(report.lines),
  });
  return [head, ...(problems.length > 0 ? [problems.join('\n')] : []), totals, t('lineBalance'), balance].join('\n\n');
}

async function list(context: Context): Promise<Outcome> {
  const { session, options, print, t, language } = context;
  const jobs = (await session.call('job.list', {})).slice(0, options.integer('limit', 1, 50) ?? 50);
  const known = (name: string): name is keyof typeof jobNames => Object.hasOwn(jobNames, name);
  const table = print.table(
    [
      { head: t('started') },
      { head: t('job') },
      { head: t('status') },
      { head: t('done'), right: true },
      { head: t('failedItems'), right: true },
      { head: t('id') },
    ],
    jobs.map((job) => [
      job.startedAt.slice(0, 19).replace('T', ' '),
      fill(known(job.name) ? jobNames[job.name] : jobNames.other, language),
      t(`job.${job.status}`),
      job.total === null ? print.count(job.done) : `${print.count(job.done)} / ${print.count(job.total)}`,
      job.failed > 0 ? print.count(job.failed) : '',
      job.id,
    ]),
  );
  return { result: { jobs }, text: jobs.length === 0 ? t('noJobs') : table };
}

/** Takes up the job named, or every interrupted one, oldest first. */
async function resume(context: Context): Promise<Outcome> {
  const { session, words, t } = context;
  const jobs = await session.call('job.list', {});
  const wanted =
    words[0] === undefined
      ? jobs.filter((job) => job.status === 'interrupted').reverse()
      : jobs.filter((job) => job.id === words[0]);
  if (words[0] !== undefined && wanted.length === 0) throw new EngineError('not_found', { what: 'job' });
  const done = [];
  for (const job of wanted) done.push(await session.resume<unknown>(job.id));
  const failures = done.map(({ snapshot }) => failureTable(context, snapshot)).filter((part) => part !== '');
  return {
    result: { resumed: done.map(({ snapshot }) => snapshot) },
    text: [t('jobsResumed', { count: done.length }), ...failures].join('\n\n'),
    leftovers: failures.length > 0,
  };
}
