/** An entry of the company's log as a sentence, and the shape that goes with its noun. */
import {
  type Icon,
  IconArrowBackUp,
  IconBookmark,
  IconBuilding,
  IconCircle,
  IconDeviceFloppy,
  IconEraser,
  IconFileExport,
  IconFileImport,
  IconFileInvoice,
  IconForms,
  IconHash,
  IconLayoutList,
  IconPackage,
  IconSettings,
  IconStack2,
  IconTag,
  IconUser,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useCallback } from 'react';
import type { AuditEntry } from '#shared/contract/records.ts';
import { auditSentence } from '#shared/messages/audit.ts';
import { useLanguage } from '../app/i18n.tsx';

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
  field: IconForms,
  tag: IconTag,
  segment: IconUsersGroup,
  view: IconBookmark,
  undo: IconArrowBackUp,
  user: IconUser,
  people: IconUser,
  setting: IconSettings,
  settings: IconSettings,
  backup: IconDeviceFloppy,
  erasure: IconEraser,
};

export const auditIcon = (action: string): Icon => shapes[action.split('.')[0] ?? ''] ?? IconCircle;

/** An action of a newer engine has no sentence yet: its name stands, without pretending. */
export function useAuditSentence(): (entry: Pick<AuditEntry, 'action' | 'params'>) => string {
  const language = useLanguage();
  return useCallback(({ action, params }) => auditSentence(action, params, language), [language]);
}
