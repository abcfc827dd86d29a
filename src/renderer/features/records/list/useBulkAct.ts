/** The same change on many records at once: what came of it, told, with the way back. */
import type { Input, Output } from '#shared/contract/index.ts';
import { bulkTexts as texts } from '#shared/messages/ui/records.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import { asEngineError, useEngineCommand } from '../../../api/query.ts';
import { useErrorSentences, useText } from '../../../app/i18n.tsx';
import { toast } from '../../../components/toast.tsx';
import { useDoneToast } from '../../../components/undo.ts';

type CustomerEdit = Input<'customer.bulkEdit'>;
type ProductEdit = Input<'product.bulkEdit'>;
export type RecordSelection = CustomerEdit['selection'] & ProductEdit['selection'];
/** The changes of both kinds of records; which fields `set` may name is the form's to know. */
export type BulkChanges = Omit<CustomerEdit['changes'], 'set'> & { set?: Record<string, unknown> };
export type BulkOutcome = Output<'customer.bulkEdit'>;

export interface BulkAct {
  busy: boolean;
  /** Done and told. Null where it was refused, which is told too (unless `quiet`: then it is thrown). */
  act(selection: RecordSelection, expected: number, changes: BulkChanges): Promise<BulkOutcome | null>;
  /** As `act`, but a refusal is thrown. */
  run(selection: RecordSelection, expected: number, changes: BulkChanges): Promise<BulkOutcome>;
}

export function useBulkAct(record: RecordKind, onDone: () => void): BulkAct {
  const t = useText();
  const sentences = useErrorSentences();
  const done = useDoneToast();
  const customers = useEngineCommand('customer.bulkEdit');
  const products = useEngineCommand('product.bulkEdit');

  const run: BulkAct['run'] = async (selection, expected, changes) => {
    // The form offers the fields of this record only; the engine refuses any other.
    const outcome =
      record === 'customer'
        ? await customers.mutateAsync({ selection, expected, changes: changes as CustomerEdit['changes'] })
        : await products.mutateAsync({ selection, expected, changes: changes as ProductEdit['changes'] });
    const { changed, unchanged, undoId } = outcome;
    const word =
      changes.archived === true ? texts.archived : changes.archived === false ? texts.restored : texts.changed;
    const said = [
      t(word, { count: changed }),
      ...(unchanged > 0 ? [t(texts.unchanged, { count: unchanged })] : []),
      ...outcome.skipped.map(({ reason, count }) => `${t(texts.skipped, { count })} ${skippedReason(reason)}`),
    ];
    done(said.join(', '), undoId);
    onDone();
    return outcome;
  };
  /** Why, in words: an error of the catalogue, said as one. */
  const skippedReason = (code: string): string => `(${sentences({ code, params: {} }).what})`;

  return {
    busy: customers.isPending || products.isPending,
    run,
    act: async (selection, expected, changes) => {
      try {
        return await run(selection, expected, changes);
      } catch (thrown) {
        const { what, remedy } = sentences(asEngineError(thrown) satisfies EngineError);
        toast({ tone: 'warning', message: `${what} ${remedy}` });
        return null;
      }
    },
  };
}
