/** The code of the error that something throws; 'nothing' when it does not. Any other thrown thing goes on. */
import { EngineError } from '#shared/model/error.ts';

export function code(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof EngineError) return error.code;
    throw error;
  }
  return 'nothing';
}
