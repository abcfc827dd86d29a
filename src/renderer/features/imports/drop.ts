/** Files dropped anywhere on the window lead to the import desk. */
import { useEffect, useState } from 'react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { pathOf } from '../../api/bridge.ts';
import { useText } from '../../app/i18n.tsx';
import { go, useJourney } from '../../app/routes.ts';
import { useSession, useWritable } from '../../app/session.ts';
import { toast } from '../../components/toast.tsx';
import { give } from './sources.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes dropped files for the whole window while a company is open for writing. True while files hover over it. What the page
 * itself drags (columns, rows) carries no files and passes.
 */
export function useWindowDrop(): boolean {
  const t = useText();
  const [over, setOver] = useState(false);
  const open = useSession((s) => s.company) !== null;
  const writable = useWritable('import.commit') && open;
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Taken at the door as well: a drop right behind it finds the answer already there.
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    // Without this the window would open the file in place of the page.
    const hover = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (!writable) return;
      const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf);
      const known = paths.filter((path): path is string => path !== null);
      if (known.length < paths.length) toast({ tone: 'warning', message: t(texts.noPath) });
      if (known.length === 0) return;
      const { route } = useJourney.getState();
      const sources = known.map((path) => ({ is: 'file' as const, path }));
      // On the desk the kind was chosen there; from elsewhere the columns say it, once the screen may be left.
      if (route.screen === 'import') give(sources, route.kind ?? 'lines');
      else
        useJourney.getState().leave(() => {
          give(sources, null);
          go({ screen: 'import' });
        });
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
    };
  }, [writable, t]);
  return over && writable;
}
