/** The rejected rows as a file to mend: CSV or a workbook, by choice. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { importTexts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts as texts } from '#shared/messages/ui/imports-desk.ts';
import type { ImportId } from '#shared/model/ids.ts';
import { shell } from '../../api/bridge.ts';
import { useJob, useJobs } from '../../api/jobs.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { toast } from '../../components/toast.tsx';

/** Asks where to; null where the person thought better of it. */
async function chooseRejectsPath(kind: 'csv' | 'workbook', suggestedName: string): Promise<string | null> {
  return shell('dialog.save', { kind, suggestedName });
}

interface SaveRejectsProps {
  label: string;
  fileName: string;
  busy: boolean;
  onSave: (path: string) => void;
  size?: 'xs' | 'compact-xs';
  ariaLabel?: string;
}

export function SaveRejects({ label, fileName, busy, onSave, size = 'xs', ariaLabel }: SaveRejectsProps) {
  const t = useText();
  const save = async (kind: 'csv' | 'workbook') => {
    const base = fileName.replace(/\.[^.]+$/, '');
    const extension = kind === 'csv' ? 'csv' : 'xlsx';
    const path = await chooseRejectsPath(kind, `${t(importTexts.rejectsName, { file: base })}.${extension}`);
    if (path !== null) onSave(path);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size={size}
          loading={busy}
          aria-label={ariaLabel}
          leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={12} stroke={1.75} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('csv')}>{t(texts.asCsv)}</Menu.Item>
        <Menu.Item onClick={() => void save('workbook')}>{t(texts.asWorkbook)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Says that the file is there, with the way to open it. */
export function useSavedToast(): (path: string) => void {
  const t = useText();
  return (path) =>
    toast({
      message: t(importTexts.rejectsSaved),
      next: { label: t(importTexts.openRejects), run: () => void shell('desktop.open', { path }) },
    });
}

/** The kept rejected rows of a past import, written out once more. */
export function usePastRejects(importId: ImportId): { save: (path: string) => void; busy: boolean } {
  const t = useText();
  const say = useErrorSentences();
  const { job, result, error, running, start } = useJob('import.rejects');
  const dismiss = useJobs((s) => s.dismiss);
  const saved = useSavedToast();
  const told = useRef<string | null>(null);
  const path = useRef('');
  useEffect(() => {
    if (!job || told.current === job.id || (!result && !error)) return;
    told.current = job.id;
    dismiss(job.id);
    if (result) saved(path.current);
    else if (error) toast({ tone: 'warning', message: `${t(texts.rejectsFailed)}. ${say(error).what}` });
  }, [job, result, error, dismiss, saved, t, say]);
  return {
    busy: running,
    save: (to) => {
      path.current = to;
      void start({ importId, path: to });
    },
  };
}
