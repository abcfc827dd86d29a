/** The invoice has its number: look at it, keep it, make another. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { InvoiceRow } from '#shared/contract/invoices.ts';
import { handTexts, invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { PdfViewer } from '../../../components/pdf/PdfViewer.tsx';
import { usePdf } from '../../../components/pdf/usePdf.ts';
import { allInvoices, useInvoices } from '../store.ts';
import { usePdfFiles } from '../usePdfFiles.ts';
import css from './hand.module.css';

export function Issued({ row, onAnother }: { row: InvoiceRow; onAnother(): void }) {
  const t = useText();
  const files = usePdfFiles();
  const [of] = useState({ kind: 'invoice' as const, id: row.id });
  const pdf = usePdf(of);
  const credit = row.kind === 'credit_note';
  return (
    <div className={css['issued']}>
      <header className={css['issuedHead']}>
        <h2 className="grow">
          <IconCircleCheck size={20} stroke={1.6} className={css['issuedIcon']} aria-hidden="true" />
          {t(credit ? handTexts.doneTitleCredit : handTexts.doneTitle, { number: row.number })}
        </h2>
        <Button
          onClick={() => {
            useInvoices.setState({ view: allInvoices });
            go({ screen: 'invoices', id: row.id });
          }}
        >
          {t(handTexts.toList)}
        </Button>
        <Button leftSection={<IconDownload size={16} stroke={1.6} />} onClick={() => void files.save(row, true)}>
          {t(handTexts.savePdf)}
        </Button>
        <Button
          data-autofocus
          autoFocus
          variant="filled"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          onClick={onAnother}
        >
          {t(handTexts.another)}
        </Button>
      </header>
      <PdfViewer
        pdf={pdf}
        label={`${t(credit ? invoicesTexts.creditWord : invoicesTexts.invoiceWord)} ${row.number}`}
      />
    </div>
  );
}
