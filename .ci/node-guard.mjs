/**
 * Import this first in a script: it ends the process where the running Node is too old for what follows.
 *
 * better-sqlite3 needs Node-API 10 (Node 22.14); below that it does not fail, it crashes the process without a word.
 * Inside `npm run` the `node` development dependency is the first on PATH, so nobody should ever see this message
 * unless a script was started by hand or npm was told to skip install scripts.
 *
 * A module that imports by name what an old Node does not export fails before any module runs, this one included: scripts
 * take such functions (`globSync`) from the default export.
 */
const wanted = [22, 14];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `This is Node ${process.versions.node} (${process.execPath}); Node ${wanted.join('.')} or newer is needed.\n` +
      'Start the script with `npm run <name>` after `npm ci`: that brings Node 24 along. If it was started so and you still\n' +
      'read this, npm skipped the install script of the package "node": run `npm rebuild node`.',
  );
  process.exit(2);
}
