/** The colour that a logo is known by, proposed for the documents. Pure, over the pixels of a small picture of it. */
import { hexOf } from '#shared/format/colour.ts';

/** Pixels less opaque than this count for nothing. */
const OPAQUE = 128;

/**
 * The most frequent colour, weighed by how colourful it is; paper, black and greys do not count. Null where the logo has none.
 * `pixels`: red, green, blue, alpha, as a canvas gives them.
 */
export function mainColour(pixels: ArrayLike<number>): string | null {
  const buckets = new Map<number, { weight: number; sum: [number, number, number]; count: number }>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = [pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]];
    const most = Math.max(r, g, b);
    const chroma = most - Math.min(r, g, b);
    if (alpha < OPAQUE || chroma < 40) continue;
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    const bucket = buckets.get(key) ?? { weight: 0, sum: [0, 0, 0], count: 0 };
    bucket.weight += chroma;
    bucket.sum[0] += r;
    bucket.sum[1] += g;
    bucket.sum[2] += b;
    bucket.count += 1;
    buckets.set(key, bucket);
  }
  let best: { weight: number; sum: [number, number, number]; count: number } | null = null;
  for (const bucket of buckets.values()) if (best === null || bucket.weight > best.weight) best = bucket;
  if (best === null) return null;
  const { sum, count } = best;
  return hexOf([sum[0] / count, sum[1] / count, sum[2] / count]);
}

/** Reads the picture small and finds its colour; null where it cannot be read. */
export async function colourOfLogo(url: string): Promise<string | null> {
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
  } catch {
    return null; // The form says already that the picture cannot be read.
  }
  const scale = Math.min(1, 96 / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return mainColour(context.getImageData(0, 0, canvas.width, canvas.height).data);
}
