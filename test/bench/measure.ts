/** Clock and processor time of a piece of work, over every thread of this process. */
import { cpuUsage } from 'node:process';

export interface Spent {
  seconds: number;
  cpuSeconds: number;
}

export async function spent(work: () => unknown): Promise<Spent> {
  const started = performance.now();
  const before = cpuUsage();
  await work();
  const { user, system } = cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
