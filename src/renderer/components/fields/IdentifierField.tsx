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
  const suggestion = verdict.state === 'bad' ? verdict.suggestion : null;
  return (
    <TextField
      {...rest}
      form={form}
      name={slot}
      label={t(label)}
      placeholder={example === '' ? undefined : example}
      good={verdict.state === 'good' ? t(texts.good) : null}
      remedies={[
        ...(suggestion === null
          ? []
          : [{ label: t(texts.swapped, { value: suggestion }), run: () => form.set(slot, suggestion) }]),
        { label: t(recordPanelTexts.keepAsIs), run: () => form.excuse(slot) },
      ]}
    />
  );
}
