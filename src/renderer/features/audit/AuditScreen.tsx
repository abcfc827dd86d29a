/** What was done in the company, by whom and when. */
import { trailTexts as texts } from '#shared/messages/ui/audit.ts';
import { useText } from '../../app/i18n.tsx';
import { PageHead } from '../../components/PageHead.tsx';

export function AuditScreen({ view }: { view: 'trail' | 'undo' }) {
  const t = useText();
  return <PageHead title={t(texts.title)}>{view}</PageHead>;
}
