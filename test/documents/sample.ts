/** Documents to print in tests: true arithmetic, texts as an office would have them. */
import type { DocumentLine, DocumentParty, DraftDocument, FrozenDocument } from '#shared/model/document.ts';

export interface SampleOptions {
  language?: 'fr' | 'en';
  paper?: 'A4' | 'LETTER';
  lines?: number;
  kind?: 'invoice' | 'credit_note';
  currency?: string;
  minorDigits?: number;
  number?: string;
}

const party = (name: string, country: string): DocumentParty => ({
  name,
  tradingName: null,
  addressLines: [],
  postcode: null,
  city: null,
  region: null,
  country,
  vatNumber: null,
  taxRegistration: null,
  registrationNumber: null,
  electronicAddress: null,
  email: null,
  phone: null,
});

const goods: Record<'fr' | 'en', [string, string, string | null][]> = {
  fr: [
    ['Luminaire suspendu Opale 60, blanc mat', 'OP60-B', 'pièce'],
    ['Ruban LED 24 V, 2 700 K, 14,4 W/m', 'RL24-27', 'mètre'],
    ['Rénovation de l’éclairage des parties communes', 'TRV-COM', null],
    ['Luminaires à détection, cages d’escalier', 'DET-14', 'pièce'],
    ['Contrat d’entretien, bâtiments B et C', 'ENT-BC', 'mois'],
    ['Astreinte, interventions de nuit', 'AST-N', 'heure'],
    ['Déplacement', 'DEP-1', null],
  ],
  en: [
    ['White hanging heart T-light holder', '85123A', 'piece'],
    ['Red woolly hottie, white heart', '84029E', 'piece'],
    ['Night-shift call-out', 'CALL-N', 'hour'],
    ['Maintenance contract, buildings B and C', 'MNT-BC', 'month'],
    ['Carriage and packing', 'POST', null],
  ],
};
const rates = ['20', '10', '5.5'];

/** round(a x b) on integers scaled by 10^scale, half away from zero. */
const roundDiv = (value: bigint, by: bigint): number => {
  const negative = value < 0n;
  const magnitude = negative ? -value : value;
  const rounded = (magnitude * 2n + by) / (by * 2n);
  return Number(negative ? -rounded : rounded);
};

const scaled = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(4, '0'));
};

