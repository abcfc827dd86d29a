import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countChosen,
  everything,
  headState,
  isChosen,
  MAX_IDS,
  nothing,
  only,
  put,
  type Selection,
  toContract,
  toggled,
} from '../../src/renderer/components/grid/selection.ts';

const ids = Array.from({ length: 30 }, (_, i) => `row-${i}`);
const id = fc.constantFrom(...ids);
const act = fc.oneof(
  fc.record({ kind: fc.constant('toggle' as const), id }),
  fc.record({ kind: fc.constant('put' as const), ids: fc.array(id), chosen: fc.boolean() }),
  fc.record({ kind: fc.constant('all' as const) }),
  fc.record({ kind: fc.constant('none' as const) }),
);

describe('what is chosen in a list', () => {
  it('behaves like a plain set of ids, whichever way it is kept', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let selection: Selection = nothing;
        let model = new Set<string>();
        for (const step of acts) {
          if (step.kind === 'all') [selection, model] = [everything, new Set(ids)];
          else if (step.kind === 'none') [selection, model] = [nothing, new Set()];
          else if (step.kind === 'toggle') {
            selection = toggled(selection, step.id);
            if (!model.delete(step.id)) model.add(step.id);
          } else {
            selection = put(selection, step.ids, step.chosen);
            for (const one of step.ids) step.chosen ? model.add(one) : model.delete(one);
          }
        }
        expect(ids.filter((one) => isChosen(selection, one))).toEqual(ids.filter((one) => model.has(one)));
        expect(countChosen(selection, ids.length)).toBe(model.size);
        const state = model.size === 0 ? 'none' : model.size === ids.length ? 'all' : 'some';
        expect(headState(selection, ids.length)).toBe(state);
      }),
    );
  });

  it('says "all but" with the filter of the view, and some by their ids', () => {
    const filter = { search: 'x' };
    expect(toContract(only(['a', 'b']), filter)).toEqual({ ids: ['a', 'b'] });
    expect(toContract(toggled(everything, 'a'), filter)).toEqual({ all: filter, except: ['a'] });
  });

  it('takes no more ids than the contract does', () => {
    const many = Array.from({ length: MAX_IDS + 5 }, (_, i) => String(i));
    expect(countChosen(put(nothing, many, true), many.length)).toBe(MAX_IDS);
  });
});
