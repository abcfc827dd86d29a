import { describe, expect, it } from 'vitest';
import { composeDraft } from '#engine/domain/invoice/compose.ts';
import { input } from './tables.ts';

describe('x', () => {
  it('y', () => {
    console.log(JSON.stringify(composeDraft(input()), null, 1));
    expect(1).toBe(1);
  });
});
