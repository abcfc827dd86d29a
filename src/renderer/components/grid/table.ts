/** Rows as a table of text that a spreadsheet takes from the clipboard. Pure. */

const numberLike = /^[+−-]?[\d\s.,   ]*\d[\d\s.,   ]*%?$/;

/** One cell: no tabs or line breaks; text that a spreadsheet would run as a formula starts with an apostrophe. */
export function tableCell(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, ' ');
  // A spreadsheet reads U+2212 and narrow spaces as text, so numbers go out with plain characters.
  if (numberLike.test(flat)) return flat.replaceAll('−', '-').replaceAll(/\s/g, '');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

export const tableText = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, ...rows].map((cells) => cells.map(tableCell).join('\t')).join('\r\n');
