/** How the palette understands what is typed. */
import { describe, expect, it } from 'vitest';
import { matchScore } from '../../src/renderer/features/palette/match.ts';

describe('a command', () => {
  it.each<[string, string]>([
    ['reglages', 'Réglages'],
    ['RÉG', 'Réglages'],
    ['facture nouvelle', 'Nouvelle facture'],
    ['nvfac', 'Nouvelle facture'],
    ['l’entreprise', "Fermer l'entreprise"],
    ['courc', 'Raccourcis clavier'],
  ])('%j finds %j', (typed, title) => expect(matchScore(typed, title)).toBeGreaterThan(0));
  it.each<[string, string]>([
    ['zz', 'Réglages'],
    ['xq', 'Nouvelle facture'],
    ['ev', 'Nouvelle campagne de mars avec beaucoup de mots'],
    ['facture zéro', 'Nouvelle facture'],
  ])('%j does not find %j', (typed, title) => expect(matchScore(typed, title)).toBe(0));
  it('that begins so comes before one that merely has it', () => {
    const scores = ['factures', 'facture', 'Nouvelle facture'].map((title) => matchScore('facture', title));
    expect(scores).toEqual([5, 6, 4]);
  });
});
