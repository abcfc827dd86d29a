/** The name of a form's field, the office's own included. */
import { useCallback } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';
import type { CustomField } from '#shared/model/fields.ts';
import { useText } from '../../app/i18n.tsx';
import { customKey } from '../../components/fields/extrasForm.ts';

export function useFieldLabel(
  labels: Readonly<Record<string, Text>>,
  fields: readonly CustomField[],
): (field: string) => string {
  const t = useText();
  return useCallback(
    (field) => {
      const text = labels[field];
      return text ? t(text) : (fields.find(({ id }) => customKey(id) === field)?.name ?? field);
    },
    [labels, fields, t],
  );
}
