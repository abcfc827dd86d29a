import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { contrastWithWhite, readableColour } from '#engine/documents/pdf/colour.ts';
import { paperFonts } from '#engine/documents/pdf/fonts.ts';
import { assertLogoReadable, opaque } from '#engine/documents/pdf/logo.ts';
import { printableDeep } from '#engine/documents/pdf/printable.ts';
import { type PdfOptions, renderPdf } from '#engine/documents/pdf/render.ts';
import { loadResources } from '#engine/services/resources.ts';
import type { DraftDocument, FrozenDocument } from '#shared/model/document.ts';
import { type ReadPage, readPages } from './pdf-text.ts';
import { sampleDocument, sampleDraft } from './sample.ts';

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'liasse-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options: PdfOptions = { resourcesDir, number: null, watermark: null, logo: null };
const render = async (document: FrozenDocument | DraftDocument, more: Partial<PdfOptions> = {}) => {
  const result = await renderPdf(document, { ...options, ...more });
  return { ...result, ...(await readPages(result.bytes)) };
};
/** The text with every space an ordinary one. */
const spaced = (pages: ReadPage[]): string => pages.map((page) => page.text.replaceAll('\u00a0', ' ')).join(' ');

function installed(tool: string): boolean {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** 1 x 1 RGB. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4ESACAAMQAS10/WenAAAAAElFTkSuQmCC',
  'base64',
);

