/** A number that identifies a business: its country's name for it, checked as it is left, mended with one click. */
import { checkIdentifier, type Identifier, type IdentifierSide } from '#shared/identifiers/identifiers.ts';
import { identifierTexts as texts } from '#shared/messages/identifiers.ts';
import { recordPanelTexts } from '#shared/messages/ui/record-panel.ts';
import type { CountryCode } from '#shared/model/values.ts';
import { useText } from '../../app/i18n.tsx';
import { TextField } from './fields.tsx';
import type { Form } from './form.ts';

type Numbers = { vatNumber: string | null; registrationNumber: string | null; taxRegistration?: string | null };

export interface IdentifierFieldProps<T extends Numbers> {
  form: Form<T>;
  identifier: Identifier;
  country: CountryCode | null;
  side: IdentifierSide;
  disabled?: boolean;
  className?: string | undefined;
  optional?: boolean;
}

export function IdentifierField<T extends Numbers>({
  form: whole,
  identifier: { slot, label, example },
  country,
  side,
  ...rest
}: IdentifierFieldProps<T>) {
  const t = useText();
  // Of the form only the three numbers are used here, and T has them.
  const form = whole as unknown as Form<Required<Numbers>>;
  const verdict = checkIdentifier(country, slot, form.values[slot] ?? null, side);
  const suggestions = verdict.state === 'bad' ? verdict.suggestions : [];
  return (
    <TextField
      {...rest}
      form={form}
      name={slot}
      label={t(label)}
      placeholder={example === '' ? undefined : example}
      good={verdict.state === 'good' && form.changed.includes(slot) ? t(texts.good) : null}
      remedies={[
        ...suggestions.map((value) => ({ label: t(texts.swapped, { value }), run: () => form.set(slot, value) })),
        { label: t(recordPanelTexts.keepAsIs), run: () => form.excuse(slot) },
      ]}
    />
  );
}
