/** Who is signed in, as the engine said last. Filled by features/people/state.ts. */
import { create } from 'zustand';
import type { PeopleState } from '#shared/model/people.ts';

export interface People {
  /** Null while no company is open, and until the engine has said. */
  state: PeopleState | null;
  /** Somebody else came back to a window in which something was being typed. */
  unsaved: { former: string; name: string } | null;
}

export const usePeople = create<People>(() => ({ state: null, unsaved: null }));
