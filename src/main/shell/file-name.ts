/** A suggested name as every file system takes it: no separators, no reserved characters or names, not too long. */
export function fileName(suggested: string): string {
  const plain = suggested
    // Windows refuses these; "/" and ":" mean folders elsewhere; control characters mean nothing good.
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '-')
    .replace(/^[\s.]+/, '')
    .slice(0, 120)
    .replace(/[\s.]+$/, '');
  if (plain === '') return 'liasse';
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
}
