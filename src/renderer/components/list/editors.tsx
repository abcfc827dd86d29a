/** What opens under a filter's chip: choices to tick, a yes or no, a date. Each change counts at once. */
import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { parseDateInput } from '#shared/format/input.ts';
import { listTexts } from '#shared/messages/ui/list.ts';
import type { IsoDate } from '#shared/model/values.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import type { Choice } from '../../app/places.ts';
import { useToday } from '../../app/session.ts';
import css from './list.module.css';

/** So many choices are found at a glance; more get a field to find them. */
const AT_A_GLANCE = 8;
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

interface ChoicesProps {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChosen(chosen: string[]): void;
}

/** Several of many. */
export function ChoicesEditor({ label, choices, chosen, onChosen }: ChoicesProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const found = choices.filter((choice) => plain(choice.label).includes(plain(typed)));
  const toggle = (value: string): void =>
    onChosen(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const [first] = found;
  return (
    <>
      {choices.length > AT_A_GLANCE ? (
        <TextInput
          size="xs"
          data-autofocus
          aria-label={`${label}, ${t(listTexts.filterFind)}`}
          placeholder={t(listTexts.filterFind)}
          value={typed}
          autoComplete="off"
          leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || first === undefined || typed === '') return;
            event.preventDefault();
            toggle(first.value);
            setTyped('');
          }}
        />
      ) : null}
      <ul className={css['choices']}>
        {found.map((choice) => (
          <li key={choice.value}>
            <Checkbox
              label={choice.label}
              checked={chosen.includes(choice.value)}
              onChange={() => toggle(choice.value)}
            />
          </li>
        ))}
        {found.length === 0 ? <li className="faint">{t(listTexts.filterNone)}</li> : null}
      </ul>
    </>
  );
}

interface OneProps {
  label: string;
  choices: readonly Choice[];
  chosen: string | null;
  onChosen(chosen: string): void;
}

/** One of a few. */
export function OneEditor({ label, choices, chosen, onChosen }: OneProps) {
  const t = useText();
  return (
    <Radio.Group aria-label={label} value={chosen} onChange={onChosen}>
      <ul className={css['choices']}>
        {choices.map((choice) => (
          <li key={choice.value}>
            <Radio value={choice.value} label={choice.label} />
          </li>
        ))}
        {choices.length === 0 ? <li className="faint">{t(listTexts.filterNone)}</li> : null}
      </ul>
    </Radio.Group>
  );
}

interface DateProps {
  label: string;
  value: IsoDate | null;
  /** Days before today that are offered, by their words. */
  presets: readonly { label: string; days: number }[];
  onChange(value: IsoDate): void;
}

const daysBefore = (today: IsoDate, days: number): IsoDate => {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
};

export function DateEditor({ label, value, presets, onChange }: DateProps) {
  const language = useLanguage();
  const today = useToday();
  const [typed, setTyped] = useState(value === null ? '' : formatDate(value, language));
  const read = parseDateInput(typed, today);
  return (
    <div className={css['stack']}>
      <div className={css['presets']}>
        {presets.map((preset) => (
          <Button
            key={preset.days}
            size="xs"
            onClick={() => {
              const date = daysBefore(today, preset.days);
              setTyped(formatDate(date, language));
              onChange(date);
            }}
          >
            {preset.label}
          </Button>
        ))}
      </div>
      <TextInput
        size="xs"
        label={label}
        aria-label={label}
        value={typed}
        autoComplete="off"
        error={typed !== '' && read === null}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const date = parseDateInput(event.currentTarget.value, today);
          if (date !== null) onChange(date);
        }}
      />
    </div>
  );
}
