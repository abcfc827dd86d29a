/** What a link of the guide does. */
import { readLink } from '#shared/guide/chapter.ts';
import { go, placeOf } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';

/** Puts a heading of the chapter shown at the top, with the cursor on it. */
export function showHeading(anchor: string): void {
  const heading = document.getElementById(`guide-${anchor}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** `open` shows another chapter, at a heading or at its beginning; `leave` is told before the window goes elsewhere. */
export function followLink(href: string, open: (slug: string, anchor: string | null) => void, leave: () => void): void {
  const link = readLink(href);
  if (link.to === 'place') {
    const route = placeOf(link.place);
    if (route === null || !useSession.getState().company) return;
    leave();
    go(route);
  } else if (link.to === 'chapter') {
    if (link.slug !== null) open(link.slug, link.anchor);
    else if (link.anchor !== null) showHeading(link.anchor);
  }
}
