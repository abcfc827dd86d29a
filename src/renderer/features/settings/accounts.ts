/** What makes a bank account of the form complete. Pure. */
import { bicIsGood, ibanIsGood } from '#shared/identifiers/bank.ts';
import type { BankAccount } from '#shared/model/company.ts';

/** A blank account counts for nothing and is left out when saving. */
export const isBlank = ({ label, iban, bic }: BankAccount): boolean =>
  label.trim() === '' && iban.trim() === '' && (bic ?? '').trim() === '';

export function accountIsGood(account: BankAccount): boolean {
  return isBlank(account) || (ibanIsGood(account.iban) === true && bicIsGood(account.bic) !== false);
}
