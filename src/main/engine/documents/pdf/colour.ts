/** The company's colour, made dark enough to read on white. */

/** WCAG 2.2, success criterion 1.4.3: contrast of text at level AA. */
const READABLE = 4.5;

type Rgb = [number, number, number];

function rgb(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const hex = (parts: Rgb): string => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance (WCAG 2.2). */
function luminance(parts: Rgb): number {
  const [r, g, b] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast of a colour `#rrggbb` with white, 1 to 21. */
export function contrastWithWhite(colour: string): number {
  return 1.05 / (luminance(rgb(colour)) + 0.05);
}

/** The colour itself, or the nearest darker shade of it with a contrast of 4.5 : 1 with white. */
export function readableColour(colour: string): string {
  const parts = rgb(colour);
  for (let keep = 100; keep >= 0; keep -= 2) {
    const shade = hex([(parts[0] * keep) / 100, (parts[1] * keep) / 100, (parts[2] * keep) / 100]);
    if (contrastWithWhite(shade) >= READABLE) return shade;
  }
  return '#000000';
}

/** A breath of the colour for grounds: 5 % of it on white. */
export function wash(colour: string): string {
  const [r, g, b] = rgb(colour);
  const mix = (part: number) => 255 - (255 - part) * 0.05;
  return hex([mix(r), mix(g), mix(b)]);
}
