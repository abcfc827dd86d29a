/** The audit trail brought into days, into text, and to the records it is about. Pure. */
import type { AuditRow } from '#shared/contract/audit.ts';
import { auditChanges, auditSentence } from '#shared/messages/audit.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { trailTexts as texts } from '#shared/messages/ui/audit.ts';
import type { CustomerId, InvoiceId, ProductId, RunId } from '#shared/model/ids.ts';
import type { Instant, IsoDate, Language } from '#shared/model/values.ts';
import type { Route } from '../../app/routes.ts';

/** The calendar day of an instant on this computer's clock. */
export function dayOf(at: Instant): IsoDate {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export interface Day {
  day: IsoDate;
  rows: AuditRow[];
}

/** Rows in their order, day by day. */
export function byDay(rows: readonly AuditRow[]): Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    const day = dayOf(row.at);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

/** Where what an entry is about can be seen; null where there is no such place. */
export function placeOf({ action, subject }: Pick<AuditRow, 'action' | 'subject'>): Route | null {
  const [noun] = action.split('.');
  // The subject of an action is the id of its noun.
  switch (noun) {
    case 'customer':
      return subject === null ? { screen: 'customers' } : { screen: 'customers', id: subject as CustomerId };
    case 'product':
      return subject === null ? { screen: 'products' } : { screen: 'products', id: subject as ProductId };
    case 'run':
      return subject === null ? { screen: 'runs' } : { screen: 'run', id: subject as RunId };
    case 'invoice':
      return subject === null ? { screen: 'invoices' } : { screen: 'invoices', id: subject as InvoiceId };
    case 'lines':
      return { screen: 'lines' };
    case 'series':
      return { screen: 'settings', page: 'numbering' };
    case 'company':
      return { screen: 'settings', page: 'company' };
    case 'field':
      return { screen: 'settings', page: 'fields' };
    case 'tag':
      return { screen: 'settings', page: 'tags' };
    case 'segment':
      return { screen: 'settings', page: 'segments' };
    default:
      return null;
  }
}

/** A cell of CSV: quoted where it has to be; what a spreadsheet would take for a formula stays a text. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows as CSV with a head, for a spreadsheet of the language: semicolons in French, commas in English. */
export function trailCsv(rows: readonly AuditRow[], language: Language): string {
  const line = (cells: string[]): string => cells.map(csvCell).join(language === 'fr' ? ';' : ',');
  const head = [texts.headDate, texts.headWho, texts.headWhat, texts.headChanges];
  return [
    line(head.map((text) => fill(text, language))),
    ...rows.map((row) =>
      line([
        row.at,
        row.actor,
        auditSentence(row.action, row.params, language),
        auditChanges(row.params, language)
          .map(({ label, from, to }) => `${label}: ${from} → ${to}`)
          .join(' | '),
      ]),
    ),
  ].join('\r\n');
}
