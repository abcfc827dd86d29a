/**
 * Inside a transaction only calls that carry `trx` may be awaited. Anything else either uses the outer connection, which
 * waits for ever for the transaction that waits for it, or lets other work in while the file is locked.
 */
import type { Node } from 'oxc-parser';
import { place, type Source, walk } from './syntax.ts';

type Callback = Extract<Node, { type: 'ArrowFunctionExpression' | 'FunctionExpression' }>;

function callbacks(call: Node): Callback[] {
  if (call.type !== 'CallExpression') return [];
  return call.arguments.filter(
    (item): item is Callback => item.type === 'ArrowFunctionExpression' || item.type === 'FunctionExpression',
  );
}

/** The name of the first parameter, or undefined where there is none or it is taken apart. */
function firstParameter(callback: Callback): string | undefined {
  const [first] = callback.params;
  return first?.type === 'Identifier' ? first.name : undefined;
}

/** `x.transaction().execute(...)`, with whatever settings between the two calls. */
function startsTransaction(call: Node): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.computed) return false;
  if (call.callee.property.name !== 'execute') return false;
  for (
    let at: Node = call.callee.object;
    at.type === 'CallExpression' && at.callee.type === 'MemberExpression';
    at = at.callee.object
  ) {
    if (!at.callee.computed && at.callee.property.name === 'transaction') return true;
  }
  return false;
}

function mentions(node: Node, name: string): boolean {
  let seen = false;
  walk(node, (inner) => {
    if (inner.type === 'Identifier' && inner.name === name) seen = true;
    return !seen;
  });
  return seen;
}

/** Awaits without the transaction, in callbacks of `.transaction().execute(...)` and in every callback whose first parameter is `trx`. */
export function awaitsOutsideTransaction(sources: readonly Source[]): string[] {
  const found = new Set<string>();
  for (const source of sources) {
    walk(source.program, (call) => {
      for (const callback of callbacks(call)) {
        const name = firstParameter(callback);
        if (name !== 'trx' && !startsTransaction(call)) continue;
        walk(callback, (node) => {
          const awaited =
            node.type === 'AwaitExpression'
              ? node.argument
              : node.type === 'ForOfStatement' && node.await
                ? node.right
                : undefined;
          if (awaited && !(name !== undefined && mentions(awaited, name))) {
            found.add(`${place(source, node)}: awaits inside a transaction without ${name ?? 'naming it'}`);
          }
        });
      }
    });
  }
  return [...found];
}
