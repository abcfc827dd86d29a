/** What a person chose in the preview of a merge, and what is asked of the engine then. Pure. */
import type { Input } from '#shared/contract/index.ts';
import type { CustomerPatch, MergePreview, MergeValue } from '#shared/contract/merging.ts';
import type { CustomerId } from '#shared/model/ids.ts';

/** By field (`custom:<id>` for the office's own): the customer whose value is taken. Absent: as proposed. */
export type Choices = ReadonlyMap<string, CustomerId>;

export interface PlanRow {
  key: string;
  /** One of the built-in fields, or the office's own by its name. */
  own: string | null;
  /** In the order of the preview's customers. */
  values: readonly MergeValue[];
  /** The customer whose value is taken. */
  taken: CustomerId | undefined;
  conflict: boolean;
  /** Whether all say the same, or nothing. */
  alike: boolean;
}

const alike = (values: readonly MergeValue[]): boolean =>
  values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));

/** The rows of the preview; a choice by somebody who is no longer in the merge does not count. */
export function planRows(preview: MergePreview, choices: Choices): PlanRow[] {
  const { customers } = preview;
  const taken = (key: string, proposed: number): CustomerId | undefined => {
    const chosen = choices.get(key);
    return customers.some(({ id }) => id === chosen) ? chosen : customers[proposed]?.id;
  };
  return [
    ...preview.fields.map(({ field, values, proposed, conflict }) => ({
      key: field,
      own: null,
      values,
      taken: taken(field, proposed),
      conflict,
      alike: alike(values),
    })),
    ...preview.custom.map(({ fieldId, name, values, proposed, conflict }) => ({
      key: `custom:${fieldId}`,
      own: name,
      values,
      taken: taken(`custom:${fieldId}`, proposed),
      conflict,
      alike: alike(values),
    })),
  ];
}

/** The command: every value that is not the kept one's own already. */
export function mergeCommand(preview: MergePreview, choices: Choices): Input<'customer.merge'> | null {
  const [kept, ...others] = preview.customers;
  if (!kept || others.length === 0) return null;
  const fields: Record<string, MergeValue> = {};
  const custom: Record<string, string | null> = {};
  for (const { key, values, taken } of planRows(preview, choices)) {
    const at = preview.customers.findIndex(({ id }) => id === taken);
    const value = values[at] ?? null;
    // The office's own fields are inherited where the kept one has nothing, unless it is said that nothing shall stand there.
    const emptied = key.startsWith('custom:') && at === 0 && value === null;
    if (at < 0 || (at === 0 && !emptied)) continue;
    if (key.startsWith('custom:')) custom[key.slice('custom:'.length)] = value === null ? null : String(value);
    else fields[key] = value;
  }
  return {
    keep: kept.id,
    others: others.map(({ id }) => id),
    fields: fields as CustomerPatch, // keys and values are those that the preview gave for these fields
    custom,
    rowVersions: Object.fromEntries(preview.customers.map(({ id, rowVersion }) => [id, rowVersion])),
  };
}
