/** Tax breakdown and totals, side by side and never apart. */
import { formatPercent } from '#shared/format/decimal.ts';
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { paperTexts } from '#shared/messages/paper.ts';
import type { TaxBreakdownRow } from '#shared/model/document.ts';
import type { Node } from '../libraries.ts';
import { fittingSize, HAIR, INK, ruled, type Sheet, SIZE, SOFT, THICK, THIN } from './sheet.ts';

/** Beyond so many rows the block may break: it would not fit a page with certainty. */
const TOGETHER = 24;

export function sums(sheet: Sheet): Node {
  const { document } = sheet;
  const totals = totalRows(sheet);
  const totalsWidth = 202;
  const gap = 44;
  const rows = Math.max(document.taxes.length * 2, totals.length);
  return {
    unbreakable: rows <= TOGETHER,
    margin: [0, 12, 0, 0],
    columns: [
      { width: sheet.width - totalsWidth - gap, ...taxTable(sheet, sheet.width - totalsWidth - gap) },
      { width: gap, text: '' },
      { width: totalsWidth, ...totalsTable(sheet, totals, totalsWidth) },
    ],
  };
}

const categoryTexts: Partial<Record<TaxBreakdownRow['category'], Text>> = {
  E: paperTexts.categoryExempt,
  AE: paperTexts.categoryReverse,
  K: paperTexts.categoryIntra,
  G: paperTexts.categoryExport,
  O: paperTexts.categoryOutside,
};

/** One row a (category, rate); the reason why no tax is charged stands under it, over the full width. */
function taxTable(sheet: Sheet, width: number): { [property: string]: unknown } {
  const { document, language, fonts } = sheet;
  const head = (text: Text, alignment: string) => ({
    text: fill(text, language),
    alignment,
    bold: true,
    fontSize: SIZE.small,
    color: SOFT,
  });
  const body: Node[][] = [
    [head(paperTexts.vatRate, 'left'), head(paperTexts.vatBase, 'right'), head(paperTexts.vatAmount, 'right')],
  ];
  const reasons = new Set<number>();
  const figure = (minor: number) => ({ text: sheet.amount(minor), alignment: 'right', noWrap: true });
  for (const row of document.taxes) {
    const rate = row.category === 'O' ? '–' : formatPercent(row.rate, language, 'paper');
    body.push([{ text: rate }, figure(row.base), figure(row.tax)]);
    const category = categoryTexts[row.category];
    const reason = row.reason ?? (category === undefined ? null : fill(category, language));
    if (reason !== null && reason !== '') {
      reasons.add(body.length);
      body.push([{ text: reason, colSpan: 3, fontSize: SIZE.small, color: SOFT }, '', '']);
    }
  }
  const size = Math.min(
    ...document.taxes.map((row) =>
      fittingSize(fonts, `${sheet.amount(row.base)}${sheet.amount(row.tax)}`, 'regular', width - 60, [8.6, 7.6, 6.6]),
    ),
  );
  const column = Math.max(
    70,
    ...document.taxes
      .flatMap((row) => [row.base, row.tax])
      .map((minor) => fonts.width(sheet.amount(minor), 'regular', size)),
  );
  return {
    fontSize: size,
    table: { widths: [width - 2 * column - 12, column, column], dontBreakRows: true, headerRows: 1, body },
    layout: ruled(
      (index) => {
        if (index === 0 || reasons.has(index)) return null;
        return { width: THIN, colour: index === 1 ? INK : HAIR };
      },
      {
        top: (row) => (row === 0 || reasons.has(row) ? 0 : 3),
        bottom: (row) => (reasons.has(row + 1) ? 0.5 : 3),
        right: (column) => (column < 2 ? 6 : 0),
      },
    ),
  };
}

interface TotalRow {
  label: string;
  amount: string;
  strong: boolean;
}

function totalRows(sheet: Sheet): TotalRow[] {
  const { document, language } = sheet;
  const { totals } = document;
  const row = (label: string, minor: number, strong = false): TotalRow => ({
    label,
    amount: sheet.money(minor),
    strong,
  });
  const named = (text: Text, minor: number, strong = false): TotalRow => row(fill(text, language), minor, strong);
  const adjusted = document.allowancesCharges.length > 0;
  return [
    ...(adjusted ? [named(paperTexts.totalLines, totals.lines)] : []),
    ...document.allowancesCharges.map(({ kind, reason, amount }) =>
      row(reason, kind === 'allowance' ? -amount : amount),
    ),
    named(paperTexts.totalNet, totals.net),
    named(paperTexts.vat, totals.tax),
    named(paperTexts.totalGross, totals.gross, true),
    ...(totals.prepaid === 0 ? [] : [named(paperTexts.prepaid, -totals.prepaid)]),
    ...(totals.rounding === 0 ? [] : [named(paperTexts.rounding, totals.rounding)]),
  ];
}

function totalsTable(sheet: Sheet, rows: TotalRow[], width: number): { [property: string]: unknown } {
  const { document, fonts, language } = sheet;
  const due = fill(document.kind === 'credit_note' ? paperTexts.credited : paperTexts.payable, language);
  const dueAmount = sheet.money(document.totals.payable);
  const dueSize = fittingSize(fonts, `${due}${dueAmount}`, 'semibold', width - 12, [SIZE.due, 11, 9.5, 8]);
  const column = Math.max(
    fonts.width(dueAmount, 'semibold', dueSize),
    ...rows.map((row) => fonts.width(row.amount, row.strong ? 'semibold' : 'regular', 9.1)),
  );
  const last = rows.length;
  return {
    fontSize: 9.1,
    table: {
      widths: [width - column - 8, column + 0.01],
      dontBreakRows: true,
      body: [
        ...rows.map(({ label, amount, strong }) => [
          { text: label, bold: strong },
          { text: amount, bold: strong, alignment: 'right', noWrap: true },
        ]),
        [
          { text: due, bold: true, fontSize: dueSize },
          { text: dueAmount, bold: true, fontSize: dueSize, color: sheet.accent, alignment: 'right', noWrap: true },
        ],
      ],
    },
    layout: ruled(
      (index) => {
        if (index === last || index === last + 1) return { width: THICK, colour: INK };
        return rows[index]?.strong === true ? { width: THIN, colour: HAIR } : null;
      },
      {
        top: (row) => (row === last ? 6 : 2.6),
        bottom: (row) => (row === last ? 6 : 2.6),
        right: (column) => (column === 0 ? 8 : 0),
      },
    ),
  };
}
