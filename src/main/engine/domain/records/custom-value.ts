/** Values of custom fields: what may stand in one, and the key that finds and sorts it. */
import type { CustomFieldKind } from '#shared/model/fields.ts';
import { DecimalText, IsoDate } from '#shared/model/values.ts';
import { fold } from '../text/fold.ts';

export interface FieldShape {
  kind: CustomFieldKind;
  options: readonly string[];
}

/** A value in its one way of writing, and its key; null where it is none of the field's kind. */
export function customValue(field: FieldShape, text: string): { value: string; key: string } | null {
  const given = text.trim();
  switch (field.kind) {
    case 'text':
      return given === '' ? null : { value: given, key: fold(given) };
    case 'number': {
      const decimal = DecimalText.safeParse(given);
      return decimal.success ? { value: decimal.data, key: sortableNumber(decimal.data) } : null;
    }
    case 'date':
      return IsoDate.safeParse(given).success ? { value: given, key: given } : null;
    case 'choice': {
      const option = field.options.find((candidate) => fold(candidate) === fold(given));
      return option === undefined ? null : { value: option, key: fold(option) };
    }
    case 'yes_no':
      return given === 'yes' || given === 'no' ? { value: given, key: given } : null;
  }
}

/** Figures before the point at most (see DecimalText), so that two figures say how many there are. */
const COUNT_FIGURES = 2;

/**
 * A decimal as a text that sorts among others as the numbers do: the sign, how many figures stand before the point, the figures.
 * Of a negative number every figure is turned round (9 for 0) and the end is marked, so that the larger amount comes first.
 */
export function sortableNumber(decimal: string): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const figures = whole.replace(/^0+/, '');
  const decimals = fraction.replace(/0+$/, '');
  const plain = `${String(figures.length).padStart(COUNT_FIGURES, '0')}${figures}${decimals === '' ? '' : `.${decimals}`}`;
  // Zero has no sign.
  if (!negative || plain === '00') return `1${plain}`;
  return `0${plain.replaceAll(/\d/g, (figure) => String(9 - Number(figure)))}~`;
}
