/** Sharing an amount out to the last cent. */
import { EngineError } from '#shared/model/error.ts';
import type { DecimalText } from '#shared/model/values.ts';
import { decimal } from './decimal.ts';

/**
 * Shares `amount` (minor units) in the proportion of the weights by largest remainder: every share is its exact part
 * rounded towards zero, the units left go one each to the largest remainders, the earlier share first where they tie.
 * The shares always add up to the amount. Throws `allocation_without_weights` for a negative weight or none above zero.
 */
export function allocate(amount: number, weights: readonly DecimalText[]): number[] {
  const whole = asIntegers(weights);
  const total = whole.reduce((a, b) => a + b, 0n);
  if (total <= 0n || whole.some((weight) => weight < 0n)) throw new EngineError('allocation_without_weights', {});
  const negative = amount < 0;
  const size = BigInt(Math.abs(amount));
  const parts = whole.map((weight, index) => ({
    index,
    share: (size * weight) / total,
    remainder: (size * weight) % total,
  }));
  let left = size - parts.reduce((a, part) => a + part.share, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return parts.map((part) => (part.share === 0n ? 0 : Number(negative ? -part.share : part.share)));
}

/** The weights on one scale, as integers. */
function asIntegers(weights: readonly DecimalText[]): bigint[] {
  const texts = weights.map((weight) => decimal(weight).toFixed());
  const scale = Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length));
  return texts.map((text) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(scale, '0'));
  });
}
