/** Amounts: whole minor units with their currency beside them. Two currencies do not add up, for the compiler or at run time. */
import { EngineError } from '#shared/model/error.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { minorDigits } from './currency.ts';
import { minorToText } from './decimal.ts';

declare const brand: unique symbol;

/** An amount in minor units of `currency`. */
export interface Money<C extends CurrencyCode = CurrencyCode> {
  readonly amount: number;
  readonly currency: C;
  readonly [brand]: true;
}

/** Makes money. Throws `amount_too_large` past 2^53 - 1, `amount_not_whole` for a fraction, `currency_unknown`. */
export function money<const C extends CurrencyCode>(amount: number, currency: C): Money<C> {
  minorDigits(currency);
  if (!Number.isInteger(amount)) throw new EngineError('amount_not_whole', { value: String(amount) });
  // The brand exists for the compiler only: no object carries it, so a cast has to put it on.
  return { amount: checked(amount), currency } as Money<C>;
}

/** Sum of two amounts of one currency. Throws `currency_mismatch` where the compiler could not know, `amount_too_large`. */
export function add<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  same(a, b);
  return money(sum([a.amount, b.amount]), a.currency);
}

/** Difference of two amounts of one currency. Throws as {@link add}. */
export function subtract<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  same(a, b);
  return money(sum([a.amount, -b.amount]), a.currency);
}

/** The decimal text a person reads: '-12.30'. */
export function amountText(value: Money): string {
  return minorToText(value.amount, minorDigits(value.currency));
}

/**
 * Exact sum of minor units. Throws `amount_too_large` when the result is past 2^53 - 1, and only then: parts that pass it
 * and come back do not matter.
 */
export function sum(amounts: Iterable<number>): number {
  let total = 0;
  let exact: bigint | null = null;
  for (const amount of amounts) {
    checked(amount);
    if (exact !== null) {
      exact += BigInt(amount);
      continue;
    }
    const next: number = total + amount;
    if (Number.isSafeInteger(next)) total = next;
    else exact = BigInt(total) + BigInt(amount);
  }
  return exact === null ? total + 0 : checked(Number(exact));
}

function checked(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new EngineError('amount_too_large', { value: String(amount) });
  return amount + 0;
}

function same(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new EngineError('currency_mismatch', { first: a.currency, second: b.currency });
  }
}
