/** What the shell takes note of as the engine's answers pass through: paths, PDFs, the open company's name. */
import { z } from 'zod';
import type { EngineEvent, Name, Output } from '#shared/contract/index.ts';
import { type KnownPaths, reportedPaths } from './known-paths.ts';
import type { PdfTokens } from './pdf-tokens.ts';

interface Notes {
  known: KnownPaths;
  pdfs: PdfTokens;
  onOpened: (path: string, name: string) => void;
  onRenamed: (name: string) => void;
  onClosed: () => void;
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
      return typeof saved === 'string' ? pdf : { ...pdf, path: notes.pdfs.address(pdf.path) };
    }
    default:
      return result;
  }
}

export function learnFromEvent(event: EngineEvent, notes: Notes): void {
  if (event.event === 'job') notes.known.addReported(reportedPaths('job.get', event.snapshot));
  if (event.event === 'opened' && event.path === null) notes.onClosed();
}
