/** Electron's main side: reads what was asked, then either serves the command line or opens windows over its engine. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { readArguments } from './arguments.ts';
import { serveCommandLine } from './command-line.ts';
import { dataFolder, programFiles, resourcesFolder } from './paths.ts';
import { openProgram } from './program.ts';

app.setName('Liasse');
const data = dataFolder(app.commandLine.getSwitchValue('user-data-dir'));
app.setPath('userData', data);
// Chromium's own files stay together in a folder of theirs, which it expects to be there.
const chromiumData = join(data, 'window');
mkdirSync(chromiumData, { recursive: true });
app.setPath('sessionData', chromiumData);
process.env['LIASSE_DATA'] = data; // The engine's rule for the same folder; it and the command line inherit it.

const asked = readArguments(process.argv.slice(1), process.cwd());
const files = programFiles(app.getAppPath());
const resources = resourcesFolder(app.isPackaged, app.getAppPath(), process.resourcesPath);

if (asked.mode === 'command-line') {
  app.dock?.hide();
  app.disableHardwareAcceleration();
  serveCommandLine(files.commandLine, asked.args, { resourcesDir: resources, version: app.getVersion() }).then(
    (code) => app.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      app.exit(1);
    },
  );
} else if (app.requestSingleInstanceLock()) {
  openProgram({ data, files, resources, openPath: asked.openPath });
} else {
  app.quit(); // The first instance has been told what to open.
}
