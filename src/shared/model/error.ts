/** The one shape in which a failure crosses threads, processes and doors. */

/** Where it went wrong, as a person would point at it. */
export interface ErrorPlace {
  file?: string;
  sheet?: string;
  /** 1-based, as a spreadsheet counts. */
  row?: number;
  column?: string;
  field?: string;
}

export interface EngineErrorShape {
  /** Stable; key of its texts in the message catalogue. */
  code: string;
  params: Record<string, string | number>;
  place?: ErrorPlace;
  /** Technical detail for the log and the "copy details" button; never the sentence shown. */
  detail?: string;
}

/** A failure with a stable code. Texts come from the catalogue, in the reader's language. */
export class EngineError extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;
  readonly place: ErrorPlace | undefined;

  constructor(
    code: string,
    params: Record<string, string | number> = {},
    options: { place?: ErrorPlace; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EngineError';
    this.code = code;
    this.params = params;
    this.place = options.place;
  }
}

/** The code of a failure of the system (`ENOENT`, `EACCES`...); empty where it has none. */
export function systemErrorCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/** Any thrown thing as a cloneable shape; what is not an EngineError becomes `internal` with its stack as detail. */
export function toErrorShape(thrown: unknown): EngineErrorShape {
  if (thrown instanceof EngineError) {
    const detail = thrown.cause instanceof Error ? thrown.cause.message : undefined;
    return {
      code: thrown.code,
      params: thrown.params,
      ...(thrown.place ? { place: thrown.place } : {}),
      ...(detail ? { detail } : {}),
    };
  }
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: 'internal', params: {}, detail };
}

/** The opposite of {@link toErrorShape}, on the other side of the wire. */
export function fromErrorShape(shape: EngineErrorShape): EngineError {
  return new EngineError(shape.code, shape.params, {
    ...(shape.place ? { place: shape.place } : {}),
    ...(shape.detail ? { cause: new Error(shape.detail) } : {}),
  });
}
