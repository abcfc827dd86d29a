/** What the shell takes note of as the engine's answers pass through: paths, PDFs, the open company's name. */
import { z } from 'zod';
import type { EngineEvent, Name, Output } from '#shared/contract/index.ts';
import { type KnownPaths, reportedPaths } from './known-paths.ts';

interface Notes {
  known: KnownPaths;
  /** The address under which the asking window's page may read a PDF. */
  addressOf: (path: string) => string;
  onOpened: (path: string, name: string) => void;
  onRenamed: (name: string) => void;
  onClosed: () => void;
  /** A company file that the engine itself told of: the page may name it to be read. */
  onTold: (path: string) => void;
}

const SavedTo = z.looseObject({ path: z.string().nullish() });

/**
 * Takes note of an answer and gives back what the page gets: the same, but for a PDF made to be shown. Of that the page gets
 * an address `liasse://pdf/<token>` as `path`; a PDF saved where a person chose keeps its real path.
 */
export function learnFromAnswer(name: Name, input: unknown, result: unknown, notes: Notes): unknown {
  notes.known.addReported(reportedPaths(name, result));
  // The name says the result's type; it comes from the engine of this same program.
  switch (name) {
    case 'company.open':
    case 'company.create':
    case 'company.createSample': {
      const company = result as Output<'company.open'>;
      notes.onOpened(company.path, company.name);
      return result;
    }
    case 'company.update':
      notes.onRenamed((result as Output<'company.update'>).name);
      return result;
    case 'company.close':
      notes.onClosed();
      return result;
    case 'document.pdf': {
      const pdf = result as Output<'document.pdf'>;
      const saved = SavedTo.safeParse(input).data?.path;
      return typeof saved === 'string' ? pdf : { ...pdf, path: notes.addressOf(pdf.path) };
    }
    case 'backup.status':
      for (const file of (result as Output<'backup.status'>).files) notes.onTold(file.path);
      return result;
    case 'backup.list':
      for (const { files } of result as Output<'backup.list'>) for (const file of files) notes.onTold(file.path);
      return result;
    case 'restore.run':
      notes.onTold((result as Output<'restore.run'>).path);
      return result;
    default:
      return result;
  }
}

export function learnFromEvent(event: EngineEvent, notes: Pick<Notes, 'known' | 'onClosed'>): void {
  if (event.event === 'job') notes.known.addReported(reportedPaths('job.get', event.snapshot));
  if (event.event === 'opened' && event.path === null) notes.onClosed();
}
