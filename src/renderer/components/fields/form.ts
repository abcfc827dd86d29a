/** The state of a form: values, what changed, what is wrong. An error shows once the person has left its field. */
import { useCallback, useMemo, useState } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';

export type FieldErrors<T> = { [K in keyof T]?: Text };

export interface Form<T extends object> {
  values: T;
  /** Errors to show: of fields that were left, or all after an attempt to save. */
  errors: FieldErrors<T>;
  /** Names of all fields in error, shown or not. */
  invalid: (keyof T & string)[];
  /** Names of the fields that differ from what is saved. */
  changed: (keyof T & string)[];
  set: <K extends keyof T>(field: K, value: T[K]) => void;
  setMany: (change: Partial<T>) => void;
  leave: (field: keyof T) => void;
  /** Shows every error and puts the cursor in the first field that has one. True when there is none. */
  check: () => boolean;
  /** Starts over from these values (default: what is saved). */
  reset: (values?: T) => void;
}

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Puts the cursor in a field by the name it carries. */
export function focusField(name: string): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  field?.focus();
}

export function useForm<T extends object>(saved: T, validate: (values: T) => FieldErrors<T>): Form<T> {
  const [base, setBase] = useState(saved);
  const [values, setValues] = useState(saved);
  const [left, setLeft] = useState<ReadonlySet<keyof T>>(new Set());
  const [all, setAll] = useState(false);

  const found = useMemo(() => validate(values), [validate, values]);
  // The keys of an object of type T are T's keys: Object.keys only says string.
  const fields = Object.keys(values) as (keyof T & string)[];
  const invalid = fields.filter((field) => found[field] !== undefined);
  const errors: FieldErrors<T> = {};
  for (const field of invalid) {
    const error = found[field];
    if (error && (all || left.has(field))) errors[field] = error;
  }

  const setMany = useCallback((change: Partial<T>) => setValues((v) => ({ ...v, ...change })), []);
  const set = useCallback(
    <K extends keyof T>(field: K, value: T[K]) => setValues((v) => ({ ...v, [field]: value })),
    [],
  );
  const leave = useCallback((field: keyof T) => setLeft((s) => (s.has(field) ? s : new Set([...s, field]))), []);
  const reset = useCallback(
    (next: T = base) => {
      setBase(next);
      setValues(next);
      setLeft(new Set());
      setAll(false);
    },
    [base],
  );
  const first = invalid[0];
  const check = useCallback(() => {
    setAll(true);
    if (first !== undefined) focusField(first);
    return first === undefined;
  }, [first]);

  return {
    values,
    errors,
    invalid,
    changed: fields.filter((field) => !equal(values[field], base[field])),
    set,
    setMany,
    leave,
    check,
    reset,
  };
}
