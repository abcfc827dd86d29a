/** Customers that are there twice, group by group. */
import { mergeTexts as texts } from '#shared/messages/ui/merge.ts';
import { useText } from '../../../app/i18n.tsx';
import { PageHead } from '../../../components/PageHead.tsx';

export function DuplicatesScreen() {
  const t = useText();
  return <PageHead title={t(texts.duplicates)} />;
}
