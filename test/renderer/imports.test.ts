import { describe, expect, it } from 'vitest';
import type { CustomField } from '#shared/model/fields.ts';
import { CustomFieldId } from '#shared/model/ids.ts';
import { type ColumnGuess, importFields, type Rejection } from '#shared/model/imports.ts';
import {
  assign,
  certainty,
  fieldAt,
  fieldsToPlace,
  fieldText,
  isField,
  mapOnto,
  missingFields,
  setConstant,
  shownColumns,
} from '../../src/renderer/features/imports/map.ts';
import { isTable } from '../../src/renderer/features/imports/paste.ts';
import { previewRows } from '../../src/renderer/features/imports/preview.ts';
import { byReason, matching, valuesOf } from '../../src/renderer/features/imports/reasons.ts';

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

  it('is sure of what the engine is sure of, of a known map and of a choice, and doubts the rest', () => {
    const guesses: ColumnGuess[] = [
      { column: 0, field: 'invoiceReference', confidence: 'sure', doubt: null, fit: null },
      { column: 1, field: 'discountPercent', confidence: 'likely', doubt: 'name', fit: { count: 3, of: 3 } },
    ];
    const map = guesses.map(({ column, field }) => ({ column, field }));
    const none = new Set<number>();
    const at = (column: number, chosen = none, savedMap: typeof map | null = null) =>
      certainty({ guesses, savedMap }, map, column, chosen);
    expect(at(0)).toBe('sure');
    expect(at(1)).toBe('guessed');
    expect(at(1, new Set([1]))).toBe('sure');
    expect(at(1, none, map)).toBe('sure');
    expect(at(3)).toBe('ignored');
    // Another field than the guessed one, without a choice: not sure.
    expect(certainty({ guesses, savedMap: null }, [{ column: 0, field: 'note' }], 0, none)).toBe('guessed');
  });

  it('names the fields left to place, the indispensable first, those with one value for all rows not', () => {
    const custom: CustomField[] = [
      {
        id: CustomFieldId.parse('0190a5c0-0000-7000-8000-000000000001'),
        record: 'customer',
        name: 'Secteur',
        kind: 'text',
        options: [],
        archived: false,
        used: 0,
        rowVersion: 1,
      },
    ];
    const left = fieldsToPlace(
      'customers',
      [{ column: 0, field: 'name' }],
      [{ field: 'currency', value: 'EUR' }],
      custom,
    );
    expect(left[0]).toBe('code');
    expect(left).not.toContain('name');
    expect(left).not.toContain('currency');
    expect(left.at(-1)).toBe('custom:0190a5c0-0000-7000-8000-000000000001');
    expect(fieldText(left.at(-1) ?? '', custom).fr).toBe('Secteur');
    expect(setConstant(setConstant([], 'currency', 'EUR'), 'currency', 'USD')).toEqual([
      { field: 'currency', value: 'USD' },
    ]);
    expect(setConstant([{ field: 'currency', value: 'EUR' }], 'currency', null)).toEqual([]);
  });

  it('puts a kept map onto columns of the same names in another order', () => {
    const saved = {
      columns: ['Code', 'Qté', 'Prix'],
      map: [
        { column: 0, field: 'customerCode' },
        { column: 1, field: 'quantity' },
        { column: 2, field: 'unitPrice' },
      ],
    };
    expect(mapOnto(saved, ['qté', 'Divers', ' CODE '])).toEqual({
      map: [
        { column: 0, field: 'quantity' },
        { column: 2, field: 'customerCode' },
      ],
      missing: 1,
    });
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

  it('are found by words in their cells and reasons, in the order of the file', () => {
    const all = [
      { ...reject(9, 'not_a_date', 'Date', '31/09/2026'), cells: ['Théâtre', '31/09/2026'] },
      reject(4, 'not_a_number', 'Qty', 'x'),
    ];
    const describe = ({ error }: Rejection) =>
      error.code === 'not_a_date' ? 'Cette date n’existe pas' : 'Pas un nombre';
    expect(matching(all, null, '', describe).map(({ row }) => row)).toEqual([4, 9]);
    expect(matching(all, null, 'theatre existe', describe).map(({ row }) => row)).toEqual([9]);
    const [first] = byReason(all);
    expect(matching(all, first?.key ?? '', '', describe)).toHaveLength(1);
  });
});

describe('the preview', () => {
  const sample = Array.from({ length: 50 }, (_, index) => ({ row: index + 2, cells: [`c${index}`] }));
  it('is the beginning of the file, then the rejected rows with what lies between', () => {
    expect(previewRows({ sample }, [])).toHaveLength(50);
    const rejection: Rejection = {
      sheet: null,
      row: 211,
      column: 'A',
      value: 'x',
      error: { code: 'x', params: {} },
      cells: ['far'],
    };
    expect(previewRows({ sample }, [rejection])).toEqual([
      ...sample.slice(0, 4),
      { from: 6, to: 210 },
      { row: 211, cells: ['far'] },
    ]);
  });
});

describe('what is pasted', () => {
  it('is a table with a tab or several lines', () => {
    expect(isTable('a\tb')).toBe(true);
    expect(isTable('a\r\nb\r\n')).toBe(true);
    expect(isTable('one word\n')).toBe(false);
  });
});
