/** A logo as it goes into the company file: flattened to PNG or JPEG, no larger than paper needs, no metadata. */

/** 60 mm at 600 dpi is 1417 px: more would only make every PDF larger. */
const LONGEST = 1400;
/** The model takes 2,000,000 characters of data URL. */
const MOST = 1_900_000;

export interface Logo {
  url: string;
  width: number;
  height: number;
}

/** Null when the file is no picture that can be read. A JPEG stays one; everything else becomes PNG, transparency kept. */
export async function flattenLogo(file: File): Promise<Logo | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  for (let longest = LONGEST; longest >= 200; longest = Math.round(longest * 0.7)) {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const url = canvas.toDataURL(type, 0.92);
    if (url.length <= MOST) return { url, width: canvas.width, height: canvas.height };
  }
  return null;
}
