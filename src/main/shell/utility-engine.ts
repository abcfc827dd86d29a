/** The engine's process for real: electron's utility process, named in the task manager, its stderr kept for the log. */
import { utilityProcess } from 'electron';
import type { EngineProcess } from './engine-process.ts';

/** How much of what it wrote to stderr last is kept (characters). */
const LAST_WORDS = 16_000;

export function startUtilityEngine(bundle: string, dataFolder: string, showOutput: boolean): EngineProcess {
  const child = utilityProcess.fork(bundle, [], {
    serviceName: 'Liasse engine',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LIASSE_DATA: dataFolder },
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-LAST_WORDS);
    if (showOutput) process.stderr.write(chunk);
  });
  // Read in any case: a full pipe would stop the engine.
  child.stdout?.on('data', (chunk: Buffer) => {
    if (showOutput) process.stdout.write(chunk);
  });
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (code) => listener(code, lastWords)),
    kill: () => child.kill(),
  };
}
