/** Who may import whom (design: "One engine, several doors"). */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import type { Import, Source } from './syntax.ts';

const ENGINE = 'src/main/engine/';

/** For each layer the layers it may import, itself included. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  domain: ['domain', 'shared'],
  store: ['store', 'domain', 'shared'],
  intake: ['intake', 'domain', 'shared'],
  documents: ['documents', 'domain', 'shared'],
  ports: ['ports', 'domain', 'shared'],
  services: ['services', 'store', 'intake', 'documents', 'ports', 'domain', 'shared'],
  entries: ['entries', 'services', 'store', 'intake', 'documents', 'ports', 'domain', 'shared'],
  shell: ['shell', 'shared'],
  preload: ['preload', 'shared'],
  renderer: ['renderer', 'shared'],
};

/** What `shared` may take from the registry: parsing at the door, and arithmetic. Neither touches Node, the DOM or Electron. */
const SHARED_PACKAGES = ['zod', 'big.js'];

const WITHOUT_NODE = ['shared', 'preload', 'renderer'];

/** Of Node, the rules of invoicing may use one pure function: a hash. */
const DOMAIN_NAMES: Readonly<Record<string, readonly string[]>> = { 'node:crypto': ['createHash'] };

const BUILTIN = new Set(builtinModules);

/** The layer of a file, or undefined outside all layers. */
function layerOf(path: string): string | undefined {
  const engine = path.startsWith(ENGINE) ? /^([a-z]+)\//.exec(path.slice(ENGINE.length)) : undefined;
  const name = engine?.[1] ?? /^src\/(?:main\/)?(shared|shell|preload|renderer)\//.exec(path)?.[1];
  return name !== undefined && name in MAY_IMPORT ? name : undefined;
}

/** The project file that an import means, from the root; undefined for packages and for Node's own modules. */
function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#shared/')) return `src/shared/${specifier.slice('#shared/'.length)}`;
  if (specifier.startsWith('#engine/')) return `${ENGINE}${specifier.slice('#engine/'.length)}`;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return undefined;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || BUILTIN.has(packageOf(specifier));
}

function problem(layer: string, source: Source, item: Import): string | undefined {
  const target = resolveImport(source.path, item.specifier);
  if (target !== undefined) {
    if (target.startsWith('resources/')) return undefined; // Data.
    const other = layerOf(target);
    if (other === undefined) return `imports ${target}, which is in no layer`;
    return MAY_IMPORT[layer]?.includes(other) ? undefined : `${layer} may not import ${other}`;
  }
  const { specifier } = item;
  if (/^electron($|\/|-updater)/.test(specifier)) {
    const allowed = layer === 'shell' || (layer === 'preload' && specifier === 'electron');
    return allowed ? undefined : `${layer} may not import ${specifier}`;
  }
  if (isBuiltin(specifier)) {
    if (WITHOUT_NODE.includes(layer)) return `${layer} may not import ${specifier} of Node`;
    if (layer !== 'domain' || item.typeOnly) return undefined;
    const pure = DOMAIN_NAMES[specifier] ?? [];
    const allowed = item.names.length > 0 && item.names.every((name) => pure.includes(name));
    return allowed ? undefined : `domain is pure and may not import ${specifier} of Node`;
  }
  if (layer === 'shared' && !SHARED_PACKAGES.includes(packageOf(specifier))) {
    return `shared may not import the package ${specifier}`;
  }
  return undefined;
}

/** Imports against the direction of the layers, of Electron below the shell, of Node where there is none. */
export function wrongDirections(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const layer = layerOf(source.path);
    if (layer === undefined) return [`${source.path}: is in no layer`];
    return source.imports.flatMap((item) => {
      const text = problem(layer, source, item);
      return text === undefined ? [] : [`${source.path}:${item.line}: ${text}`];
    });
  });
}

/** Migrations that import code which will change: they must do in five years what they do today. */
export function migrationsWithLiveCode(sources: readonly Source[]): string[] {
  const folder = `${ENGINE}store/migrations/`;
  return sources
    .filter((source) => source.path.startsWith(folder))
    .flatMap((source) =>
      source.imports.flatMap((item) => {
        const target = resolveImport(source.path, item.specifier);
        const live = target !== undefined && !target.startsWith(folder);
        return live ? [`${source.path}:${item.line}: a migration may not import ${target}`] : [];
      }),
    );
}

/** Circles of imports that exist when the program runs (types may point at each other), each named once. */
export function circles(sources: readonly Source[]): string[] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      source.imports.flatMap((item) => {
        const target = item.typeOnly ? undefined : resolveImport(source.path, item.specifier);
        return target === undefined ? [] : [target];
      }),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  function follow(path: string): void {
    const at = trail.indexOf(path);
    if (at !== -1) {
      found.push([...trail.slice(at), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const next of edges.get(path) ?? []) follow(next);
    trail.pop();
    done.add(path);
  }
  for (const path of edges.keys()) follow(path);
  return found;
}
