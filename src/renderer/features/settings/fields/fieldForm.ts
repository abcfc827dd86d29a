/** A custom field as a form. Pure. */
import { fieldsTexts as texts } from '#shared/messages/ui/fields.ts';
import type { CustomField, CustomFieldKind } from '#shared/model/fields.ts';
import type { FieldErrors } from '../../../components/fields/form.ts';

export interface FieldForm {
  name: string;
  kind: CustomFieldKind;
  options: string[];
}

export const blankField: FieldForm = { name: '', kind: 'text', options: [] };
export const fromField = ({ name, kind, options }: CustomField): FieldForm => ({ name, kind, options });

export function validateField(form: FieldForm): FieldErrors<FieldForm> {
  const errors: FieldErrors<FieldForm> = {};
  if (form.name.trim() === '') errors.name = texts.needName;
  if (form.kind === 'choice' && form.options.length === 0) errors.options = texts.needOptions;
  return errors;
}

/** The ids in the order they have once this one has gone a step up (-1) or down (1). */
export function moved<Id>(ids: readonly Id[], id: Id, step: -1 | 1): Id[] {
  const at = ids.indexOf(id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= ids.length) return [...ids];
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
