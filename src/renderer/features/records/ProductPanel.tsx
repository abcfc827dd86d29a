/** One product: form, history, archive. */
import { Button } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import type { AuditEntry } from '#shared/contract/records.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordTexts, productTexts as texts } from '#shared/messages/ui/records.ts';
import type { ProductId } from '#shared/model/ids.ts';
import type { Product } from '#shared/model/product.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useLeaveGuard } from '../../app/dialogs.tsx';
import { useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { ChoiceField, CurrencyField, DecimalField, TextField } from '../../components/fields/fields.tsx';
import { useForm } from '../../components/fields/form.ts';
import { useSaveKey } from '../../components/fields/useSaveKey.ts';
import { History } from '../../components/History.tsx';
import { PanelSection, SidePanel } from '../../components/SidePanel.tsx';
import { toast } from '../../components/toast.tsx';
import { FormSkeleton } from '../settings/FormSkeleton.tsx';
import { blankProduct, fromProduct, NOT_A_PRICE, validateProduct } from './product.ts';
import { RecordActs } from './RecordActs.tsx';
import css from './records.module.css';
import { useBaseVersion } from './useBaseVersion.ts';

export const taxTexts = {
  standard: commonTexts.taxStandard,
  reduced: commonTexts.taxReduced,
  second_reduced: commonTexts.taxSecondReduced,
  super_reduced: commonTexts.taxSuperReduced,
  zero: commonTexts.taxZero,
  exempt: commonTexts.taxExempt,
} as const;

interface PanelProps {
  id: ProductId | null;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
  onCreated: (id: ProductId) => void;
}

export function ProductPanel(props: PanelProps) {
  const t = useText();
  const { id, onClose } = props;
  return id === null ? (
    <ProductFormPanel {...props} saved={null} />
  ) : (
    <ExistingProduct {...props} id={id} title={t(texts.title)} onClose={onClose} />
  );
}

function ExistingProduct({ title, ...props }: PanelProps & { id: ProductId; title: string }) {
  const t = useText();
  const { data, error, refetch } = useEngineQuery('product.get', { id: props.id }, { keepPrevious: false });
  if (data) return <ProductFormPanel {...props} saved={data} />;
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

function ProductFormPanel({
  saved,
  onDirty,
  onClose,
  onCreated,
}: PanelProps & { saved: (Product & { history: AuditEntry[] }) | null }) {
  const t = useText();
  const writable = useWritable();
  const form = useForm(saved ? fromProduct(saved) : blankProduct, useCallback(validateProduct, []));
  const save = useEngineCommand('product.save');
  const dirty = form.changed.length > 0;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useLeaveGuard(dirty);
  const { reset } = form;
  const takeSaved = useCallback((next: Product) => reset(fromProduct(next)), [reset]);
  const version = useBaseVersion(saved, dirty, takeSaved);

  const submit = useCallback(() => {
    if (!writable || !form.check()) return;
    const product = form.values;
    save.mutate(
      { id: saved?.id ?? null, rowVersion: version.current, product },
      {
        onSuccess: (next) => {
          version.current = next.rowVersion;
          reset(fromProduct(next));
          toast({ message: t(saved ? texts.saved : texts.created) });
          if (!saved) onCreated(next.id);
        },
      },
    );
  }, [writable, form, save, saved, version, reset, onCreated, t]);
  useSaveKey(submit);

  const setArchived = (archived: boolean) => {
    if (!saved) return;
    const name = saved.name;
    save.mutate(
      { id: saved.id, rowVersion: version.current, product: { ...fromProduct(saved), archived } },
      {
        onSuccess: (next) => {
          version.current = next.rowVersion;
          reset(fromProduct(next));
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
                        product: { ...fromProduct(next), archived: false },
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
      title={saved ? saved.name : t(texts.new)}
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
                        reset(fromProduct(saved));
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
      <PanelSection>
        <div className={css['grid']}>
          <TextField {...common} name="code" empty="" maxLength={60} label={t(recordTexts.code)} autoFocus={!saved} />
          <TextField
            {...common}
            name="name"
            empty=""
            maxLength={300}
            label={t(recordTexts.name)}
            className={css['w3']}
          />
          <DecimalField
            name="unitPrice"
            label={t(texts.price)}
            hint={t(texts.priceHint)}
            least={2}
            className={css['w2']}
            disabled={!writable}
            value={values.unitPrice === NOT_A_PRICE ? null : values.unitPrice}
            error={form.errors.unitPrice ? t(form.errors.unitPrice) : null}
            onChange={(price) => form.set('unitPrice', price)}
            onUnderstood={(understood) => {
              if (!understood) form.set('unitPrice', NOT_A_PRICE);
            }}
          />
          <CurrencyField {...common} name="currency" clearable label={t(texts.currency)} className={css['w2']} />
          <TextField {...common} name="unit" maxLength={30} label={t(texts.unit)} optional className={css['w2']} />
          <ChoiceField
            {...common}
            name="supply"
            clearable
            label={t(texts.supply)}
            placeholder={t(texts.asCompany)}
            className={css['w2']}
            data={(['goods', 'services'] as const).map((value) => ({ value, label: t(commonTexts[value]) }))}
          />
          <ChoiceField
            {...common}
            name="taxClass"
            clearable
            label={t(texts.taxClass)}
            placeholder={t(texts.asCompany)}
            className={css['w4']}
            data={Object.entries(taxTexts).map(([value, label]) => ({ value, label: t(label) }))}
          />
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
