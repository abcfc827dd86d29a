/** Heads and widths of the workbook's sheets. */
import type { Text } from '#shared/messages/catalogue.ts';
import { workbookTexts as texts } from '#shared/messages/workbook.ts';

export interface Column {
  head: Text;
  /** In characters. */
  width: number;
}

const column = (head: Text, width: number): Column => ({ head, width });

export const invoiceColumns = [
  column(texts.number, 20),
  column(texts.kind, 12),
  column(texts.issueDate, 14),
  column(texts.taxPoint, 16),
  column(texts.dueDate, 12),
  column(texts.customerCode, 14),
  column(texts.customerName, 34),
  column(texts.country, 8),
  column(texts.vatNumber, 18),
  column(texts.reference, 18),
  column(texts.corrects, 20),
  column(texts.currency, 9),
  column(texts.net, 15),
  column(texts.tax, 13),
  column(texts.gross, 15),
  column(texts.payable, 15),
];
export const lineColumns = [
  column(texts.number, 20),
  column(texts.kind, 12),
  column(texts.issueDate, 14),
  column(texts.customerCode, 14),
  column(texts.position, 8),
  column(texts.date, 12),
  column(texts.productCode, 16),
  column(texts.description, 46),
  column(texts.quantity, 11),
  column(texts.unit, 9),
  column(texts.unitPrice, 16),
  column(texts.taxCategory, 17),
  column(texts.rate, 10),
  column(texts.currency, 9),
  column(texts.lineNet, 15),
];
export const taxColumns = [
  column(texts.taxCategory, 40),
  column(texts.rate, 10),
  column(texts.currency, 9),
  column(texts.documents, 12),
  column(texts.base, 17),
  column(texts.tax, 17),
];
export const customerColumns = [
  column(texts.customerCode, 14),
  column(texts.customerName, 34),
  column(texts.address, 40),
  column(texts.postcode, 12),
  column(texts.city, 20),
  column(texts.country, 8),
  column(texts.vatNumber, 18),
  column(texts.email, 28),
  column(texts.documents, 12),
  column(texts.currency, 9),
  column(texts.net, 15),
  column(texts.tax, 13),
  column(texts.gross, 15),
];
