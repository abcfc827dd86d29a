/** The report for support: every line is read here first, and may be struck. It leaves by the person's hand only. */
import { Button, Modal } from '@mantine/core';
import { IconCopy, IconDeviceFloppy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { reportDialogTexts as texts } from '#shared/messages/ui/report.ts';
import { shell } from '../../api/bridge.ts';
import { asEngineError } from '../../api/query.ts';
import { useDesk } from '../../app/commands.ts';
import { useText } from '../../app/i18n.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { toast } from '../../components/toast.tsx';
import css from './report.module.css';

export function ReportDialog() {
  const t = useText();
  const shown = useDesk((s) => s.reportShown);
  return (
    <Modal
      opened={shown}
      onClose={() => useDesk.setState({ reportShown: false })}
      title={t(texts.title)}
      size={860}
      closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
    >
      {shown ? <Report /> : null}
    </Modal>
  );
}

function Report() {
  const t = useText();
  const { data, error } = useQuery({
    queryKey: ['report'],
    queryFn: () => shell('report.prepare', {}),
    // What was read is what is given: nothing changes under the reader's eyes.
    gcTime: 0,
  });
  const [struck, setStruck] = useState<ReadonlySet<number>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const lines = data?.lines ?? [];
  const text = lines.filter((_, at) => !struck.has(at)).join('\n');
  const copy = async () => {
    await shell('clipboard.write', { text });
    toast({ message: t(texts.copied) });
  };
  const save = async () => {
    const { path } = await shell('report.save', { text: `${text}\n` });
    if (path === null) return;
    const name = path.split(/[\\/]/).at(-1) ?? path;
    toast({ message: t(texts.saved, { name }) });
  };
  const trying = (act: () => Promise<void>) => () => {
    setFailure(null);
    act().catch(setFailure);
  };
  const toggle = (at: number) => {
    const next = new Set(struck);
    if (!next.delete(at)) next.add(at);
    setStruck(next);
  };
  const shownError = error ?? failure;
  return (
    <>
      <p className={css['lead']}>{t(texts.lead)}</p>
      <Lines lines={lines} struck={struck} onToggle={toggle} />
      {shownError === null ? null : <ErrorPanel variant="inline" error={asEngineError(shownError)} />}
      <div className={css['foot']}>
        <span className="faint">
          {t(texts.kept, { count: lines.length - struck.size })}
          {struck.size > 0 ? ` · ${t(texts.struck, { count: struck.size })}` : ''}
          {` · ${t(texts.keys)}`}
        </span>
        <Button disabled={!data} leftSection={<IconCopy size={16} stroke={1.6} />} onClick={trying(copy)}>
          {t(texts.copy)}
        </Button>
        <Button
          variant="filled"
          disabled={!data}
          leftSection={<IconDeviceFloppy size={16} stroke={1.6} />}
          onClick={trying(save)}
        >
          {t(texts.save)}
        </Button>
      </div>
    </>
  );
}

interface LinesProps {
  lines: readonly string[];
  struck: ReadonlySet<number>;
  onToggle(at: number): void;
}

/** One stop for the keyboard: arrows go from line to line, Space strikes. */
function Lines({ lines, struck, onToggle }: LinesProps) {
  const t = useText();
  const [at, setAt] = useState(0);
  const lineId = (index: number): string => `report-line-${index}`;
  const go = (to: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setAt(next);
    document.getElementById(lineId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = lines.length - 1;
    const to = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['PageDown', at + 12],
      ['PageUp', at - 12],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    const strikes = event.key === ' ' || event.key === 'Delete';
    if (to === undefined && !strikes) return;
    event.preventDefault();
    if (to !== undefined) go(to);
    else onToggle(at);
  };
  return (
    <div
      role="listbox"
      data-autofocus
      aria-multiselectable
      aria-label={t(texts.label)}
      aria-activedescendant={lines.length > 0 ? lineId(at) : undefined}
      className={css['lines']}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {lines.map((line, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active line
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list's own keys do the same
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change while they are read
          key={index}
          id={lineId(index)}
          role="option"
          aria-selected={!struck.has(index)}
          data-active={index === at || undefined}
          data-struck={struck.has(index) || undefined}
          data-head={line.startsWith('# ') || undefined}
          title={struck.has(index) ? t(texts.restore) : t(texts.strike)}
          onClick={() => {
            setAt(index);
            onToggle(index);
          }}
        >
          {line === '' ? '\u00a0' : line}
        </div>
      ))}
    </div>
  );
}
