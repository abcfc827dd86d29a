/** Settings taken from another company: choose the file, see what would change, take what is wanted. */
import { Button, Checkbox, Select } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyPart } from '#shared/contract/office.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { copyChangeTexts, copyPartTexts, copyTexts as texts } from '#shared/messages/ui/office.ts';
import { shell } from '../../api/bridge.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { useSession, useWritable } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { ActionBar } from '../../components/Toolbar.tsx';
import { toast } from '../../components/toast.tsx';
import css from './copy.module.css';
import { FormSkeleton } from './FormSkeleton.tsx';
import styles from './settings.module.css';

export function CopyPage() {
  const t = useText();
  const [from, setFrom] = useState<string | null>(null);
  const open = useSession((s) => s.company);
  const recent = useQuery({ queryKey: ['recent'], queryFn: () => shell('recent.list', {}) });
  const known = (recent.data ?? []).filter(({ path, exists }) => exists && path !== open?.path);
  const choices = known.map(({ path, name }) => ({ value: path, label: name }));
  const chosen =
    from === null || choices.some(({ value }) => value === from) ? choices : [...choices, { value: from, label: from }];
  const choose = async () => {
    const path = await shell('dialog.open', { kind: 'company' });
    if (path !== null) setFrom(path);
  };
  return (
    <div className={styles['formPage']}>
      <header className={styles['pageHead']}>
        <h1>{t(texts.title)}</h1>
      </header>
      {from === null && choices.length === 0 ? (
        <EmptyState
          icon={IconCopy}
          title={t(texts.title)}
          body={t(texts.lead)}
          actions={
            <Button variant="filled" onClick={() => void choose()}>
              {t(texts.choose)}
            </Button>
          }
        />
      ) : (
        <>
          <div className={css['from']}>
            <p className={styles['lead']}>{t(texts.lead)}</p>
            <div className="row">
              <Select
                aria-label={t(texts.from)}
                placeholder={t(texts.from)}
                className={css['choice'] ?? ''}
                data={chosen}
                value={from}
                searchable
                onChange={setFrom}
              />
              <Button onClick={() => void choose()}>{t(texts.otherFile)}</Button>
            </div>
          </div>
          {from === null ? null : <Preview key={from} from={from} />}
        </>
      )}
    </div>
  );
}

function Preview({ from }: { from: string }) {
  const t = useText();
  const writable = useWritable('settings.copy');
  const { data, error, refetch } = useEngineQuery('settings.copyPreview', { from });
  const copy = useEngineCommand('settings.copy');
  const [parts, setParts] = useState<ReadonlySet<CopyPart>>(
    () => new Set(CopyPart.options.filter((part) => part !== 'bankAccounts')),
  );
  if (error && !data)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  if (!data) return <FormSkeleton />;
  const of = (part: CopyPart) => data.items.filter((item) => item.part === part);
  const changes = (part: CopyPart) => of(part).filter(({ change }) => change === 'new' || change === 'replaces').length;
  const wanted = CopyPart.options.filter((part) => parts.has(part) && changes(part) > 0);
  const count = wanted.reduce((sum, part) => sum + changes(part), 0);
  const toggle = (part: CopyPart, on: boolean) => {
    const next = new Set(parts);
    if (on) next.add(part);
    else next.delete(part);
    setParts(next);
  };
  const take = () =>
    copy.mutate(
      { from, parts: wanted },
      {
        onSuccess: ({ items, from: { name } }) => {
          const taken = items.filter(({ change }) => change === 'new' || change === 'replaces').length;
          toast({ message: t(texts.done, { count: taken, name }) });
        },
      },
    );
  return (
    <>
      <div className={styles['scroll']}>
        {copy.error ? <ErrorPanel variant="inline" error={copy.error} /> : null}
        <table className={css['list']}>
          <thead>
            <tr>
              <th scope="col">{t(texts.part)}</th>
              <th scope="col">{t(texts.change)}</th>
            </tr>
          </thead>
          <tbody>
            {CopyPart.options.map((part) => (
              <tr key={part}>
                <td>
                  <Checkbox
                    label={t(copyPartTexts[part])}
                    checked={parts.has(part) && changes(part) > 0}
                    disabled={changes(part) === 0 || !writable}
                    onChange={(event) => toggle(part, event.currentTarget.checked)}
                  />
                </td>
                <td>
                  {of(part).length === 0 ? <span className="faint">{t(texts.nothingThere)}</span> : null}
                  <ul>
                    {of(part).map(({ name, change, reason }, index) => (
                      // Two things of one part may have the same name.
                      // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
                      <li key={index} data-change={change}>
                        {name === '' ? null : <span>{name}</span>}
                        <span>{t(copyChangeTexts[reason ?? change])}</span>
                      </li>
                    ))}
                  </ul>
                  {part === 'bankAccounts' && parts.has(part) && changes(part) > 0 ? (
                    <p className={css['care']}>{t(texts.bankCare)}</p>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ActionBar>
        <span className="muted">{data.from.name}</span>
        <div className="grow" />
        <Button variant="filled" disabled={!writable || count === 0} loading={copy.isPending} onClick={take}>
          {count === 0 ? t(texts.nothingToTake) : t(texts.act, { count })}
        </Button>
      </ActionBar>
    </>
  );
}
