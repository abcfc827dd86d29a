/** Errors of intake: what is wrong with a foreign file, or with one value in it. */
import { intakeFileErrors } from './intake-files.ts';
import { intakeValueErrors } from './intake-values.ts';

export const intakeErrors = { ...intakeFileErrors, ...intakeValueErrors };
