/** A key of the registry as it stands on this computer's keyboard. */
import { chordNames, chordsOf, type KeyId } from '#shared/keys.ts';
import { keyNameTexts } from '#shared/messages/ui/keys.ts';
import { useText } from '../../app/i18n.tsx';
import { isMac, Kbd } from '../../components/Kbd.tsx';

type KeysProps = { id: KeyId; chord?: never } | { chord: string; id?: never };

/** The first chord of a key, or the very chord. */
export function Keys({ id, chord }: KeysProps) {
  const t = useText();
  const shown = chord ?? chordsOf(id, isMac)[0] ?? '';
  return <Kbd keys={chordNames(shown, isMac, (key) => t(keyNameTexts[key])).join(' ')} />;
}
