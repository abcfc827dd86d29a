/** What goes into and comes out of a disposable intake worker. */
import type { EngineErrorShape } from '#shared/model/error.ts';
import type { ImportKind, Inspection, IntakeField, ReadOptions, Rejection } from '#shared/model/imports.ts';
import type { PreviewTask } from './preview.ts';
import type { RejectsTask } from './rejects.ts';
import type { StageResult, StageTask } from './stage.ts';

export interface InspectTask {
  task: 'inspect';
  path: string;
  kind: ImportKind;
  options: ReadOptions;
  custom: readonly IntakeField[];
}
/** What each task gives back. */
export interface IntakeResults {
  inspect: Inspection;
  preview: Rejection[];
  stage: StageResult;
  rejects: number;
}
export type IntakeTask =
  | InspectTask
  | ({ task: 'preview' } & PreviewTask)
  | ({ task: 'stage' } & StageTask)
  | ({ task: 'rejects' } & RejectsTask);
export type IntakeResult<T extends IntakeTask> = IntakeResults[T['task']];

/** `cancel` is shared memory, so that asking to stop reaches a worker that is busy. */
export type IntakeWorkerData = IntakeTask & { cancel: Int32Array | null };

export type IntakeMessage =
  | { type: 'progress'; done: number; total: number | null }
  | { type: 'done'; result: IntakeResults[keyof IntakeResults] }
  | { type: 'error'; error: EngineErrorShape };

/** The name under which a staging file is written until it is whole. */
export const partPath = (outPath: string): string => `${outPath}.part`;
