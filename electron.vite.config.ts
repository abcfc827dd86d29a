/**
 * How the sources become the program: main side and preload as CommonJS (a sandboxed preload takes nothing else, and Electron
 * requires it with the native module), dependencies bundled, the page by Vite. Targets are the oldest runtime we run on.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Every file of the main side that something starts by name. Threads and processes find each other in one folder, so each has
 * the name here that its source has: `utility.ts` becomes `utility.cjs`, and a thread is started as `writer` plus the starter's own ending.
 */
const entries = {
  index: 'src/main/shell/index.ts',
  utility: 'src/main/engine/entries/utility.ts',
  writer: 'src/main/engine/entries/writer.ts',
  reader: 'src/main/engine/entries/reader.ts',
  worker: 'src/main/engine/entries/worker.ts',
  'intake-worker': 'src/main/engine/entries/intake-worker.ts',
  cli: 'src/main/engine/entries/cli.ts',
};

/** Native code, and libraries that read data files lying beside their own code: these stay in node_modules. */
const external = ['better-sqlite3', 'pdfmake', 'pdfkit', 'fontkit'];
const externalPattern = new RegExp(`^(electron|${external.join('|')})(/|$)`);

const commonJs = {
  format: 'cjs' as const,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
};

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        external: externalPattern,
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: { target: 'chrome130', minify: true },
  },
});
