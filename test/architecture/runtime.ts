/**
 * Names that the oldest runtime lacks. Node 24 runs the sources in development and knows them all, so nothing but this rule
 * would notice before a window opens on Electron 33 (Chrome 130, Node 20.18).
 */
import type { Node } from 'oxc-parser';
import { dottedName, place, type Source, walk } from './syntax.ts';

/** Functions and properties by their full name. */
const NAMES = new Set([
  'import.meta.dirname',
  'import.meta.filename',
  'import.meta.main',
  'Promise.try',
  'RegExp.escape',
  'Iterator.concat',
  'Iterator.zip',
  'Math.sumPrecise',
  'Math.f16round',
  'Error.isError',
  'Atomics.pause',
  'Uint8Array.fromBase64',
  'Uint8Array.fromHex',
  'process.execve',
  'process.threadCpuUsage',
  'process.finalization',
  'fs.glob',
  'fs.globSync',
  'fs.promises.glob',
  'fsPromises.glob',
  'path.matchesGlob',
  'module.enableCompileCache',
  'http.setGlobalProxyFromEnv',
  'util.getCallSites',
  'util.diff',
  'zlib.zstdCompressSync',
  'zlib.zstdDecompressSync',
]);

/** Methods whose name alone gives them away. `union` and `difference` are left to `new Set(...)`: zod and Kysely have them too. */
const METHODS = new Set([
  'toBase64',
  'setFromBase64',
  'setFromHex',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'symmetricDifference',
]);
const SET_METHODS = new Set(['union', 'intersection', 'difference']);

const GLOBALS = new Set([
  'Temporal',
  'Float16Array',
  'URLPattern',
  'WebSocket',
  'EventSource',
  'CloseEvent',
  'DisposableStack',
  'AsyncDisposableStack',
  'SuppressedError',
  'localStorage',
  'sessionStorage',
  'navigator',
]);
/** Globals above that a page has always had. */
const PAGE_GLOBALS = new Set(['WebSocket', 'EventSource', 'CloseEvent', 'localStorage', 'sessionStorage', 'navigator']);

const MODULES = new Set(['node:sqlite', 'node:quic', 'node:ffi']);

const IMPORTED: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['glob', 'globSync', 'mkdtempDisposableSync'],
  'node:fs/promises': ['glob', 'mkdtempDisposable'],
  'node:path': ['matchesGlob'],
  'node:module': ['enableCompileCache', 'registerHooks', 'stripTypeScriptTypes', 'findPackageJSON', 'constants'],
  'node:util': ['getCallSites', 'diff', 'setTraceSigInt'],
  'node:worker_threads': ['postMessageToThread', 'isInternalThread', 'markAsUncloneable', 'locks'],
  'node:crypto': ['argon2', 'argon2Sync', 'encapsulate', 'decapsulate'],
  'node:http': ['setGlobalProxyFromEnv', 'WebSocket', 'CloseEvent'],
  'node:zlib': [
    'zstdCompress',
    'zstdCompressSync',
    'zstdDecompress',
    'zstdDecompressSync',
    'createZstdCompress',
    'createZstdDecompress',
  ],
};

/** Uses of an API newer than Node 20.18 and Chrome 130. */
export function tooNew(sources: readonly Source[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    const page = source.path.startsWith('src/renderer/');
    for (const item of source.imports) {
      if (item.typeOnly) continue;
      if (MODULES.has(item.specifier))
        found.push(`${source.path}:${item.line}: ${item.specifier} is newer than Node 20.18`);
      for (const name of item.names) {
        if (IMPORTED[item.specifier]?.includes(name)) {
          found.push(`${source.path}:${item.line}: ${name} of ${item.specifier} is newer than Node 20.18`);
        }
      }
    }
    walk(source.program, (node) => {
      const report = (name: string) => found.push(`${place(source, node)}: ${name} is newer than Node 20.18`);
      const name = globalUsed(node);
      if (name !== undefined && GLOBALS.has(name) && !(page && PAGE_GLOBALS.has(name))) report(name);
      if (node.type === 'VariableDeclaration' && (node.kind === 'using' || node.kind === 'await using'))
        report(node.kind);
      if (node.type !== 'MemberExpression' || node.computed) return;
      const full = dottedName(node);
      const method = node.property.name;
      const onSet = node.object.type === 'NewExpression' && dottedName(node.object.callee) === 'Set';
      if (full !== undefined && NAMES.has(full)) report(full);
      else if (METHODS.has(method) || (onSet && SET_METHODS.has(method))) report(`.${method}()`);
    });
  }
  return found;
}

/** The plain name that an expression begins with where it calls, constructs or reads from it. */
function globalUsed(node: Node): string | undefined {
  const base =
    node.type === 'MemberExpression'
      ? node.object
      : node.type === 'NewExpression' || node.type === 'CallExpression'
        ? node.callee
        : undefined;
  return base?.type === 'Identifier' ? base.name : undefined;
}
