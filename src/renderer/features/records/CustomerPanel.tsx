/** One customer: form, history, archive. */
import { Button } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import type { AuditEntry } from '#shared/contract/records.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordTexts, customerTexts as texts } from '#shared/messages/ui/records.ts';
import { profileTexts } from '#shared/messages/ui/settings.ts';
import type { Customer } from '#shared/model/customer.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useLeaveGuard } from '../../app/dialogs.tsx';
import { useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import {
  ChoiceField,
  CountryField,
  CurrencyField,
  LanguageField,
  TextField,
  WholeField,
} from '../../components/fields/fields.tsx';
import { useForm } from '../../components/fields/form.ts';
import { useSaveKey } from '../../components/fields/useSaveKey.ts';
import { History } from '../../components/History.tsx';
import { PanelSection, SidePanel } from '../../components/SidePanel.tsx';
import { toast } from '../../components/toast.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import { vatNumberIsGood } from '../settings/numbers.ts';
import { blankCustomer, customerLabel, fromCustomer, kindTexts, toCustomer, validateCustomer } from './customer.ts';
import { RecordActs } from './RecordActs.tsx';
import css from './records.module.css';
import { useBaseVersion } from './useBaseVersion.ts';

interface PanelProps {
  id: CustomerId | null;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
  onCreated: (id: CustomerId) => void;
}

export function CustomerPanel(props: PanelProps) {
  const t = useText();
  const { id, onClose } = props;
  return id === null ? (
    <CustomerFormPanel {...props} saved={null} />
  ) : (
    <ExistingCustomer {...props} id={id} title={t(texts.title)} onClose={onClose} />
  );
}

function ExistingCustomer({ title, ...props }: PanelProps & { id: CustomerId; title: string }) {
  const t = useText();
  const { data, error, refetch } = useEngineQuery('customer.get', { id: props.id }, { keepPrevious: false });
  if (data) return <CustomerFormPanel {...props} saved={data} />;
  return (
    <SidePanel title={title} onClose={props.onClose}>
      {error ? (
        <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
      ) : (
        <FormSkeleton />
      )}
    </SidePanel>
  );
}

function CustomerFormPanel({
  saved,
  onDirty,
  onClose,
  onCreated,
}: PanelProps & { saved: (Customer & { history: AuditEntry[] }) | null }) {
  const t = useText();
  const writable = useWritable();
  const form = useForm(saved ? fromCustomer(saved) : blankCustomer, useCallback(validateCustomer, []));
  const save = useEngineCommand('customer.save');
  const dirty = form.changed.length > 0;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useLeaveGuard(dirty);
  const { reset } = form;
  const takeSaved = useCallback((next: Customer) => reset(fromCustomer(next)), [reset]);
  const version = useBaseVersion(saved, dirty, takeSaved);

  const submit = useCallback(() => {
    if (!writable || !form.check()) return;
    const customer = toCustomer(form.values);
    save.mutate(
      { id: saved?.id ?? null, rowVersion: version.current, customer },
      {
        onSuccess: (next) => {
          version.current = next.rowVersion;
          reset(fromCustomer(next));
          toast({ message: t(saved ? texts.saved : texts.created) });
          if (!saved) onCreated(next.id);
        },
      },
    );
  }, [writable, form, save, saved, version, reset, onCreated, t]);
  useSaveKey(submit);

  const setArchived = (archived: boolean) => {
    if (!saved) return;
    const name = customerLabel(saved);
    save.mutate(
      { id: saved.id, rowVersion: version.current, customer: { ...toCustomer(fromCustomer(saved)), archived } },
      {
        onSuccess: (next) => {
          version.current = next.rowVersion;
          reset(fromCustomer(next));
          toast({
            message: t(archived ? texts.archivedToast : texts.restoredToast, { name }),
            ...(archived
              ? {
                  undo: {
                    label: t(commonTexts.undo),
                    run: () =>
                      save.mutate({
                        id: next.id,
                        rowVersion: next.rowVersion,
                        customer: { ...toCustomer(fromCustomer(next)), archived: false },
                      }),
                  },
                }
              : {}),
          });
          if (archived) onClose();
        },
      },
    );
  };

  const common = { form, disabled: !writable };
  const { values } = form;
  return (
    <SidePanel
      title={saved ? customerLabel(saved) : t(texts.new)}
      subtitle={saved ? `${saved.code}${saved.archived ? `, ${t(recordTexts.archived)}` : ''}` : undefined}
      onClose={onClose}
      onSubmit={submit}
      acts={
        <RecordActs
          isNew={saved === null}
          archived={saved?.archived ?? false}
          dirty={dirty}
          busy={save.isPending}
          writable={writable}
          onArchive={setArchived}
          onReset={() => form.reset()}
        />
      }
    >
      {save.error ? (
        <PanelSection>
          <ErrorPanel
            variant="inline"
            error={save.error}
            {...(save.error.code === 'row_changed' && saved
              ? {
                  title: t(recordTexts.conflict),
                  actions: (
                    <Button
                      size="xs"
                      onClick={() => {
                        version.current = saved.rowVersion;
                        reset(fromCustomer(saved));
                        save.reset();
                      }}
                    >
                      {t(recordTexts.reload)}
                    </Button>
                  ),
                }
              : {})}
          />
        </PanelSection>
      ) : null}
      <PanelSection title={t(texts.identity)}>
        <div className={css['grid']}>
          <TextField {...common} name="code" empty="" maxLength={60} label={t(recordTexts.code)} autoFocus={!saved} />
          <TextField {...common} name="name" label={t(recordTexts.name)} className={css['w3']} />
          <ChoiceField
            {...common}
            name="kind"
            label={t(texts.kind)}
            className={css['w4']}
            hint={values.kind === 'unknown' ? t(texts.unknownHint) : undefined}
            data={(['business', 'consumer', 'unknown'] as const).map((kind) => ({
              value: kind,
              label: t(kindTexts[kind]),
            }))}
          />
        </div>
      </PanelSection>
      <PanelSection title={t(texts.address)}>
        <div className={css['grid']}>
          <TextField {...common} name="address" empty="" rows={2} label={t(texts.addressLines)} className={css['w4']} />
          <TextField {...common} name="postcode" label={t(texts.postcode)} />
          <TextField {...common} name="city" label={t(texts.city)} className={css['w3']} />
          <CountryField {...common} name="country" clearable label={t(texts.country)} className={css['w2']} />
          <TextField {...common} name="region" label={t(texts.region)} optional className={css['w2']} />
        </div>
      </PanelSection>
      <PanelSection title={t(texts.tax)}>
        <div className={css['grid']}>
          <TextField
            {...common}
            name="vatNumber"
            label={t(texts.vatNumber)}
            className={css['w2']}
            good={vatNumberIsGood(values.vatNumber) ? t(profileTexts.vatValid) : null}
          />
          <TextField
            {...common}
            name="registrationNumber"
            label={t(texts.registration)}
            optional
            className={css['w2']}
          />
          <TextField {...common} name="electronicAddress" label={t(texts.electronic)} optional className={css['w4']} />
        </div>
      </PanelSection>
      <PanelSection title={t(texts.billing)}>
        <div className={css['grid']}>
          <LanguageField
            {...common}
            name="language"
            clearable
            label={t(texts.language)}
            placeholder={t(texts.asCompany)}
            className={css['w2']}
          />
          <CurrencyField
            {...common}
            name="currency"
            clearable
            label={t(texts.currency)}
            placeholder={t(texts.asCompany)}
            className={css['w2']}
          />
          <WholeField
            name="paymentTermsDays"
            label={t(texts.terms)}
            placeholder={t(texts.asCompany)}
            align="left"
            max={365}
            className={css['w2']}
            disabled={!writable}
            value={
              values.paymentTermsDays === null || Number.isNaN(values.paymentTermsDays) ? null : values.paymentTermsDays
            }
            error={form.errors.paymentTermsDays ? t(form.errors.paymentTermsDays) : null}
            onChange={(days) => form.set('paymentTermsDays', days)}
            onUnderstood={(understood) => {
              if (!understood) form.set('paymentTermsDays', Number.NaN);
            }}
          />
          <TextField {...common} name="orderReference" label={t(texts.orderReference)} optional className={css['w2']} />
        </div>
      </PanelSection>
      <PanelSection title={t(texts.contact)}>
        <div className={css['grid']}>
          <TextField {...common} name="contactName" label={t(texts.contactName)} className={css['w2']} />
          <TextField {...common} name="phone" label={t(texts.phone)} className={css['w2']} />
          <TextField {...common} name="email" label={t(texts.email)} className={css['w4']} />
          <TextField
            {...common}
            name="note"
            rows={3}
            maxLength={2000}
            label={t(recordTexts.note)}
            hint={t(recordTexts.noteHint)}
            className={css['w4']}
          />
        </div>
      </PanelSection>
      {saved ? (
        <PanelSection title={t(commonTexts.history)}>
          <History entries={saved.history} />
        </PanelSection>
      ) : null}
    </SidePanel>
  );
}
