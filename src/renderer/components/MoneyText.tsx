/** An amount with its currency, figures of one width; minus U+2212 as the language writes it. */
import type { CurrencyCode, Minor } from '#shared/model/values.ts';
import { amount, money } from '../app/format.ts';
import { useLanguage } from '../app/i18n.tsx';

export interface MoneyTextProps {
  minor: Minor;
  currency: CurrencyCode;
  /** Without the sign, where a column head names the currency. */
  bare?: boolean;
  className?: string;
}

export function MoneyText({ minor, currency, bare = false, className = '' }: MoneyTextProps) {
  const language = useLanguage();
  return (
    <span className={`num nowrap ${className}`}>
      {bare ? amount(minor, currency, language) : money(minor, currency, language)}
    </span>
  );
}
