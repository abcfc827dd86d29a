/** What an ended job offers: its file, its folder, its screen. */
import type { JobName, Output } from '#shared/contract/index.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { jobTexts } from '#shared/messages/ui/jobs.ts';
import { RunId } from '#shared/model/ids.ts';
import type { JobSnapshot } from '#shared/model/job.ts';
import { shell } from '../../api/bridge.ts';
import { go } from '../../app/routes.ts';

export interface ResultAct {
  label: Text;
  run: () => Promise<unknown>;
}

/** The contract says what a job of this name gives back. */
const resultOf = <N extends JobName>(job: JobSnapshot, name: N): Output<N> | null =>
  job.status === 'done' && job.name === name && job.result !== null ? (job.result as Output<N>) : null;

const visit = (...route: Parameters<typeof go>) => ({ run: async () => go(...route) });

export function resultAct(job: JobSnapshot): ResultAct | null {
  const workbook = resultOf(job, 'export.workbook');
  if (workbook) return { label: jobTexts.openWorkbook, run: () => shell('desktop.open', { path: workbook.path }) };
  const produced = resultOf(job, 'run.produce');
  if (produced) return { label: jobTexts.openFolder, run: () => shell('desktop.open', { path: produced.folder }) };
  if (resultOf(job, 'company.verify'))
    return { label: jobTexts.openReport, ...visit({ screen: 'settings', page: 'check' }) };
  const imported = resultOf(job, 'import.commit');
  if (imported) {
    const screen = imported.kind;
    return { label: jobTexts.openImport, ...visit({ screen }) };
  }
  const run = RunId.safeParse(job.subject);
  if (job.name.startsWith('run.') && run.success)
    return { label: jobTexts.openRun, ...visit({ screen: 'run', id: run.data }) };
  return null;
}
