/** Every error code with its three texts, and how a failure is told to a person. */
import { formatDate } from '../../format/date.ts';
import type { EngineErrorShape } from '../../model/error.ts';
import type { Language } from '../../model/values.ts';
import { type ErrorText, fill, type Text } from '../catalogue.ts';
import { runSteps } from '../run-steps.ts';
import { cliErrors } from './cli.ts';
import { coreErrors } from './core.ts';
import { documentErrors } from './documents.ts';
import { domainErrors } from './domain.ts';
import { intakeErrors } from './intake.ts';
import { runErrors } from './runs.ts';
import { shellErrors } from './shell.ts';
import { verifyErrors } from './verify.ts';

const files = [
  coreErrors,
  runErrors,
  verifyErrors,
  domainErrors,
  documentErrors,
  intakeErrors,
  shellErrors,
  cliErrors,
] as const;

type KeysOf<U> = U extends unknown ? keyof U : never;
/** Codes that stand in more than one file: two features would overwrite each other's texts. */
type Doubled<F extends readonly object[]> = F extends readonly [
  infer First extends object,
  ...infer Rest extends readonly object[],
]
  ? (keyof First & KeysOf<Rest[number]>) | Doubled<Rest>
  : never;
/** Does not compile while a code is doubled; the error names it. */
const nothingDoubled: { [K in Doubled<typeof files>]: 'this code stands in two files' } = {};

export const errors = Object.assign({}, ...files, nothingDoubled) as Record<ErrorCode, ErrorText>; // Object.assign forgets the keys
export type ErrorCode = KeysOf<(typeof files)[number]>;

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

export interface TextOfError {
  /** What happened. */
  what: string;
  /** What it means for the reader's work. */
  means: string;
  /** What to do. */
  remedy: string;
  /** Where: file, sheet, row, column; null where it has no place. */
  place: string | null;
}

const places = {
  sheet: { fr: 'feuille «\u00a0{value}\u00a0»', en: 'sheet “{value}”' },
  row: { fr: 'ligne\u00a0{value}', en: 'row {value}' },
  column: { fr: 'colonne «\u00a0{value}\u00a0»', en: 'column “{value}”' },
} as const satisfies Record<string, Text>;

/**
 * A failure in the reader's language. A code without texts (from a newer engine, or a fault of ours) is told as `internal`,
 * with the code in the first sentence so that support can find it.
 */
export function errorText(shape: EngineErrorShape, language: Language): TextOfError {
  const texts = isErrorCode(shape.code) ? errors[shape.code] : errors.internal;
  const params = Object.fromEntries(
    Object.entries(shape.params).map(([name, value]) => [name, shown(value, language)]),
  );
  // Its state in words and the step that comes next there; a state from a newer engine stays as it is.
  const step = shape.code === 'run_not_in_state' ? runSteps[String(shape.params['status'])] : undefined;
  if (step !== undefined) params['status'] = fill(step.status, language);
  const say = (text: Text): string => fill(text, language, params);
  const unknown = isErrorCode(shape.code) ? '' : ` (${shape.code})`;
  return {
    what: `${say(texts.what)}${unknown}`,
    means: say(texts.means),
    remedy: say(step?.next ?? texts.remedy),
    place: placeText(shape.place, language),
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** An instant as this computer's clock shows it, `20/11/2026 09:05`; anything else as it is. */
function shown(value: string | number, language: Language): string | number {
  if (typeof value === 'number' || !INSTANT.test(value)) return value;
  const at = new Date(value);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = formatDate(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, language);
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function placeText(place: EngineErrorShape['place'], language: Language): string | null {
  if (place === undefined) return null;
  const parts = [
    place.file,
    place.sheet === undefined ? undefined : fill(places.sheet, language, { value: place.sheet }),
    place.row === undefined ? undefined : fill(places.row, language, { value: String(place.row) }),
    place.column === undefined ? undefined : fill(places.column, language, { value: place.column }),
    place.column === undefined ? place.field : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(' · ');
}
