/** Two people changed the same fields: both values, and a choice for each. */
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { recordPanelTexts as texts } from '#shared/messages/ui/record-panel.ts';
import { recordTexts } from '#shared/messages/ui/records.ts';
import { useText } from '../../app/i18n.tsx';
import { PanelSection } from '../../components/SidePanel.tsx';
import { mergeEdits } from './conflict.ts';
import css from './records.module.css';
import { CONFLICT, type RecordForm } from './useRecordForm.ts';

export interface ConflictProps<F extends object> {
  record: RecordForm<F>;
  labelOf: (field: keyof F & string) => string;
  /** How a value reads; empty for nothing. */
  show: (field: keyof F & string, value: unknown) => string;
}

export function Conflict<F extends object>({ record, labelOf, show }: ConflictProps<F>) {
  const t = useText();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const { conflict, form } = record;
  if (conflict === null) return null;
  const { fields } = conflict;
  const settle = () => {
    const { values } = mergeEdits(form.base, form.values, conflict.theirs);
    for (const field of fields) if (theirs.has(field)) values[field] = conflict.theirs[field];
    conflict.settle(values);
  };
  const word = (field: keyof F & string, value: unknown) => show(field, value) || t(texts.nothing);
  return (
    <PanelSection>
      <div role="alert" className={css['conflict']}>
        <h3>{t(recordTexts.conflict)}</h3>
        <p>{t(texts.conflictLead, { count: fields.length })}</p>
        {fields.map((field) => (
          <fieldset key={field}>
            <legend>{labelOf(field)}</legend>
            {([false, true] as const).map((other) => (
              <Radio
                key={String(other)}
                {...(field === fields[0] && !other ? { 'data-field': CONFLICT } : {})}
                name={`conflict-${field}`}
                label={`${t(other ? texts.theirs : texts.mine)}\u00a0: ${word(field, (other ? conflict.theirs : form.values)[field])}`}
                checked={theirs.has(field) === other}
                onChange={() =>
                  setTheirs((set) => {
                    const next = new Set(set);
                    if (other) next.add(field);
                    else next.delete(field);
                    return next;
                  })
                }
              />
            ))}
          </fieldset>
        ))}
        <Button size="xs" onClick={settle}>
          {t(texts.takeChoices)}
        </Button>
      </div>
    </PanelSection>
  );
}
