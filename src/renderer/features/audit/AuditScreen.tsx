/** What was done in the company, by whom and when; and what of it can be taken back. */
import { SegmentedControl } from '@mantine/core';
import { trailTexts as texts } from '#shared/messages/ui/audit.ts';
import { useText } from '../../app/i18n.tsx';
import { useJourney } from '../../app/routes.ts';
import { PageHead } from '../../components/PageHead.tsx';
import css from './audit.module.css';
import { Trail } from './Trail.tsx';
import { UndoList } from './UndoList.tsx';

export function AuditScreen({ view }: { view: 'trail' | 'undo' }) {
  const t = useText();
  return (
    <div className={css['screen']}>
      <PageHead
        title={t(texts.title)}
        actions={
          <SegmentedControl
            aria-label={t(texts.views)}
            value={view}
            onChange={(value) => useJourney.getState().replace({ screen: 'audit', view: value })}
            data={[
              { value: 'trail', label: t(texts.trail) },
              { value: 'undo', label: t(texts.undoList) },
            ]}
          />
        }
      />
      {view === 'undo' ? <UndoList /> : <Trail />}
    </div>
  );
}
