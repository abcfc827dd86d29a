/** The fields of one product, in groups. */
import type { Text } from '#shared/messages/catalogue.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordPanelTexts } from '#shared/messages/ui/record-panel.ts';
import { recordTexts, productTexts as texts } from '#shared/messages/ui/records.ts';
import type { CustomField } from '#shared/model/fields.ts';
import { useText } from '../../app/i18n.tsx';
import { ExtrasFields } from '../../components/fields/extras.tsx';
import { NOT_UNDERSTOOD } from '../../components/fields/extrasForm.ts';
import { ChoiceField, CurrencyField, DecimalField, TextField } from '../../components/fields/fields.tsx';
import type { Form } from '../../components/fields/form.ts';
import { PanelSection } from '../../components/SidePanel.tsx';
import type { ProductForm } from './product.ts';
import css from './records.module.css';

export const taxTexts = {
  standard: commonTexts.taxStandard,
  reduced: commonTexts.taxReduced,
  second_reduced: commonTexts.taxSecondReduced,
  super_reduced: commonTexts.taxSuperReduced,
  zero: commonTexts.taxZero,
  exempt: commonTexts.taxExempt,
} as const;

/** What the form calls its fields, for the question of a conflict. */
export const productLabels: Readonly<Record<string, Text>> = {
  code: recordTexts.code,
  name: recordTexts.name,
  unitPrice: texts.price,
  currency: texts.currency,
  unit: texts.unit,
  supply: texts.supply,
  taxClass: texts.taxClass,
  note: recordTexts.note,
  archived: recordTexts.archivedFilter,
  tags: recordPanelTexts.tags,
};

interface ProductFieldsProps {
  form: Form<ProductForm>;
  disabled: boolean;
  fields: CustomField[];
  isNew: boolean;
}

export function ProductFields({ form, disabled, fields, isNew }: ProductFieldsProps) {
  const t = useText();
  const common = { form, disabled };
  const { values, errors } = form;
  return (
    <>
      <PanelSection>
        <div className={css['grid']}>
          <TextField {...common} name="code" empty="" maxLength={60} label={t(recordTexts.code)} autoFocus={isNew} />
          <TextField
            {...common}
            name="name"
            empty=""
            maxLength={300}
            label={t(recordTexts.name)}
            className={css['w3']}
          />
          <DecimalField
            name="unitPrice"
            label={t(texts.price)}
            hint={t(texts.priceHint)}
            least={2}
            className={css['w2']}
            disabled={disabled}
            value={values.unitPrice === NOT_UNDERSTOOD ? null : values.unitPrice}
            error={errors.unitPrice ? t(errors.unitPrice) : null}
            onChange={(price) => form.set('unitPrice', price)}
            onUnderstood={(understood) => {
              if (!understood) form.set('unitPrice', NOT_UNDERSTOOD);
            }}
          />
          <CurrencyField {...common} name="currency" clearable label={t(texts.currency)} className={css['w2']} />
          <TextField {...common} name="unit" maxLength={30} label={t(texts.unit)} optional className={css['w2']} />
          <ChoiceField
            {...common}
            name="supply"
            clearable
            label={t(texts.supply)}
            placeholder={t(texts.asCompany)}
            className={css['w2']}
            data={(['goods', 'services'] as const).map((value) => ({ value, label: t(commonTexts[value]) }))}
          />
          <ChoiceField
            {...common}
            name="taxClass"
            clearable
            label={t(texts.taxClass)}
            placeholder={t(texts.asCompany)}
            className={css['w4']}
            data={Object.entries(taxTexts).map(([value, label]) => ({ value, label: t(label) }))}
          />
          <TextField
            {...common}
            name="note"
            rows={3}
            maxLength={2000}
            label={t(recordTexts.note)}
            hint={t(recordTexts.noteHint)}
            className={css['w4']}
          />
        </div>
      </PanelSection>
      <ExtrasFields {...common} record="product" fields={fields} />
    </>
  );
}
