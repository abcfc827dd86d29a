/** What goes into and comes out of a disposable intake worker. */
import type { EngineErrorShape } from '#shared/model/error.ts';
import type { ImportKind, Inspection, ReadOptions } from '#shared/model/imports.ts';
import type { StageResult, StageTask } from './stage.ts';

export type InspectTask = { task: 'inspect'; path: string; kind: ImportKind; options: ReadOptions };
export type IntakeTask = InspectTask | ({ task: 'stage' } & StageTask);
export type IntakeResult<T extends IntakeTask> = T extends InspectTask ? Inspection : StageResult;

/** `cancel` is shared memory, so that asking to stop reaches a worker that is busy. */
export type IntakeWorkerData = IntakeTask & { cancel: Int32Array | null };

export type IntakeMessage =
  | { type: 'progress'; done: number; total: number | null }
  | { type: 'done'; result: Inspection | StageResult }
  | { type: 'error'; error: EngineErrorShape };

/** The name under which a staging file is written until it is whole. */
export const partPath = (outPath: string): string => `${outPath}.part`;
