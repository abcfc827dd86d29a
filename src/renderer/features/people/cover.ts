/**
 * Takes the whole window out of the page and puts it back as it was. What is out is in no document: not to be seen, read by a
 * screen reader or found by a script that walks the page. React keeps it, so that nothing typed is lost.
 */

/** Lives here and is moved in and out: React's own portal into it never notices. */
export const desk = document.createElement('div');
desk.style.height = '100%';

let covered = false;

/** Keys that mean something to the window under the cover do not get there. Registered first of all, so before any other. */
function onKeyDown(event: KeyboardEvent): void {
  if (!covered) return;
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  // Copying and pasting a secret, and choosing all of it, belong to the field that has the cursor.
  const ofField = chord && !event.altKey && ['a', 'c', 'v', 'x', 'z'].includes(event.key.toLowerCase());
  if (event.key === 'Escape' || (chord && !ofField) || /^F\d+$/.test(event.key)) event.stopImmediatePropagation();
}
window.addEventListener('keydown', onKeyDown, { capture: true });
// What the cover's own fields hear first ends at the body: the window's shortcuts listen beyond it.
for (const kind of ['keydown', 'keyup', 'keypress', 'paste', 'drop', 'dragover'] as const) {
  document.body.addEventListener(kind, (event) => {
    if (covered) event.stopPropagation();
  });
}

const stays = (node: Node): boolean =>
  !(node instanceof HTMLElement) || node.id === 'root' || ['SCRIPT', 'STYLE', 'LINK'].includes(node.tagName);

/** Covers; the returned function uncovers. */
export function cover(slot: HTMLElement): () => void {
  covered = true;
  const focus = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const scrolled = [...document.querySelectorAll('*')]
    .filter((element) => element.scrollTop !== 0 || element.scrollLeft !== 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  desk.remove();
  // Menus, dialogs and toasts hang beside the page's root.
  const beside: Element[] = [];
  const putAway = () => {
    for (const node of [...document.body.childNodes]) {
      if (stays(node) || !(node instanceof Element)) continue;
      beside.push(node);
      node.remove();
    }
  };
  putAway();
  // What opens while nobody is there (a job's end) is put away as well.
  const watch = new MutationObserver(putAway);
  watch.observe(document.body, { childList: true });
  return () => {
    watch.disconnect();
    covered = false;
    slot.appendChild(desk);
    for (const element of beside) document.body.appendChild(element);
    for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
    focus?.focus({ preventScroll: true });
  };
}
