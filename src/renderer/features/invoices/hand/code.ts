/** A code for a new customer from its name: `Groupe Hôtelier Belrive` → `GROUPE-HOTELIER`. Pure. */
export const codeFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 2)
    .join('-')
    .slice(0, 20);
