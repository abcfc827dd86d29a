/** The columns of the customers' list. */
import { useMemo } from 'react';
import type { CustomerRow, CustomerSort } from '#shared/contract/records.ts';
import { countryName } from '#shared/messages/paper.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordTexts, customerTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { whole } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { useLatest } from '../../../components/grid/useLatest.ts';
import { StatusIcon } from '../../../components/StatusIcon.tsx';
import { kindTexts } from '../customer.ts';
import css from '../records.module.css';
import { extraColumns, textColumn } from './extraColumns.tsx';
import type { RecordColumn } from './RecordsList.tsx';

export type CustomerSortKey = CustomerSort['by'];
type Column = RecordColumn<CustomerRow, CustomerSortKey>;

export function useCustomerColumns(fields: readonly CustomField[], onOpen: (id: CustomerId) => void): Column[] {
  const t = useText();
  const language = useLanguage();
  const open = useLatest(onOpen);
  const fieldsKey = JSON.stringify(fields.map(({ id, name, kind }) => [id, name, kind]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields count by what the key says of them
  return useMemo(() => {
    const plain = (
      key: CustomerSortKey & string,
      title: string,
      width: number,
      text: (row: CustomerRow) => string,
    ): Column => ({ ...textColumn<CustomerRow, CustomerSortKey>(key, title, width, text), sortKey: key });
    const spare = (...args: Parameters<typeof plain>): Column => ({ ...plain(...args), spare: true });
    const unsorted = (key: string, title: string, width: number, text: (row: CustomerRow) => string): Column => ({
      ...textColumn<CustomerRow, CustomerSortKey>(key, title, width, text),
      spare: true,
    });
    const count = (key: 'openLines' | 'invoices', title: string, width: number): Column => ({
      key,
      head: title,
      title,
      width,
      align: 'right',
      sortKey: key,
      descendingFirst: true,
      text: (row) => whole(row[key], language),
      cell: (row) => ({ number: String(row[key]) }),
      render: (row) => (row[key] === 0 ? <span className="faint">0</span> : whole(row[key], language)),
    });
    const country = (row: CustomerRow) => (row.country === null ? '' : countryName(row.country, language));
    return [
      {
        ...plain('code', t(recordTexts.code), 104, (row) => row.code),
        essential: true,
        render: (row) => <span className="num ellipsis">{row.code}</span>,
      },
      {
        ...plain('name', t(recordTexts.name), 180, (row) => row.name ?? ''),
        flex: 3,
        essential: true,
        render: (row) => (
          <button
            type="button"
            tabIndex={-1}
            className={css['link']}
            onClick={(event) => {
              event.stopPropagation();
              open(row.id);
            }}
          >
            {row.name ?? <i className="faint">{t(texts.noName)}</i>}
          </button>
        ),
      },
      {
        key: 'state',
        head: '',
        title: t(texts.incomplete),
        width: 36,
        essential: true,
        text: (row) => (row.incomplete ? t(texts.incomplete) : ''),
        render: (row) =>
          row.incomplete ? <StatusIcon state="warning" iconOnly label={t(texts.incompleteHint)} /> : null,
      },
      unsorted('address', t(texts.addressLines), 180, (row) => row.addressLines.join(', ')),
      spare('postcode', t(texts.postcode), 92, (row) => row.postcode ?? ''),
      { ...plain('city', t(texts.city), 110, (row) => row.city ?? ''), flex: 1, essential: true },
      unsorted('region', t(texts.region), 120, (row) => row.region ?? ''),
      { ...plain('country', t(texts.country), 120, country), essential: true },
      spare('kind', t(texts.kind), 100, (row) => t(kindTexts[row.kind])),
      {
        ...plain('vatNumber', t(texts.vatNumber), 136, (row) => row.vatNumber ?? ''),
        render: (row) => <span className="num muted">{row.vatNumber}</span>,
      },
      unsorted('registrationNumber', t(texts.registration), 140, (row) => row.registrationNumber ?? ''),
      unsorted('contactName', t(texts.contactName), 140, (row) => row.contactName ?? ''),
      spare('email', t(texts.email), 180, (row) => row.email ?? ''),
      unsorted('phone', t(texts.phone), 120, (row) => row.phone ?? ''),
      spare('language', t(texts.language), 90, (row) =>
        row.language === null ? '' : t(row.language === 'fr' ? commonTexts.french : commonTexts.english),
      ),
      spare('currency', t(texts.currency), 76, (row) => row.currency ?? ''),
      {
        ...spare('paymentTermsDays', t(texts.terms), 96, (row) => String(row.paymentTermsDays ?? '')),
        align: 'right',
        cell: (row) => (row.paymentTermsDays === null ? null : { number: String(row.paymentTermsDays) }),
      },
      unsorted('orderReference', t(texts.orderReference), 130, (row) => row.orderReference ?? ''),
      unsorted('note', t(recordTexts.note), 180, (row) => row.note ?? ''),
      count('openLines', t(texts.openLines), 124),
      count('invoices', t(texts.invoices), 92),
      ...extraColumns<CustomerRow>(fields, t, language),
    ];
  }, [t, language, open, fieldsKey]);
}
