/** Saving and opening the PDF of an issued document. */
import { useCallback } from 'react';
import type { InvoiceRow } from '#shared/contract/invoices.ts';
import { invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { toErrorShape } from '#shared/model/error.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { toast } from '../../components/toast.tsx';

/** Letters that a file name may hold on every system. */
const fileName = (number: string): string => `${number.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf`;

export function usePdfFiles(): {
  /** Asks where, writes it there; `open`: shows it afterwards in the system's own program. */
  save(row: Pick<InvoiceRow, 'id' | 'number'>, open?: boolean): Promise<void>;
  open(path: string): Promise<void>;
} {
  const t = useText();
  const say = useErrorSentences();
  const guarded = useCallback(
    async (act: () => Promise<void>): Promise<void> => {
      try {
        await act();
      } catch (error) {
        toast({ message: say(toErrorShape(error)).what, tone: 'warning' });
      }
    },
    [say],
  );
  const open = useCallback(
    (path: string) => guarded(async () => void (await shell('desktop.open', { path }))),
    [guarded],
  );
  const save = useCallback(
    (row: Pick<InvoiceRow, 'id' | 'number'>, openAfter = false) =>
      guarded(async () => {
        const path = await shell('dialog.save', { kind: 'pdf', suggestedName: fileName(row.number) });
        if (path === null) return;
        await engine.call('document.pdf', { of: { kind: 'invoice', id: row.id }, path });
        toast({ message: t(invoicesTexts.savedPdf) });
        if (openAfter) await shell('desktop.open', { path });
      }),
    [guarded, t],
  );
  return { save, open };
}
