import { describe, expect, it } from 'vitest';
import { fitWidth, nearestPage, zoomStep } from '../../src/renderer/components/pdf/zoom.ts';

describe('zoom of a document', () => {
  it('goes on by steps from any scale and stays at the ends', () => {
    expect(zoomStep(0.93, 1)).toBe(1);
    expect(zoomStep(1, 1)).toBe(1.1);
    expect(zoomStep(1, -1)).toBe(0.9);
    expect(zoomStep(3, 1)).toBe(3);
    expect(zoomStep(0.5, -1)).toBe(0.5);
  });
  it('fits the room with a margin, without growing past half again its size', () => {
    expect(fitWidth(600, 794)).toBe(552);
    expect(fitWidth(3000, 794)).toBe(1191);
    expect(fitWidth(10, 794)).toBe(0);
  });
  it('knows which page is being read', () => {
    expect(nearestPage([0, 1000, 2000], 0, 600)).toBe(1);
    expect(nearestPage([0, 1000, 2000], 850, 600)).toBe(2);
    expect(nearestPage([], 0, 600)).toBe(1);
  });
});
