/** Texts that nobody shows: a table of texts is read by name, so a name that stands nowhere is a text that is left over. */
import type { Node } from 'oxc-parser';
import { place, type Source, walk } from './syntax.ts';

interface Table {
  readonly name: string;
  readonly source: Source;
  /** Key → where it stands. */
  readonly keys: ReadonlyMap<string, Node>;
  /** Errors are named by their code wherever one is thrown, not through their table. */
  readonly byCode: boolean;
}

/** What the sources name of a table. */
interface Uses {
  exact: Set<string>;
  /** Beginning and end of keys that are put together: `state.${status}`. */
  patterns: { start: string; end: string }[];
  /** Read with a key that only the running program knows. */
  computed: boolean;
  /** Handed on as a whole. */
  whole: boolean;
}

/** `path:line: table.key` of every text that no source names. */
export function unusedTexts(sources: readonly Source[]): string[] {
  const tables = sources.flatMap(tablesOf);
  const byName = new Map<string, Table[]>();
  for (const table of tables) byName.set(table.name, [...(byName.get(table.name) ?? []), table]);
  const uses = new Map<string, Uses>(
    tables.map(({ name }) => [name, { exact: new Set(), patterns: [], computed: false, whole: false }]),
  );
  const words = new Set<string>();
  const shapes: Uses['patterns'] = [];
  for (const source of sources) {
    collectUses(source, uses);
    if (!source.path.startsWith('src/shared/messages/')) collectWords(source, words, shapes);
  }
  const fits = (key: string, patterns: Uses['patterns']) =>
    patterns.some(
      ({ start, end }) => key.startsWith(start) && key.endsWith(end) && key.length > start.length + end.length,
    );
  return tables.flatMap((table) => {
    const use = uses.get(table.name);
    if (!use || (use.whole && !table.byCode)) return [];
    return [...table.keys]
      .filter(([key]) => {
        if (table.byCode) return !words.has(key) && !fits(key, shapes);
        return (
          !use.exact.has(key) && !fits(key, use.patterns) && !(use.computed && (words.has(key) || fits(key, shapes)))
        );
      })
      .map(([key, node]) => `${place(table.source, node)}: ${table.name}.${key}`);
  });
}

function tablesOf(source: Source): Table[] {
  const found: Table[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || node.init?.type !== 'CallExpression')
      return;
    const { callee } = node.init;
    if (callee.type !== 'Identifier' || !/^define(Texts|Errors)$/.test(callee.name)) return;
    const [object] = node.init.arguments;
    if (object?.type !== 'ObjectExpression') return;
    const keys = new Map<string, Node>();
    for (const property of object.properties) {
      const key = property.type === 'Property' && !property.computed ? property.key : undefined;
      if (key?.type === 'Identifier') keys.set(key.name, key);
      if (key?.type === 'Literal') keys.set(String(key.value), key);
    }
    found.push({ name: node.id.name, source, keys, byCode: callee.name === 'defineErrors' });
  });
  return found;
}

function collectUses(source: Source, uses: ReadonlyMap<string, Uses>): void {
  /** Local name → table. */
  const local = new Map<string, Uses>();
  const ownNames = new Set<Node>();
  walk(source.program, (node) => {
    if (node.type === 'ImportSpecifier') {
      const imported = node.imported.type === 'Identifier' ? uses.get(node.imported.name) : undefined;
      if (imported) local.set(node.local.name, imported);
      return false;
    }
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && uses.has(node.id.name)) {
      const own = uses.get(node.id.name);
      if (own && source.path.startsWith('src/shared/messages/')) local.set(node.id.name, own);
      ownNames.add(node.id);
    }
    return;
  });
  if (local.size === 0) return;
  walk(source.program, (node) => {
    if (node.type === 'ImportDeclaration') return false;
    if (node.type === 'ExportSpecifier') return false;
    if (node.type === 'TSTypeQuery') return false;
    if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
      const use = local.get(node.object.name);
      if (!use) return;
      if (!node.computed) use.exact.add(node.property.name);
      else readKey(node.property, use);
      if (node.computed) walkUses(node.property);
      return false;
    }
    // A property's own name is no use of the table of that name.
    if (node.type === 'Property' && !node.computed && node.key.type === 'Identifier' && node.value !== node.key) {
      walkUses(node.value);
      return false;
    }
    if (node.type === 'Identifier' && !ownNames.has(node)) {
      const use = local.get(node.name);
      if (use) use.whole = true;
    }
    return;
  });

  function walkUses(node: Node): void {
    walk(node, (inner) => {
      if (inner.type === 'MemberExpression' && inner.object.type === 'Identifier') {
        const use = local.get(inner.object.name);
        if (!use) return;
        if (!inner.computed) use.exact.add(inner.property.name);
        else readKey(inner.property, use);
        return false;
      }
      if (inner.type === 'Identifier') {
        const use = local.get(inner.name);
        if (use) use.whole = true;
      }
      return;
    });
  }
}

function readKey(key: Node, use: Uses): void {
  if (key.type === 'Literal') use.exact.add(String(key.value));
  else if (key.type === 'TemplateLiteral') use.patterns.push(shapeOf(key.quasis.map((part) => part.value.raw)));
  else if (key.type === 'ConditionalExpression') {
    readKey(key.consequent, use);
    readKey(key.alternate, use);
  } else use.computed = true;
}

const shapeOf = (parts: readonly string[]) => ({ start: parts[0] ?? '', end: parts.at(-1) ?? '' });

/** Every word that stands in the source as a text or a type, and every text that is put together. */
function collectWords(source: Source, words: Set<string>, shapes: Uses['patterns']): void {
  walk(source.program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') words.add(node.value);
    if (node.type === 'Property' && node.key.type === 'Identifier') words.add(node.key.name);
    if (node.type === 'TSPropertySignature' && node.key.type === 'Identifier') words.add(node.key.name);
    if (node.type === 'TemplateLiteral') {
      const shape = shapeOf(node.quasis.map((part) => part.value.raw));
      if (node.quasis.length > 1 && shape.start.length >= 4) shapes.push(shape);
    }
  });
}
