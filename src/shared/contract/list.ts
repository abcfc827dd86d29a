/** What every list has in common: the engine keeps the sorted ids of a view and serves pages of it. */
import { z } from 'zod';

export const Page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };

export const sortBy = <const K extends readonly [string, ...string[]]>(keys: K) =>
  z.object({ by: z.enum(keys), descending: z.boolean().default(false) });

export interface Listed<R> {
  rows: R[];
  /** Rows of the whole view, not of the page. */
  total: number;
  /** Revision of the file that the page was read at. */
  revision: number;
}

/** A choice of rows: some by id, or everything that a filter shows except some. */
export const selection = <F extends z.ZodType>(filter: F) =>
  z.union([
    z.object({ ids: z.array(z.uuid()).max(20_000) }),
    z.object({ all: filter, except: z.array(z.uuid()).max(20_000) }),
  ]);
