/** Which customer the chosen lines belong to: searched by name or code. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { linesTexts as texts } from '#shared/messages/ui/lines.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { asEngineError, useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import css from './lines.module.css';

const SHOWN = 8;
const PAUSE = 160;

export interface AssignDialogProps {
  count: number;
  onAssign: (customer: { id: CustomerId; label: string }) => Promise<void>;
  onClose: () => void;
}

export function AssignDialog({ count, onAssign, onClose }: AssignDialogProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EngineError | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useEngineQuery('customer.list', { filter: { search }, limit: SHOWN });
  const rows = data?.rows ?? [];
  const current = rows[Math.min(at, rows.length - 1)];

  const give = async () => {
    if (!current || busy) return;
    setBusy(true);
    setError(null);
    try {
      await onAssign({ id: current.id, label: current.name ?? current.code });
    } catch (thrown) {
      setError(asEngineError(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(texts.assignTitle)}
      size={480}
      closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
    >
      <form
        className={css['dialog']}
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <p className="muted">{t(texts.assignBody, { count })}</p>
        <TextInput
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls="assign-customers"
          aria-activedescendant={current ? `assign-${current.id}` : undefined}
          aria-label={t(texts.assignSearch)}
          placeholder={t(texts.assignSearch)}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (step === 0) return;
            event.preventDefault();
            setAt((now) => Math.max(0, Math.min(rows.length - 1, now + step)));
          }}
        />
        <div className={css['found']} id="assign-customers" role="listbox" aria-label={t(texts.customer)}>
          {rows.map((row, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above, which keeps the cursor
            <div
              key={row.id}
              id={`assign-${row.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={row === current}
              onClick={() => setAt(index)}
              onDoubleClick={() => void give()}
            >
              <b className="ellipsis">{row.name ?? row.code}</b>
              <span className="faint num">{[row.code, row.city].filter((part) => part !== null).join(' · ')}</span>
            </div>
          ))}
          {data && rows.length === 0 ? <p className="faint">{t(texts.assignNone)}</p> : null}
        </div>
        {error ? <ErrorPanel variant="inline" error={error} /> : null}
        <div className={css['answers']}>
          <Button onClick={onClose}>{t(commonTexts.cancel)}</Button>
          <Button type="submit" variant="filled" disabled={!current} loading={busy}>
            {t(texts.assignAct, { count })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
