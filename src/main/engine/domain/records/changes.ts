/** What an act changed in a record, as the audit trail keeps it: short, flat, readable by people. */

/** Field, what stood there, what stands there now. */
export type Change = readonly [field: string, from: string, to: string];

/** Characters of a value that are kept: the trail says what happened, it is no copy of the record. */
const MAX_VALUE = 80;
/** Changes that are kept of one act. */
const MAX_CHANGES = 30;

/** Lists of texts are told in a row; what has parts of its own, and pictures, are not told at all: only that they changed. */
const text = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) ? value.some((item) => typeof item === 'object') : typeof value === 'object') return '';
  const whole = Array.isArray(value) ? value.join(', ') : String(value);
  if (whole.startsWith('data:')) return '';
  return whole.length <= MAX_VALUE ? whole : `${whole.slice(0, MAX_VALUE - 1)}…`;
};

/** The named fields that read differently. Values that are objects are told as changed, without their inside. */
export function changesBetween<K extends string>(
  fields: readonly K[],
  before: Readonly<Record<K, unknown>>,
  after: Readonly<Record<K, unknown>>,
): Change[] {
  return fields.flatMap((field): Change[] => {
    const from = before[field];
    const to = after[field];
    if (JSON.stringify(from ?? null) === JSON.stringify(to ?? null)) return [];
    return [[field, text(from), text(to)]];
  });
}

/** As a parameter of an audit event; without any change there is none. */
export function changesParam(changes: readonly Change[]): { changes: string } | Record<string, never> {
  return changes.length === 0 ? {} : { changes: JSON.stringify(changes.slice(0, MAX_CHANGES)) };
}
