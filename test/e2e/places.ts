/** Every place of the window, read from the routes themselves: a new one that no test visits is found. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Node, parseSync } from 'oxc-parser';
import { walk } from '../architecture/syntax.ts';

const file = fileURLToPath(new URL('../../src/renderer/app/routes.ts', import.meta.url));

/** Names as `main[data-place]` says them: `home`, `settings.numbering`. */
export function allPlaces(): string[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  const types = new Map<string, Node>();
  walk(program, (node) => {
    if (node.type === 'TSTypeAliasDeclaration') types.set(node.id.name, node.typeAnnotation);
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
      types.set(node.id.name, node.init);
  });
  const screens = new Set<string>();
  const route = types.get('Route');
  const pages = types.get('settingsPages');
  if (!route || !pages) throw new Error('routes.ts has no Route or no settingsPages.');
  walk(route, (node) => {
    if (node.type !== 'TSPropertySignature' || node.key.type !== 'Identifier' || node.key.name !== 'screen')
      return true;
    for (const word of words(node)) screens.add(word);
    return false;
  });
  return [...screens]
    .flatMap((screen) => (screen === 'settings' ? words(pages).map((page) => `settings.${page}`) : [screen]))
    .sort();
}

function words(within: Node): string[] {
  const found: string[] = [];
  walk(within, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value);
  });
  return found;
}
