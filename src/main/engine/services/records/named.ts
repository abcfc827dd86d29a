/** What the things that people name have in common. */
import { EngineError } from '#shared/model/error.ts';
import { fold } from '../../domain/text/fold.ts';

/** Throws `name_taken` where another of the same kind bears the name, in whatever letters. */
export function assertNameFree(
  others: readonly { id: string; name: string }[],
  name: string,
  own: string | null,
): void {
  const key = fold(name);
  const twin = others.find((other) => other.id !== own && fold(other.name) === key);
  if (twin) throw new EngineError('name_taken', { name: twin.name }, { place: { field: 'name' } });
}

/** Throws `not_found`, or `row_changed` where somebody changed it since `version` was read. */
export function assertVersion(
  row: { row_version: number } | undefined,
  version: number | null,
  what: string,
): asserts row is { row_version: number } {
  if (!row) throw new EngineError('not_found', { what });
  if (version !== null && row.row_version !== version) throw new EngineError('row_changed', { what });
}

/** The wanted ones first, in that order; the others behind, as they stood. */
export function inWantedOrder<R extends { id: string }>(rows: readonly R[], wanted: readonly string[]): R[] {
  const place = new Map(wanted.map((id, at) => [id, at]));
  return [...rows].sort((a, b) => (place.get(a.id) ?? wanted.length) - (place.get(b.id) ?? wanted.length));
}
