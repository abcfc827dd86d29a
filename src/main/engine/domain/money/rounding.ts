/** The ways to round, by name. Which place uses which is said there; money on invoices uses the first. */
export type Rounding = 'half_away_from_zero' | 'half_even' | 'towards_zero' | 'away_from_zero';

/**
 * The mode of every amount that an invoice prints: 0.005 becomes 0.01 and -0.005 becomes -0.01, so that a credit note
 * is the exact mirror of its invoice. EN 16931 asks for two decimals "rounded half up"; on positive amounts that is this.
 */
export const INVOICE_ROUNDING = 'half_away_from_zero' satisfies Rounding;
