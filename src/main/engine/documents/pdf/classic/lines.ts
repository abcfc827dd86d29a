/** The table of lines. Its head repeats on every page, a row is never cut, a figure never wraps. */
import { formatDate } from '#shared/format/date.ts';
import { formatDecimal, formatPercent } from '#shared/format/decimal.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { paperTexts } from '#shared/messages/paper.ts';
import type { DocumentLine } from '#shared/model/document.ts';
import type { Node } from '../libraries.ts';
import { flowing, HAIR, INK, ruled, type Sheet, SIZE, SOFT, THICK, THIN, wrapped } from './sheet.ts';

const GAP = 4.5;
/** Narrowest columns of figures: quantity, price, tax, amount. */
const NARROWEST = [46, 68, 44, 72] as const;
/** The description keeps at least this much; wider figures get smaller. */
const DESCRIPTION_MIN = 150;
/** A description beyond so many lines goes on in the next row: a row that is never cut must fit a page. */
const ROW_LINES = 36;

interface Figures {
  quantity: string;
  price: string;
  tax: string;
  net: string;
}

export function linesTable(sheet: Sheet): Node {
  const { document, fonts, language } = sheet;
  const heads = [paperTexts.quantity, paperTexts.unitPrice, paperTexts.vat, paperTexts.lineNet].map((text) =>
    fill(text, language),
  );
  const figures = document.lines.map((line) => figuresOf(sheet, line));
  const columns = figures.map((f) => [f.quantity, f.price, f.tax, f.net]);
  const needed = NARROWEST.map((least, column) => {
    const head = fonts.width(heads[column] ?? '', 'semibold', SIZE.small);
    return columns.reduce(
      (widest, row) => Math.max(widest, fonts.width(row[column] ?? '', 'regular', SIZE.base)),
      Math.max(least, head),
    );
  });
  const available = sheet.width - DESCRIPTION_MIN - 8 * GAP;
  const total = needed.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, available / total);
  const widths = needed.map((width) => width * scale + 0.01);
  const figureSize = SIZE.base * scale;
  const description = sheet.width - widths.reduce((sum, width) => sum + width, 0) - 8 * GAP;

  const head = (text: string, alignment: string) => ({
    text,
    alignment,
    bold: true,
    fontSize: SIZE.small * (alignment === 'right' ? scale : 1),
    color: SOFT,
  });
  const body: Node[][] = [
    [head(fill(paperTexts.description, language), 'left'), ...heads.map((text) => head(text, 'right'))],
  ];
  /** Rows that go on with the row above: no line between them. */
  const continued = new Set<number>();
  document.lines.forEach((line, index) => {
    const cells = columns[index] ?? [];
    const parts = descriptionParts(sheet, line, description);
    parts.forEach((part, partIndex) => {
      if (partIndex > 0) continued.add(body.length);
      const shown = partIndex === 0 ? cells : ['', '', '', ''];
      body.push([part, ...shown.map((text) => ({ text, alignment: 'right', noWrap: true, fontSize: figureSize }))]);
    });
  });

  const rows = body.length;
  return {
    fontSize: SIZE.base,
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [description, ...widths], body },
    layout: ruled(
      (index) => {
        if (index === 0) return { width: THICK, colour: INK };
        if (index === 1) return { width: THIN, colour: INK };
        return continued.has(index) && index < rows ? null : { width: THIN, colour: HAIR };
      },
      {
        top: (row) => (row === 0 ? 4.5 : continued.has(row) ? 0 : 2.3),
        bottom: (row) => (row === 0 ? 4.5 : 2.5),
        left: (column) => (column === 0 ? 0 : GAP),
        right: (column) => (column === 4 ? 0 : GAP),
      },
    ),
  };
}

function figuresOf(sheet: Sheet, line: DocumentLine): Figures {
  const { language, document } = sheet;
  const surface = 'paper' as const;
  return {
    quantity: formatDecimal(line.quantity, language, { surface }),
    price: formatDecimal(line.unitPrice, language, { surface, minDigits: document.minorDigits }),
    // Category O is outside the tax: a rate would be untrue (EN 16931 BR-O-05).
    tax: line.taxes.map((tax) => (tax.category === 'O' ? '–' : formatPercent(tax.rate, language, surface))).join(' + '),
    net: sheet.amount(line.net),
  };
}

/** Description and second line, in as many rows as they need. */
function descriptionParts(sheet: Sheet, line: DocumentLine, width: number): Node[] {
  const second = secondLine(sheet, line);
  // Nearly all are short; measuring every word of them would cost more than drawing them.
  const lines =
    line.description.length + second.length < 1200
      ? null
      : wrapped(sheet.fonts, line.description, 'regular', SIZE.base, width);
  const small =
    second === ''
      ? []
      : [{ ...flowing(sheet.fonts, second, 'regular', SIZE.small, width), fontSize: SIZE.small, color: SOFT }];
  if (lines === null) {
    const first = flowing(sheet.fonts, line.description, 'regular', SIZE.base, width);
    return [small.length === 0 ? first : { stack: [first, ...small] }];
  }
  const parts: Node[] = [];
  for (let at = 0; at < lines.length; at += ROW_LINES) {
    parts.push({ text: lines.slice(at, at + ROW_LINES).join('\n') });
  }
  const notes = wrapped(sheet.fonts, second, 'regular', SIZE.small, width);
  for (let at = 0; second !== '' && at < notes.length; at += ROW_LINES) {
    parts.push({ text: notes.slice(at, at + ROW_LINES).join('\n'), fontSize: SIZE.small, color: SOFT });
  }
  return parts;
}

function secondLine(sheet: Sheet, line: DocumentLine): string {
  const { language, document } = sheet;
  const allowances = line.allowancesCharges;
  const reductions = allowances.reduce((sum, { kind, amount }) => sum + (kind === 'allowance' ? amount : -amount), 0);
  return [
    line.productCode,
    line.date === null || line.date === document.taxPoint ? null : formatDate(line.date, language, 'short'),
    line.unit,
    line.baseQuantity === '1'
      ? null
      : fill(paperTexts.pricePer, language, {
          quantity: formatDecimal(line.baseQuantity, language, { surface: 'paper' }),
        }),
    line.note,
    allowances.length === 0
      ? null
      : fill(paperTexts.beforeAllowances, language, { amount: sheet.amount(line.net + reductions) }),
    ...allowances.map(
      ({ kind, reason, amount }) => `${reason}\u00a0${sheet.amount(kind === 'allowance' ? -amount : amount)}`,
    ),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
