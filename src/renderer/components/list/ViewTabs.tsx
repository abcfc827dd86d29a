/**
 * The views of a list as tabs: its own first, then those that were saved. What is shown can be saved as a view, and a view be
 * brought up to what is shown, renamed, moved and deleted.
 */
import { Button, Menu, Popover } from '@mantine/core';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { listTexts } from '#shared/messages/ui/list.ts';
import { useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import css from './list.module.css';
import type { ListMemory } from './memory.ts';
import { NameForm } from './NameForm.tsx';
import { readSpec } from './spec.ts';
import { useViewActs } from './useViewActs.ts';

export interface FixedTab<F> {
  key: string;
  label: string;
  count?: ReactNode;
  /** The filter it shows, given the present one. */
  filter: F;
}

interface ViewTabsProps<F, K extends string> {
  memory: ListMemory<F, K>;
  label: string;
  fixed: readonly FixedTab<F>[];
  /** Which of them the present filter is, while no saved view is shown. */
  current: string | null;
  /** How many rows a saved view shows. */
  countOf?(filter: unknown): ReactNode;
  /** Something beside rows narrows the list: it is worth a view of its own. */
  narrowed: boolean;
  /** Keeps the filter as a segment; absent where the list has none. Throws what the engine says. */
  onSegment?(name: string): Promise<void>;
  /** At the right end. */
  children?: ReactNode;
}

type Asking = 'view' | 'segment' | 'rename' | null;

export function ViewTabs<F, K extends string>(props: ViewTabsProps<F, K>) {
  const { memory, fixed, current, countOf, onSegment } = props;
  const t = useText();
  const writable = useWritable('view.save');
  const mayKeep = useWritable('segment.save');
  const { data: views = [] } = useEngineQuery('view.list', { list: memory.list });
  const acts = useViewActs(memory, views);
  const [asking, setAsking] = useState<Asking>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const shown = views.find(({ id }) => id === memory.viewId) ?? null;
  const place = shown === null ? -1 : views.indexOf(shown);
  const active = shown?.id ?? current ?? '';

  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (by === 0 || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey) {
      if (shown !== null && writable) void acts.move(shown, by);
      return;
    }
    const all = [...(tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
    const next = all[all.findIndex((tab) => tab.matches(':focus')) + by];
    next?.focus();
    next?.click();
  };

  const menu = (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconBookmark size={14} stroke={1.6} aria-hidden />}
          rightSection={<IconChevronDown size={12} stroke={1.75} aria-hidden />}
        >
          {t(listTexts.viewMenu)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {shown === null ? null : (
          <>
            <Menu.Item disabled={!memory.dirty || !writable} onClick={() => void acts.update(shown)}>
              {t(listTexts.viewUpdateNamed, { name: shown.name })}
            </Menu.Item>
            <Menu.Item disabled={!memory.dirty} onClick={() => memory.show(shown)}>
              {t(listTexts.viewBack, { name: shown.name })}
            </Menu.Item>
          </>
        )}
        <Menu.Item disabled={!writable} onClick={() => setAsking('view')}>
          {t(listTexts.viewSaveAs)}
        </Menu.Item>
        {onSegment === undefined ? null : (
          <Menu.Item disabled={!mayKeep} onClick={() => setAsking('segment')}>
            {t(listTexts.segmentSaveAs)}
          </Menu.Item>
        )}
        {shown === null ? null : (
          <>
            <Menu.Divider />
            <Menu.Item disabled={!writable} onClick={() => setAsking('rename')}>
              {t(listTexts.viewRename)}
            </Menu.Item>
            <Menu.Item disabled={!writable || place === 0} onClick={() => void acts.move(shown, -1)}>
              {t(listTexts.viewLeft)}
            </Menu.Item>
            <Menu.Item disabled={!writable || place === views.length - 1} onClick={() => void acts.move(shown, 1)}>
              {t(listTexts.viewRight)}
            </Menu.Item>
            <Menu.Item disabled={!writable} onClick={() => void acts.remove(shown, fixed[0]?.filter)}>
              {t(listTexts.viewRemove)}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );

  return (
    <div className={css['tabBar']}>
      <div ref={tabs} className={css['tabs']} role="tablist" aria-label={props.label} onKeyDown={onKey}>
        {fixed.map(({ key, label, count, filter }) => (
          <Tab
            key={key}
            active={active === key}
            label={label}
            count={count}
            onChoose={() => memory.show(null, filter)}
          />
        ))}
        {views.map((view) => (
          <Tab
            key={view.id}
            saved
            active={active === view.id}
            dirty={view.id === memory.viewId && memory.dirty}
            label={view.name}
            count={countOf?.(readSpec(view.spec).filter)}
            onChoose={() => memory.show(view)}
          />
        ))}
      </div>
      <div className="grow" />
      {shown !== null && memory.dirty && writable ? (
        <Button size="xs" variant="subtle" data-tone="link" loading={acts.busy} onClick={() => void acts.update(shown)}>
          {t(listTexts.viewUpdate)}
        </Button>
      ) : shown === null && props.narrowed && writable ? (
        <Button size="xs" variant="subtle" data-tone="link" onClick={() => setAsking('view')}>
          {t(listTexts.viewSaveAs)}
        </Button>
      ) : null}
      {/* What it hangs on is no button: without roles of its own. */}
      <Popover
        opened={asking !== null}
        onChange={() => setAsking(null)}
        position="bottom-end"
        trapFocus
        width={320}
        withRoles={false}
      >
        <Popover.Target>
          <span>{menu}</span>
        </Popover.Target>
        <Popover.Dropdown
          role="dialog"
          aria-label={t(asking === 'segment' ? listTexts.segmentName : listTexts.viewName)}
        >
          {asking === null ? null : (
            <NameForm
              key={asking}
              label={t(asking === 'segment' ? listTexts.segmentName : listTexts.viewName)}
              hint={asking === 'rename' ? null : t(asking === 'segment' ? listTexts.segmentHint : listTexts.viewHint)}
              initial={asking === 'rename' ? (shown?.name ?? '') : ''}
              save={t(commonTexts.save)}
              cancel={t(commonTexts.cancel)}
              onCancel={() => setAsking(null)}
              onSave={async (name) => {
                if (asking === 'segment') await onSegment?.(name);
                else if (asking === 'rename' && shown !== null) await acts.rename(shown, name);
                else await acts.create(name);
                setAsking(null);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      {props.children}
    </div>
  );
}

interface TabProps {
  active: boolean;
  label: string;
  count?: ReactNode;
  saved?: boolean;
  dirty?: boolean;
  onChoose(): void;
}

function Tab({ active, label, count, saved = false, dirty = false, onChoose }: TabProps) {
  const t = useText();
  return (
    <button
      type="button"
      role="tab"
      className={css['tab']}
      aria-selected={active}
      tabIndex={active ? 0 : -1}
      title={dirty ? `${label}, ${t(listTexts.viewChanged)}` : undefined}
      onClick={onChoose}
    >
      {saved ? <IconBookmark size={12} stroke={1.6} aria-hidden /> : null}
      <span className="ellipsis">{label}</span>
      {dirty ? (
        <>
          <i className={css['dot']} aria-hidden="true" />
          <span className="srOnly">{t(listTexts.viewChanged)}</span>
        </>
      ) : null}
      {count === undefined || count === null ? null : <b>{count}</b>}
    </button>
  );
}
