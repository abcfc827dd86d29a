import { describe, expect, it } from 'vitest';
import {
  cleanUndecided,
  draftFindings,
  isNarrowed,
  mainCurrency,
  toFilter,
  wholeRun,
} from '../../src/renderer/features/runs/desk/view.ts';
import { readableParams } from '../../src/renderer/features/runs/params.ts';
import { DraftFilter } from '../../src/shared/contract/runs.ts';

describe('the view of the review desk', () => {
  it('shows the whole run by the same filter as the engine takes for none', () => {
    expect(toFilter(wholeRun)).toEqual(DraftFilter.parse({}));
    expect(isNarrowed(wholeRun)).toBe(false);
  });
  it('turns a group and its filters into one filter of the contract', () => {
    const view = {
      ...wholeRun,
      group: { by: 'status', status: 'held' } as const,
      search: ' belrive ',
      minGross: 100_000,
    };
    expect(DraftFilter.parse(toFilter(view))).toMatchObject({ status: ['held'], search: 'belrive', minGross: 100_000 });
    expect(isNarrowed(view)).toBe(true);
  });
  it('approves at once only what is clean and undecided', () => {
    expect(cleanUndecided).toMatchObject({ level: 'clean', status: ['open'], search: '', check: null });
  });
});

describe('what a run offers its desk', () => {
  it('leaves findings of lines that no draft holds to the notice above', () => {
    const one = { level: 'error' as const, drafts: 4, accepted: 0, acceptable: false };
    const findings = [
      { check: 'line.customer_missing', ...one },
      { check: 'line.price_zero', ...one },
    ];
    expect(draftFindings({ findings }).map((finding) => finding.check)).toEqual(['line.price_zero']);
  });
  it('means amounts in the currency of most of its money, credit notes counted by size', () => {
    const of = (currency: string, gross: number) => ({ currency, net: gross, tax: 0, gross });
    expect(mainCurrency({ amounts: [of('CHF', 900), of('EUR', -5000), of('GBP', 4000)] })).toBe('EUR');
    expect(mainCurrency({ amounts: [] })).toBeNull();
  });
});

describe('values inside a finding', () => {
  it('are written for the reader, codes left alone', () => {
    const params = {
      date: '2010-12-01',
      amount: '12480.50 GBP',
      code: '12345',
      number: 'FA-2026',
      count: 3,
      rate: '5.5',
    };
    expect(readableParams(params, 'fr')).toEqual({
      date: '01/12/2010',
      amount: '12\u202f480,50\u00a0GBP',
      code: '12345',
      number: 'FA-2026',
      count: 3,
      rate: '5,5',
    });
  });
});
