/** The folded keys of the file are those that the window folds with: one rule, in the shared part. */
export { fold, naturalKey } from '#shared/format/fold.ts';
