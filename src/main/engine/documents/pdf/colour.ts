/** The company's colour on paper: dark enough to read on white, and as a ground. */
import { hexOf, rgbOf } from '#shared/format/colour.ts';

export { contrastWithWhite, readableColour } from '#shared/format/colour.ts';

/** A breath of the colour for grounds: 5 % of it on white. */
export function wash(colour: string): string {
  const [r, g, b] = rgbOf(colour);
  const mix = (part: number) => 255 - (255 - part) * 0.05;
  return hexOf([mix(r), mix(g), mix(b)]);
}
