/** The fields that no column holds yet: dragged onto a column, chosen for one, or given one value for all rows. */
import { Button, Menu, TextInput } from '@mantine/core';
import { IconAsterisk, IconGripVertical, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { deskImportTexts as texts } from '#shared/messages/ui/imports-desk.ts';
import type { ImportKind, Inspection } from '#shared/model/imports.ts';
import { useText } from '../../app/i18n.tsx';
import { draggable, target, tell, useDragging } from './dragging.ts';
import css from './fields.module.css';
import { fieldAt, fieldsToPlace, fieldText } from './map.ts';
import type { ImportState } from './useImport.ts';

/** Columns offered in a field's menu; further ones are reached by their own choice. */
const MENU_COLUMNS = 30;

interface FieldBarProps {
  kind: ImportKind;
  state: ImportState;
  found: Inspection;
}

export function FieldBar({ kind, state, found }: FieldBarProps) {
  const t = useText();
  const { dragged, told } = useDragging();
  const [asking, setAsking] = useState<string | null>(null);
  const { custom } = state;
  const name = (field: string) => t(fieldText(field, custom));
  const toPlace = fieldsToPlace(kind, state.map, state.constants, custom);
  const added = new Set(found.addedColumns);
  const free = found.columns.flatMap((column, index) =>
    fieldAt(state.map, index) === null && !added.has(index) ? [{ column, index }] : [],
  );
  const place = (field: string, index: number) => {
    state.setField(index, field);
    tell(t(texts.told_placed, { field: name(field), column: found.columns[index] ?? '' }));
  };
  const toIgnore = dragged?.is === 'column';
  return (
    <section
      className={css['bar']}
      aria-label={t(texts.toPlace)}
      data-takes={toIgnore || undefined}
      {...target(
        (drop) => drop.is === 'column',
        (drop) => {
          if (drop.is !== 'column') return;
          state.setField(drop.column, null);
          tell(t(texts.told_removed, { column: found.columns[drop.column] ?? '' }));
        },
      )}
    >
      <span className={css['title']}>{t(texts.toPlace)}</span>
      <div className={css['chips']} title={t(texts.toPlaceHint)}>
        {state.constants.map(({ field, value }) => (
          <span key={field} className={css['constant']}>
            <button type="button" onClick={() => setAsking(field)}>
              {t(texts.constantChip, { field: name(field), value })}
            </button>
            <button
              type="button"
              className={css['remove']}
              aria-label={t(texts.constantRemove, { field: name(field) })}
              onClick={() => state.setConstant(field, null)}
            >
              <IconX size={12} stroke={1.75} aria-hidden />
            </button>
          </span>
        ))}
        {toPlace.map((field) => {
          const required = state.missing.includes(field);
          return (
            <Menu key={field} position="bottom-start" withinPortal>
              <Menu.Target>
                <button
                  type="button"
                  className={css['chip']}
                  data-required={required || undefined}
                  data-field={field}
                  aria-label={required ? t(texts.requiredField, { field: name(field) }) : name(field)}
                  {...draggable({ is: 'field', field })}
                >
                  {required ? (
                    <IconAsterisk size={12} stroke={2} aria-hidden />
                  ) : (
                    <IconGripVertical size={12} stroke={1.75} aria-hidden />
                  )}
                  {name(field)}
                </button>
              </Menu.Target>
              <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
                <Menu.Label>{t(free.length === 0 ? texts.noFreeColumn : texts.ontoColumn)}</Menu.Label>
                {free.slice(0, MENU_COLUMNS).map(({ column, index }) => (
                  <Menu.Item key={index} onClick={() => place(field, index)}>
                    {column}
                  </Menu.Item>
                ))}
                <Menu.Divider />
                <Menu.Item onClick={() => setAsking(field)}>{t(texts.sameForAll)}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          );
        })}
        {toPlace.length === 0 ? <span className="faint small">{t(texts.allPlaced)}</span> : null}
      </div>
      {asking === null ? null : (
        <ConstantForm
          key={asking}
          label={t(texts.constantFor, { field: name(asking) })}
          value={state.constants.find(({ field }) => field === asking)?.value ?? ''}
          onClose={() => setAsking(null)}
          onSet={(value) => {
            state.setConstant(asking, value);
            tell(t(texts.told_constant, { field: name(asking), value }));
            setAsking(null);
          }}
        />
      )}
      {dragged ? (
        <span className={css['hint']} aria-hidden>
          {t(toIgnore ? texts.dropToIgnore : texts.dropOnColumn)}
        </span>
      ) : null}
      <span className={css['told']} role="status" aria-live="polite">
        {told}
      </span>
    </section>
  );
}

interface ConstantFormProps {
  label: string;
  value: string;
  onSet: (value: string) => void;
  onClose: () => void;
}
function ConstantForm({ label, value, onSet, onClose }: ConstantFormProps) {
  const t = useText();
  const [typed, setTyped] = useState(value);
  const text = typed.trim();
  return (
    <form
      className={css['constantForm']}
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') onSet(text);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={label}
        data-autofocus
        autoFocus
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" disabled={text === ''}>
        {t(texts.constantSet)}
      </Button>
    </form>
  );
}
