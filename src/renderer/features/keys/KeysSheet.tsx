/** Every key, by where it works: searched, printed, and never behind what the keys do, because both read one registry. */
import { Button, Modal, TextInput } from '@mantine/core';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { fold } from '#shared/format/fold.ts';
import { chordNames, chordsOf, keyContexts, keyIds, keys } from '#shared/keys.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { keyContextTexts, keyNameTexts, keyTexts, keySheetTexts as texts } from '#shared/messages/ui/keys.ts';
import { useDesk } from '../../app/commands.ts';
import { useText } from '../../app/i18n.tsx';
import { isMac } from '../../components/Kbd.tsx';
import { Keys } from './Keys.tsx';
import css from './keys.module.css';

export function KeysSheet() {
  const t = useText();
  const shown = useDesk((s) => s.keysShown);
  const [typed, setTyped] = useState('');
  const wanted = fold(typed);
  const found = keyIds.filter((id) => {
    const names = chordsOf(id, isMac).flatMap((chord) => chordNames(chord, isMac, (key) => t(keyNameTexts[key])));
    return wanted === '' || fold(`${t(keyTexts[id])} ${names.join(' ')}`).includes(wanted);
  });
  const close = () => {
    useDesk.setState({ keysShown: false });
    setTyped('');
  };
  return (
    <Modal
      opened={shown}
      onClose={close}
      title={t(texts.title)}
      size={860}
      closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
      classNames={{ content: css['sheet'] ?? '' }}
    >
      <div className={css['tools']}>
        <TextInput
          data-autofocus
          size="xs"
          aria-label={t(texts.search)}
          placeholder={t(texts.search)}
          leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          size="xs"
          leftSection={<IconPrinter size={14} stroke={1.75} aria-hidden />}
          onClick={() => window.print()}
        >
          {t(texts.print)}
        </Button>
      </div>
      {found.length === 0 ? <p className="faint">{t(texts.none)}</p> : null}
      <div className={css['contexts']}>
        {keyContexts.map((context) => {
          const own = found.filter((id) => keys[id].context === context);
          return own.length === 0 ? null : (
            <section key={context}>
              <h3>{t(keyContextTexts[context])}</h3>
              <ul>
                {own.map((id) => (
                  <li key={id}>
                    <span>{t(keyTexts[id])}</span>
                    <span className={css['chords']}>
                      {chordsOf(id, isMac).map((chord, at) => (
                        <span key={chord}>
                          {at === 0 ? null : <i className="faint">{t(texts.or)}</i>}
                          <Keys chord={chord} />
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}
