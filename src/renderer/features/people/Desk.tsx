/** The window as long as somebody may see it; else what covers it. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { usePeople } from '../../app/people.ts';
import { cover, desk } from './cover.ts';
import { LockScreen } from './LockScreen.tsx';
import styles from './people.module.css';
import { isCovered } from './state.ts';

export function Desk({ children }: { children: ReactNode }) {
  const slot = useRef<HTMLDivElement>(null);
  const covered = usePeople(isCovered);
  useLayoutEffect(() => {
    const place = slot.current;
    if (!place) return undefined;
    if (covered) return cover(place);
    place.appendChild(desk);
    return undefined;
  }, [covered]);
  return (
    <>
      <div ref={slot} className={styles['slot']} />
      {createPortal(children, desk)}
      {covered ? <LockScreen /> : null}
    </>
  );
}
