/** Electron's channel between page and program stays inside the preload, and never leaves it whole. */
import type { Node } from 'oxc-parser';
import { place, type Source, walk } from './syntax.ts';

/** Uses of `ipcRenderer` outside `src/preload`, or inside it as a value that could be handed to the page. */
export function exposedBridges(sources: readonly Source[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    const preload = source.path.startsWith('src/preload/');
    const used = new Set<Node>();
    walk(source.program, (node) => {
      if (node.type === 'ImportDeclaration' && preload) return false;
      // `ipcRenderer.invoke(...)` is its only allowed form.
      if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && preload)
        used.add(node.callee.object);
      if (node.type === 'Identifier' && node.name === 'ipcRenderer' && !used.has(node)) {
        found.push(`${place(source, node)}: ipcRenderer ${preload ? 'as a value' : 'outside the preload'}`);
      }
      return true;
    });
  }
  return found;
}
