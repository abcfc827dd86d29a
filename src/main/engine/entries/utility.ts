/** The engine as Electron's utility process: the shell sends requests through the parent port. */
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Request } from '#shared/contract/index.ts';
import { createDispatcher, type Dispatcher } from './dispatcher.ts';

/** The part of Electron's parent port that is used here; the engine itself imports nothing of Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('init'), resourcesDir: z.string(), actor: z.string() }),
  z.object({
    type: z.literal('request'),
    request: z.object({ id: z.number(), name: z.string(), input: z.unknown(), commandId: z.string().optional() }),
  }),
  z.object({ type: z.literal('withdraw'), id: z.number() }),
  z.object({ type: z.literal('shutdown') }),
]);

const own = fileURLToPath(import.meta.url);
const threadUrl = (name: string): URL => pathToFileURL(join(dirname(own), `${name}${extname(own)}`));

function serve(port: ParentPort): void {
  let dispatcher: Dispatcher | null = null;
  port.on('message', ({ data }) => {
    const message = Message.parse(data);
    switch (message.type) {
      case 'init': {
        if (!existsSync(message.resourcesDir)) throw new Error(`no resources at ${message.resourcesDir}`);
        dispatcher = createDispatcher({
          threadUrl,
          resourcesDir: message.resourcesDir,
          actor: message.actor,
          // The shell starts another engine, reopens the file and asks again: better than half an engine.
          onFatal: (error) => {
            console.error(error.code, error.cause);
            process.exit(70);
          },
        });
        dispatcher.onEvent((event) => port.postMessage({ type: 'event', event }));
        port.postMessage({ type: 'ready' });
        return;
      }
      case 'request':
        // Reason for the cast: the dispatcher itself checks name and input against the contract.
        void dispatcher
          ?.request(message.request as Request)
          .then((reply) => port.postMessage({ type: 'reply', reply }));
        return;
      case 'withdraw':
        dispatcher?.withdraw(message.id);
        return;
      case 'shutdown':
        void (dispatcher?.close() ?? Promise.resolve()).finally(() => process.exit(0));
    }
  });
}

// Reason for the cast: Electron adds `parentPort` to the process of a utility process; Node's types do not know it.
const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (!parentPort) throw new Error('utility.ts runs as a utility process');
serve(parentPort);
