/** Customers or products: each has its own fields and tags. */
import { SegmentedControl } from '@mantine/core';
import { fieldsTexts as texts } from '#shared/messages/ui/fields.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import { useText } from '../../../app/i18n.tsx';

export function RecordSwitch({ record, onRecord }: { record: RecordKind; onRecord: (record: RecordKind) => void }) {
  const t = useText();
  return (
    <SegmentedControl
      aria-label={t(texts.recordLabel)}
      value={record}
      onChange={onRecord}
      data={[
        { value: 'customer', label: t(texts.customers) },
        { value: 'product', label: t(texts.products) },
      ]}
    />
  );
}
