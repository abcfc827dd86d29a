/** All keys of the desk. */
import { Modal } from '@mantine/core';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { useText } from '../../../app/i18n.tsx';
import { Kbd, mod } from '../../../components/Kbd.tsx';
import css from './question.module.css';

export function KeysHelp({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const t = useText();
  const keys: [string[], string][] = [
    [['J', 'K', '↓', '↑'], t(deskTexts.keyNext)],
    [[t(deskTexts.space)], t(deskTexts.keySelect)],
    [[t(deskTexts.shift), '↓'], t(deskTexts.keyExtend)],
    [[mod, 'A'], t(deskTexts.keyAll)],
    [['A'], t(deskTexts.keyApprove)],
    [[t(deskTexts.shift), 'A'], t(deskTexts.keyApproveClean)],
    [['H'], t(deskTexts.keyHold)],
    [['X'], t(deskTexts.keyExclude)],
    [['R'], t(deskTexts.keyReopen)],
    [[t(deskTexts.enter)], t(deskTexts.keyOpen)],
    [['/'], t(deskTexts.keySearch)],
    [['F'], t(deskTexts.keyFilter)],
    [[mod, 'C'], t(deskTexts.keyCopy)],
    [[t(deskTexts.escape)], t(deskTexts.keyLeave)],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t(deskTexts.keysTitle)} size={420}>
      <dl className={css['keysTable']}>
        {keys.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <Kbd key={name} keys={name} />
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
