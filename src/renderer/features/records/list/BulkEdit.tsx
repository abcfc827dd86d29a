/** One change on many records: which fields, what they say afterwards, how many records it touches. */
import { ActionIcon, Button, Checkbox, Modal, MultiSelect, Select, TagsInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { bulkTexts as texts } from '#shared/messages/ui/records.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import type { TagId } from '#shared/model/ids.ts';
import { asEngineError, useEngineQuery } from '../../../api/query.ts';
import { useErrorSentences, useText } from '../../../app/i18n.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { type BulkRow, bulkChanges } from './bulk.ts';
import { useBulkFields } from './bulkFields.tsx';
import css from './records-list.module.css';
import type { BulkAct, BulkOutcome, RecordSelection } from './useBulkAct.ts';

interface BulkEditProps {
  record: RecordKind;
  /** « Modifier 128 clients »: the act with its extent. */
  title: string;
  count: number;
  selection: RecordSelection;
  bulk: BulkAct;
  onClose(): void;
}

export function BulkEdit({ record, title, count, selection, bulk, onClose }: BulkEditProps) {
  const t = useText();
  const sentences = useErrorSentences();
  const { data: custom = [] } = useEngineQuery('field.list', { record });
  const { data: tags = [] } = useEngineQuery('tag.list', { record });
  const fields = useBulkFields(record, custom);
  const [rows, setRows] = useState<readonly BulkRow[]>([]);
  const [addTags, setAddTags] = useState<string[]>([]);
  const [removeTags, setRemoveTags] = useState<string[]>([]);
  const [error, setError] = useState<EngineError | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>(':scope > :last-child input')?.focus();
  });

  const change = (key: string, part: Partial<BulkRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  // Chosen among the tags of the company: their ids.
  const changes = bulkChanges(rows, addTags, removeTags as TagId[]);
  const submit = async (): Promise<void> => {
    if (changes === null || bulk.busy) return;
    setError(null);
    try {
      const result = await bulk.run(selection, count, changes);
      if (result.skipped.length === 0) onClose();
      else setOutcome(result);
    } catch (thrown) {
      setError(asEngineError(thrown));
    }
  };

  if (outcome !== null) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={t(texts.outcome)}
        size={460}
        closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
      >
        <ul className={css['outcome']}>
          <li>{t(texts.changed, { count: outcome.changed })}</li>
          {outcome.unchanged === 0 ? null : <li>{t(texts.unchanged, { count: outcome.unchanged })}</li>}
          {outcome.skipped.map(({ reason, count: left }) => (
            <li key={reason}>
              <b className="nowrap">{t(texts.skipped, { count: left })}</b>
              <span>{sentences({ code: reason, params: {} }).what}</span>
            </li>
          ))}
        </ul>
        <div className={css['answers']}>
          <Button data-autofocus onClick={onClose}>
            {t(commonTexts.close)}
          </Button>
        </div>
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title={title} size={620} closeButtonProps={{ 'aria-label': t(commonTexts.close) }}>
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="small muted">{t(texts.lead)}</p>
        <div ref={list} className={css['rows']}>
          {rows.map((row) => {
            const field = fields.find(({ key }) => key === row.key);
            if (field === undefined) return null;
            return (
              <div key={row.key} className={css['change']}>
                <span>{field.label}</span>
                <div className={css['value']}>
                  {row.empty ? (
                    <i className="faint">{t(texts.emptied)}</i>
                  ) : (
                    <div className={css['input']}>{field.input(row.value, (value) => change(row.key, { value }))}</div>
                  )}
                  {field.nullable ? (
                    <Checkbox
                      label={t(texts.empty)}
                      checked={row.empty}
                      onChange={(event) => change(row.key, { empty: event.currentTarget.checked })}
                    />
                  ) : null}
                </div>
                <ActionIcon
                  size="sm"
                  aria-label={t(texts.removeField, { field: field.label })}
                  title={t(texts.removeField, { field: field.label })}
                  onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                >
                  <IconX size={14} stroke={1.6} aria-hidden />
                </ActionIcon>
              </div>
            );
          })}
        </div>
        <Select
          size="xs"
          data-autofocus
          searchable
          aria-label={t(texts.addField)}
          placeholder={t(texts.addField)}
          value={null}
          data={fields
            .filter(({ key }) => rows.every((row) => row.key !== key))
            .map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => {
            if (key === null) return;
            added.current = true;
            setRows([...rows, { key, value: undefined, empty: false }]);
          }}
        />
        <div className={css['section']}>
          <TagsInput
            size="xs"
            label={t(texts.addTags)}
            aria-label={t(texts.addTags)}
            data={tags.map(({ name }) => name)}
            value={addTags}
            onChange={setAddTags}
            maxTags={20}
            maxLength={40}
            acceptValueOnBlur
            comboboxProps={{ shadow: 'none' }}
          />
          {tags.length === 0 ? null : (
            <MultiSelect
              size="xs"
              label={t(texts.removeTags)}
              aria-label={t(texts.removeTags)}
              data={tags.map(({ id, name }) => ({ value: id, label: name }))}
              value={removeTags}
              onChange={setRemoveTags}
              searchable
            />
          )}
        </div>
        {error === null ? null : <ErrorPanel error={error} />}
        <div className={css['answers']}>
          {changes === null && error === null ? <span className="small faint grow">{t(texts.noField)}</span> : null}
          <Button onClick={onClose}>{t(commonTexts.cancel)}</Button>
          <Button type="submit" variant="filled" disabled={changes === null} loading={bulk.busy}>
            {title}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
