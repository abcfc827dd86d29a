/** One product: form and history. */
import { useCallback } from 'react';
import type { ProductDetail } from '#shared/contract/records.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { productTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { customChanges } from '../../components/fields/extrasForm.ts';
import { History } from '../../components/History.tsx';
import { PanelSection } from '../../components/SidePanel.tsx';
import { toast } from '../../components/toast.tsx';
import { latestUndo, useDoneToast } from '../../components/undo.ts';
import { ProductFields, productLabels, taxTexts } from './ProductFields.tsx';
import { blankProduct, fromProduct, type ProductForm, toProduct, validateProduct } from './product.ts';
import { RecordPanel, RecordPending } from './RecordPanel.tsx';
import { useFieldLabel } from './useFieldLabel.ts';
import { useRecordForm } from './useRecordForm.ts';

interface PanelProps {
  id: ProductId | null;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
  onCreated: (id: ProductId) => void;
}

export function ProductPanel(props: PanelProps) {
  const t = useText();
  const fields = useEngineQuery('field.list', { record: 'product' });
  return props.id !== null ? (
    <ExistingProduct {...props} id={props.id} />
  ) : fields.data ? (
    <ProductFormPanel {...props} saved={null} fields={fields.data} />
  ) : (
    <RecordPending
      title={t(texts.new)}
      error={fields.error}
      retry={() => void fields.refetch()}
      onClose={props.onClose}
    />
  );
}

function ExistingProduct(props: PanelProps & { id: ProductId }) {
  const t = useText();
  const { data, error, refetch } = useEngineQuery('product.get', { id: props.id }, { keepPrevious: false });
  const fields = useEngineQuery('field.list', { record: 'product' });
  // Taken back in another place: what was read of it before is no longer true.
  if (data && fields.data && error?.code !== 'not_found')
    return <ProductFormPanel {...props} saved={data} fields={fields.data} />;
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

function ProductFormPanel({
  saved,
  fields,
  onDirty,
  onClose,
  onCreated,
}: PanelProps & { saved: ProductDetail | null; fields: CustomField[] }) {
  const t = useText();
  const done = useDoneToast();
  const save = useEngineCommand('product.save');
  const record = useRecordForm<Parameters<typeof fromProduct>[0], ProductForm>({
    saved,
    closed: false,
    blank: () => blankProduct(fields),
    toForm: useCallback((product) => fromProduct(product, fields), [fields]),
    validate: useCallback((form: ProductForm) => validateProduct(form, fields), [fields]),
    send: useCallback(
      (form: ProductForm, rowVersion: number | null) =>
        save.mutateAsync({
          id: saved?.id ?? null,
          rowVersion,
          product: toProduct(form),
          tags: form.tags,
          custom: customChanges(form, fields),
        }),
      [save.mutateAsync, saved?.id, fields],
    ),
    onDirty,
    onSaved: (next, isNew) => {
      void latestUndo('product.').then((undoId) => done(t(isNew ? texts.created : texts.saved), undoId));
      if (isNew) onCreated(next.id);
    },
    onArchived: (next, undo) => {
      toast({
        message: t(next.archived ? texts.archivedToast : texts.restoredToast, { name: next.name }),
        undo: { label: t(commonTexts.undo), run: undo },
      });
      if (next.archived) onClose();
    },
  });
  const show = useCallback(
    (field: string, value: unknown) => {
      if (value === null || value === undefined) return '';
      if (field === 'taxClass') return t(taxTexts[value as keyof typeof taxTexts]); // a product's class is one of them
      if (value === 'goods' || value === 'services') return t(commonTexts[value]);
      return Array.isArray(value) ? value.join(', ') : String(value);
    },
    [t],
  );
  return (
    <RecordPanel
      title={saved ? saved.name : t(texts.new)}
      saved={saved}
      record={record}
      onClose={onClose}
      labelOf={useFieldLabel(productLabels, fields)}
      show={show}
      views={{
        form: <ProductFields form={record.form} disabled={!record.writable} fields={fields} isNew={saved === null} />,
        ...(saved
          ? {
              history: (
                <PanelSection>
                  <History entries={saved.history} />
                </PanelSection>
              ),
            }
          : {}),
      }}
    />
  );
}
