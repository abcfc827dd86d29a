/** Columns that the lists of customers and products share: tags, dates, and the office's own fields. */
import type { Extras } from '#shared/contract/records.ts';
import { filterTexts, recordTexts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import type { Language } from '#shared/model/values.ts';
import { instant } from '../../../app/format.ts';
import type { Translate } from '../../../app/i18n.tsx';
import type { TableCell } from '../../../components/grid/table.ts';
import type { RecordColumn } from './RecordsList.tsx';
import css from './records-list.module.css';
import { customText } from './sentence.ts';

type FieldKey = `field:${string}`;

/** A column of plain text. */
export function textColumn<R, K extends string>(
  key: string,
  title: string,
  width: number,
  text: (row: R) => string,
): RecordColumn<R, K> {
  return {
    key,
    head: title,
    title,
    width,
    tooltip: true,
    text,
    render: (row) => <span className="ellipsis">{text(row)}</span>,
  };
}

export function extraColumns<R extends Extras & { createdAt: string; updatedAt: string }>(
  fields: readonly CustomField[],
  t: Translate,
  language: Language,
): RecordColumn<R, FieldKey | 'createdAt' | 'updatedAt'>[] {
  type Column = RecordColumn<R, FieldKey | 'createdAt' | 'updatedAt'>;
  const day = (key: 'createdAt' | 'updatedAt', title: string): Column => ({
    ...textColumn<R, 'createdAt' | 'updatedAt'>(key, title, 118, (row) => instant(row[key], language)),
    cell: (row) => ({ date: row[key].slice(0, 10) }),
    sortKey: key,
    descendingFirst: true,
    spare: true,
  });
  return [
    {
      key: 'tags',
      head: t(filterTexts.tags),
      title: t(filterTexts.tags),
      width: 130,
      spare: true,
      tooltip: true,
      text: (row) => row.tags.map(({ name }) => name).join(', '),
      render: (row) => (
        <span className={css['tags']}>
          {row.tags.map(({ id, name }) => (
            <span key={id} className={css['tag']}>
              {name}
            </span>
          ))}
        </span>
      ),
    },
    ...fields.map((field): Column => {
      const value = (row: R): string => row.custom[field.id] ?? '';
      const shown = (row: R): string => (value(row) === '' ? '' : customText(field, value(row), language));
      const cell = (row: R): TableCell =>
        value(row) === ''
          ? null
          : field.kind === 'number'
            ? { number: value(row) }
            : field.kind === 'date'
              ? { date: value(row) }
              : shown(row);
      const plain = textColumn<R, FieldKey>(`field:${field.id}`, field.name, 120, shown);
      return {
        ...plain,
        cell,
        spare: true,
        sortKey: `field:${field.id}`,
        ...(field.kind === 'number' ? { align: 'right' as const } : {}),
      };
    }),
    day('createdAt', t(recordTexts.createdAt)),
    day('updatedAt', t(recordTexts.updatedAt)),
  ];
}
