/** What a merge of customers would do, field by field, before it is done. */
import { mergeTexts as texts } from '#shared/messages/ui/merge.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useText } from '../../../app/i18n.tsx';
import { PageHead } from '../../../components/PageHead.tsx';

export function MergeScreen({ ids }: { ids: readonly CustomerId[] }) {
  const t = useText();
  return <PageHead title={t(texts.title)}>{ids.length}</PageHead>;
}
