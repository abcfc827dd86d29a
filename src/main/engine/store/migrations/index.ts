/** All migrations in order. The place in the list is the version: 1 for the first. Append only. */
import { sql as first } from './0001-first.ts';

export const migrations: readonly string[] = [first];
