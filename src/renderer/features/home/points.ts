/** What each point of Home says, and where it leads. Pure but for the going. */
import {
  type Icon,
  IconArrowBackUp,
  IconCalendarDue,
  IconClockExclamation,
  IconDatabaseExport,
  IconFileAlert,
  IconFileTypePdf,
  IconLayoutList,
  IconPlayerPause,
  IconRotateClockwise,
  IconStack2,
  IconUserExclamation,
} from '@tabler/icons-react';
import type { HomePoint, HomePointCode } from '#shared/contract/company.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { homeTexts as texts } from '#shared/messages/ui/home.ts';
import { RunId } from '#shared/model/ids.ts';
import { go } from '../../app/routes.ts';
import { openListOn } from '../../components/list/memory.ts';
import { allInvoices, useInvoices } from '../invoices/store.ts';

export interface PointShape {
  icon: Icon;
  tone: 'error' | 'warning' | 'overdue' | 'brand' | 'draft';
  title: Text;
  hint: Text;
  act: Text;
  onAct: (point: HomePoint) => void;
}

const toRun = ({ subject }: HomePoint): void => {
  const id = RunId.safeParse(subject);
  if (id.success) go({ screen: 'run', id: id.data });
};

const toOverdue = (): void => {
  useInvoices.setState({ view: { ...allInvoices, tab: 'overdue' }, sort: { by: 'dueDate', descending: false } });
  go({ screen: 'invoices' });
};

const toDue = (): void => {
  useInvoices.setState({ view: { ...allInvoices, tab: 'not_due' }, sort: { by: 'dueDate', descending: false } });
  go({ screen: 'invoices' });
};

export const shapes: Record<HomePointCode, PointShape> = {
  restored_copy: {
    icon: IconArrowBackUp,
    tone: 'error',
    title: texts.restoredCopy,
    hint: texts.restoredCopyHint,
    act: texts.restoredCopyAct,
    onAct: () => go({ screen: 'settings', page: 'check' }),
  },
  jobs_interrupted: {
    icon: IconRotateClockwise,
    tone: 'warning',
    title: texts.interrupted,
    hint: texts.interruptedHint,
    act: texts.interruptedAct,
    onAct: () => go({ screen: 'runs' }),
  },
  run_blocked: {
    icon: IconStack2,
    tone: 'error',
    title: texts.runBlocked,
    hint: texts.runBlockedHint,
    act: texts.runBlockedAct,
    onAct: toRun,
  },
  lines_held: {
    icon: IconPlayerPause,
    tone: 'warning',
    title: texts.held,
    hint: texts.heldHint,
    act: texts.heldAct,
    onAct: () => go({ screen: 'lines', held: true }),
  },
  import_rejected: {
    icon: IconFileAlert,
    tone: 'warning',
    title: texts.rejected,
    hint: texts.rejectedHint,
    act: texts.rejectedAct,
    onAct: () => go({ screen: 'import' }),
  },
  run_approved: {
    icon: IconStack2,
    tone: 'brand',
    title: texts.runApproved,
    hint: texts.runHint,
    act: texts.runApprovedAct,
    onAct: toRun,
  },
  run_unfinished: {
    icon: IconStack2,
    tone: 'brand',
    title: texts.run,
    hint: texts.runHint,
    act: texts.runAct,
    onAct: toRun,
  },
  run_to_produce: {
    icon: IconFileTypePdf,
    tone: 'brand',
    title: texts.runProduce,
    hint: texts.runProduceHint,
    act: texts.runProduceAct,
    onAct: toRun,
  },
  overdue: {
    icon: IconClockExclamation,
    tone: 'overdue',
    title: texts.overdue,
    hint: texts.overdueHint,
    act: texts.overdueAct,
    onAct: toOverdue,
  },
  lines_old: {
    icon: IconLayoutList,
    tone: 'warning',
    title: texts.linesOld,
    hint: texts.linesOldHint,
    act: texts.linesAct,
    onAct: () => go({ screen: 'runs', create: true }),
  },
  lines_open: {
    icon: IconLayoutList,
    tone: 'brand',
    title: texts.lines,
    hint: texts.linesHint,
    act: texts.linesAct,
    onAct: () => go({ screen: 'runs', create: true }),
  },
  backup_old: {
    icon: IconDatabaseExport,
    tone: 'warning',
    title: texts.backupOld,
    hint: texts.backupOldHint,
    act: texts.backupOldAct,
    onAct: () => go({ screen: 'settings', page: 'backups' }),
  },
  customers_incomplete: {
    icon: IconUserExclamation,
    tone: 'draft',
    title: texts.incomplete,
    hint: texts.incompleteHint,
    act: texts.incompleteAct,
    onAct: () => {
      openListOn('customers', { state: 'incomplete' });
      go({ screen: 'customers' });
    },
  },
  due_soon: {
    icon: IconCalendarDue,
    tone: 'draft',
    title: texts.dueSoon,
    hint: texts.dueSoonHint,
    act: texts.dueSoonAct,
    onAct: toDue,
  },
};
