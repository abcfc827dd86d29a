/** How to pay, whom to ask, what the law wants said, and the foot of every page. */
import { formatDate } from '#shared/format/date.ts';
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { paperTexts } from '#shared/messages/paper.ts';
import type { Node } from '../libraries.ts';
import { addressLines } from './address.ts';
import { registrationNumber } from './head.ts';
import {
  fittingSize,
  flowing,
  HAIR,
  INK,
  MARGIN,
  rule,
  ruled,
  type Sheet,
  SIZE,
  SOFT,
  stacked,
  THICK,
  THIN,
  wrapped,
} from './sheet.ts';

const CONTACT_WIDTH = 140;
/** Legal text of more lines than this may go over a page's end. */
const TOGETHER = 40;

/** The payment box: kept in one piece. A code to scan will stand in a first column of its own. */
function paymentBox(sheet: Sheet): Node {
  const padding = 13.5;
  const mainWidth = sheet.width - CONTACT_WIDTH - 3 * padding;
  return {
    margin: [0, 12, 0, 0],
    table: {
      dontBreakRows: true,
      widths: [mainWidth, CONTACT_WIDTH],
      body: [
        [
          { fillColor: sheet.wash, stack: instructions(sheet, mainWidth) },
          { fillColor: sheet.wash, stack: contact(sheet) },
        ],
      ],
    },
    layout: ruled((index) => (index === 0 ? { width: THICK, colour: sheet.accent } : null), {
      top: () => 9,
      bottom: () => 9,
      left: () => padding,
      right: (column) => (column === 1 ? padding : 0),
    }),
  };
}

function instructions(sheet: Sheet, width: number): Node[] {
  const { document, language, fonts } = sheet;
  const { payment, totals, dueDate } = document;
  const credit = document.kind === 'credit_note' || totals.payable < 0;
  const heading = fill(
    headingText(sheet, credit),
    language,
    dueDate === null ? {} : { date: formatDate(dueDate, language, 'long') },
  );
  // The reference is for a transfer to the company; a credit note is named by its number.
  const reference = credit ? sheet.number : (payment.reference ?? sheet.number);
  const transfer = credit || totals.payable === 0 ? null : payment.transfer;
  const rows: [Text, string | null, boolean][] = [
    [paperTexts.amount, totals.payable === 0 ? null : sheet.money(Math.abs(totals.payable)), true],
    [paperTexts.paymentReference, totals.payable === 0 ? null : reference, false],
    [paperTexts.holder, transfer === null || transfer.holder === document.seller.name ? null : transfer.holder, false],
    [paperTexts.iban, transfer === null ? null : groupedIban(transfer.iban), false],
    [paperTexts.bic, transfer?.bic ?? null, false],
  ];
  const shown = rows.flatMap(([label, value, strong]) =>
    value === null
      ? []
      : [
          [
            { text: fill(label, language), color: SOFT, noWrap: true },
            { ...flowing(fonts, value, 'semibold', 8.85, width - 58), bold: strong },
          ],
        ],
  );
  return [
    {
      text: heading,
      bold: true,
      fontSize: fittingSize(fonts, heading, 'semibold', width, [9.75, 9, 8]),
      margin: [0, 0, 0, 4],
    },
    ...(shown.length === 0
      ? []
      : [
          {
            fontSize: 8.85,
            table: { widths: [58, width - 58], body: shown },
            layout: ruled(() => null, { top: () => 0.5, bottom: () => 0.6 }),
          },
        ]),
    ...(payment.terms === null || credit
      ? []
      : [{ text: payment.terms, fontSize: SIZE.small, color: SOFT, margin: [0, 4, 0, 0] }]),
  ];
}

function headingText(sheet: Sheet, credit: boolean): Text {
  const { payment, totals, dueDate } = sheet.document;
  if (totals.payable === 0) return paperTexts.nothingToPay;
  if (credit) return paperTexts.creditHeading;
  if (payment.transfer !== null) return dueDate === null ? paperTexts.payByTransfer : paperTexts.payByTransferBefore;
  return dueDate === null ? paperTexts.pay : paperTexts.payBefore;
}

