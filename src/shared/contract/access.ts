/**
 * Who may ask what of the engine, by the names of the contract. One table for every door: the engine refuses by it, and the
 * window greys out by it. A name without an entry does not compile; one that
 * the contract does not have fails a test.
 */
import type { PeopleState, Role } from '../model/people.ts';
import type { Name } from './index.ts';

/**
 * `anyone`: answered also while nobody is signed in or the company is locked. `read`: to every user. A role: to who has it;
 * several: to who has one of them. `holder`: to the command line of whoever holds the file.
 */
export type Access = 'anyone' | 'read' | Role | 'holder' | readonly Role[];

const everybodyWhoWorks = ['prepare', 'approve', 'account', 'manage'] as const;

const table = {
  // Another file is another company: opening one tells nothing of this one.
  'company.create': 'anyone',
  'company.open': 'anyone',
  'company.close': 'anyone',
  'company.current': 'anyone',
  'company.createSample': 'anyone',
  'company.get': 'read',
  'company.summary': 'read',
  'company.update': 'manage',
  'company.acceptRestoredCopy': 'manage',
  'company.verify': 'read',
  'series.list': 'read',
  'series.save': 'manage',
  'home.today': 'read',
  'office.look': 'read',
  'settings.copyPreview': 'manage',
  'settings.copy': 'manage',

  'people.state': 'anyone',
  'people.signIn': 'anyone',
  'people.signOut': 'read',
  'people.lock': 'anyone',
  'people.active': 'read',
  'user.list': 'read',
  'user.save': 'manage',
  'user.archive': 'manage',
  'user.changeSecret': 'read',
  'user.reset': 'holder',
  'people.configure': 'manage',

  'customer.list': 'read',
  'customer.get': 'read',
  'customer.rows': 'read',
  'customer.count': 'read',
  'customer.openItems': 'read',
  'customer.save': 'prepare',
  'customer.bulkEdit': 'prepare',
  'customer.duplicates': 'read',
  'customer.mergePreview': 'read',
  'customer.merge': 'prepare',
  'customer.notDuplicates': 'prepare',
  'product.list': 'read',
  'product.get': 'read',
  'product.rows': 'read',
  'product.count': 'read',
  'product.save': 'prepare',
  'product.bulkEdit': 'prepare',
  'field.list': 'read',
  'field.save': 'manage',
  'field.archive': 'manage',
  'field.reorder': 'manage',
  'tag.list': 'read',
  'tag.save': 'prepare',
  'tag.remove': 'prepare',
  'segment.list': 'read',
  'segment.count': 'read',
  'segment.save': 'prepare',
  'segment.remove': 'prepare',
  'view.list': 'read',
  // Views are everybody's: who only reads arranges a list for himself, and saves nothing that others see.
  'view.save': 'prepare',
  'view.remove': 'prepare',
  'view.reorder': 'prepare',
  'undo.list': 'read',
  'undo.latest': 'read',
  // Signed in, people take back their own acts only: those that they had the right to.
  'undo.apply': ['prepare', 'approve', 'manage'],
  'audit.list': 'read',
  'search.all': 'read',
  'search.named': 'read',
  'line.list': 'read',
  'line.decide': 'prepare',

  'import.inspect': 'prepare',
  'import.preview': 'prepare',
  'import.paste': 'prepare',
  'import.rehearse': 'prepare',
  'import.commit': 'prepare',
  'import.list': 'read',
  'import.rejects': 'prepare',
  'import.undoPreview': 'read',
  'import.undo': 'prepare',
  'columnMap.list': 'read',
  'columnMap.save': 'prepare',
  'columnMap.rename': 'prepare',
  'columnMap.forget': 'prepare',

  'run.list': 'read',
  'run.get': 'read',
  'run.create': 'prepare',
  'run.draft': 'prepare',
  'run.drafts': 'read',
  'draft.get': 'read',
  'run.decide': 'approve',
  'run.acceptFindings': 'approve',
  'run.finalise': 'approve',
  'run.produce': 'approve',
  'run.abandon': 'prepare',

  'invoice.list': 'read',
  'invoice.get': 'read',
  'invoice.preview': 'read',
  // Who may only prepare issues with the signature of somebody who approves: see the engine's `entries/access.ts`.
  'invoice.create': ['prepare', 'approve'],
  'document.pdf': 'read',
  'export.workbook': 'account',
  'export.all': 'account',

  'backup.status': 'read',
  'backup.list': 'read',
  'backup.make': everybodyWhoWorks,
  'backup.configure': 'manage',
  'restore.preview': 'manage',
  'restore.run': 'manage',
  'erasure.preview': 'manage',
  'erasure.run': 'manage',

  'job.list': 'read',
  'job.get': 'anyone',
  // Whoever may begin a job may take it up again or stop it: the engine looks at the job's own name.
  'job.cancel': 'read',
  'job.resume': 'read',
} as const satisfies Record<string, Access>;

type Missing = Exclude<Name, keyof typeof table>;
/** Does not compile while a name of the contract has no entry; the error names it. */
const nothingMissing: { [N in Missing]: 'this name of the contract has no entry in the table' } = {};

export const access: Readonly<Record<Name, Access>> = { ...table, ...nothingMissing };

/** Whether roles are enough for an entry of the table. */
export function allows(entry: Access, roles: readonly Role[]): boolean {
  if (entry === 'anyone' || entry === 'read') return true;
  if (entry === 'holder') return false;
  const wanted: readonly Role[] = typeof entry === 'string' ? [entry] : entry;
  return wanted.some((role) => roles.includes(role));
}

/** Whether who is there may ask `name` of the engine. In a company without users everybody may, but for the file's holder. */
export function may(state: Pick<PeopleState, 'mode' | 'me'>, name: Name): boolean {
  const entry = access[name];
  if (entry === 'anyone') return true;
  if (entry === 'holder') return false;
  if (state.mode === 'open') return true;
  return state.mode === 'signed_in' && state.me !== null && allows(entry, state.me.roles);
}
