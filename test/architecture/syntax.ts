/** Source files as syntax trees, and what the rules ask of them. */
import { type Node, parseSync, visitorKeys } from 'oxc-parser';

export interface Source {
  /** From the project's root, with forward slashes: `src/main/engine/store/open.ts`. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** Vanishes when types are stripped: `import type`, or a type position. */
  readonly typeOnly: boolean;
  /** Names taken from the other module; empty for `* as x`, `export *`, a default or a dynamic import. */
  readonly names: readonly string[];
  readonly line: number;
}

/** Calls `visit` for the node and everything below it, parents first; returning false leaves the rest of a branch out. */
export function walk(node: Node, visit: (node: Node) => unknown): void {
  if (visit(node) === false) return;
  for (const key of visitorKeys[node.type] ?? []) {
    // The parser's table says which properties hold children; its types cannot express "the property that a string names".
    const value = (node as unknown as Record<string, unknown>)[key];
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** 1-based line of an offset. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** `path:line`, as an editor understands it. */
export function place(source: Source, node: Node): string {
  return `${source.path}:${lineAt(source.text, node.start)}`;
}

/** The dotted name of an expression made of names alone (`import.meta.dirname`, `Promise.try`), or undefined. */
export function dottedName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MetaProperty') return `${node.meta.name}.${node.property.name}`;
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const object = dottedName(node.object);
  return object === undefined ? undefined : `${object}.${node.property.name}`;
}

/** Parses TypeScript; throws where it does not parse, so that no rule passes over a file that it could not read. */
export function parse(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  const [first] = errors;
  if (first) throw new Error(`${path}: ${first.message}`);
  return { path, text, program, imports: importsOf(program, text) };
}

function importsOf(program: Node, text: string): Import[] {
  const found: Import[] = [];
  const add = (node: Node, specifier: string, typeOnly: boolean, names: readonly string[]) =>
    found.push({ specifier, typeOnly, names, line: lineAt(text, node.start) });
  walk(program, (node) => {
    switch (node.type) {
      case 'ImportDeclaration': {
        const named = node.specifiers.flatMap((item) =>
          item.type === 'ImportSpecifier' ? [nameOf(item.imported)] : [],
        );
        add(node, node.source.value, node.importKind === 'type', named);
        break;
      }
      case 'ExportAllDeclaration':
        add(node, node.source.value, node.exportKind === 'type', []);
        break;
      case 'ExportNamedDeclaration':
        if (node.source) {
          const named = node.specifiers.map((item) => nameOf(item.local));
          add(node, node.source.value, node.exportKind === 'type', named);
        }
        break;
      case 'ImportExpression':
        if (node.source.type === 'Literal' && typeof node.source.value === 'string') {
          add(node, node.source.value, false, []);
        }
        break;
      case 'TSImportType':
        add(node, node.source.value, true, []);
        break;
    }
  });
  return found;
}

function nameOf(name: Node): string {
  if (name.type === 'Identifier') return name.name;
  return name.type === 'Literal' ? String(name.value) : '';
}
