/** A company's colour against white paper. */

/** WCAG 2.2, success criterion 1.4.3: contrast of text at level AA. */
export const READABLE = 4.5;

type Rgb = readonly [number, number, number];

export function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export const hexOf = (parts: Rgb): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

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
  return 1.05 / (luminance(rgbOf(colour)) + 0.05);
}

/** The colour itself, or the nearest darker shade of it with a contrast of 4.5 : 1 with white. */
export function readableColour(colour: string): string {
  const parts = rgbOf(colour);
  for (let keep = 100; keep >= 0; keep -= 2) {
    const shade = hexOf([(parts[0] * keep) / 100, (parts[1] * keep) / 100, (parts[2] * keep) / 100]);
    if (contrastWithWhite(shade) >= READABLE) return shade;
  }
  return '#000000';
}
