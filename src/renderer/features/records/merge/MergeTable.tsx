/** The customers side by side: which stays, and whose value each field takes. */
import { ActionIcon, Radio } from '@mantine/core';
import { IconArrowsDiff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { MergePreview, MergeValue } from '#shared/contract/merging.ts';
import { countryName } from '#shared/messages/paper.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { mergeTexts as texts } from '#shared/messages/ui/merge.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { customerLabels } from '../CustomerFields.tsx';
import { customerLabel, kindTexts } from '../customer.ts';
import css from './merge.module.css';
import type { PlanRow } from './plan.ts';

export interface MergeTableProps {
  preview: MergePreview;
  /** The columns, which stay where they are whichever is kept. */
  order: readonly CustomerId[];
  rows: readonly PlanRow[];
  keep: CustomerId;
  onKeep: (id: CustomerId) => void;
  onTake: (key: string, id: CustomerId) => void;
  takeOut: ((id: CustomerId) => void) | null;
}

/** A value as the form shows it. */
function useShown(): (key: string, value: MergeValue) => string {
  const t = useText();
  const language = useLanguage();
  return (key, value) => {
    if (value === null || value === '') return '';
    if (Array.isArray(value)) return value.join(', ');
    if (key === 'country') return countryName(String(value), language);
    if (key === 'kind' && (value === 'business' || value === 'consumer' || value === 'unknown'))
      return t(kindTexts[value]);
    if (key === 'language') return t(value === 'fr' ? commonTexts.french : commonTexts.english);
    return String(value);
  };
}

export function MergeTable({ preview, order, rows, keep, onKeep, onTake, takeOut }: MergeTableProps) {
  const t = useText();
  const shown = useShown();
  const [all, setAll] = useState(false);
  const at = (id: CustomerId) => preview.customers.findIndex((customer) => customer.id === id);
  const columns = order.flatMap((id) => preview.customers[at(id)] ?? []);
  // What a person has to decide comes first.
  const different = [...rows.filter((row) => row.conflict), ...rows.filter((row) => !row.alike && !row.conflict)];
  const same = rows.filter((row) => row.alike && row.values.some((value) => shown(row.key, value) !== ''));
  const label = ({ key, own }: PlanRow): string => {
    const text = customerLabels[key === 'addressLines' ? 'address' : key];
    return own ?? (text ? t(text) : key);
  };
  const tags = preview.tags.map(({ name }) => name).join(', ');
  return (
    <div className={css['scroll']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t(texts.field)}</th>
            {columns.map((customer) => (
              <th key={customer.id} scope="col" data-kept={customer.id === keep || undefined}>
                <div className="row">
                  <span className="grow">
                    <span className={css['name']}>{customerLabel(customer)}</span>
                    <span className="small faint num">{customer.code}</span>
                  </span>
                  {takeOut === null ? null : (
                    <ActionIcon
                      size="sm"
                      aria-label={t(texts.takeOut, { name: customerLabel(customer) })}
                      title={t(texts.takeOut, { name: customerLabel(customer) })}
                      onClick={() => takeOut(customer.id)}
                    >
                      <IconX size={14} stroke={1.75} aria-hidden />
                    </ActionIcon>
                  )}
                </div>
                <Radio
                  name="merge-keep"
                  label={t(texts.keep)}
                  checked={customer.id === keep}
                  onChange={() => onKeep(customer.id)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {different.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <span className="row">
                  {label(row)}
                  {row.conflict ? (
                    <IconArrowsDiff size={14} stroke={1.75} role="img" aria-label={t(texts.differs)} />
                  ) : null}
                </span>
              </th>
              {columns.map((customer) => {
                const value = shown(row.key, row.values[at(customer.id)] ?? null);
                return (
                  <td key={customer.id} data-taken={row.taken === customer.id || undefined}>
                    <Radio
                      name={`merge-${row.key}`}
                      aria-label={`${label(row)}, ${customerLabel(customer)}: ${value || t(texts.empty)}`}
                      label={value === '' ? <i className="faint">{t(texts.empty)}</i> : value}
                      checked={row.taken === customer.id}
                      onChange={() => onTake(row.key, customer.id)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
          {tags === '' ? null : (
            <tr>
              <th scope="row">{t(texts.tags)}</th>
              <td colSpan={columns.length}>{t(texts.tagsTogether, { names: tags })}</td>
            </tr>
          )}
          {same.length === 0 ? null : (
            <tr>
              <td colSpan={columns.length + 1}>
                <button type="button" className={css['toggle']} aria-expanded={all} onClick={() => setAll(!all)}>
                  {t(texts.sameFields, { count: same.length })}
                </button>
              </td>
            </tr>
          )}
          {all
            ? same.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{label(row)}</th>
                  <td colSpan={columns.length} className="muted">
                    {shown(row.key, row.values[0] ?? null)}
                  </td>
                </tr>
              ))
            : null}
        </tbody>
      </table>
    </div>
  );
}
