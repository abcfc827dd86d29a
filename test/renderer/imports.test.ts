import { describe, expect, it } from 'vitest';
import { importFields, type Rejection } from '#shared/model/imports.ts';
import {
  assign,
  certainty,
  fieldAt,
  fieldText,
  isField,
  missingFields,
  shownColumns,
} from '../../src/renderer/features/imports/map.ts';
import { byReason, valuesOf } from '../../src/renderer/features/imports/reasons.ts';

describe('the column map', () => {
  it('gives a field to one column only', () => {
    const map = assign([{ column: 0, field: 'quantity' }], 3, 'quantity');
    expect(map).toEqual([{ column: 3, field: 'quantity' }]);
    expect(fieldAt(assign(map, 3, null), 3)).toBeNull();
  });

  it('has words in both languages for every field of the contract', () => {
    for (const field of Object.values(importFields).flat()) {
      expect(isField(field), field).toBe(true);
      expect(fieldText(field).fr).not.toBe(field);
    }
  });

  it('says which field is missing', () => {
    expect(missingFields('lines', [{ column: 1, field: 'date' }])).toEqual(['quantity']);
    expect(missingFields('customers', [{ column: 1, field: 'code' }])).toEqual([]);
  });

  it('is sure of a head that means one thing, of a known map and of a choice, and doubts the rest', () => {
    const columns = ['InvoiceNo', 'Remise', 'Remise %', 'Chantier'];
    const map = [
      { column: 0, field: 'invoiceReference' },
      { column: 1, field: 'discountPercent' },
    ];
    const none = new Set<number>();
    const at = (column: number, chosen = none, savedMap: typeof map | null = null) =>
      certainty({ columns, savedMap }, map, column, chosen);
    expect(at(0)).toBe('sure');
    expect(at(1)).toBe('guessed');
    expect(at(1, new Set([1]))).toBe('sure');
    expect(at(1, none, map)).toBe('sure');
    expect(at(3)).toBe('ignored');
    expect(certainty({ columns, savedMap: null }, [{ column: 2, field: 'discountPercent' }], 2, none)).toBe('sure');
  });

  it('draws a wide file in part, with every mapped column', () => {
    const shown = shownColumns(2000, [{ column: 1500, field: 'note' }]);
    expect(shown).toHaveLength(61);
    expect(shown.at(-1)).toBe(1500);
    expect(shownColumns(3, [{ column: 9, field: 'note' }])).toEqual([0, 1, 2]);
  });
});

describe('rejected rows by reason', () => {
  const reject = (row: number, code: string, column: string | null, value: string | null): Rejection => ({
    sheet: null,
    row,
    column,
    value,
    error: { code, params: {} },
  });
  it('gathers the same fault in the same column, the most frequent first', () => {
    const reasons = byReason([
      reject(9, 'not_a_date', 'Date', '31/09/2026'),
      reject(5, 'not_a_number', 'Qty', 'x'),
      reject(4, 'not_a_number', 'Qty', 'y'),
      reject(4, 'not_a_number', 'Price', 'z'),
    ]);
    expect(reasons.map(({ rejections, rows }) => [rejections.length, rows])).toEqual([
      [2, [4, 5]],
      [1, [9]],
      [1, [4]],
    ]);
    expect(reasons[0] && valuesOf(reasons[0])).toEqual(['x', 'y']);
  });
});
