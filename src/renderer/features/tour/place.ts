/** Where the card of a stop stands: beside its element, wholly within the window. Pure. */

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
interface Size {
  width: number;
  height: number;
}
export interface Place {
  left: number;
  top: number;
  /** Around the element; null where it is not there. */
  ring: Box | null;
}

const GAP = 14;
const EDGE = 12;

/** At the right of a narrow element, below a wide or high-standing one; in the middle where there is none. */
export function place(target: Box | null, card: Size, room: Size): Place {
  const within = (value: number, size: number, most: number) => Math.max(EDGE, Math.min(value, most - size - EDGE));
  if (!target || target.width === 0) {
    return {
      left: within((room.width - card.width) / 2, card.width, room.width),
      top: within((room.height - card.height) / 3, card.height, room.height),
      ring: null,
    };
  }
  const ring = { left: target.left - 4, top: target.top - 4, width: target.width + 8, height: target.height + 8 };
  const right = target.left + target.width + GAP;
  const beside = right + card.width + EDGE <= room.width && target.width < room.width / 3 && target.top > 40;
  if (beside) {
    const middle = target.top + target.height / 2 - card.height / 2;
    return { left: right, top: within(middle, card.height, room.height), ring };
  }
  const below = target.top + target.height + GAP;
  const fits = below + card.height + EDGE <= room.height;
  const top = fits ? below : target.top - card.height - GAP;
  const left = target.left + target.width / 2 - card.width / 2;
  return { left: within(left, card.width, room.width), top: within(top, card.height, room.height), ring };
}
