/** Custom values and tags that a file brings: what is new of them, and writing it. */
import type { Extras } from '#shared/contract/records.ts';
import type { RecordExtras } from '#shared/model/imports.ts';
import { customValue } from '../../domain/records/custom-value.ts';
import { fold } from '../../domain/text/fold.ts';
import { type FieldRow, fieldsOf, optionsOf, tagsNamed } from '../../store/extras.ts';
import type { WriteContext } from '../context.ts';

export interface GivenExtras {
  custom: Readonly<Record<string, string>>;
  tags: readonly string[];
}

export const givenExtras = ({ custom, tags }: RecordExtras): GivenExtras => ({
  custom: custom ?? {},
  tags: tags ?? [],
});

/** What the record does not hold yet; null where it holds all of it. Tags are added, never taken away: a file knows its own only. */
export function newExtras(record: RecordExtras, held: Extras | undefined): GivenExtras | null {
  const custom = Object.entries(record.custom ?? {}).filter(([id, value]) => held?.custom[id] !== value);
  const borne = new Set(held?.tags.map(({ name }) => fold(name)));
  const tags = (record.tags ?? []).filter((name) => !borne.has(fold(name)));
  return custom.length === 0 && tags.length === 0 ? null : { custom: Object.fromEntries(custom), tags };
}

/** Writes them for records of one kind; fields and tags are looked up once for the whole import. */
export class ExtrasWriter {
  readonly #ctx: WriteContext;
  readonly #record: 'customer' | 'product';
  #fields: Map<string, FieldRow> | null = null;
  readonly #tags = new Map<string, string>();

  constructor(ctx: WriteContext, record: 'customer' | 'product') {
    this.#ctx = ctx;
    this.#record = record;
  }

  async write(recordId: string, { custom, tags }: GivenExtras): Promise<void> {
    const { trx } = this.#ctx;
    for (const [fieldId, text] of Object.entries(custom)) {
      const field = (await this.#known()).get(fieldId);
      // A field that was archived or changed its kind while the file was read takes no value.
      const value = field && customValue({ kind: field.kind, options: optionsOf(field) }, text);
      if (!value) continue;
      const columns = { value: value.value, value_fold: value.key };
      await trx
        .insertInto('custom_value')
        .values({ record_id: recordId, field_id: fieldId, ...columns })
        .onConflict((conflict) => conflict.columns(['record_id', 'field_id']).doUpdateSet(columns))
        .execute();
    }
    for (const name of tags) {
      await trx
        .insertInto('record_tag')
        .values({ record_id: recordId, tag_id: await this.#tag(name) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }

  async #known(): Promise<Map<string, FieldRow>> {
    this.#fields ??= new Map((await fieldsOf(this.#ctx.db, this.#record)).map((field) => [field.id, field]));
    return this.#fields;
  }

  async #tag(name: string): Promise<string> {
    const key = fold(name);
    const known = this.#tags.get(key);
    if (known !== undefined) return known;
    const [row] = await tagsNamed(this.#ctx.trx, this.#record, [name], this.#ctx.newId);
    if (row === undefined) throw new Error('a tag was neither found nor made');
    this.#tags.set(key, row.id);
    return row.id;
  }
}
