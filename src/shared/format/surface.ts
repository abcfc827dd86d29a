/**
 * Where a text will stand. The window has U+202F (narrow); on paper the font draws it nearly invisible, so digits are
 * grouped with U+00A0 there (ui.md, "Paper").
 */
export type Surface = 'window' | 'paper';

export const NO_BREAK_SPACE = '\u00a0';
const NARROW_SPACE = '\u202f';
/** A real minus (U+2212), as wide as a figure. */
export const MINUS = '\u2212';

/** The space that groups digits and stands before % in French. */
export const narrowSpace = (surface: Surface): string => (surface === 'paper' ? NO_BREAK_SPACE : NARROW_SPACE);
