/** The named choices of customers: what each says, how many it chooses. */
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { Segment } from '#shared/contract/fields.ts';
import { CustomerFilter } from '#shared/contract/record-filters.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { fieldsTexts as texts } from '#shared/messages/ui/fields.ts';
import { settingsTexts } from '#shared/messages/ui/settings.ts';
import { useEngineCommand, useEngineQuery } from '../../../api/query.ts';
import { whole } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { useWritable } from '../../../app/session.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { NameForm } from '../../../components/list/NameForm.tsx';
import { latestUndo, useDoneToast } from '../../../components/undo.ts';
import { customerParts } from '../../records/list/sentence.ts';
import { useNames } from '../../records/list/useDimensions.tsx';
import { FormSkeleton } from '../FormSkeleton.tsx';
import table from '../numbering.module.css';
import styles from '../settings.module.css';
import css from './fields.module.css';

export function SegmentsPage() {
  const t = useText();
  const done = useDoneToast();
  const [naming, setNaming] = useState<Segment | null>(null);
  const [removing, setRemoving] = useState<Segment | null>(null);
  const { data, error, refetch } = useEngineQuery('segment.list', {});
  const save = useEngineCommand('segment.save');
  const remove = useEngineCommand('segment.remove');
  const rename = async ({ id, rowVersion, filter }: Segment, name: string) => {
    await save.mutateAsync({ id, rowVersion, name, filter });
    setNaming(null);
    done(t(texts.renamed, { name }), await latestUndo('segment.'));
  };
  const takeAway = async ({ id, name }: Segment) => {
    // The question names the runs that were limited to it.
    await remove.mutateAsync({ id, evenIfUsed: true });
    setRemoving(null);
    done(t(texts.segmentRemoved, { name }), await latestUndo('segment.'));
  };
  return (
    <div className={styles['formPage']}>
      <header className={`${styles['pageHead']} ${css['head']}`}>
        <h1>{t(settingsTexts.segments)}</h1>
      </header>
      <div className={styles['scroll']}>
        <p className={styles['lead']}>{t(texts.segmentsLead)}</p>
        {error && !data ? (
          <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
        ) : !data ? (
          <FormSkeleton />
        ) : data.length === 0 ? (
          <div>
            <EmptyState
              icon={IconUsersGroup}
              title={t(texts.noSegments)}
              body={t(texts.noSegmentsBody)}
              actions={<Button onClick={() => go({ screen: 'customers' })}>{t(texts.toCustomers)}</Button>}
            />
          </div>
        ) : (
          <SegmentTable
            segments={data}
            naming={naming}
            onNaming={setNaming}
            onRename={rename}
            onRemove={(segment) => {
              remove.reset();
              setRemoving(segment);
            }}
          />
        )}
      </div>
      <ConfirmDialog
        opened={removing !== null}
        title={t(texts.removeTagTitle, { name: removing?.name ?? '' })}
        lost={
          removing && removing.runs > 0
            ? t(texts.removeSegmentRuns, { count: removing.runs })
            : t(texts.removeSegmentLost)
        }
        stays={t(texts.removeSegmentStays)}
        safeLabel={t(texts.keepIt)}
        actLabel={t(texts.remove)}
        tone="primary"
        busy={remove.isPending}
        onSafe={() => setRemoving(null)}
        onAct={() => void (removing && takeAway(removing).catch(() => undefined))} // Said in the question itself.
      >
        {remove.error ? <ErrorPanel variant="inline" error={remove.error} /> : null}
      </ConfirmDialog>
    </div>
  );
}

interface SegmentTableProps {
  segments: Segment[];
  naming: Segment | null;
  onNaming: (segment: Segment | null) => void;
  onRename: (segment: Segment, name: string) => Promise<void>;
  onRemove: (segment: Segment) => void;
}

function SegmentTable({ segments, naming, onNaming, onRename, onRemove }: SegmentTableProps) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('segment.save');
  const names = useNames('customer');
  const sentence = (segment: Segment): string => {
    const { search } = segment.filter;
    const parts = Object.values(customerParts(CustomerFilter.parse(segment.filter), names, language))
      .flatMap((part) => (part ? [`${part.lead} ${part.value}`.trim()] : []))
      .concat(search === '' ? [] : [`«\u00a0${search}\u00a0»`]);
    return parts.length === 0 ? t(texts.everybody) : parts.join(', ');
  };
  return (
    <table className={table['list']}>
      <thead>
        <tr>
          <th scope="col">{t(texts.segment)}</th>
          <th scope="col">{t(texts.filter)}</th>
          <th scope="col" className="right">
            {t(texts.count)}
          </th>
          <th scope="col" className="right">
            {t(texts.runs)}
          </th>
          <th scope="col">
            <span className="srOnly">{t(commonTexts.more)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {segments.map((segment) => (
          <tr key={segment.id}>
            <td className="medium">
              {naming?.id === segment.id ? (
                <NameForm
                  label={t(texts.renameOf, { name: segment.name })}
                  hint={null}
                  initial={segment.name}
                  save={t(commonTexts.save)}
                  cancel={t(commonTexts.cancel)}
                  onCancel={() => onNaming(null)}
                  onSave={(name) => onRename(segment, name)}
                />
              ) : (
                segment.name
              )}
            </td>
            <td className={`muted ${css['sentence']}`}>{sentence(segment)}</td>
            <td className="num right">{whole(segment.customers, language)}</td>
            <td className="num right">{whole(segment.runs, language)}</td>
            <td className={css['rowActs']}>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={!writable}
                aria-label={t(texts.renameOf, { name: segment.name })}
                onClick={() => onNaming(segment)}
              >
                {t(texts.rename)}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={!writable}
                aria-label={t(texts.removeOf, { name: segment.name })}
                onClick={() => onRemove(segment)}
              >
                {t(texts.remove)}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
