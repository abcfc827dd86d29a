/** The company's accounts, the preferred one first: label, IBAN and BIC checked as they are left, currency. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconArrowUp, IconCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { bicIsGood, friendlyIban, ibanIsGood } from '#shared/identifiers/bank.ts';
import { bankTexts as texts } from '#shared/messages/ui/bank.ts';
import type { BankAccount } from '#shared/model/company.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { currencyChoices } from '../../app/places.ts';
import { isBlank } from './accounts.ts';
import styles from './bank.module.css';

interface Props {
  accounts: readonly BankAccount[];
  /** Currency of the company: an account that is added begins with it. */
  currency: CurrencyCode;
  /** Shows what is wrong although the cursor has not been there. */
  showAll?: boolean;
  disabled?: boolean;
  onChange: (accounts: BankAccount[]) => void;
}

export function BankAccounts({ accounts, currency, showAll = false, disabled = false, onChange }: Props) {
  const t = useText();
  const language = useLanguage();
  const currencies = useMemo(() => currencyChoices(language), [language]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (field: string) => setLeft((s) => new Set([...s, field]));
  const change = (at: number, part: Partial<BankAccount>) =>
    onChange(accounts.map((account, index) => (index === at ? { ...account, ...part } : account)));
  const remove = (at: number) => onChange(accounts.filter((_, index) => index !== at));
  const first = (at: number) => onChange([...accounts.slice(at, at + 1), ...accounts.filter((_, i) => i !== at)]);

  return (
    <div className={styles['bank']}>
      {accounts.map((account, at) => {
        const { label, iban, bic } = account;
        const shown = (field: string) => showAll || left.has(`${field}.${at}`);
        const ibanBad = !isBlank(account) && ibanIsGood(iban) !== true && shown('iban');
        const words = t(texts.account, { position: at + 1 });
        return (
          // The place in the order of preference is what an account is known by.
          // biome-ignore lint/suspicious/noArrayIndexKey: accounts have no other key
          <fieldset key={at} className={styles['account']} disabled={disabled}>
            <legend className={styles['hidden']}>{words}</legend>
            <TextInput
              className={styles['label'] ?? ''}
              label={t(texts.label)}
              placeholder={t(texts.labelExample)}
              value={label}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => change(at, { label: event.currentTarget.value })}
            />
            <Select
              className={styles['currency'] ?? ''}
              label={t(texts.currency)}
              data={currencies}
              value={account.currency}
              searchable
              allowDeselect={false}
              onChange={(value) => value !== null && change(at, { currency: value })}
            />
            <span className={styles['acts']}>
              {at > 0 ? (
                <ActionIcon aria-label={`${t(texts.first)}, ${words}`} title={t(texts.first)} onClick={() => first(at)}>
                  <IconArrowUp size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              ) : null}
              <ActionIcon
                aria-label={`${t(texts.remove)}, ${words}`}
                title={t(texts.remove)}
                onClick={() => remove(at)}
              >
                <IconTrash size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </span>
            <TextInput
              className={styles['iban'] ?? ''}
              data-field={at === 0 ? 'bankAccounts' : undefined}
              label={t(texts.iban)}
              value={iban}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              error={ibanBad ? t(iban.trim() === '' ? texts.needIban : texts.badIban) : null}
              description={
                ibanIsGood(iban) ? (
                  <span className={styles['good']}>
                    <IconCheck size={14} stroke={1.75} aria-hidden />
                    {t(texts.ibanValid)}
                  </span>
                ) : null
              }
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              onBlur={() => {
                leave(`iban.${at}`);
                change(at, { iban: friendlyIban(iban) ?? '' });
              }}
              onChange={(event) => change(at, { iban: event.currentTarget.value })}
            />
            <TextInput
              className={styles['bic'] ?? ''}
              label={t(texts.bic)}
              value={bic ?? ''}
              maxLength={20}
              autoComplete="off"
              spellCheck={false}
              error={bicIsGood(bic) === false && shown('bic') ? t(texts.badBic) : null}
              onBlur={() => leave(`bic.${at}`)}
              onChange={(event) => change(at, { bic: event.currentTarget.value || null })}
            />
          </fieldset>
        );
      })}
      <Button
        size="xs"
        disabled={disabled || accounts.length >= 20}
        leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
        // The field above is left by the click itself: what is said under it would move the button away from the cursor first.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onChange([...accounts, { label: '', iban: '', bic: null, currency }])}
      >
        {t(accounts.length === 0 ? texts.addFirst : texts.add)}
      </Button>
      {accounts.length > 1 ? <p className={styles['rule']}>{t(texts.rule)}</p> : null}
    </div>
  );
}
