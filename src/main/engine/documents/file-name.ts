/** Names of files that hold on Windows, macOS and Linux, in a mail and in a synced folder. */

/** UTF-16 units without the extension: with a folder it stays under the 260 that older Windows programs bear. */
const LONGEST = 100;
/** File systems count bytes: 255 at most, less what a temporary name and a counter add. */
const MOST_BYTES = 200;

/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/**
 * A text as part of a file name: characters that a file system refuses become `-`, invisible ones go, spaces are single, no
 * point or space at either end. Empty when nothing is left.
 */
function safeNamePart(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}|\p{Cs}|\p{Co}|\ufffd/gu, '')
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. -]+|[. -]+$/g, '');
}

/**
 * A text as the name of a folder or the stem of a file by itself: safe, shortened by letters and by bytes, never a device's name;
 * `fallback` where nothing is left.
 */
export function safeName(text: string, fallback: string): string {
  const base = shortened(safeNamePart(text), LONGEST) || fallback;
  return reserved.test(base.split('.')[0]?.trim() ?? '') ? `_${base}` : base;
}

function shortened(name: string, longest: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (kept.length + character.length > longest || bytes > MOST_BYTES) break;
    kept += character;
  }
  return kept.replace(/[. -]+$/, '');
}

/**
 * Gives names for one folder: `<number> <customer><extension>`, each different from all given before even where case or the
 * spelling of accents does not count (Windows, macOS). The same calls in the same order give the same names.
 */
export function createFileNamer(extension = '.pdf'): (number: string, customer: string) => string {
  const taken = new Set<string>();
  return (number, customer) => {
    const whole = [safeNamePart(number), safeNamePart(customer)].filter((part) => part !== '').join(' ');
    const base = safeName(whole, 'document');
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? '' : ` (${count})`;
      const name = `${shortened(base, LONGEST - suffix.length)}${suffix}${extension}`;
      const key = name.normalize('NFKC').toUpperCase().toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}
