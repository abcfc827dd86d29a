/** The engine's client for doors in the same process: the command line, the tests. */
import type { EngineClient, EngineEvent, Input, JobName, Name, Output } from '#shared/contract/index.ts';
import { EngineError, fromErrorShape } from '#shared/model/error.ts';
import type { JobId } from '#shared/model/ids.ts';
import type { JobSnapshot } from '#shared/model/job.ts';
import { uuidv7 } from '../store/ids.ts';
import type { Dispatcher } from './dispatcher.ts';

export function createClient(dispatcher: Dispatcher): EngineClient {
  let nextId = 1;
  async function send(name: Name, input: unknown, options: Parameters<EngineClient['call']>[2] = {}): Promise<unknown> {
    const id = nextId;
    nextId += 1;
    options.signal?.addEventListener('abort', () => dispatcher.withdraw(id), { once: true });
    const reply = await dispatcher.request({ id, name, input, commandId: options.commandId ?? uuidv7() });
    if (!reply.ok) throw fromErrorShape(reply.error);
    return reply.result;
  }
  return {
    // Reasons for the casts: the contract gives each name its result; the dispatcher answers by the contract.
    call: async (name, input, options) => (await send(name, input, options)) as never,
    start: async (name, input, options) => (await send(name, input, options)) as { jobId: JobId },
    onEvent: (listener: (event: EngineEvent) => void) => dispatcher.onEvent(listener),
  };
}

/** Runs a job to its end. Resolves with its result; throws its error, or `job_cancelled`. */
export async function runJob<N extends JobName>(
  client: EngineClient,
  name: N,
  input: Input<N>,
  onProgress: (snapshot: JobSnapshot) => void = () => undefined,
): Promise<{ result: Output<N>; snapshot: JobSnapshot }> {
  const seen: JobSnapshot[] = [];
  let take = (snapshot: JobSnapshot): void => void seen.push(snapshot);
  const stop = client.onEvent((event) => {
    if (event.event === 'job') take(event.snapshot);
  });
  try {
    const { jobId } = await client.start(name, input);
    const snapshot = await new Promise<JobSnapshot>((resolve, reject) => {
      take = (candidate) => {
        if (candidate.id !== jobId) return;
        onProgress(candidate);
        if (['done', 'failed', 'cancelled', 'interrupted'].includes(candidate.status)) resolve(candidate);
      };
      for (const early of seen) take(early);
      client.call('job.get', { id: jobId }).then(take, reject);
    });
    if (snapshot.status !== 'done') {
      const code = snapshot.status === 'interrupted' ? 'engine_stopped' : 'job_cancelled';
      throw snapshot.error ? fromErrorShape(snapshot.error) : new EngineError(code);
    }
    // Reason for the cast: the contract gives each job's name its result.
    return { result: snapshot.result as Output<N>, snapshot };
  } finally {
    stop();
  }
}
