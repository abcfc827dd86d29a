/** The columns of the products' list. */
import { useMemo } from 'react';
import type { ProductRow, ProductSort } from '#shared/contract/records.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import { currencySign } from '#shared/format/money.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordTexts, productTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { minorDigits } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { useLatest } from '../../../components/grid/useLatest.ts';
import { taxTexts } from '../ProductFields.tsx';
import css from '../records.module.css';
import { extraColumns, textColumn } from './extraColumns.tsx';
import type { RecordColumn } from './RecordsList.tsx';

export type ProductSortKey = ProductSort['by'];
type Column = RecordColumn<ProductRow, ProductSortKey>;

export function useProductColumns(fields: readonly CustomField[], onOpen: (id: ProductId) => void): Column[] {
  const t = useText();
  const language = useLanguage();
  const open = useLatest(onOpen);
  const fieldsKey = JSON.stringify(fields.map(({ id, name, kind }) => [id, name, kind]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields count by what the key says of them
  return useMemo(() => {
    const plain = (
      key: ProductSortKey & string,
      title: string,
      width: number,
      text: (row: ProductRow) => string,
    ): Column => ({ ...textColumn<ProductRow, ProductSortKey>(key, title, width, text), sortKey: key });
    const price = (row: ProductRow) =>
      row.unitPrice === null
        ? ''
        : formatDecimal(row.unitPrice, language, { minDigits: row.currency ? minorDigits(row.currency) : 2 });
    return [
      {
        ...plain('code', t(recordTexts.code), 120, (row) => row.code),
        essential: true,
        render: (row) => <span className="num ellipsis">{row.code}</span>,
      },
      {
        ...plain('name', t(recordTexts.name), 200, (row) => row.name),
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
            {row.name}
          </button>
        ),
      },
      plain('supply', t(texts.supply), 96, (row) => (row.supply === null ? '' : t(commonTexts[row.supply]))),
      plain('taxClass', t(texts.taxClass), 140, (row) => (row.taxClass === null ? '' : t(taxTexts[row.taxClass]))),
      plain('unit', t(texts.unit), 90, (row) => row.unit ?? ''),
      {
        ...plain('unitPrice', t(texts.price), 130, price),
        align: 'right',
        essential: true,
        descendingFirst: true,
        cell: (row) => (row.unitPrice === null ? null : { number: row.unitPrice }),
        render: (row) =>
          row.unitPrice === null ? null : (
            <span className="num">
              {price(row)} <span className="faint">{row.currency ? currencySign(row.currency) : ''}</span>
            </span>
          ),
      },
      { ...plain('currency', t(texts.currency), 76, (row) => row.currency ?? ''), spare: true, copied: true },
      {
        ...textColumn<ProductRow, ProductSortKey>('note', t(recordTexts.note), 180, (row) => row.note ?? ''),
        spare: true,
      },
      ...extraColumns<ProductRow>(fields, t, language),
    ];
  }, [t, language, open, fieldsKey]);
}
