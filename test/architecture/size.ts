/** Files that have outgrown one concept. */
import type { Source } from './syntax.ts';

const LINES = 400;

/** Files that may be longer, each with its reason. */
export const LONGER_WITH_REASON: Readonly<Record<string, string>> = {
  'src/shared/messages/cli.ts': 'one table of the words of one door: no code to get lost in',
};

/** Files over 400 lines without a reason, and reasons that are no longer needed. */
export function outgrown(sources: readonly Source[], reasons: Readonly<Record<string, string>> = {}): string[] {
  const long = new Map(
    sources
      .map((source) => [source.path, source.text.trimEnd().split('\n').length] as const)
      .filter(([, lines]) => lines > LINES),
  );
  const without = [...long].filter(([path]) => !(path in reasons)).map(([path, lines]) => `${path}: ${lines} lines`);
  const idle = Object.keys(reasons).filter((path) => !long.has(path));
  return [...without, ...idle.map((path) => `${path}: needs no reason any more`)];
}
