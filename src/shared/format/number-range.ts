/** Numbers given in one go, as people write them. */
import type { NumberRange } from '../contract/runs.ts';

/** `FA-2026-00001 – FA-2026-00180`; a single number stands alone. Ranges of several series are separated by commas. */
export const numberRanges = (ranges: readonly NumberRange[]): string =>
  ranges.map(({ first, last }) => (first === last ? first : `${first} – ${last}`)).join(', ');
