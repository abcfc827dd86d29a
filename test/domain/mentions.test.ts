import { describe, expect, it } from 'vitest';
import { type MentionQuestion, resolveMentions, taxReason } from '#engine/domain/legal/mentions.ts';
import { holds } from '#engine/domain/tax/tables.ts';
import { legal } from './tables.ts';

const base: MentionQuestion = {
  seller: { country: 'FR', inUnion: true },
  buyer: { kind: 'business', vatNumber: null, registrationNumber: null },
  kind: 'invoice',
  issueDate: '2026-03-31',
  language: 'fr',
  taxMentions: [],
  supplyKinds: ['goods'],
  tables: legal,
};
const of = (more: Partial<MentionQuestion> = {}) => resolveMentions({ ...base, ...more });
const codes = (more: Partial<MentionQuestion> = {}) => of(more).map((mention) => mention.code);
const text = (code: string, more: Partial<MentionQuestion> = {}) =>
  of(more).find((mention) => mention.code === code)?.text;

const consumer = { kind: 'consumer', vatNumber: null, registrationNumber: null } as const;
const unknown = { kind: 'unknown', vatNumber: null, registrationNumber: null } as const;

describe('French wording', () => {
  it('tells a business the rate of its half-year, the 40 EUR and the absence of a discount', () => {
    expect(codes()).toEqual(['late_payment', 'recovery_indemnity', 'no_early_discount']);
    expect(text('late_payment')).toContain('12,15\u00a0%');
    expect(text('late_payment', { language: 'en' })).toContain('12.15%');
    expect(text('recovery_indemnity')).toContain('40\u00a0€');
  });

  it('takes the rate by issue date, and names none where the table has none', () => {
    expect(text('late_payment', { issueDate: '2023-12-31' })).toContain('14\u00a0%');
    expect(text('late_payment', { issueDate: '2024-01-01' })).toContain('14,5\u00a0%');
    expect(text('late_payment', { issueDate: '2026-06-30' })).toContain('12,15\u00a0%');
    const later = text('late_payment', { issueDate: '2026-07-01' });
    expect(later).toContain('BCE majoré de 10 points');
    expect(later).not.toMatch(/[{}%]/);
  });

  it('says nothing of it to a consumer, and puts it conditionally to a customer of unknown kind', () => {
    expect(codes({ buyer: consumer })).toEqual([]);
    expect(text('recovery_indemnity', { buyer: unknown })).toMatch(/^Entre professionnels\u00a0: /);
    expect(text('late_payment', { buyer: unknown })).toMatch(/^Entre professionnels\u00a0: en cas/);
    expect(text('recovery_indemnity', { buyer: { ...unknown, registrationNumber: '404833048' } })).toMatch(
      /^Indemnité/,
    );
  });

  it('leaves a credit note alone', () => expect(codes({ kind: 'credit_note' })).toEqual([]));

  it('names the kind of operation from 1 September 2026', () => {
    const operation = (issueDate: string, supplyKinds: MentionQuestion['supplyKinds']) =>
      codes({ issueDate, supplyKinds }).filter((code) => code.startsWith('operation'));
    expect(operation('2026-08-31', ['goods'])).toEqual([]);
    expect(operation('2026-09-01', ['goods'])).toEqual(['operation_goods']);
    expect(operation('2026-09-01', ['services'])).toEqual(['operation_services']);
    expect(operation('2026-09-01', ['services', 'goods'])).toEqual(['operation_mixed']);
  });

  it('dates the wording of the small business scheme: CGI, then CIBS', () => {
    const at = (issueDate: string) => text('small_business', { issueDate, taxMentions: ['small_business'] });
    expect(at('2026-08-31')).toBe('TVA non applicable, article 293 B du CGI');
    expect(at('2026-09-01')).toMatch(/CIBS.*293 B du CGI/);
    expect(at('2027-12-31')).toMatch(/CIBS.*293 B du CGI/);
    expect(at('2028-01-01')).toMatch(/CIBS/);
    expect(at('2028-01-01')).not.toMatch(/293/);
  });

  it('says « Autoliquidation »', () => {
    expect(text('reverse_charge', { taxMentions: ['reverse_charge'] })).toMatch(/^Autoliquidation/);
    expect(text('reverse_charge', { taxMentions: ['reverse_charge'], language: 'en' })).toMatch(/^Reverse charge/);
  });
});

describe('other sellers', () => {
  const from = (country: string, inUnion: boolean) => ({ seller: { country, inUnion } });

  it('have the wording of the Union, or of their own law', () => {
    const mention = { taxMentions: ['export'], language: 'en' } as const;
    expect(text('export', { ...from('BE', true), ...mention })).toContain('Article 146');
    expect(text('export', { ...from('GB', false), ...mention })).toContain('VAT Act 1994');
    expect(text('export', { ...from('CH', false), ...mention })).toContain('Swiss VAT Act');
    expect(text('export', { ...from('US', false), ...mention })).toBe('Export exempt from VAT');
  });

  it('GB before it left is a member with a row of its own', () => {
    const question = {
      ...from('GB', true),
      issueDate: '2010-12-10',
      taxMentions: ['intra_eu_goods'],
      language: 'en',
    } as const;
    expect(of(question).map((m) => m.code)).toEqual(['intra_eu_goods']);
    expect(text('intra_eu_goods', question)).toContain('Article 138');
  });

  it('§ 19 UStG is dated', () => {
    const at = (issueDate: string) =>
      text('small_business', { ...from('DE', true), issueDate, taxMentions: ['small_business'] });
    expect(at('2024-12-31')).toContain('TVA non facturée');
    expect(at('2025-01-01')).toContain('Exonéré');
  });

  it('carry no French wording', () => expect(codes(from('DE', true))).toEqual([]));
});

describe('the table', () => {
  it('has a reason in both languages for every tax mention, for any seller and date', () => {
    const mentions = [
      'small_business',
      'no_vat_country',
      'intra_eu_goods',
      'reverse_charge',
      'export',
      'export_overseas',
      'overseas_no_vat',
      'outside_scope',
      'exempt_supply',
    ];
    for (const code of mentions) {
      for (const language of ['fr', 'en'] as const) {
        for (const [country, inUnion] of [
          ['FR', true],
          ['DE', true],
          ['CH', false],
          ['US', false],
        ] as const) {
          for (const issueDate of ['2010-12-01', '2026-09-01', '2030-01-01']) {
            for (const kind of ['invoice', 'credit_note'] as const) {
              const reason = taxReason(code, { ...base, seller: { country, inUnion }, language, issueDate, kind });
              expect([code, country, issueDate, reason]).toEqual([
                code,
                country,
                issueDate,
                expect.stringMatching(/.{5}/),
              ]);
            }
          }
        }
      }
    }
  });

  it('never leaves two rows to choose from', () => {
    for (const a of legal.mentions) {
      const rivals = legal.mentions.filter(
        (b) =>
          b !== a &&
          b.code === a.code &&
          b.country === a.country &&
          b.needsRate === a.needsRate &&
          holds(b, a.validFrom) &&
          b.audience.some((x) => a.audience.includes(x)) &&
          b.documents.some((x) => a.documents.includes(x)),
      );
      expect([a.code, a.country, a.validFrom, rivals.length]).toEqual([a.code, a.country, a.validFrom, 0]);
    }
  });
});
