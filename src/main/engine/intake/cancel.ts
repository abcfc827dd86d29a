/** Cancelling by shared memory: the reader looks between chunks, the asker writes 1 from any thread. */
import { EngineError } from '#shared/model/error.ts';

export function throwIfCancelled(cancel: Int32Array | null): void {
  if (cancel !== null && Atomics.load(cancel, 0) !== 0) throw new EngineError('cancelled');
}
