/** Codes: what identifies a customer, a product, a document. Digits there are names, not numbers. */
import { Problem } from '../problem.ts';

/** '1.23457E+12', as a spreadsheet shortens a long number when it saves a CSV: its last digits are gone. */
const SHORTENED = /^\d(?:[.,]\d+)?E\+\d{2,}$/;
/** Digits that a spreadsheet keeps of a number. */
const KEPT = 15;

/**
 * A code as text. '17850.0', a number that went through a table program, becomes '17850'.
 * Problem: code_shortened where digits were lost on the way.
 */
export function parseCode(raw: string): string | Problem {
  const text = cleanText(raw);
  if (/^\d+\.0$/.test(text)) return text.slice(0, -2);
  if (SHORTENED.test(text)) return new Problem('code_shortened', { value: text });
  return text;
}

/** The same for a number cell of a spreadsheet, whose text is a plain decimal. */
export function parseNumericCode(text: string): string | Problem {
  return text.replace(/^-|\..*$/g, '').length > KEPT ? new Problem('code_shortened', { value: text }) : text;
}

/** Composed form, line ends as \n, no blanks around, no control characters. What is inside stays as it was. */
export function cleanText(raw: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(raw)) return raw;
  return raw
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\ufeff]/g, (char) => (char === '\t' ? ' ' : ''))
    .trim();
}
