/** While files hover over the window: where letting go leads. */
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { useText } from '../../app/i18n.tsx';
import { useWindowDrop } from './drop.ts';
import css from './imports.module.css';

export function DropOverlay() {
  const t = useText();
  const over = useWindowDrop();
  return over ? <div className={css['overlay']}>{t(texts.dropHere)}</div> : null;
}
