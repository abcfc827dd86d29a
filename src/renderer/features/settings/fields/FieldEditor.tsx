/** One custom field: its name, kind and options; its archive. */
import { Button, TagsInput } from '@mantine/core';
import { useCallback, useEffect, useId } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { fieldsTexts as texts } from '#shared/messages/ui/fields.ts';
import { recordTexts } from '#shared/messages/ui/records.ts';
import { type CustomField, CustomFieldKind, type RecordKind } from '#shared/model/fields.ts';
import type { CustomFieldId } from '#shared/model/ids.ts';
import { useEngineCommand } from '../../../api/query.ts';
import { useLeaveGuard } from '../../../app/dialogs.tsx';
import { useText } from '../../../app/i18n.tsx';
import { useWritable } from '../../../app/session.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { ChoiceField, TextField } from '../../../components/fields/fields.tsx';
import { useForm } from '../../../components/fields/form.ts';
import { useSaveKey } from '../../../components/fields/useSaveKey.ts';
import { latestUndo, useDoneToast } from '../../../components/undo.ts';
import { blankField, type FieldForm, fromField, validateField } from './fieldForm.ts';
import css from './fields.module.css';

interface FieldEditorProps {
  record: RecordKind;
  field: CustomField | null;
  onDirty: (dirty: boolean) => void;
  onSaved: (id: CustomFieldId) => void;
  onClose: () => void;
}

export function FieldEditor({ record, field, onDirty, onSaved, onClose }: FieldEditorProps) {
  const t = useText();
  const writable = useWritable('field.save');
  const titleId = useId();
  const done = useDoneToast();
  const form = useForm<FieldForm>(field ? fromField(field) : blankField, validateField);
  const save = useEngineCommand('field.save');
  const archive = useEngineCommand('field.archive');
  const { values } = form;
  const dirty = form.changed.length > 0;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useLeaveGuard(dirty);
  const submit = useCallback(() => {
    if (!writable || !form.check()) return;
    save.mutate(
      { id: field?.id ?? null, rowVersion: field?.rowVersion ?? null, record, ...form.values },
      {
        onSuccess: (saved) => {
          form.reset(fromField(saved));
          void latestUndo('field.').then((undoId) => done(t(texts.saved), undoId));
          onSaved(saved.id);
        },
        onError: (error) => {
          if (error.code === 'name_taken') form.fault('name', texts.nameTaken);
        },
      },
    );
  }, [writable, form, save, field, record, onSaved, done, t]);
  useSaveKey(submit);
  const setArchived = (archived: boolean) => {
    if (!field) return;
    archive.mutate(
      { id: field.id, archived },
      {
        onSuccess: ({ name }) => {
          void latestUndo('field.').then((undoId) =>
            done(t(archived ? texts.archivedDone : texts.restoredDone, { name }), undoId),
          );
          onClose();
        },
      },
    );
  };
  const common = { form, disabled: !writable };
  const failure = save.error?.code === 'name_taken' ? null : (save.error ?? archive.error);
  const optionsFault = form.errors.options;
  return (
    <form
      className={css['editor']}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id={titleId}>{field ? field.name : t(texts.newField)}</h2>
      {failure ? <ErrorPanel variant="inline" error={failure} /> : null}
      <div className={css['pair']}>
        <TextField {...common} name="name" empty="" maxLength={60} label={t(texts.name)} autoFocus={field === null} />
        <ChoiceField
          {...common}
          name="kind"
          label={t(texts.kind)}
          hint={field && field.used > 0 ? t(texts.kindInUse) : undefined}
          data={CustomFieldKind.options.map((kind) => ({ value: kind, label: t(texts[kind]) }))}
        />
        {values.kind === 'choice' ? (
          <TagsInput
            data-field="options"
            size="sm"
            className={css['wide'] ?? ''}
            label={t(texts.options)}
            aria-label={t(texts.options)}
            description={t(texts.optionsHint)}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            disabled={!writable}
            value={values.options}
            maxTags={200}
            maxLength={100}
            splitChars={[';']}
            acceptValueOnBlur
            error={optionsFault ? t(optionsFault) : null}
            onChange={(options) => form.set('options', options)}
          />
        ) : null}
      </div>
      <div className={css['acts']}>
        {field ? (
          <Button variant="subtle" disabled={!writable || dirty} onClick={() => setArchived(!field.archived)}>
            {t(field.archived ? texts.restore : texts.archive)}
          </Button>
        ) : null}
        <div className="grow" />
        <Button variant="subtle" onClick={onClose}>
          {t(commonTexts.cancel)}
        </Button>
        <Button type="submit" variant="filled" disabled={!writable || !dirty} loading={save.isPending}>
          {t(field ? commonTexts.save : recordTexts.create)}
        </Button>
      </div>
    </form>
  );
}
