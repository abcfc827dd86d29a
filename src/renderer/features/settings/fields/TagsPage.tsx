/** The tags of customers and products: their names, how many records bear them. */
import { Button } from '@mantine/core';
import { IconPlus, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { fieldsTexts as texts } from '#shared/messages/ui/fields.ts';
import { settingsTexts } from '#shared/messages/ui/settings.ts';
import type { RecordKind, Tag } from '#shared/model/fields.ts';
import type { TagId } from '#shared/model/ids.ts';
import { useEngineCommand, useEngineQuery } from '../../../api/query.ts';
import { whole } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { useWritable } from '../../../app/session.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { NameForm } from '../../../components/list/NameForm.tsx';
import { latestUndo, useDoneToast } from '../../../components/undo.ts';
import { FormSkeleton } from '../FormSkeleton.tsx';
import table from '../numbering.module.css';
import styles from '../settings.module.css';
import css from './fields.module.css';
import { RecordSwitch } from './RecordSwitch.tsx';

export function TagsPage() {
  const t = useText();
  const writable = useWritable('tag.save');
  const done = useDoneToast();
  const [record, setRecord] = useState<RecordKind>('customer');
  const [naming, setNaming] = useState<TagId | 'new' | null>(null);
  const [removing, setRemoving] = useState<Tag | null>(null);
  const { data, error, refetch } = useEngineQuery('tag.list', { record });
  const save = useEngineCommand('tag.save');
  const remove = useEngineCommand('tag.remove');
  const give = async (id: TagId | null, name: string) => {
    await save.mutateAsync({ id, record, name });
    setNaming(null);
    done(t(id === null ? texts.tagAdded : texts.renamed, { name }), await latestUndo('tag.'));
  };
  const takeAway = async ({ id, name }: Tag) => {
    const { records } = await remove.mutateAsync({ id });
    setRemoving(null);
    done(t(texts.tagRemoved, { name, count: records }), await latestUndo('tag.'));
  };
  return (
    <div className={styles['formPage']}>
      <header className={`${styles['pageHead']} ${css['head']}`}>
        <h1>{t(settingsTexts.tags)}</h1>
        <RecordSwitch
          record={record}
          onRecord={(next) => {
            setRecord(next);
            setNaming(null);
          }}
        />
        <div className="grow" />
        <Button
          size="xs"
          disabled={!writable || naming === 'new'}
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => setNaming('new')}
        >
          {t(texts.addTag)}
        </Button>
      </header>
      <div className={styles['scroll']}>
        <p className={styles['lead']}>{t(texts.tagsLead)}</p>
        {naming === 'new' ? (
          <div className={css['naming']}>
            <NameForm
              label={t(texts.tag)}
              hint={null}
              initial=""
              save={t(commonTexts.save)}
              cancel={t(commonTexts.cancel)}
              onCancel={() => setNaming(null)}
              onSave={(name) => give(null, name)}
            />
          </div>
        ) : null}
        {error && !data ? (
          <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
        ) : !data ? (
          <FormSkeleton />
        ) : data.length === 0 ? (
          naming === null ? (
            <div>
              <EmptyState icon={IconTag} title={t(texts.noTags)} body={t(texts.noTagsBody)} />
            </div>
          ) : null
        ) : (
          <TagTable
            tags={data}
            naming={naming}
            onNaming={setNaming}
            onRemove={(tag) => {
              remove.reset();
              setRemoving(tag);
            }}
            onGive={give}
          />
        )}
      </div>
      <ConfirmDialog
        opened={removing !== null}
        title={t(texts.removeTagTitle, { name: removing?.name ?? '' })}
        lost={t(texts.removeTagLost, { count: removing?.count ?? 0 })}
        stays={t(texts.removeTagStays)}
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

interface TagTableProps {
  tags: Tag[];
  naming: TagId | 'new' | null;
  onNaming: (id: TagId | null) => void;
  onRemove: (tag: Tag) => void;
  onGive: (id: TagId, name: string) => Promise<void>;
}

function TagTable({ tags, naming, onNaming, onRemove, onGive }: TagTableProps) {
  const t = useText();
  const language = useLanguage();
  const writable = useWritable('tag.save');
  return (
    <table className={table['list']}>
      <thead>
        <tr>
          <th scope="col">{t(texts.tag)}</th>
          <th scope="col" className="right">
            {t(texts.used)}
          </th>
          <th scope="col">
            <span className="srOnly">{t(commonTexts.more)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <tr key={tag.id}>
            <td className="medium">
              {naming === tag.id ? (
                <NameForm
                  label={t(texts.renameOf, { name: tag.name })}
                  hint={null}
                  initial={tag.name}
                  save={t(commonTexts.save)}
                  cancel={t(commonTexts.cancel)}
                  onCancel={() => onNaming(null)}
                  onSave={(name) => onGive(tag.id, name)}
                />
              ) : (
                tag.name
              )}
            </td>
            <td className="num right">{whole(tag.count, language)}</td>
            <td className={css['rowActs']}>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={!writable}
                aria-label={t(texts.renameOf, { name: tag.name })}
                onClick={() => onNaming(tag.id)}
              >
                {t(texts.rename)}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                disabled={!writable}
                aria-label={t(texts.removeOf, { name: tag.name })}
                onClick={() => onRemove(tag)}
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
