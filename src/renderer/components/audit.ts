/** An entry of the company's log as a sentence, and the shape that goes with its noun. */
import {
  type Icon,
  IconBuilding,
  IconCircle,
  IconFileExport,
  IconFileImport,
  IconFileInvoice,
  IconHash,
  IconLayoutList,
  IconPackage,
  IconStack2,
  IconUsers,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import type { AuditEntry } from '#shared/contract/records.ts';
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { auditTexts } from '#shared/messages/ui/home.ts';
import { useLanguage } from '../app/i18n.tsx';

const sentences: Readonly<Record<string, Text | undefined>> = auditTexts;
const shapes: Readonly<Record<string, Icon | undefined>> = {
  company: IconBuilding,
  series: IconHash,
  customer: IconUsers,
  product: IconPackage,
  import: IconFileImport,
  lines: IconLayoutList,
  run: IconStack2,
  invoice: IconFileInvoice,
  export: IconFileExport,
};

export const auditIcon = (action: string): Icon => shapes[action.split('.')[0] ?? ''] ?? IconCircle;

/** An action of a newer engine has no sentence yet: its name stands, without pretending. */
export function useAuditSentence(): (entry: Pick<AuditEntry, 'action' | 'params'>) => string {
  const language = useLanguage();
  return useCallback(
    ({ action, params }) => {
      const sentence = sentences[action];
      return sentence ? fill(sentence, language, params) : action;
    },
    [language],
  );
}