export function sampleDocument(options: SampleOptions = {}): FrozenDocument {
  const {
    language = 'fr',
    paper = 'A4',
    lines: count = 7,
    kind = 'invoice',
    currency = 'EUR',
    minorDigits = 2,
  } = options;
  const fr = language === 'fr';
  const catalogue = goods[language];
  const minorScale = 10n ** BigInt(minorDigits);
  const lines: DocumentLine[] = Array.from({ length: count }, (_, index) => {
    const [description, productCode, unit] = catalogue[index % catalogue.length] ?? ['?', '?', null];
    const quantity = index % 5 === 3 ? '4.5' : String(1 + ((index * 7) % 48));
    const unitPrice = minorDigits === 0 ? String(1250 + index * 10) : `${18 + ((index * 37) % 400)}.25`;
    const gross = roundDiv(scaled(quantity) * scaled(unitPrice) * minorScale, 100_000_000n);
    const discount = index % 4 === 1 ? roundDiv(BigInt(gross), 10n) : 0;
    return {
      position: index + 1,
      productCode,
      description,
      note:
        index % 6 === 2
          ? fr
            ? 'Logements achevés depuis plus de deux ans'
            : 'Buildings completed more than two years ago'
          : null,
      supply: 'goods',
      date: index % 3 === 0 ? '2026-10-23' : null,
      quantity,
      unit,
      unitPrice,
      baseQuantity: '1',
      allowancesCharges:
        discount === 0
          ? []
          : [{ kind: 'allowance', reason: fr ? 'Remise 10\u00a0%' : 'Discount 10%', amount: discount, tax: null }],
      net: gross - discount,
      taxes: [{ category: 'S', rate: rates[index % rates.length] ?? '20', reasonCode: null }],
    };
  });
  const net = lines.reduce((sum, line) => sum + line.net, 0);
  const taxes: DraftDocument['taxes'] = rates.slice(0, Math.min(count, rates.length)).map((rate) => {
    const base = lines.filter((line) => line.taxes[0]?.rate === rate).reduce((sum, line) => sum + line.net, 0);
    return {
      category: 'S',
      rate,
      base,
      tax: roundDiv(BigInt(base) * scaled(rate), 1_000_000n),
      reasonCode: null,
      reason: null,
    };
  });
  const tax = taxes.reduce((sum, row) => sum + row.tax, 0);
  return {
    format: 1,
    kind,
    typeCode: kind === 'invoice' ? '380' : '381',
    issueDate: '2026-11-03',
    taxPoint: '2026-10-31',
    dueDate: kind === 'invoice' ? '2026-12-03' : null,
    currency,
    minorDigits,
    language,
    businessProcess: null,
    seller: {
      ...party('Ateliers Lumière SAS', 'FR'),
      tradingName: 'Ateliers Lumière',
      addressLines: ['7, rue des Passementiers'],
      postcode: '42100',
      city: 'Saint-Étienne',
      vatNumber: 'FR75907418628',
      registrationNumber: '907418628',
    },
    sellerLegalNote: fr
      ? 'Ateliers Lumière SAS au capital de 240 000 € · RCS Saint-Étienne'
      : 'Ateliers Lumière SAS, share capital €240,000, RCS Saint-Étienne',
    sellerContact: {
      name: fr ? 'Nadia Ferrand, comptabilité clients' : 'Nadia Ferrand, accounts receivable',
      email: 'compta@ateliers-lumiere.example',
      phone: '04 77 00 12 48',
    },
    buyer: fr
      ? {
          ...party('Immobilière du Parc SAS', 'FR'),
          addressLines: ['Service comptabilité fournisseurs', '14, avenue de la Libération'],
          postcode: '42000',
          city: 'SAINT-ÉTIENNE',
          vatNumber: 'FR52792205189',
          registrationNumber: '792205189',
        }
      : {
          ...party('Harbour & Sons Ltd', 'GB'),
          addressLines: ['Accounts payable', '18 Quayside'],
          postcode: 'BS1 4QA',
          city: 'Bristol',
          vatNumber: 'GB123456789',
        },
    customerCode: 'C-00318',
    delivery: null,
    references: {
      source: null,
      order: 'PO-2026-1187',
      buyer: null,
      contract: null,
      period: { from: '2026-10-01', to: '2026-10-31' },
      preceding: kind === 'credit_note' ? [{ number: 'FA-2026-10-00417', issueDate: '2026-10-02' }] : [],
    },
    lines,
    allowancesCharges: [],
    taxes,
    totals: {
      lines: net,
      allowances: 0,
      charges: 0,
      net,
      tax,
      gross: net + tax,
      prepaid: 0,
      rounding: 0,
      payable: net + tax,
    },
    payment: {
      terms: null,
      transfer: { iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', holder: 'Ateliers Lumière SAS' },
      reference: 'RF43 2026 0048 2',
    },
    mentions: [
      {
        code: 'penalties',
        text: fr
          ? 'Pas d’escompte pour paiement anticipé. En cas de retard, pénalités au taux directeur de la Banque centrale européenne majoré de 10 points, exigibles sans rappel, et indemnité forfaitaire de 40 € pour frais de recouvrement.'
          : 'No discount for early payment. Late payment bears interest at the European Central Bank’s rate plus 10 points, due without reminder, and a fixed sum of €40 for recovery costs.',
      },
      {
        code: 'operations',
        text: fr
          ? 'Opérations : livraisons de biens et prestations de services. Option pour le paiement de la taxe d’après les débits.'
          : 'Supplies of goods and services.',
      },
    ],
    message: fr
      ? 'Résidence Les Érables. Fournitures, travaux et entretien d’octobre 2026.'
      : 'Harbour building. Supplies and maintenance of October 2026.',
    presentation: { template: 'classic', paper, colour: '#8a4a12', logo: null },
    taxTableVersion: '2026-01',
    number: options.number ?? (kind === 'invoice' ? 'FA-2026-11-00482' : 'AV-2026-11-00031'),
    series: 'main',
  };
}

/** The same document before it has a number. */
export function sampleDraft(options: SampleOptions = {}): DraftDocument {
  const { number: _number, series: _series, ...draft } = sampleDocument(options);
  return draft;
}
