/** The upper part: letterhead and title, dates and references, address; on later pages one line that says what this is. */
import { formatDate, formatPeriod } from '#shared/format/date.ts';
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { paperTexts } from '#shared/messages/paper.ts';
import type { Node } from '../libraries.ts';
import { addressLines } from './address.ts';
import {
  ADDRESS_LEFT,
  ADDRESS_TOP,
  BODY_TOP,
  CONTENT_TOP,
  fittingSize,
  flowing,
  INK,
  LETTERHEAD_TOP,
  MARGIN,
  META_TOP,
  ruled,
  type Sheet,
  SIZE,
  SOFT,
  wrapped,
} from './sheet.ts';

const LINE = 1.3;
const META_LABEL = 86;
const LOGO = { width: 150, height: 48 };

export const titleText = (sheet: Sheet): string =>
  fill(sheet.document.kind === 'credit_note' ? paperTexts.creditNote : paperTexts.invoice, sheet.language);

/**
 * The letterhead and title of page 1. Given to pdfmake as background, because its header may not reach below the upper
 * margin of all pages.
 */
export function letterhead(sheet: Sheet): Node {
  const titleWidth = 190;
  const space = sheet.width - titleWidth - 12;
  const logoWidth = sheet.logo === null ? 0 : LOGO.width;
  const number = sheet.number ?? fill(paperTexts.draftNumber, sheet.language);
  const numberSize = fittingSize(sheet.fonts, number, 'semibold', titleWidth, [SIZE.number, 9, 8, 7]);
  return {
    margin: [MARGIN, LETTERHEAD_TOP, MARGIN, 0],
    columns: [
      ...(sheet.logo === null
        ? []
        : [{ width: 'auto', image: 'logo', fit: [LOGO.width, LOGO.height], margin: [0, 0, 11, 0] }]),
      { width: '*', stack: senderLines(sheet, space - logoWidth) },
      {
        width: titleWidth,
        alignment: 'right',
        stack: [
          {
            text: titleText(sheet),
            fontSize: SIZE.title,
            color: sheet.accent,
            lineHeight: 0.95,
            margin: [0, -5, 0, 0],
          },
          { text: number, bold: true, fontSize: numberSize },
        ],
      },
    ],
  };
}

/** The sender's name in the largest size that leaves room, and where it lives. */
function senderLines(sheet: Sheet, width: number): Node[] {
  const { seller } = sheet.document;
  const name = seller.tradingName ?? seller.name;
  const legalName = seller.tradingName !== null && seller.tradingName !== seller.name ? [seller.name] : [];
  const address = [...legalName, addressLines(seller, seller.country, sheet.language).join(', ')].filter(
    (line) => line !== '',
  );
  const below = address.flatMap((line) => wrapped(sheet.fonts, line, 'regular', 8.2, width));
  // The foot of the page names the address too: an endless one is left to it.
  const shown = below.length <= 3 ? address : legalName;
  const room = META_TOP - LETTERHEAD_TOP - 6 - Math.min(below.length, 3) * 8.2 * LINE;
  const fits = (size: number) =>
    wrapped(sheet.fonts, name, 'semibold', size, width).length * size * LINE <= Math.max(room, 30);
  const size = [SIZE.name, 12, 10, 8.5, 7].find(fits) ?? 6;
  return [
    { text: name, bold: true, fontSize: size, color: INK, margin: [0, sheet.logo === null ? 0 : 4, 0, 1] },
    ...shown.map((text) => ({ text, fontSize: 8.2, color: SOFT })),
  ];
}

/** What stands in the upper margin of every page but the first. */
export function continuation(sheet: Sheet): Node {
  const { seller } = sheet.document;
  const name = seller.tradingName ?? seller.name;
  const what = `${titleText(sheet)} ${sheet.number ?? ''}`.trim();
  const nameWidth = 230;
  const whatWidth = sheet.width - nameWidth - 12;
  const [first = ''] = wrapped(sheet.fonts, name, 'semibold', SIZE.small, nameWidth - 8);
  return {
    margin: [MARGIN, LETTERHEAD_TOP, MARGIN, 0],
    color: SOFT,
    columns: [
      { width: nameWidth + 12, text: first === name ? name : `${first.trimEnd()}…`, bold: true, fontSize: SIZE.small },
      {
        width: whatWidth,
        text: what,
        alignment: 'right',
        noWrap: true,
        fontSize: fittingSize(sheet.fonts, what, 'regular', whatWidth, [SIZE.small, 7, 6, 5, 4]),
      },
    ],
  };
}

