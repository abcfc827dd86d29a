/** The palette: commands, screens, recent places and everything in the file, from one field. A combobox over one listbox. */
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { matchesKey } from '#shared/keys.ts';
import { paletteTexts as texts } from '#shared/messages/ui/palette.ts';
import { useEngineQuery } from '../../api/query.ts';
import { useDesk } from '../../app/commands.ts';
import { useErrorSentences, useLanguage, useText } from '../../app/i18n.tsx';
import { useSession } from '../../app/session.ts';
import { isMac, Kbd } from '../../components/Kbd.tsx';
import { Keys } from '../keys/Keys.tsx';
import { type Entry, ownEntries } from './entries.ts';
import { entryOfHit } from './hits.ts';
import css from './palette.module.css';
import { useRecent } from './recent.ts';

/** People pause between words, not between letters (milliseconds). */
const PAUSE = 90;
/** Commands shown above what was found in the file. */
const COMMANDS_ABOVE = 5;
const HITS = 6;

interface Section {
  key: string;
  title: string;
  note: string;
  entries: Entry[];
}

export function Palette() {
  const t = useText();
  const shown = useDesk((s) => s.paletteShown);
  const close = () => useDesk.setState({ paletteShown: false });
  return (
    <Modal.Root
      opened={shown}
      onClose={close}
      size={640}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      classNames={{ content: css['palette'] ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.28} />
      <Modal.Content aria-label={t(texts.title)} data-passing>
        {shown ? <Field onClose={close} /> : null}
      </Modal.Content>
    </Modal.Root>
  );
}

function useSections(typed: string): { sections: Section[]; state: 'idle' | 'searching' | 'failed'; failure: string } {
  const t = useText();
  const language = useLanguage();
  const say = useErrorSentences();
  const open = useSession((s) => s.company !== null && s.company !== undefined);
  const recentIds = useRecent((s) => s.ids);
  const [text] = useDebouncedValue(typed.trim(), PAUSE);
  const empty = typed.trim() === '';
  const recent = useEngineQuery('search.named', { ids: [...recentIds] }, { enabled: open && empty });
  const found = useEngineQuery('search.all', { text, limit: HITS }, { enabled: open && text !== '' });
  const own = useMemo(() => ownEntries(typed, t), [typed, t]);
  const ownSections = (entries: Entry[]): Section[] => {
    const commands = {
      key: 'commands',
      title: t(texts.commands),
      note: '',
      entries: entries.filter((one) => !one.isPlace),
    };
    const screens = {
      key: 'screens',
      title: t(texts.screens),
      note: '',
      entries: entries.filter((one) => one.isPlace),
    };
    return entries[0]?.isPlace ? [screens, commands] : [commands, screens];
  };
  if (empty) {
    const entries = (recent.data ?? []).slice(0, HITS).map((hit) => entryOfHit(hit, t, language));
    const recentSection: Section = { key: 'recent', title: t(texts.recent), note: '', entries };
    return {
      sections: [recentSection, ...ownSections(own)].filter((one) => one.entries.length > 0),
      state: 'idle',
      failure: '',
    };
  }
  const hits = (text === '' ? [] : (found.data?.groups ?? [])).map(
    (group): Section => ({
      key: group.kind,
      title: t(texts[`kind.${group.kind}`]),
      note: group.more ? t(texts.more) : '',
      entries: group.hits.map((hit) => entryOfHit(hit, t, language)),
    }),
  );
  const few = ownSections(own.slice(0, COMMANDS_ABOVE));
  // Who types figures looks for a number or an amount, not for a command.
  const ordered = /\d/.test(typed) ? [...hits, ...few] : [...few, ...hits];
  return {
    sections: ordered.filter((one) => one.entries.length > 0),
    state: found.error ? 'failed' : found.isFetching || text !== typed.trim() ? 'searching' : 'idle',
    failure: found.error ? say(found.error).what : '',
  };
}

function Field({ onClose }: { onClose: () => void }) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const { sections, state, failure } = useSections(typed);
  const flat = sections.flatMap(({ entries }) => entries);
  /** The entry that was moved to; what comes in later does not take the place away. */
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    flat.findIndex(({ key }) => key === chosen),
  );
  const active = flat[at];
  const list = useRef<HTMLDivElement>(null);
  const optionId = (key: string): string => `${id}-${key}`;
  const activeId = active ? optionId(active.key) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const run = (entry: Entry | undefined, inNewWindow: boolean) => {
    if (!entry) return;
    onClose();
    entry.run(inNewWindow && entry.isPlace);
  };
  const move = (by: number) => {
    const next = flat[(at + by + flat.length) % Math.max(1, flat.length)];
    if (next) setChosen(next.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const inNewWindow = matchesKey(event, 'palette.window', isMac);
    const closes = matchesKey(event, 'palette', isMac);
    if (step === 0 && !inNewWindow && !closes && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) move(step);
    else if (closes) onClose();
    else run(active, inNewWindow);
  };
  const searched = typed.trim() !== '';
  return (
    <>
      <div className={css['field']}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          aria-label={t(texts.title)}
          placeholder={t(texts.hint)}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <span className={css['busy']} aria-hidden>
          {state === 'searching' ? '…' : ''}
        </span>
      </div>
      <div className={css['list']} role="listbox" id={`${id}-list`} aria-label={t(texts.results)} ref={list}>
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, not by fieldset
          <div key={section.key} role="group" aria-labelledby={`${id}-head-${section.key}`}>
            <div className={css['head']} id={`${id}-head-${section.key}`}>
              <span>{section.title}</span>
              {section.note === '' ? null : <span className={css['note']}>{section.note}</span>}
            </div>
            {section.entries.map((entry) => (
              <Option
                key={entry.key}
                id={optionId(entry.key)}
                entry={entry}
                active={entry === active}
                onRun={(inNewWindow) => run(entry, inNewWindow)}
              />
            ))}
          </div>
        ))}
      </div>
      {state === 'failed' ? (
        <p className={css['nothing']} role="alert">
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <span>{t(texts.failed, { what: failure })}</span>
        </p>
      ) : searched && flat.length === 0 && state === 'idle' ? (
        <p className={css['nothing']}>
          <span>{t(texts.none, { text: typed.trim() })}</span>
          <span className="faint">{t(texts.noneHint)}</span>
        </p>
      ) : null}
      <div className={css['foot']}>
        <span>
          <Kbd keys="↑" /> <Kbd keys="↓" /> {t(texts.keyMove)}
        </span>
        <span>
          <Keys id="palette.open" /> {t(texts.keyOpen)}
        </span>
        <span>
          <Keys id="palette.window" /> {t(texts.keyWindow)}
        </span>
        <span>
          <Keys id="leave" /> {t(texts.keyClose)}
        </span>
        <span className={css['count']} role="status">
          {searched && state === 'idle' ? t(texts.count, { count: flat.length }) : ''}
          {searched && state === 'searching' ? t(texts.searching) : ''}
        </span>
      </div>
    </>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  active: boolean;
  onRun(inNewWindow: boolean): void;
}
function Option({ id, entry, active, onRun }: OptionProps) {
  const Shape = entry.icon;
  return (
    // The field keeps the focus; arrows and Enter are its keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={css['option']}
      data-active={active || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onRun(isMac ? event.metaKey : event.ctrlKey)}
    >
      <Shape size={16} stroke={1.6} aria-hidden />
      <span className={css['title']}>{entry.title}</span>
      <span className={css['detail']}>{entry.detail}</span>
      {entry.aside === '' ? null : <span className={`${css['aside']} num`}>{entry.aside}</span>}
      {entry.chord === null ? null : (
        <span className={css['keys']} aria-hidden>
          <Keys chord={entry.chord} />
        </span>
      )}
    </div>
  );
}
