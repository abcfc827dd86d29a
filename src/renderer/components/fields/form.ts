/** The state of a form: values, what changed, what is wrong. An error shows once the person has left its field. */
import { useCallback, useMemo, useState } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';

export type FieldErrors<T> = { [K in keyof T]?: Text };

export interface Form<T extends object> {
  values: T;
  /** What is saved: what the form began from. */
  base: T;
  /** Errors to show: of fields that were left, or all after an attempt to save. */
  errors: FieldErrors<T>;
  /** Names of all fields in error that stand in the way of saving, shown or not. */
  invalid: (keyof T & string)[];
  /** Names of the fields that differ from what is saved. */
  changed: (keyof T & string)[];
  set: <K extends keyof T>(field: K, value: T[K]) => void;
  setMany: (change: Partial<T>) => void;
  leave: (field: keyof T) => void;
  /** The person keeps a doubtful value as it is: no error until it changes. */
  excuse: (field: keyof T & string) => void;
  /** Shows an error that only saving could find (a code that is taken) until its field changes, and puts the cursor there. */
  fault: (field: keyof T & string, error: Text) => void;
  /** Shows every error and puts the cursor in the first field that has one. True when there is none. */
  check: () => boolean;
  /** Starts over from these values (default: what is saved). */
  reset: (values?: T) => void;
  /** Something else was saved meanwhile: goes on from that, with these values in the fields. */
  rebase: (base: T, values: T) => void;
}

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Names of the fields in which two states of a form differ. */
export function differing<T extends object>(a: T, b: T): (keyof T & string)[] {
  // The keys of objects of type T are T's keys: Object.keys only says string.
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof T & string)[];
  return fields.filter((field) => !equal(a[field], b[field]));
}

/** Puts the cursor in a field by the name it carries. */
export function focusField(name: string): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}

interface Fault {
  value: unknown;
  error: Text;
}

const none: readonly string[] = [];

/**
 * @param doubtful fields whose errors are doubts, not refusals (a check digit): what is saved already does not stand in the way,
 *   nor does what the person keeps.
 */
export function useForm<T extends object>(
  saved: T,
  validate: (values: T) => FieldErrors<T>,
  doubtful: readonly string[] = none,
): Form<T> {
  const [base, setBase] = useState(saved);
  const [values, setValues] = useState(saved);
  const [left, setLeft] = useState<ReadonlySet<keyof T>>(new Set());
  const [all, setAll] = useState(false);
  const [excused, setExcused] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [faults, setFaults] = useState<ReadonlyMap<string, Fault>>(new Map());

  const checked = useMemo(() => validate(values), [validate, values]);
  // The keys of an object of type T are T's keys: Object.keys only says string.
  const fields = Object.keys(values) as (keyof T & string)[];
  const errors: FieldErrors<T> = {};
  const invalid: (keyof T & string)[] = [];
  for (const field of fields) {
    const value = values[field];
    const fault = faults.get(field);
    const error = checked[field] ?? (fault && equal(fault.value, value) ? fault.error : undefined);
    if (error === undefined) continue;
    const doubt = doubtful.includes(field);
    if (doubt && excused.has(field) && equal(excused.get(field), value)) continue;
    const asSaved = doubt && equal(value, base[field]);
    if (all || asSaved || fault || left.has(field)) errors[field] = error;
    if (!asSaved) invalid.push(field);
  }

  const setMany = useCallback((change: Partial<T>) => setValues((v) => ({ ...v, ...change })), []);
  const set = useCallback(
    <K extends keyof T>(field: K, value: T[K]) => setValues((v) => ({ ...v, [field]: value })),
    [],
  );
  const leave = useCallback((field: keyof T) => setLeft((s) => (s.has(field) ? s : new Set([...s, field]))), []);
  const excuse = useCallback(
    (field: keyof T & string) => setExcused((map) => new Map(map).set(field, values[field])),
    [values],
  );
  const fault = useCallback(
    (field: keyof T & string, error: Text) => {
      setFaults((map) => new Map(map).set(field, { value: values[field], error }));
      focusField(field);
    },
    [values],
  );
  const rebase = useCallback((from: T, next: T) => {
    setBase(from);
    setValues(next);
  }, []);
  const reset = useCallback(
    (next: T = base) => {
      rebase(next, next);
      setLeft(new Set());
      setAll(false);
      setExcused(new Map());
      setFaults(new Map());
    },
    [base, rebase],
  );
  const first = invalid[0];
  const check = useCallback(() => {
    setAll(true);
    if (first !== undefined) focusField(first);
    return first === undefined;
  }, [first]);

  return {
    values,
    base,
    errors,
    invalid,
    changed: differing(values, base),
    set,
    setMany,
    leave,
    excuse,
    fault,
    check,
    reset,
    rebase,
  };
}
