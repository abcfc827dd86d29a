/** The accountant's workbook: asks where, starts the job; the strip at the foot follows it and opens the result. */

import type { Input } from '#shared/contract/index.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { jobTexts } from '#shared/messages/ui/jobs.ts';
import { toErrorShape } from '#shared/model/error.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { usePreferences } from '../../app/preferences.ts';
import { toast } from '../../components/toast.tsx';

/** `scope`: a period or a run; everything that was issued where nothing is said. */
export async function exportWorkbook(scope: Omit<Input<'export.workbook'>, 'path'> = {}): Promise<void> {
  const { language } = usePreferences.getState();
  try {
    const path = await shell('dialog.save', {
      kind: 'workbook',
      suggestedName: `${fill(jobTexts.workbookName, language)}.xlsx`,
    });
    if (path !== null) await engine.start('export.workbook', { ...scope, path });
  } catch (thrown) {
    toast({ tone: 'warning', message: errorText(toErrorShape(thrown), language).what });
  }
}
