/** The card of a stop, beside the element that it speaks of. The window stays usable behind it. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { tourTexts as texts } from '#shared/messages/ui/tour.ts';
import { useText } from '../../app/i18n.tsx';
import { type Place, place } from './place.ts';
import styles from './tour.module.css';
import { leaveTour, nextStop, previousStop, stops, useTour } from './tour.ts';

/** How often the element's place is looked at (milliseconds): screens load, windows change size. */
const LOOK = 150;

export function Tour() {
  const at = useTour((s) => s.at);
  return at === null ? null : <StopCard key={at} at={at} />;
}

function StopCard({ at }: { at: number }) {
  const t = useText();
  const titleId = useId();
  const card = useRef<HTMLDivElement>(null);
  const [where, setWhere] = useState<Place | null>(null);
  const stop = stops[at];
  const anchor = stop?.anchor ?? '';
  useEffect(() => {
    const look = () => {
      const target = document.querySelector(anchor)?.getBoundingClientRect() ?? null;
      const size = card.current?.getBoundingClientRect();
      if (!size) return;
      const next = place(target, size, { width: window.innerWidth, height: window.innerHeight });
      setWhere((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
    };
    look();
    const timer = setInterval(look, LOOK);
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [anchor]);
  // What is not shown yet cannot have the cursor.
  const placed = where !== null;
  useEffect(() => {
    if (placed) card.current?.focus();
  }, [placed]);
  if (!stop) return null;
  const last = at + 1 === stops.length;
  return (
    <>
      {where?.ring ? <div className={styles['ring']} style={where.ring} aria-hidden /> : null}
      <div
        ref={card}
        className={styles['card']}
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
        style={where ? { left: where.left, top: where.top } : { visibility: 'hidden' }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leaveTour();
          else if (event.key === 'ArrowRight') nextStop();
          else if (event.key === 'ArrowLeft') previousStop();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <header>
          <h2 id={titleId}>{t(stop.title)}</h2>
          <ActionIcon size="sm" aria-label={t(texts.skip)} title={t(texts.skip)} onClick={leaveTour}>
            <IconX size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        </header>
        <p>{t(stop.body)}</p>
        <footer>
          <span className="small faint num">{t(texts.stop, { stop: at + 1, stops: stops.length })}</span>
          <div className="grow" />
          {at > 0 ? (
            <Button size="xs" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={previousStop}>
              {t(texts.back)}
            </Button>
          ) : (
            <Button size="xs" variant="subtle" onClick={leaveTour}>
              {t(texts.skip)}
            </Button>
          )}
          <Button
            size="xs"
            variant="filled"
            rightSection={last ? null : <IconArrowRight size={14} aria-hidden />}
            onClick={nextStop}
          >
            {t(last ? texts.end : texts.next)}
          </Button>
        </footer>
      </div>
    </>
  );
}