describe('the classic paper', () => {
  it('ends every legal mention with a stop', async () => {
    const document = sampleDocument();
    const texts = ['Pas d’escompte', 'Vraiment ?', 'TVA sur les débits', 'Selon « l’usage. »', 'Autoliquidation'];
    const { pages } = await render({ ...document, mentions: texts.map((text, n) => ({ code: `m${n}`, text })) });
    expect(spaced(pages).replaceAll(/\s+/gu, ' ')).toContain(
      'Pas d’escompte. Vraiment ? TVA sur les débits. Selon « l’usage. » Autoliquidation.',
    );
  });

  it('says everything in French on A4', async () => {
    const { pages, title } = await render(sampleDocument());
    const text = spaced(pages);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.width).toBeCloseTo(595.28, 1);
    expect(title).toBe('Facture FA-2026-11-00482');
    for (const part of [
      'Facture',
      'FA-2026-11-00482',
      '3 novembre 2026',
      '3 décembre 2026',
      '1er au 31 octobre 2026',
      'PO-2026-1187',
      '792 205 189',
      'FR52792205189',
      'Immobilière du Parc SAS',
      '42000 SAINT-ÉTIENNE',
      'Luminaire suspendu Opale 60',
      'Taux de TVA',
      '5,5 %',
      'Total HT',
      '24 118,73 €',
      '3 146,34 €',
      'Net à payer',
      '27 265,07 €',
      'avant le 3 décembre 2026',
      'FR76 3000 6000 0112 3456 7890 189',
      'AGRIFRPP',
      'RF43 2026 0048 2',
      'Une question sur cette facture',
      'Nadia Ferrand',
      'Page 1 sur 1',
      'SIREN 907 418 628',
      'TVA FR75907418628',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says it in English on Letter', async () => {
    const { pages } = await render(sampleDocument({ language: 'en', paper: 'LETTER', currency: 'GBP', lines: 4 }));
    expect([pages[0]?.width, pages[0]?.height]).toEqual([612, 792]);
    const text = spaced(pages);
    for (const part of [
      'Invoice',
      'Due date',
      '3 December 2026',
      'VAT rate',
      'Amount due',
      '£',
      'UNITED KINGDOM',
      'Page 1 of',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/Facture|TVA|Montant/);
  });

  it('puts the address where the window of an envelope is', async () => {
    const { pages } = await render(sampleDocument());
    const name = pages[0]?.items.find((item) => item.text.startsWith('Immobilière'));
    expect(name?.x).toBeCloseTo((110 * 72) / 25.4, 0);
    // The base line is one ascent below the upper edge of the text.
    expect(name?.y).toBeGreaterThan((46.6 * 72) / 25.4);
    expect(name?.y).toBeLessThan((46.6 * 72) / 25.4 + 14);
  });

  it('repeats the head, counts the pages and loses no line of 200', async () => {
    const document = sampleDocument({ lines: 200 });
    document.lines.forEach((line, index) => {
      line.description = `Article no${index + 1}x`;
    });
    const {
      pages,
      pages: { length },
    } = await render(document);
    expect(length).toBeGreaterThan(5);
    pages.forEach((page, index) => {
      expect(page.text).toContain(`Page ${index + 1} sur ${length}`);
      const lines = [...page.text.matchAll(/Article no(\d+)x/g)];
      if (lines.length > 0) expect(page.text).toContain('Désignation');
      if (index > 0) expect(page.text).toContain('Facture FA-2026-11-00482');
    });
    const seen = [...spaced(pages).matchAll(/Article no(\d+)x/g)].map((found) => Number(found[1]));
    expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(spaced(pages)).toContain('Net à payer');
  });

  it('never cuts a row: every line stands with its figures, above the foot', async () => {
    const document = sampleDocument({ lines: 60 });
    document.lines.forEach((line, index) => {
      line.description = `Début${index} ${'mot '.repeat(5 + ((index * 13) % 60))}fin${index}`;
    });
    const { pages } = await render(document);
    for (let index = 0; index < 60; index += 1) {
      const on = (mark: RegExp) => pages.findIndex((page) => mark.test(page.text));
      expect(on(new RegExp(`Début${index}\\b`))).toBe(on(new RegExp(`fin${index}\\b`)));
    }
    for (const page of pages) {
      const foot = page.items.find((item) => /^Page \d/.test(item.text))?.y ?? 0;
      const lowest = Math.max(...page.items.filter((item) => /mot|fin\d/.test(item.text)).map((item) => item.y), 0);
      expect(lowest).toBeLessThan(foot - 8);
    }
  });

  it('holds a description longer than a page', async () => {
    const document = sampleDocument({ lines: 2 });
    const [line] = document.lines;
    if (line === undefined) throw new Error('no line');
    line.description = Array.from({ length: 1500 }, (_, index) => `mot${index}`).join(' ');
    const { pages } = await render(document);
    const words = [...spaced(pages).matchAll(/\bmot(\d+)\b/g)].map((found) => Number(found[1]));
    expect(words).toEqual(Array.from({ length: 1500 }, (_, index) => index));
  });

  it('keeps names and words that fit nowhere inside the margins', async () => {
    const document = sampleDocument({ lines: 2 });
    document.buyer.name = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
    document.references.order = 'X'.repeat(120);
    document.seller.tradingName = 'Ateliers '.repeat(20).trim();
    document.number = 'F'.repeat(60);
    const [line] = document.lines;
    if (line === undefined) throw new Error('no line');
    line.description = 'W'.repeat(150);
    line.quantity = '-123456789012.123456';
    line.unitPrice = '98765432.123456789';
    line.net = -9_007_199_254_740_991;
    const { pages } = await render(document);
    const text = spaced(pages);
    expect(text.match(/W/g)?.length).toBeGreaterThanOrEqual(150);
    expect(text.match(/X/g)?.length).toBeGreaterThanOrEqual(120);
    expect(text).toContain('−123 456 789 012,123456');
    expect(text).toContain('−90 071 992 547 409,91');
    const fonts = paperFonts(resourcesDir);
    for (const page of pages) {
      for (const item of page.items.filter(({ text: shown }) => !/^F+$/.test(shown))) {
        expect(item.x).toBeGreaterThan(50);
        if (item.text.length < 20) expect(item.x + fonts.width(item.text, 'regular', 6)).toBeLessThan(page.width - 45);
      }
    }
  });

  it('credits: names the invoice it corrects and asks for no transfer', async () => {
    const { pages } = await render(sampleDocument({ kind: 'credit_note', lines: 2 }));
    const text = spaced(pages);
    expect(text).toContain('Avoir');
    expect(text).toContain('FA-2026-10-00417 du 02/10/2026');
    expect(text).toContain('Montant de l’avoir');
    expect(text).toContain('En votre faveur');
    expect(text).not.toContain('IBAN');
  });

  it('shows currencies without and with three decimals', async () => {
    expect(
      spaced((await render(sampleDocument({ language: 'en', currency: 'JPY', minorDigits: 0, lines: 1 }))).pages),
    ).toContain('¥1,500');
    expect(spaced((await render(sampleDocument({ currency: 'TND', minorDigits: 3, lines: 1 }))).pages)).toContain(
      '21,900 TND',
    );
  });

  it('shows allowances, charges, prepayments, several taxes and reasons', async () => {
    const document = sampleDocument({ lines: 1 });
    document.lines[0]?.taxes.push({ category: 'S', rate: '2.1', reasonCode: null });
    document.allowancesCharges = [
      { kind: 'allowance', reason: 'Remise annuelle', amount: 500, tax: null },
      { kind: 'charge', reason: 'Port', amount: 300, tax: null },
    ];
    document.taxes = [
      { category: 'K', rate: '0', base: 1625, tax: 0, reasonCode: 'VATEX-EU-IC', reason: 'Article 262 ter, I du CGI' },
      { category: 'O', rate: '0', base: 0, tax: 0, reasonCode: null, reason: null },
    ];
    document.totals = {
      lines: 1825,
      allowances: 500,
      charges: 300,
      net: 1625,
      tax: 0,
      gross: 1625,
      prepaid: 1625,
      rounding: 0,
      payable: 0,
    };
    const text = spaced((await render(document)).pages);
    for (const part of [
      '20 % + 2,1 %',
      'Remise annuelle',
      '−5,00 €',
      'Port',
      '3,00 €',
      'Article 262 ter',
      'Hors champ',
      'Déjà réglé',
      '−16,25 €',
      'Rien à régler',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('IBAN');
  });

  it('marks a draft', async () => {
    const { pages } = await render(sampleDraft(), { watermark: 'draft' });
    expect(spaced(pages)).toContain('BROUILLON');
    expect(spaced(pages)).toContain('Brouillon, sans numéro');
    expect(spaced((await render(sampleDocument())).pages)).not.toContain('BROUILLON');
  });

  it('draws a logo, and leaves out what is none', async () => {
    const plain = await render(sampleDocument());
    const drawn = await render(sampleDocument(), { logo: png });
    expect(drawn.bytes.toString('latin1')).toContain('/Subtype /Image');
    expect(plain.bytes.toString('latin1')).not.toContain('/Subtype /Image');
    expect((await renderPdf(sampleDocument(), { ...options, logo: png })).logoUnreadable).toBe(false);
    // Frozen with a picture that nobody can read: the paper comes without it, and says so.
    for (const logo of [Buffer.from('<svg/>'), png.subarray(0, 30), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4])]) {
      const { bytes, logoUnreadable } = await renderPdf(sampleDocument(), { ...options, logo });
      expect([bytes.toString('latin1').includes('/Subtype /Image'), logoUnreadable]).toEqual([false, true]);
      expect(() => assertLogoReadable(logo)).toThrow('document_logo_unreadable');
    }
    expect(() => assertLogoReadable(png)).not.toThrow();
    const jpeg = Buffer.from('ffd8ffe000044a46ffc0000b0800010001010111 00ffd9'.replaceAll(' ', ''), 'hex');
    expect(() => assertLogoReadable(jpeg)).not.toThrow();
  });
});

describe('the bytes', () => {
  it('are the same for the same document, whatever was made before', async () => {
    const first = await renderPdf(sampleDocument({ lines: 12 }), options);
    const other = sampleDocument({ lines: 3, language: 'en' });
    other.message = 'Non-breaking\u00a0spaces, soft\u00adhyphens, Δ ∆ Ω Ω µ μ';
    await renderPdf(other, options);
    const second = await renderPdf(sampleDocument({ lines: 12 }), options);
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  it('carry their fonts, cut down to what is used', async () => {
    const { bytes } = await renderPdf(sampleDocument(), options);
    const raw = bytes.toString('latin1');
    expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
    expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+LiassePaper-Regular/);
    expect(raw).not.toContain('/Helvetica');
    expect(bytes.length).toBeLessThan(40_000);
  });

  it('name fonts that are missing', async () => {
    await expect(renderPdf(sampleDocument(), { ...options, resourcesDir: folder })).rejects.toMatchObject({
      code: 'document_fonts_missing',
    });
  });
});

describe('characters', () => {
  it('of Europe are all drawn', async () => {
    const document = sampleDocument({ lines: 1 });
    document.message = 'Łódź Ørsted Čapek Ğüneş Αθήνα Київ Đặng ﬁn — “„” ’ € £ № ½ ² → e\u0301';
    const { pages, missingGlyphs } = await render(document);
    expect(missingGlyphs).toEqual([]);
    expect(spaced(pages)).toContain('Łódź Ørsted Čapek Ğüneş Αθήνα Київ Đặng fin');
  });

  it('that no font has are shown as a box and reported', async () => {
    const document = sampleDocument({ lines: 1 });
    document.buyer.name = '日本 Ltd 👍🏽 مرحبا';
    const { pages, missingGlyphs } = await render(document);
    expect(missingGlyphs).toEqual(expect.arrayContaining(['日', '本', '👍', 'م']));
    expect(spaced(pages)).toContain('\ufffd\ufffd Ltd');
    // The list that the check before issuing asks says the same as the fonts themselves.
    const { coverage } = loadResources(resourcesDir);
    const asked = new Set<string>();
    printableDeep(document, coverage, asked);
    expect([...asked].sort()).toEqual(missingGlyphs);
  });

  it('never break the rendering', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const document = sampleDocument({ lines: 1 });
        document.buyer.name = text;
        document.message = text;
        const [line] = document.lines;
        if (line !== undefined) line.description = text;
        expect((await renderPdf(document, options)).pages).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a logo with transparency', () => {
  /** A PNG with the given filter in every row; the filters are undone by the decoder under test. */
  const rgba = (pixels: number[][], channels: 2 | 4): Buffer => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
      const frame = Buffer.alloc(8);
      frame.writeUInt32BE(data.length, 0);
      frame.writeUInt32BE(crc32(body), 4);
      return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE((pixels[0]?.length ?? 0) / channels, 0);
    head.writeUInt32BE(pixels.length, 4);
    head.set([8, channels === 4 ? 6 : 4], 8);
    // Filter 1 (sub): each byte less the one a pixel before.
    const rows = pixels.flatMap((row) => [1, ...row.map((value, x) => (value - (row[x - channels] ?? 0)) & 255)]);
    return Buffer.concat([
      png.subarray(0, 8),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.from(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };
  const firstRow = (flat: Buffer): number[] => {
    const at = flat.indexOf('IDAT');
    return [...inflateSync(flat.subarray(at + 4, at + 4 + flat.readUInt32BE(at - 4)))].slice(1);
  };

  it('is laid on white', () => {
    const row = [255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 128];
    expect(firstRow(opaque(rgba([row, row], 4))).slice(0, 9)).toEqual([255, 0, 0, 255, 255, 255, 127, 255, 127]);
    expect(firstRow(opaque(rgba([[0, 255, 100, 0]], 2)))).toEqual([0, 0, 0, 255, 255, 255]);
    expect(opaque(png).equals(png)).toBe(true);
  });

  it('gives a picture without a second one for its transparency', async () => {
    const { bytes } = await renderPdf(sampleDocument(), { ...options, logo: rgba([[255, 0, 0, 255]], 4) });
    expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
  });
});

describe('the company’s colour', () => {
  it('is readable on white, whatever was chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const colour = `#${value.toString(16).padStart(6, '0')}`;
        const readable = readableColour(colour);
        expect(contrastWithWhite(readable)).toBeGreaterThanOrEqual(4.5);
        if (contrastWithWhite(colour) >= 4.5) expect(readable).toBe(colour);
      }),
    );
  });
});

describe.skipIf(!installed('pdftoppm'))('as an image (pdftoppm of poppler-utils; skipped where it is missing)', () => {
  it('has ink where the text is and none in the margins', async () => {
    for (const [name, document] of [
      ['a4', sampleDocument({ lines: 30 })],
      ['letter', sampleDocument({ lines: 30, paper: 'LETTER', language: 'en' })],
    ] as const) {
      const path = join(folder, `${name}.pdf`);
      writeFileSync(path, (await renderPdf(document, options)).bytes);
      const image = execFileSync('pdftoppm', ['-r', '36', '-gray', '-f', '1', '-l', '1', path], { maxBuffer: 1 << 24 });
      const head = /^P5\s+(\d+) (\d+)\s+255\s/.exec(image.toString('latin1', 0, 40));
      const width = Number(head?.[1]);
      const pixels = image.subarray(head?.[0].length ?? 0);
      let ink = 0;
      let margin = 0;
      pixels.forEach((value, index) => {
        if (value > 200) return;
        ink += 1;
        const x = index % width;
        if (x < 24 || x > width - 24) margin += 1;
      });
      expect(ink).toBeGreaterThan(500);
      expect(margin).toBe(0);
    }
  });
});
