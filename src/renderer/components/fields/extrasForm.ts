/** Custom fields and tags as part of a record's form: `custom:<id>` beside the built-in fields. Pure. */
import type { Extras } from '#shared/contract/records.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { recordPanelTexts as texts } from '#shared/messages/ui/record-panel.ts';
import type { CustomField } from '#shared/model/fields.ts';
import { DecimalText, IsoDate } from '#shared/model/values.ts';

export type CustomKey = `custom:${string}`;
export interface ExtrasForm {
  tags: string[];
  /** As the engine keeps it: text, decimal, ISO date, an option, `yes`, `no`; null: nothing. */
  [key: CustomKey]: string | null;
}
export const customKey = (id: string): CustomKey => `custom:${id}`;

/** What stands in a number or date field while it is not understood. */
export const NOT_UNDERSTOOD = '\u0000';

export const extrasForm = (saved: Extras | null, fields: readonly CustomField[]): ExtrasForm => ({
  ...Object.fromEntries(fields.map(({ id }) => [customKey(id), saved?.custom[id] ?? null])),
  tags: saved?.tags.map(({ name }) => name) ?? [],
});

/** The values to write: every field of the form; null where it is empty. */
export const customChanges = (form: ExtrasForm, fields: readonly CustomField[]): Record<string, string | null> =>
  Object.fromEntries(fields.map(({ id }) => [id, form[customKey(id)]?.trim() || null]));

const faultOf = ({ kind, options }: CustomField, value: string): Text | undefined => {
  if (kind === 'number' && !DecimalText.safeParse(value).success) return texts.needsNumber;
  if (kind === 'date' && !IsoDate.safeParse(value).success) return texts.needsDay;
  if (kind === 'choice' && !options.includes(value)) return texts.notAnOption;
  return undefined;
};

export function validateExtras(form: ExtrasForm, fields: readonly CustomField[]): Record<CustomKey, Text> {
  const errors: Record<CustomKey, Text> = {};
  for (const field of fields) {
    const value = form[customKey(field.id)] ?? '';
    const fault = value === '' ? undefined : faultOf(field, value);
    if (fault) errors[customKey(field.id)] = fault;
  }
  return errors;
}
