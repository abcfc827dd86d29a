import { beforeEach, describe, expect, it } from 'vitest';
import { duration, fileSize, fullDate, minorDigits, money, parseMoney, whole } from '../../src/renderer/app/format.ts';
import { go, useJourney } from '../../src/renderer/app/routes.ts';

const screen = () => useJourney.getState().route.screen;

describe('where the person is', () => {
  beforeEach(() => useJourney.getState().reset());

  it('goes back and forward as a browser does', () => {
    go({ screen: 'lines' });
    go({ screen: 'customers' });
    useJourney.getState().goBack();
    expect(screen()).toBe('lines');
    useJourney.getState().goForward();
    expect(screen()).toBe('customers');
    useJourney.getState().goBack();
    go({ screen: 'products' });
    expect(useJourney.getState().forward).toEqual([]);
    useJourney.getState().goBack();
    useJourney.getState().goBack();
    useJourney.getState().goBack();
    expect(screen()).toBe('home');
  });

  it('makes no step of going where one is, nor of another row of the same list', () => {
    go({ screen: 'lines' });
    go({ screen: 'lines' });
    useJourney.getState().replace({ screen: 'lines', held: true });
    expect(useJourney.getState().back).toHaveLength(1);
  });

  it('asks before leaving something unsaved, and goes only on a yes', () => {
    let answer: (() => void) | undefined;
    useJourney.getState().setGuard((leave) => {
      answer = leave;
    });
    go({ screen: 'lines' });
    expect(screen()).toBe('home');
    answer?.();
    expect(screen()).toBe('lines');
    go({ screen: 'customers' });
    expect(screen()).toBe('customers');
  });
});

describe('formats of the window', () => {
  it('writes amounts in the digits of their currency', () => {
    expect(minorDigits('JPY')).toBe(0);
    expect(money(1_248_050, 'EUR', 'fr')).toBe('12\u202f480,50\u00a0€');
    expect(money(-1_248_050, 'GBP', 'en')).toBe('−£12,480.50');
    expect(money(1500, 'JPY', 'en')).toBe('¥1,500');
    expect(whole(42_481, 'fr')).toBe('42\u202f481');
  });

  it('reads an amount, or says that it is none', () => {
    expect(parseMoney('12 480,5', 'EUR', 'fr')).toBe(1_248_050);
    expect(parseMoney('12.345', 'EUR', 'en')).toBeNull();
    expect(parseMoney('douze', 'EUR', 'fr')).toBeNull();
  });

  it('writes dates, durations and sizes as people say them', () => {
    expect(fullDate('2026-11-03', 'fr')).toBe('Mardi 3 novembre 2026');
    expect(fullDate('2026-11-03', 'en')).toBe('Tuesday 3 November 2026');
    expect([duration(0.2), duration(8), duration(170), duration(4800)]).toEqual([
      '1\u00a0s',
      '8\u00a0s',
      '3\u00a0min',
      '1\u00a0h\u00a020',
    ]);
    expect([fileSize(412_000, 'fr'), fileSize(3_800_000, 'en')]).toEqual(['412\u00a0ko', '3.8\u00a0MB']);
  });
});
