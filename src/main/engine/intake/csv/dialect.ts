/** Delimiter and quote of a CSV file, by how evenly they cut its first records. */
import type { z } from 'zod';
import type { Delimiter as DelimiterSchema } from '#shared/model/imports.ts';

export type Delimiter = z.infer<typeof DelimiterSchema>;
export type Quote = '"' | "'";

/** In order of preference where the counts do not decide: a comma also stands inside numbers and sentences. */
const DELIMITERS: readonly Delimiter[] = [';', '\t', '|', ','];
const RECORDS = 200;

/** Number of fields of each of the first records, delimiters and line ends inside quotes not counted. Empty lines are left out. */
function fieldCounts(text: string, delimiter: string, quote: string, complete: boolean): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  let empty = true;
  for (let at = 0; at < text.length && counts.length < RECORDS; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === quote) {
        if (text[at + 1] === quote) at += 1;
        else quoted = false;
      }
      continue;
    }
    if (char === quote && fieldStart) {
      quoted = true;
      fieldStart = false;
      empty = false;
    } else if (char === delimiter) {
      fields += 1;
      fieldStart = true;
      empty = false;
    } else if (char === '\n' || char === '\r') {
      if (!empty) counts.push(fields);
      fields = 1;
      fieldStart = true;
      empty = true;
    } else {
      fieldStart = false;
      empty = false;
    }
  }
  if (complete && !empty && counts.length < RECORDS) counts.push(fields);
  return counts;
}

function mode(counts: readonly number[]): { value: number; share: number } {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  let value = 1;
  let times = 0;
  for (const [count, n] of seen) if (n > times || (n === times && count > value)) [value, times] = [count, n];
  return { value, share: counts.length === 0 ? 0 : times / counts.length };
}

/** The apostrophe is a quote only where fields begin and end with it and none with the double quote. */
function detectQuote(text: string): Quote {
  const single = text.match(/(^|[,;\t|\r\n])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  const double = text.match(/(^|[,;\t|\r\n])"/g)?.length ?? 0;
  return single > 0 && double === 0 ? "'" : '"';
}

/**
 * Detects what is not given. `complete`: the text is the whole file, so that its last record counts.
 * A delimiter scores by the share of records with the commonest count, doubled when the first record has it too.
 */
export function detectDialect(
  text: string,
  complete: boolean,
  asked: { delimiter: Delimiter | null; quote: Quote | null },
): { delimiter: Delimiter; quote: Quote } {
  const quote = asked.quote ?? detectQuote(text);
  if (asked.delimiter !== null) return { delimiter: asked.delimiter, quote };
  // Excel's own directive in the first line.
  const directive = /^sep=([;,\t|])\r?\n/i.exec(text)?.[1];
  const declared = DELIMITERS.find((delimiter) => delimiter === directive);
  if (declared) return { delimiter: declared, quote };

  let best: { delimiter: Delimiter; score: number; fields: number } = { delimiter: ',', score: 0, fields: 1 };
  for (const delimiter of DELIMITERS) {
    const counts = fieldCounts(text, delimiter, quote, complete);
    const { value, share } = mode(counts);
    if (value < 2) continue;
    const score = share + (counts[0] === value ? 1 : 0);
    if (score > best.score + 0.02 || (Math.abs(score - best.score) <= 0.02 && value > best.fields)) {
      best = { delimiter, score, fields: value };
    }
  }
  return { delimiter: best.delimiter, quote };
}
