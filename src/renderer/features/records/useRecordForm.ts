/** What the forms of all records share: saving, what somebody else saved meanwhile, archiving, the way back. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Text } from '#shared/messages/catalogue.ts';
import { recordPanelTexts as texts } from '#shared/messages/ui/record-panel.ts';
import type { EngineError } from '#shared/model/error.ts';
import { asEngineError } from '../../api/query.ts';
import { useLeaveGuard } from '../../app/dialogs.tsx';
import { useText } from '../../app/i18n.tsx';
import { useWritable } from '../../app/session.ts';
import { customKey } from '../../components/fields/extrasForm.ts';
import { type FieldErrors, type Form, focusField, useForm } from '../../components/fields/form.ts';
import { useSaveKey } from '../../components/fields/useSaveKey.ts';
import { toast } from '../../components/toast.tsx';
import { mergeEdits } from './conflict.ts';

interface Archivable {
  archived: boolean;
}
interface Saved extends Archivable {
  id: string;
  rowVersion: number;
}

export interface RecordFormOptions<S extends Saved, F extends Archivable> {
  /** As it is saved now; null: a new record. */
  saved: S | null;
  /** Nothing of it can be changed any more. */
  closed: boolean;
  blank: () => F;
  toForm: (saved: S) => F;
  validate: (form: F) => FieldErrors<F>;
  doubtful?: readonly string[];
  send: (form: F, version: number | null) => Promise<S>;
  onDirty: (dirty: boolean) => void;
  onSaved: (saved: S, isNew: boolean) => void;
  /** Out of the lists, or back in them: said with the way back. */
  onArchived: (saved: S, undo: () => void) => void;
}

export interface RecordForm<F extends object> {
  form: Form<F>;
  dirty: boolean;
  busy: boolean;
  writable: boolean;
  error: EngineError | null;
  /** What somebody else saved while it was being changed here, where both changed the same fields. */
  conflict: { theirs: F; fields: (keyof F & string)[]; settle: (values: F) => void } | null;
  submit: () => void;
  /** Gives up what was typed: what is saved stands, also where somebody else saved it meanwhile. */
  drop: () => void;
  archive: (archived: boolean) => void;
}

/** The field of the question that a conflict asks, as {@link focusField} finds it. */
export const CONFLICT = 'conflict';

/** Errors of saving that belong to a field, and what is said there. */
const atField: Readonly<Record<string, { field: string; text: Text }>> = {
  code_taken: { field: 'code', text: texts.codeTaken },
};

export function useRecordForm<S extends Saved, F extends Archivable>(options: RecordFormOptions<S, F>): RecordForm<F> {
  const { saved, closed, toForm, validate, doubtful, send, onDirty, onSaved, onArchived } = options;
  const t = useText();
  const writable = useWritable('customer.save') && !closed;
  const [first] = useState(() => (saved ? toForm(saved) : options.blank()));
  const form = useForm(first, validate, doubtful);
  const [version, setVersion] = useState(saved?.rowVersion ?? null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EngineError | null>(null);
  const [theirs, setTheirs] = useState<{ form: F; version: number } | null>(null);
  const dirty = form.changed.length > 0;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useLeaveGuard(dirty);

  // What the file holds is taken over when it changes: at once where nothing collides, else a person chooses.
  const seen = useRef(saved?.rowVersion ?? null);
  const { values, base, rebase, reset } = form;
  useEffect(() => {
    if (!saved || saved.rowVersion === seen.current) return;
    seen.current = saved.rowVersion;
    if (saved.rowVersion === version) return;
    const next = toForm(saved);
    const merged = mergeEdits(base, values, next);
    if (merged.conflicts.length > 0) {
      setTheirs({ form: next, version: saved.rowVersion });
      return;
    }
    if (dirty) toast({ message: t(texts.changedElsewhere) });
    setTheirs(null);
    setVersion(saved.rowVersion);
    rebase(next, merged.values);
  }, [saved, version, base, values, dirty, toForm, rebase, t]);

  const submit = useCallback(async () => {
    // First it is settled whose values stay.
    if (theirs !== null) focusField(CONFLICT);
    if (!writable || busy || theirs !== null || !form.check()) return;
    setBusy(true);
    setError(null);
    try {
      const next = await send(form.values, version);
      setVersion(next.rowVersion);
      reset(toForm(next));
      onSaved(next, saved === null);
    } catch (thrown) {
      const failure = asEngineError(thrown);
      const place = failure.place?.field;
      const known = atField[failure.code];
      // The engine names a field of the form; what it does not know is told above the form.
      if (known) form.fault(known.field as keyof F & string, known.text);
      else if (failure.code === 'custom_value_invalid' && place?.startsWith('custom.'))
        form.fault(customKey(place.slice('custom.'.length)) as keyof F & string, texts.notAnOption);
      // Somebody was faster: their version is on its way here, and is brought together with this one then.
      else setError(failure);
    } finally {
      setBusy(false);
    }
  }, [writable, busy, theirs, form, send, version, reset, toForm, onSaved, saved]);
  const archive = async (archived: boolean, from: F, at: number | null) => {
    setBusy(true);
    setError(null);
    try {
      const next = await send({ ...from, archived }, at);
      const now = toForm(next);
      setVersion(next.rowVersion);
      reset(now);
      onArchived(next, () => void archive(!archived, now, next.rowVersion));
    } catch (thrown) {
      setError(asEngineError(thrown));
    } finally {
      setBusy(false);
    }
  };
  const press = useCallback(() => void submit(), [submit]);
  useSaveKey(press);

  return {
    form,
    dirty,
    busy,
    writable,
    error: error?.code === 'row_changed' && theirs !== null ? null : error,
    conflict: theirs && {
      theirs: theirs.form,
      fields: mergeEdits(base, values, theirs.form).conflicts,
      settle: (chosen) => {
        setVersion(theirs.version);
        rebase(theirs.form, chosen);
        setTheirs(null);
        setError(null);
      },
    },
    submit: press,
    drop: () => {
      if (theirs === null) return reset();
      setVersion(theirs.version);
      reset(theirs.form);
      setTheirs(null);
      setError(null);
    },
    archive: (archived) => void archive(archived, form.values, version),
  };
}
