/** Kept column maps: the one in use, the others, a name for the present one. */
import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { deskImportTexts as texts } from '#shared/messages/ui/imports-desk.ts';
import type { ImportKind, Inspection, SavedMap } from '#shared/model/imports.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useErrorSentences, useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { toast } from '../../components/toast.tsx';
import css from './imports.module.css';
import type { ImportState } from './useImport.ts';

interface SavedMapsProps {
  kind: ImportKind;
  state: ImportState;
  found: Inspection;
}

export function SavedMaps({ kind, state, found }: SavedMapsProps) {
  const t = useText();
  const say = useErrorSentences();
  const writable = useWritable('columnMap.save');
  const maps = useEngineQuery('columnMap.list', { kind }).data ?? [];
  const save = useEngineCommand('columnMap.save');
  const rename = useEngineCommand('columnMap.rename');
  const forget = useEngineCommand('columnMap.forget');
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const { using, map, constants } = state;
  const own = maps.find(({ shape }) => shape === found.shape) ?? null;
  const others = maps.filter(({ shape, name }) => shape !== found.shape && name !== '');
  const label = (saved: SavedMap) => (saved.name === '' ? t(texts.mapRemembered) : saved.name);
  const columns = found.columns.slice(0, found.addedColumns[0] ?? found.columns.length);

  const keep = (name: string) =>
    save.mutate(
      { kind, shape: found.shape, name, columns, map, constants },
      {
        onSuccess: (saved) => {
          setNaming(null);
          state.nowUsing(saved);
          toast({ message: t(texts.mapSaved, { name: saved.name }) });
        },
      },
    );
  const call = (name: string) => {
    if (naming === 'save') keep(name);
    else if (using) {
      rename.mutate(
        { kind, shape: using.shape, name },
        {
          onSuccess: (saved) => {
            setNaming(null);
            state.nowUsing(saved);
          },
        },
      );
    }
  };
  const apply = (saved: SavedMap) => {
    const missing = state.applyMap(saved);
    if (missing > 0) toast({ tone: 'warning', message: t(texts.mapPartly, { count: missing }) });
  };
  const failed = naming === 'save' ? save.error : rename.error;
  return (
    <div className={css['detected']}>
      <small aria-hidden>{t(texts.maps)}</small>
      <Menu position="bottom-end" width={280} withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            className={css['mapButton'] ?? ''}
            rightSection={<IconChevronDown size={12} stroke={1.75} aria-hidden />}
            aria-label={`${t(texts.maps)}, ${using ? label(using) : t(texts.mapNone)}`}
          >
            {using ? label(using) : t(texts.mapNone)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {own && own !== using ? <Menu.Item onClick={() => apply(own)}>{label(own)}</Menu.Item> : null}
          {others.length > 0 ? <Menu.Label>{t(texts.others)}</Menu.Label> : null}
          {others.map((saved) => (
            <Menu.Item key={saved.shape} onClick={() => apply(saved)}>
              {saved.name}
            </Menu.Item>
          ))}
          {own || others.length > 0 ? <Menu.Divider /> : null}
          {own && own.name !== '' && !using ? (
            <Menu.Item disabled={!writable || save.isPending} onClick={() => keep(own.name)}>
              {t(texts.mapUpdate, { name: own.name })}
            </Menu.Item>
          ) : null}
          <Menu.Item disabled={!writable} onClick={() => setNaming('save')}>
            {t(texts.mapSave)}
          </Menu.Item>
          {using ? (
            <>
              <Menu.Item disabled={!writable} onClick={() => setNaming('rename')}>
                {t(texts.mapRename)}
              </Menu.Item>
              <Menu.Item
                disabled={!writable}
                onClick={() =>
                  forget.mutate(
                    { kind, shape: using.shape },
                    {
                      onSuccess: () => {
                        state.takeGuess();
                        toast({
                          message: t(texts.mapRemoved),
                          undo: {
                            label: t(commonTexts.undo),
                            run: () =>
                              save.mutate({
                                kind,
                                shape: using.shape,
                                name: using.name || found.fileName,
                                columns: using.columns,
                                map: using.map,
                                constants: using.constants,
                              }),
                          },
                        });
                      },
                    },
                  )
                }
              >
                {t(texts.mapRemove)}
              </Menu.Item>
            </>
          ) : null}
          <Menu.Item onClick={state.takeGuess}>{t(texts.mapUseGuess)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming === null ? null : (
        <NameDialog
          initial={naming === 'rename' ? (using?.name ?? '') : (own?.name ?? '')}
          busy={save.isPending || rename.isPending}
          error={failed ? say(failed).what : null}
          onName={call}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  );
}

interface NameDialogProps {
  initial: string;
  busy: boolean;
  error: string | null;
  onName: (name: string) => void;
  onClose: () => void;
}
function NameDialog({ initial, busy, error, onName, onClose }: NameDialogProps) {
  const t = useText();
  const [name, setName] = useState(initial);
  const typed = name.trim();
  return (
    <Modal opened onClose={onClose} title={t(texts.mapName)} withCloseButton={false} size={420}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') onName(typed);
        }}
      >
        <TextInput
          data-autofocus
          aria-label={t(texts.mapName)}
          maxLength={60}
          value={name}
          error={error}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={css['dialogActs']}>
          <Button onClick={onClose}>{t(commonTexts.cancel)}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={typed === ''}>
            {t(texts.mapNameDo)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
