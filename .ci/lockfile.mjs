/**
 * Completes package-lock.json after `npm install` on a network whose registry carries no packages for other platforms:
 * `node .ci/lockfile.mjs` (with `--check` it only looks, and exits 1 where entries are missing).
 *
 * npm leaves optional packages out of the lock file that it could not look up, and `npm ci` then refuses that lock file
 * everywhere. The parent names each with its exact version; system and processor are in its name. What cannot be known
 * without the registry is the checksum: npm fetches those few (development tools, other platforms) without comparing one.
 */
import './node-guard.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, Plain, root, say } from './shell.mjs';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** System, processor and C library of a package named like `@oxc-parser/binding-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (!os || !cpu)
    throw new Plain(`${name} is missing from the lock file, and its name does not say which platform it is for.`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

/** Where npm would find the package from `place`: in its own node_modules, or in that of a folder above. */
function placesFrom(place, name) {
  const places = [];
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    places.push(`${folder ? `${folder}/` : ''}node_modules/${name}`);
    if (!folder) return places;
  }
}

/** Entries to add: each beside a package that wants it and has no entry for it on its way up. */
function missingEntries(packages) {
  const missing = {};
  for (const [place, about] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(about.optionalDependencies ?? {})) {
      const found = placesFrom(place, name).find((candidate) => candidate in packages);
      // These versions are exact; only a range, which no such package has, could be met by another one.
      if (found && (packages[found].version === version || !/^\d/.test(version))) continue;
      // Beside the package that wants it, as npm does: two versions of one parent keep two versions of this. Where another
      // version has taken that place, inside it.
      const folder = found ? `${place}/` : place.slice(0, place.lastIndexOf('node_modules/'));
      const entry = { version, ...platformOf(name), ...(about.dev ? { dev: true } : {}), optional: true };
      missing[`${folder}node_modules/${name}`] = entry;
    }
  }
  return missing;
}

await main(() => {
  const path = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingEntries(lock.packages);
  const count = Object.keys(missing).length;
  if (count === 0) return say('The lock file is complete.');
  if (process.argv.includes('--check'))
    throw new Plain(`The lock file lacks ${count} packages of other platforms: run node .ci/lockfile.mjs`);
  const all = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(all);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  say(`Added ${count} packages of other platforms.`);
});
