/** The office's own fields, in their order. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconForms, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { fieldsTexts as texts } from '#shared/messages/ui/fields.ts';
import { settingsTexts } from '#shared/messages/ui/settings.ts';
import type { CustomField, RecordKind } from '#shared/model/fields.ts';
import type { CustomFieldId } from '#shared/model/ids.ts';
import { asEngineError, useEngineCommand, useEngineQuery } from '../../../api/query.ts';
import { askToLeave } from '../../../app/dialogs.tsx';
import { whole } from '../../../app/format.ts';
import { useErrorSentences, useLanguage, useText } from '../../../app/i18n.tsx';
import { useWritable } from '../../../app/session.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { toast } from '../../../components/toast.tsx';
import { FormSkeleton } from '../FormSkeleton.tsx';
import table from '../numbering.module.css';
import styles from '../settings.module.css';
import { FieldEditor } from './FieldEditor.tsx';
import { moved } from './fieldForm.ts';
import css from './fields.module.css';
import { RecordSwitch } from './RecordSwitch.tsx';

export function FieldsPage() {
  const t = useText();
  const writable = useWritable('field.save');
  const [record, setRecord] = useState<RecordKind>('customer');
  const [chosen, setChosen] = useState<CustomFieldId | 'new' | null>(null);
  const [dirty, setDirty] = useState(false);
  const { data, error, refetch } = useEngineQuery('field.list', { record, archived: true });
  const leave = (run: () => void) =>
    askToLeave(dirty, () => {
      setDirty(false);
      run();
    });
  const choose = (id: CustomFieldId | 'new' | null) => leave(() => setChosen(id));
  const field = data?.find(({ id }) => id === chosen) ?? null;
  return (
    <div className={styles['formPage']}>
      <header className={`${styles['pageHead']} ${css['head']}`}>
        <h1>{t(settingsTexts.fields)}</h1>
        <RecordSwitch
          record={record}
          onRecord={(next) =>
            leave(() => {
              setRecord(next);
              setChosen(null);
            })
          }
        />
        <div className="grow" />
        <Button
          size="xs"
          disabled={!writable || chosen === 'new'}
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => choose('new')}
        >
          {t(texts.add)}
        </Button>
      </header>
      <div className={styles['scroll']}>
        <p className={styles['lead']}>{t(texts.lead)}</p>
        {error && !data ? (
          <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
        ) : !data ? (
          <FormSkeleton />
        ) : data.length === 0 && chosen === null ? (
          <div>
            <EmptyState icon={IconForms} title={t(texts.none)} body={t(texts.noneBody)} />
          </div>
        ) : (
          <FieldTable record={record} fields={data} chosen={chosen} onChoose={choose} />
        )}
        {chosen === null || (chosen !== 'new' && field === null) ? null : (
          <FieldEditor
            key={`${record} ${chosen}`}
            record={record}
            field={field}
            onDirty={setDirty}
            onSaved={() => {
              setDirty(false);
              setChosen(null);
            }}
            onClose={() => choose(null)}
          />
        )}
      </div>
    </div>
  );
}

interface FieldTableProps {
  record: RecordKind;
  fields: CustomField[];
  chosen: CustomFieldId | 'new' | null;
  onChoose: (id: CustomFieldId) => void;
}

function FieldTable({ record, fields, chosen, onChoose }: FieldTableProps) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('field.save');
  const say = useErrorSentences();
  const reorder = useEngineCommand('field.reorder');
  const used = fields.filter(({ archived }) => !archived).map(({ id }) => id);
  const move = async (id: CustomFieldId, step: -1 | 1) => {
    try {
      await reorder.mutateAsync({ record, ids: moved(used, id, step) });
    } catch (thrown) {
      toast({ tone: 'warning', message: say(asEngineError(thrown)).what });
    }
  };
  if (fields.length === 0) return null;
  return (
    <table className={table['list']}>
      <thead>
        <tr>
          <th scope="col">{t(texts.name)}</th>
          <th scope="col">{t(texts.kind)}</th>
          <th scope="col">{t(texts.options)}</th>
          <th scope="col" className="right">
            {t(texts.used)}
          </th>
          <th scope="col">
            <span className="srOnly">{t(texts.order)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr
            key={field.id}
            data-current={field.id === chosen || undefined}
            data-archived={field.archived || undefined}
          >
            <td>
              <button type="button" aria-expanded={field.id === chosen} onClick={() => onChoose(field.id)}>
                {field.name}
              </button>
              {field.archived ? <span className={table['pill']}>{t(texts.archived)}</span> : null}
            </td>
            <td className="muted">{t(texts[field.kind])}</td>
            <td className={`muted ${css['options']}`} title={field.options.join(', ')}>
              {field.options.join(', ')}
            </td>
            <td className="num right">{whole(field.used, language)}</td>
            <td className={css['order']}>
              {field.archived
                ? null
                : ([-1, 1] as const).map((step) => (
                    <ActionIcon
                      key={step}
                      size="sm"
                      aria-label={t(step < 0 ? texts.up : texts.down, { name: field.name })}
                      title={t(step < 0 ? texts.up : texts.down, { name: field.name })}
                      disabled={!writable || reorder.isPending || (step < 0 ? used[0] : used.at(-1)) === field.id}
                      onClick={() => void move(field.id, step)}
                    >
                      {step < 0 ? (
                        <IconArrowUp size={14} stroke={1.75} aria-hidden />
                      ) : (
                        <IconArrowDown size={14} stroke={1.75} aria-hidden />
                      )}
                    </ActionIcon>
                  ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
