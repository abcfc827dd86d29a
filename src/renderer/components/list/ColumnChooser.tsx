/** Which columns a list shows and in what order: boxes to tick, rows to drag or to move with Ctrl and the arrows. */
import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { listTexts } from '#shared/messages/ui/list.ts';
import { useText } from '../../app/i18n.tsx';
import {
  type Arrangeable,
  type ColumnLayout,
  isPlain,
  isShown,
  movedBefore,
  orderOf,
  plainLayout,
  stepped,
  withShown,
} from '../grid/columns.ts';
import css from './list.module.css';

interface ColumnChooserProps {
  columns: readonly (Arrangeable & { title: string })[];
  layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
}

export function ColumnChooser({ columns, layout, onLayout }: ColumnChooserProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<string | null>(null);
  // The row that was moved may have lost the focus with its old place.
  useEffect(() => {
    if (moved.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(moved.current)}"] input`)?.focus();
    moved.current = null;
  });

  const byKey = new Map(columns.map((column) => [column.key, column]));
  const onKey = (event: KeyboardEvent, key: string): void => {
    if (!(event.ctrlKey || event.metaKey) || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moved.current = key;
    onLayout(stepped(columns, layout, key, event.key === 'ArrowUp' ? -1 : 1, true));
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus width={260}>
      <Popover.Target>
        <ActionIcon
          size="sm"
          aria-label={t(listTexts.columns)}
          title={t(listTexts.columns)}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconColumns3 size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={css['chooser'] ?? ''} aria-label={t(listTexts.columns)}>
        <ul ref={list} className={css['columns']}>
          {orderOf(columns, layout).map((key) => {
            const column = byKey.get(key);
            if (column === undefined) return null;
            const shown = isShown(column, layout);
            return (
              <li
                key={key}
                data-column={key}
                data-over={(over === key && dragged !== key) || undefined}
                data-dragged={dragged === key || undefined}
                draggable
                onKeyDown={(event) => onKey(event, key)}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(key);
                }}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  setOver(key);
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  if (dragged !== null) onLayout(movedBefore(columns, layout, dragged, key));
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              >
                <Checkbox
                  label={column.title}
                  checked={shown}
                  onChange={() => onLayout(withShown(columns, layout, key, !shown))}
                />
                <IconGripVertical size={14} stroke={1.6} aria-hidden />
              </li>
            );
          })}
        </ul>
        <div className={css['chooserFoot']}>
          <span className="tiny faint">{t(listTexts.columnsHint)}</span>
          <Button size="xs" disabled={isPlain(columns, layout)} onClick={() => onLayout(plainLayout)}>
            {t(listTexts.columnsReset)}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
