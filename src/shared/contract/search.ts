/** One search over everything in the file: what a person types, in whatever way, and where it leads. */
import { z } from 'zod';
import type { CustomerId, DraftId, ImportId, InvoiceId, PendingLineId, ProductId, RunId } from '../model/ids.ts';
import type { ImportKind } from '../model/imports.ts';
import type { CurrencyCode, Instant, IsoDate, Minor } from '../model/values.ts';
import { query } from './define.ts';
import type { LineStatus } from './records.ts';
import type { DraftStatus, RunStatus } from './runs.ts';

/** How well a hit answers: the very thing, begins so, or has it somewhere. */
export type SearchRank = 'exact' | 'begins' | 'contains';

export type SearchHit =
  | { kind: 'customer'; id: CustomerId; code: string; name: string | null; city: string | null; archived: boolean }
  | {
      kind: 'invoice';
      id: InvoiceId;
      number: string;
      document: 'invoice' | 'credit_note';
      customerName: string;
      reference: string | null;
      issueDate: IsoDate;
      currency: CurrencyCode;
      net: Minor;
      gross: Minor;
    }
  | { kind: 'product'; id: ProductId; code: string; name: string; archived: boolean }
  | { kind: 'run'; id: RunId; name: string; status: RunStatus; issueDate: IsoDate }
  | {
      kind: 'draft';
      id: DraftId;
      runId: RunId;
      runName: string;
      customerName: string | null;
      customerCode: string;
      reference: string | null;
      status: DraftStatus;
      currency: CurrencyCode;
      gross: Minor;
    }
  | {
      kind: 'line';
      id: PendingLineId;
      reference: string | null;
      customerCode: string | null;
      description: string | null;
      status: LineStatus;
      date: IsoDate | null;
    }
  | { kind: 'import'; id: ImportId; fileName: string; of: ImportKind; at: Instant; rows: number };
export type SearchKind = SearchHit['kind'];

export interface SearchGroup {
  kind: SearchKind;
  /** Best first. */
  hits: SearchHit[];
  /** Whether there are more than were asked for. */
  more: boolean;
}

export interface SearchAnswer {
  /** The group of the best hit first. */
  groups: SearchGroup[];
  /** How the text was read as an amount, as decimal texts; empty where it is none. */
  amounts: string[];
}

export const searchContract = {
  /**
   * Customers (code, name, city, e-mail, VAT number), documents (number, reference, customer, net or gross amount), products, runs,
   * drafts not yet issued, lines that wait, imports. Every word has to be there, in any order, whatever the accents.
   */
  'search.all': query(
    z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(6) }),
  ).returns<SearchAnswer>(),
  /** The records behind these ids that are still there, in the order of asking: for places somebody was at. */
  'search.named': query(z.object({ ids: z.array(z.uuid()).max(50) })).returns<SearchHit[]>(),
};
