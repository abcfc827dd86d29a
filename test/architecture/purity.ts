/** What the domain may not do besides importing: read a clock, draw a random number, wait. All of it is passed in. */
import { dottedName, place, type Source, walk } from './syntax.ts';

const IMPURE = new Set([
  'Date.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'performance.now',
  'process.env',
  'process.hrtime',
]);

/** Uses of clock, chance or waiting in `src/main/engine/domain` and `src/shared`. */
export function impure(sources: readonly Source[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    const domain = source.path.startsWith('src/main/engine/domain/');
    if (!domain && !source.path.startsWith('src/shared/')) continue;
    walk(source.program, (node) => {
      const report = (what: string) => found.push(`${place(source, node)}: ${what} in code that must be pure`);
      if (node.type === 'MemberExpression') {
        const name = dottedName(node);
        if (name !== undefined && IMPURE.has(name)) report(name);
      }
      if (node.type === 'NewExpression' && dottedName(node.callee) === 'Date' && node.arguments.length === 0) {
        report('new Date() without arguments');
      }
      if (node.type === 'AwaitExpression') report('await');
      if ((node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') && node.async) report('async');
      if (node.type === 'ArrowFunctionExpression' && node.async) report('async');
    });
  }
  return found;
}