function contact(sheet: Sheet): Node[] {
  const { sellerContact, seller, kind } = sheet.document;
  const lines = [sellerContact.name, sellerContact.phone ?? seller.phone, sellerContact.email ?? seller.email].filter(
    (line): line is string => line !== null && line !== '',
  );
  if (lines.length === 0) return [{ text: '' }];
  const question = fill(
    kind === 'credit_note' ? paperTexts.questionCredit : paperTexts.questionInvoice,
    sheet.language,
  );
  return [
    { text: question, bold: true, fontSize: SIZE.small },
    ...lines.map((text) => ({
      ...flowing(sheet.fonts, text, 'regular', SIZE.small, CONTACT_WIDTH),
      fontSize: SIZE.small,
      color: SOFT,
      lineHeight: 1.04,
    })),
  ];
}

/** Payment box and legal mentions, together on one page where they can be. */
export function closing(sheet: Sheet): Node {
  const legal = mentions(sheet);
  if (legal === null) return paymentBox(sheet);
  return { unbreakable: legal.together, stack: [paymentBox(sheet), legal.node] };
}

/** ISO 13616: on paper an IBAN stands in groups of four. */
function groupedIban(iban: string): string {
  return iban.replace(/\s+/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');
}

/** A mention that follows another begins after a stop: one that has no closing sign of its own gets a full stop. */
const closed = (mention: string): string =>
  /[.!?…][ \u00a0\u202f]?[»”"’')\]]?$/u.test(mention) ? mention : `${mention}.`;

/** The legal mentions in two columns of the same height; in one where there is little to say. */
function mentions(sheet: Sheet): { node: Node; together: boolean } | null {
  const text = sheet.document.mentions
    .map((mention) => mention.text.trim())
    .filter((mention) => mention !== '')
    .map(closed)
    .join(' ');
  if (text === '') return null;
  const gap = 18;
  const width = (sheet.width - gap) / 2;
  const lines = wrapped(sheet.fonts, text, 'regular', SIZE.legal, width - 1).map((line) => line.trimEnd());
  const style = { margin: [0, 8, 0, 0], fontSize: SIZE.legal, color: SOFT, lineHeight: 1.06 };
  if (lines.length <= 2) return { node: { ...style, text }, together: true };
  const half = Math.ceil(lines.length / 2);
  return {
    together: half <= TOGETHER,
    node: {
      ...style,
      columnGap: gap,
      columns: [
        { width, stack: stacked(lines.slice(0, half)) },
        { width, stack: stacked(lines.slice(half)) },
      ],
    },
  };
}

const FOOT_LINE = SIZE.foot * 1.3;
const FOOT_BOTTOM = 22.5;
const PAGE_OF = 82;

/** Who issues the document: legal form, address, registers. The law wants it on every invoice; it stands on every page. */
function footLines(sheet: Sheet): string[] {
  const { seller, sellerLegalNote } = sheet.document;
  const { language } = sheet;
  const registration = seller.country === 'FR' ? paperTexts.sellerSiren : paperTexts.sellerRegistration;
  const number = registrationNumber(seller.registrationNumber, seller.country);
  const identity = [sellerLegalNote ?? seller.name, addressLines(seller, seller.country, language).join(', ')];
  const registers = [
    number === null ? null : fill(registration, language, { number }),
    seller.vatNumber === null ? null : fill(paperTexts.sellerVat, language, { number: seller.vatNumber }),
    seller.taxRegistration === null
      ? null
      : fill(paperTexts.sellerTaxNumber, language, { number: seller.taxRegistration }),
  ];
  const width = sheet.width - PAGE_OF;
  return [identity, registers]
    .map((parts) => parts.filter((part) => part !== null && part !== '').join(' · '))
    .filter((line) => line !== '')
    .flatMap((line) => wrapped(sheet.fonts, line, 'regular', SIZE.foot, width).map((part) => part.trimEnd()));
}

/** The foot of the pages and the bottom margin that holds it. */
export function pageFoot(sheet: Sheet): { margin: number; draw: (page: number, pages: number) => Node } {
  const lines = footLines(sheet);
  const height = 6 + Math.max(1, lines.length) * FOOT_LINE;
  return {
    margin: FOOT_BOTTOM + height + 9,
    draw: (page, pages) => ({
      margin: [MARGIN, 9, MARGIN, 0],
      stack: [
        rule(sheet.width, HAIR, THIN),
        {
          margin: [0, 5.4, 0, 0],
          fontSize: SIZE.foot,
          color: SOFT,
          columns: [
            { width: sheet.width - PAGE_OF, stack: stacked(lines) },
            {
              width: PAGE_OF,
              alignment: 'right',
              noWrap: true,
              color: INK,
              text: fill(paperTexts.page, sheet.language, { page, pages }),
            },
          ],
        },
      ],
    }),
  };
}
