/** One customer: form, what is open, history. */
import { useCallback } from 'react';
import type { CustomerDetail } from '#shared/contract/records.ts';
import { formatDate } from '#shared/format/date.ts';
import { countryName } from '#shared/messages/paper.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordPanelTexts } from '#shared/messages/ui/record-panel.ts';
import { customerTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { customChanges } from '../../components/fields/extrasForm.ts';
import { History } from '../../components/History.tsx';
import { PanelSection } from '../../components/SidePanel.tsx';
import { toast } from '../../components/toast.tsx';
import { latestUndo, useDoneToast } from '../../components/undo.ts';
import { CustomerFields, customerLabels } from './CustomerFields.tsx';
import {
  blankCustomer,
  type CustomerForm,
  customerLabel,
  doubtfulFields,
  fromCustomer,
  kindTexts,
  toCustomer,
  validateCustomer,
} from './customer.ts';
import { Notice } from './Notice.tsx';
import { type OpenAnswer, OpenItems } from './OpenItems.tsx';
import { RecordPanel, RecordPending } from './RecordPanel.tsx';
import css from './records.module.css';
import { useFieldLabel } from './useFieldLabel.ts';
import { useRecordForm } from './useRecordForm.ts';

interface PanelProps {
  id: CustomerId | null;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
  onCreated: (id: CustomerId) => void;
}

export function CustomerPanel(props: PanelProps) {
  const t = useText();
  const fields = useEngineQuery('field.list', { record: 'customer' });
  return props.id !== null ? (
    <ExistingCustomer {...props} id={props.id} />
  ) : fields.data ? (
    <CustomerFormPanel {...props} saved={null} fields={fields.data} />
  ) : (
    <RecordPending
      title={t(texts.new)}
      error={fields.error}
      retry={() => void fields.refetch()}
      onClose={props.onClose}
    />
  );
}

function ExistingCustomer(props: PanelProps & { id: CustomerId }) {
  const t = useText();
  const { data, error, refetch } = useEngineQuery('customer.get', { id: props.id }, { keepPrevious: false });
  const fields = useEngineQuery('field.list', { record: 'customer' });
  const open = useEngineQuery('customer.openItems', { id: props.id }, { keepPrevious: false });
  // Taken back in another place: what was read of it before is no longer true.
  if (data && fields.data && error?.code !== 'not_found')
    return <CustomerFormPanel {...props} saved={data} fields={fields.data} open={open} />;
  return (
    <RecordPending
      title={t(texts.title)}
      error={error ?? fields.error}
      retry={() => {
        void refetch();
        void fields.refetch();
      }}
      onClose={props.onClose}
    />
  );
}

function CustomerNotice({ saved }: { saved: CustomerDetail }) {
  const t = useText();
  const language = useLanguage();
  if (saved.erasedAt !== null)
    return (
      <Notice
        title={t(recordPanelTexts.erased)}
        body={t(recordPanelTexts.erasedBody, { date: formatDate(saved.erasedAt.slice(0, 10), language, 'long') })}
      />
    );
  const { mergedInto } = saved;
  if (mergedInto === null) return null;
  const name = customerLabel(mergedInto);
  return (
    <Notice
      title={t(recordPanelTexts.merged, { name })}
      body={t(recordPanelTexts.mergedBody)}
      act={{
        label: t(recordPanelTexts.openOther, { name }),
        run: () => go({ screen: 'customers', id: mergedInto.id }),
      }}
    />
  );
}

function CustomerHistory({ saved: { history, merged } }: { saved: CustomerDetail }) {
  const t = useText();
  return (
    <>
      {merged.length === 0 ? null : (
        <PanelSection title={t(recordPanelTexts.mergedHere)}>
          <ul>
            {merged.map((customer) => (
              <li key={customer.id}>
                <button
                  type="button"
                  className={css['link']}
                  onClick={() => go({ screen: 'customers', id: customer.id })}
                >
                  {customerLabel(customer)}
                </button>{' '}
                <span className="faint num">{customer.code}</span>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection>
        <History entries={history} />
      </PanelSection>
    </>
  );
}

/** What a field's value reads like in the question of a conflict. */
function useShownValue(): (field: string, value: unknown) => string {
  const t = useText();
  const language = useLanguage();
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined || value === '') return '';
      if (field === 'country') return countryName(String(value), language);
      if (field === 'kind' && (value === 'business' || value === 'consumer' || value === 'unknown'))
        return t(kindTexts[value]);
      if (typeof value === 'boolean') return t(value ? recordPanelTexts.yes : recordPanelTexts.no);
      return Array.isArray(value) ? value.join(', ') : String(value);
    },
    [t, language],
  );
}

function CustomerFormPanel({
  saved,
  fields,
  open = null,
  onDirty,
  onClose,
  onCreated,
}: PanelProps & { saved: CustomerDetail | null; fields: CustomField[]; open?: OpenAnswer | null }) {
  const t = useText();
  const totals = open?.data?.totals;
  const done = useDoneToast();
  const save = useEngineCommand('customer.save');
  const closed = saved !== null && (saved.erasedAt !== null || saved.mergedInto !== null);
  const record = useRecordForm<Parameters<typeof fromCustomer>[0], CustomerForm>({
    saved,
    closed,
    blank: () => blankCustomer(fields),
    toForm: useCallback((customer) => fromCustomer(customer, fields), [fields]),
    validate: useCallback((form: CustomerForm) => validateCustomer(form, fields), [fields]),
    doubtful: doubtfulFields,
    send: useCallback(
      (form: CustomerForm, rowVersion: number | null) =>
        save.mutateAsync({
          id: saved?.id ?? null,
          rowVersion,
          customer: toCustomer(form),
          tags: form.tags,
          custom: customChanges(form, fields),
        }),
      [save.mutateAsync, saved?.id, fields],
    ),
    onDirty,
    onSaved: (next, isNew) => {
      void latestUndo('customer.').then((undoId) => done(t(isNew ? texts.created : texts.saved), undoId));
      if (isNew) onCreated(next.id);
    },
    onArchived: (next, undo) => {
      toast({
        message: t(next.archived ? texts.archivedToast : texts.restoredToast, { name: customerLabel(next) }),
        undo: { label: t(commonTexts.undo), run: undo },
      });
      if (next.archived) onClose();
    },
  });
  return (
    <RecordPanel
      title={saved ? customerLabel(saved) : t(texts.new)}
      saved={saved}
      record={record}
      onClose={onClose}
      labelOf={useFieldLabel(customerLabels, fields)}
      show={useShownValue()}
      notice={saved ? <CustomerNotice saved={saved} /> : null}
      {...(totals ? { counts: { open: totals.lines + totals.drafts + totals.invoices } } : {})}
      views={{
        form: <CustomerFields form={record.form} disabled={!record.writable} fields={fields} isNew={saved === null} />,
        ...(saved && open
          ? {
              open: <OpenItems answer={open} customer={saved} />,
              history: <CustomerHistory saved={saved} />,
            }
          : {}),
      }}
    />
  );
}