/** Dates, references and address: the first thing in the flow of page 1. */
export function metaAndAddress(sheet: Sheet): Node {
  const { buyer, seller } = sheet.document;
  const left = ADDRESS_LEFT - MARGIN;
  const metaValue = left - META_LABEL - 12;
  const name = [
    buyer.name,
    ...(buyer.tradingName === null || buyer.tradingName === buyer.name ? [] : [buyer.tradingName]),
  ];
  return {
    margin: [0, META_TOP - CONTENT_TOP, 0, 0],
    table: {
      widths: [left, sheet.width - left],
      heights: [BODY_TOP - META_TOP],
      body: [
        [
          {
            table: { widths: [META_LABEL, metaValue], body: metaRows(sheet, metaValue) },
            layout: metaLayout,
            margin: [0, 0, 0, 7],
            fontSize: 8.7,
          },
          {
            margin: [0, ADDRESS_TOP - META_TOP, 0, 12],
            fontSize: 9.75,
            lineHeight: 1.05,
            stack: [
              ...name.map((text, index) => ({
                ...flowing(sheet.fonts, text, 'semibold', 9.75, sheet.width - left),
                bold: index === 0,
              })),
              ...addressLines(buyer, seller.country, sheet.language).map((text) =>
                flowing(sheet.fonts, text, 'regular', 9.75, sheet.width - left),
              ),
            ],
          },
        ],
      ],
    },
    layout: ruled(() => null, { top: () => 0, bottom: () => 0 }),
  };
}

const metaLayout = ruled(() => null, { top: () => 1.1, bottom: () => 1.1, right: (column) => (column === 0 ? 8 : 0) });

function metaRows(sheet: Sheet, width: number): Node[][] {
  const { document, language } = sheet;
  const { references, buyer } = document;
  const date = (iso: string) => formatDate(iso, language, 'long');
  const preceding = references.preceding.map(({ number, issueDate }) =>
    issueDate === null
      ? number
      : fill(paperTexts.precedingDated, language, { number, date: formatDate(issueDate, language, 'short') }),
  );
  const registration = buyer.country === 'FR' ? paperTexts.buyerSiren : paperTexts.buyerRegistration;
  const rows: [Text, string | null][] = [
    [paperTexts.issueDate, date(document.issueDate)],
    [paperTexts.taxPoint, document.taxPoint === document.issueDate ? null : date(document.taxPoint)],
    [paperTexts.dueDate, document.dueDate === null ? null : date(document.dueDate)],
    [paperTexts.period, references.period === null ? null : formatPeriod(references.period, language)],
    [preceding.length > 1 ? paperTexts.precedingInvoices : paperTexts.precedingInvoice, preceding.join('\n') || null],
    [paperTexts.orderReference, references.order],
    [paperTexts.buyerReference, references.buyer],
    [paperTexts.contractReference, references.contract],
    [paperTexts.sourceReference, references.source],
    [paperTexts.customerCode, document.customerCode || null],
    [registration, registrationNumber(buyer.registrationNumber, buyer.country)],
    [paperTexts.buyerVat, buyer.vatNumber],
    [paperTexts.deliveredTo, delivery(sheet)],
  ];
  return rows.flatMap(([label, value]) =>
    value === null
      ? []
      : [
          [
            { text: fill(label, language), color: SOFT, noWrap: true },
            flowing(sheet.fonts, value, 'regular', 8.7, width),
          ],
        ],
  );
}

function delivery(sheet: Sheet): string | null {
  const place = sheet.document.delivery;
  if (place === null) return null;
  return [place.name, ...addressLines(place, sheet.document.buyer.country, sheet.language)].join(', ');
}

/** A French SIREN (9 figures) or SIRET (14) is printed in groups, as its register writes it. */
export function registrationNumber(number: string | null, country: string | null): string | null {
  if (number === null || country !== 'FR' || !/^\d{9}(\d{5})?$/.test(number)) return number;
  return number.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, '$1\u00a0$2\u00a0$3 $4').trim();
}
