/** Logo and colour of the documents: dropped or chosen, seen at once, the colour dark enough to be read. */
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPhoto } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { contrastWithWhite, READABLE, readableColour } from '#shared/format/colour.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { profileTexts as texts } from '#shared/messages/ui/settings.ts';
import { lookTexts } from '#shared/messages/ui/wizard.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { flattenLogo, type Logo } from './logo.ts';
import { colourOfLogo } from './logoColour.ts';
import styles from './look.module.css';

interface Props {
  logo: string | null;
  colour: string;
  error?: Text | undefined;
  disabled?: boolean;
  onLogo: (logo: string | null) => void;
  onColour: (colour: string) => void;
  onLeave: () => void;
}

const HEX = /^#[0-9a-f]{6}$/i;

export function LookField({ logo, colour, error, disabled = false, onLogo, onColour, onLeave }: Props) {
  const t = useText();
  const language = useLanguage();
  const chooser = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const [bad, setBad] = useState(false);
  const [over, setOver] = useState(false);
  const [size, setSize] = useState<Logo | null>(null);
  const [proposed, setProposed] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    if (logo === null) setProposed(null);
    else void colourOfLogo(logo).then((found) => !stale && setProposed(found && readableColour(found)));
    return () => {
      stale = true;
    };
  }, [logo]);
  const take = async (file: File | undefined) => {
    if (!file || disabled) return;
    const flat = await flattenLogo(file);
    setBad(flat === null);
    setSize(flat);
    if (flat) onLogo(flat.url);
  };
  const valid = HEX.test(colour);
  const ratio = valid ? contrastWithWhite(colour) : null;
  const darker = valid ? readableColour(colour) : null;
  const pale = ratio !== null && ratio < READABLE;
  return (
    <div className={styles['look']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside is the first */}
      <div
        className={styles['drop']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <span className={styles['picture']}>
          {logo === null ? (
            <IconPhoto size={20} stroke={1.6} aria-label={t(texts.noLogo)} />
          ) : (
            <img src={logo} alt={t(texts.logo)} />
          )}
        </span>
        <p className={bad ? styles['bad'] : 'small faint'} role={bad ? 'alert' : undefined}>
          {bad
            ? t(texts.badLogo)
            : size && logo !== null
              ? t(texts.logoSize, { width: size.width, height: size.height })
              : `${t(lookTexts.drop)}`}
        </p>
        <span className={styles['acts']}>
          <Button data-field="logo" disabled={disabled} onClick={() => chooser.current?.click()}>
            {t(logo === null ? texts.chooseLogo : texts.replaceLogo)}
          </Button>
          {logo === null ? (
            <span className="small faint">{t(texts.logoHint)}</span>
          ) : (
            <Button variant="subtle" disabled={disabled} onClick={() => onLogo(null)}>
              {t(texts.removeLogo)}
            </Button>
          )}
        </span>
        <input
          ref={chooser}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <div className={styles['colour']}>
        <TextInput
          data-field="colour"
          label={t(texts.colour)}
          value={colour}
          disabled={disabled}
          error={error ? t(error) : null}
          aria-describedby={noteId}
          leftSection={
            <input
              type="color"
              className={styles['swatch']}
              aria-label={t(texts.colour)}
              disabled={disabled}
              value={valid ? colour : '#000000'}
              onChange={(event) => onColour(event.currentTarget.value)}
            />
          }
          onBlur={onLeave}
          onChange={(event) => onColour(event.currentTarget.value)}
        />
        <div id={noteId} className={styles['note']} role="status">
          {pale && darker !== null ? (
            <p className={styles['warn']}>
              <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
              {t(lookTexts.contrastLow, { ratio: formatDecimal((ratio ?? 0).toFixed(1), language) })}
            </p>
          ) : valid ? (
            <p className={styles['good']}>
              <IconCheck size={14} stroke={1.75} aria-hidden />
              {t(lookTexts.contrastGood)}
            </p>
          ) : null}
          <span className={styles['acts']}>
            {pale && darker !== null ? (
              <Offer colour={darker} label={t(lookTexts.takeDarker, { colour: darker })} onTake={onColour} />
            ) : null}
            {proposed !== null && proposed.toLowerCase() !== colour.toLowerCase() && !disabled ? (
              <Offer colour={proposed} label={t(lookTexts.fromLogo, { colour: proposed })} onTake={onColour} />
            ) : null}
          </span>
        </div>
      </div>
    </div>
  );
}

function Offer({ colour, label, onTake }: { colour: string; label: string; onTake: (colour: string) => void }) {
  return (
    <Button
      size="xs"
      leftSection={<i className={styles['chip']} style={{ background: colour }} />}
      onClick={() => onTake(colour)}
    >
      {label}
    </Button>
  );
}
