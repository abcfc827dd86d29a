/** The filter of a list as a sentence of chips: each can be changed and taken away, others are added. F opens the choice. */
import { Menu, Popover } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { listTexts } from '#shared/messages/ui/list.ts';
import { useText } from '../../app/i18n.tsx';
import { useScreenKeys } from '../grid/useScreenKeys.ts';
import css from './list.module.css';

export interface FilterDimension {
  key: string;
  /** In the menu of filters, and as the name of the chip. */
  label: string;
  /** What it says now, as the end of the sentence: « dont la nature est » « entreprise ». Null: it narrows nothing. */
  part: { lead: string; value: string } | null;
  clear(): void;
  editor: ReactNode;
}

interface FilterBarProps {
  /** Beginning of the sentence: « Clients actifs ». */
  lead: string;
  dimensions: readonly FilterDimension[];
  /** Takes every part away; absent where there is only one. */
  onClear(): void;
}

export function FilterBar({ lead, dimensions, onClear }: FilterBarProps) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const [menu, setMenu] = useState(false);
  useScreenKeys((key) => {
    if (key !== 'f') return false;
    setMenu(true);
    return true;
  });
  const said = dimensions.filter(({ key, part }) => part !== null || key === open);
  const others = dimensions.filter(({ key, part }) => part === null && key !== open);
  const spoken = dimensions.filter(({ part }) => part !== null);
  return (
    <fieldset className={css['filters']} aria-label={t(listTexts.filters)}>
      <span className="muted nowrap">{lead}</span>
      {said.map((dimension) => (
        <Chip
          key={dimension.key}
          dimension={dimension}
          opened={open === dimension.key}
          onOpened={(opened) => setOpen(opened ? dimension.key : null)}
        />
      ))}
      {others.length === 0 ? null : (
        <Menu opened={menu} onChange={setMenu} position="bottom-start">
          <Menu.Target>
            <button type="button" className={css['add']}>
              <IconPlus size={12} stroke={1.75} aria-hidden />
              {t(listTexts.filter)}
            </button>
          </Menu.Target>
          <Menu.Dropdown mah={360} className={css['scroll'] ?? ''}>
            {others.map(({ key, label }) => (
              <Menu.Item key={key} onClick={() => setTimeout(() => setOpen(key))}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {spoken.length > 1 ? (
        <button type="button" className={css['plain']} onClick={onClear}>
          {t(listTexts.filterClear)}
        </button>
      ) : null}
    </fieldset>
  );
}

interface ChipProps {
  dimension: FilterDimension;
  opened: boolean;
  onOpened(opened: boolean): void;
}

function Chip({ dimension, opened, onOpened }: ChipProps) {
  const t = useText();
  const { label, part, editor } = dimension;
  return (
    <>
      {part === null || part.lead === '' ? null : <span className="faint nowrap">{part.lead}</span>}
      <span className={css['chip']}>
        <Popover opened={opened} onChange={onOpened} position="bottom-start" trapFocus returnFocus width={280}>
          <Popover.Target>
            <button
              type="button"
              className={css['chipText']}
              aria-expanded={opened}
              aria-label={`${t(listTexts.filterEdit, { filter: label })}${part === null ? '' : `, ${part.value}`}`}
              title={part?.value}
              onClick={() => onOpened(!opened)}
            >
              <b className="ellipsis">{part?.value ?? `${label}…`}</b>
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={label} className={css['editor'] ?? ''}>
            {editor}
          </Popover.Dropdown>
        </Popover>
        {part === null ? null : (
          <button
            type="button"
            className={css['chipX']}
            aria-label={t(listTexts.filterRemove, { filter: label })}
            onClick={dimension.clear}
          >
            <IconX size={12} stroke={1.75} aria-hidden />
          </button>
        )}
      </span>
    </>
  );
}
