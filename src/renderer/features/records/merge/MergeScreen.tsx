/** What a merge of customers would do, field by field, before it is done. */
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { mergeTexts as texts } from '#shared/messages/ui/merge.ts';
import { customerTexts } from '#shared/messages/ui/records.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useEngineCommand, useEngineQuery } from '../../../api/query.ts';
import { useLeaveGuard } from '../../../app/dialogs.tsx';
import { useText } from '../../../app/i18n.tsx';
import { go, useJourney } from '../../../app/routes.ts';
import { useWritable } from '../../../app/session.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { ActionBar } from '../../../components/Toolbar.tsx';
import { useDoneToast } from '../../../components/undo.ts';
import { FormSkeleton } from '../../settings/FormSkeleton.tsx';
import { customerLabel } from '../customer.ts';
import { MergeTable } from './MergeTable.tsx';
import { Moves } from './Moves.tsx';
import css from './merge.module.css';
import { type Choices, mergeCommand, planRows } from './plan.ts';

const noChoices: Choices = new Map();

export function MergeScreen({ ids }: { ids: readonly CustomerId[] }) {
  const t = useText();
  // Two records are needed for anything to be merged.
  const [chosen, setChosen] = useState(ids);
  const [first, ...others] = chosen;
  return (
    <div className={css['screen']}>
      <PageHead
        title={t(texts.title)}
        parent={{ label: t(customerTexts.title), onClick: () => go({ screen: 'customers' }) }}
        actions={
          <Button size="xs" onClick={() => go({ screen: 'duplicates' })}>
            {t(texts.duplicates)}
          </Button>
        }
      />
      {first === undefined || others.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={t(texts.tooFew)}
          body={t(texts.tooFewBody)}
          actions={<Button onClick={() => go({ screen: 'customers' })}>{t(texts.toCustomers)}</Button>}
        />
      ) : (
        <Preview
          first={first}
          others={others}
          takeOut={chosen.length > 2 ? (id) => setChosen(chosen.filter((other) => other !== id)) : null}
        />
      )}
    </div>
  );
}

interface PreviewProps {
  first: CustomerId;
  others: CustomerId[];
  takeOut: ((id: CustomerId) => void) | null;
}

function Preview({ first, others, takeOut }: PreviewProps) {
  const t = useText();
  const writable = useWritable('customer.merge');
  const done = useDoneToast();
  const [wanted, setKeep] = useState(first);
  const order = [first, ...others];
  const keep = order.includes(wanted) ? wanted : first;
  const [choices, setChoices] = useState(noChoices);
  useLeaveGuard(choices.size > 0);
  const [asking, setAsking] = useState(false);
  const merge = useEngineCommand('customer.merge');
  const { data, error, refetch } = useEngineQuery('customer.mergePreview', {
    keep,
    others: order.filter((id) => id !== keep),
  });
  if (error && !data)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  if (!data) return <FormSkeleton />;
  const kept = data.customers.find(({ id }) => id === keep);
  const name = kept ? customerLabel(kept) : '';
  const count = data.customers.length;
  const command = mergeCommand(data, choices);
  const rows = planRows(data, choices);
  const run = async () => {
    if (!command) return;
    const { undoId } = await merge.mutateAsync(command);
    setAsking(false);
    done(t(texts.done, { count, name }), undoId);
    // There is nothing to come back to here: going back leads to where the merge was begun.
    useJourney.getState().replace({ screen: 'customers', id: keep });
  };
  return (
    <>
      <div className={css['body']}>
        <p className={css['lead']}>{t(texts.lead)}</p>
        {merge.error ? (
          <ErrorPanel
            variant="inline"
            error={merge.error}
            actions={
              <Button
                size="xs"
                onClick={() => {
                  merge.reset();
                  void refetch();
                }}
              >
                {t(commonTexts.retry)}
              </Button>
            }
          />
        ) : null}
        <MergeTable
          preview={data}
          order={order}
          rows={rows}
          keep={keep}
          onKeep={(id) => {
            setKeep(id);
            // Another record stays: its values are proposed afresh.
            setChoices(noChoices);
          }}
          onTake={(key, id) => setChoices((map) => new Map(map).set(key, id))}
          takeOut={takeOut}
        />
        <Moves preview={data} name={name} />
      </div>
      <ActionBar>
        <span className="muted">{t(texts.toChoose, { count: rows.filter(({ conflict }) => conflict).length })}</span>
        <div className="grow" />
        <Button
          variant="filled"
          disabled={!writable || data.refusals.length > 0 || command === null}
          onClick={() => setAsking(true)}
        >
          {t(texts.merge, { count })}
        </Button>
      </ActionBar>
      <ConfirmDialog
        opened={asking}
        title={t(texts.askTitle, { count, name })}
        lost={t(texts.askLost, {
          count: count - 1,
          codes: data.customers
            .filter(({ id }) => id !== keep)
            .map(({ code }) => code)
            .join(', '),
        })}
        stays={t(texts.askStays)}
        safeLabel={t(texts.notYet)}
        actLabel={t(texts.merge, { count }).replace('…', '')}
        tone="primary"
        busy={merge.isPending}
        onSafe={() => setAsking(false)}
        onAct={() => void run().catch(() => setAsking(false))} // The failure stands above the table.
      >
        <Moves preview={data} name={name} short />
      </ConfirmDialog>
    </>
  );
}
