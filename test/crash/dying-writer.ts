/** The real writer thread, but one that dies of an error of its own as soon as it is asked for the operation named here. */
import { parentPort } from 'node:worker_threads';
import '#engine/entries/writer.ts';

const DIES_AT = 'import.apply';

parentPort?.on('message', (message: { call: { type: string; op?: string } }) => {
  if (message.call.op === DIES_AT) throw new Error('the writer thread dies');
});
