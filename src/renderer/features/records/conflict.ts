/** Two people changed one record: what each did, brought together field by field. Pure. */
import { differing } from '../../components/fields/form.ts';

export interface Merged<T> {
  /** My changes over theirs. */
  values: T;
  /** Fields that both changed, to different values: somebody has to choose. */
  conflicts: (keyof T & string)[];
}

/** `base`: what my changes began from. `theirs`: what is saved by now. */
export function mergeEdits<T extends object>(base: T, mine: T, theirs: T): Merged<T> {
  const changed = differing(base, mine);
  const otherwise = new Set(differing(mine, theirs));
  const byThem = new Set(differing(base, theirs));
  const values = { ...theirs };
  for (const field of changed) values[field] = mine[field];
  return { values, conflicts: changed.filter((field) => byThem.has(field) && otherwise.has(field)) };
}
