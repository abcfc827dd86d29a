/** Customers that are there twice, group by group, with the reason why they are thought so. */
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { DuplicateGroup, DuplicateReason } from '#shared/contract/merging.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { mergeTexts as texts } from '#shared/messages/ui/merge.ts';
import { customerTexts, recordTexts } from '#shared/messages/ui/records.ts';
import { asEngineError, useEngineCommand, useEngineQuery } from '../../../api/query.ts';
import { instant, whole } from '../../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { useWritable } from '../../../app/session.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { toast } from '../../../components/toast.tsx';
import { useDoneToast } from '../../../components/undo.ts';
import { FormSkeleton } from '../../settings/FormSkeleton.tsx';
import { customerLabel } from '../customer.ts';
import css from './merge.module.css';

/** Reasons that are a value of the records; of a likeness of names the names themselves say it. */
const told = new Set<DuplicateReason>(['tax_number', 'registration_number', 'email']);
/** Groups asked for at a time. */
const PAGE = 50;

export function DuplicatesScreen() {
  const t = useText();
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch } = useEngineQuery('customer.duplicates', { offset: 0, limit });
  return (
    <div className={css['screen']}>
      <PageHead
        title={t(texts.duplicates)}
        parent={{ label: t(customerTexts.title), onClick: () => go({ screen: 'customers' }) }}
      >
        {data && data.total > 0 ? <span className="muted">{t(texts.groups, { count: data.total })}</span> : null}
      </PageHead>
      {error && !data ? (
        <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
      ) : !data ? (
        <FormSkeleton />
      ) : data.groups.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={t(texts.noDuplicates)}
          body={t(texts.noDuplicatesBody)}
          actions={<Button onClick={() => go({ screen: 'customers' })}>{t(texts.toCustomers)}</Button>}
        />
      ) : (
        <div className={css['body']}>
          {data.groups.map((group) => (
            <Group key={group.customers.map(({ id }) => id).join()} group={group} />
          ))}
          {data.total > data.groups.length && limit < 200 ? (
            <Button onClick={() => setLimit(Math.min(200, limit + PAGE))}>{t(texts.more)}</Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function Group({ group }: { group: DuplicateGroup }) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('customer.merge');
  const say = useErrorSentences();
  const done = useDoneToast();
  const dismiss = useEngineCommand('customer.notDuplicates');
  const { customers, reason, shared, similarity } = group;
  const ids = customers.map(({ id }) => id);
  const apart = async () => {
    try {
      const { undoId } = await dismiss.mutateAsync({ ids });
      done(t(texts.dismissed), undoId);
    } catch (thrown) {
      toast({ tone: 'warning', message: say(asEngineError(thrown)).what });
    }
  };
  return (
    <section className={css['group']} aria-label={`${t(texts[reason])}: ${shared}`}>
      <header>
        <h2>{t(texts[reason])}</h2>
        {told.has(reason) ? <span className="muted ellipsis">{shared}</span> : null}
        {similarity < 1 ? (
          <span className="small faint nowrap">
            {t(texts.likeness, { percent: whole(Math.floor(similarity * 100), language) })}
          </span>
        ) : null}
        <div className="grow" />
        <Button
          size="xs"
          variant="subtle"
          disabled={!writable}
          loading={dismiss.isPending}
          onClick={() => void apart()}
        >
          {t(texts.dismiss)}
        </Button>
        <Button size="xs" onClick={() => go({ screen: 'merge', ids })}>
          {t(texts.compare)}
        </Button>
      </header>
      <div className={css['scroll']}>
        <table className={css['list']}>
          <thead>
            <tr>
              <th scope="col">{t(recordTexts.code)}</th>
              <th scope="col">{t(texts.customer)}</th>
              <th scope="col">{t(texts.town)}</th>
              <th scope="col">{t(texts.number)}</th>
              <th scope="col">{t(texts.email2)}</th>
              <th scope="col" className="right">
                {t(texts.openLines)}
              </th>
              <th scope="col" className="right">
                {t(texts.invoices)}
              </th>
              <th scope="col">{t(texts.changed)}</th>
            </tr>
          </thead>
          <tbody>
            {customers.map((customer) => (
              <tr key={customer.id}>
                <td className="faint num">{customer.code}</td>
                <td>
                  <button
                    type="button"
                    title={customerLabel(customer)}
                    onClick={() => go({ screen: 'customers', id: customer.id })}
                  >
                    {customerLabel(customer)}
                  </button>
                </td>
                <td title={customer.city ?? ''}>{customer.city}</td>
                <td className="num">{customer.vatNumber}</td>
                <td title={customer.email ?? ''}>{customer.email}</td>
                <td className="num right">{whole(customer.openLines, language)}</td>
                <td className="num right">{whole(customer.invoices, language)}</td>
                <td className="num muted">{instant(customer.updatedAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
