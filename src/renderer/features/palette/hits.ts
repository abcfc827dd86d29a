/** A search's hit as an entry of the palette: its words, and the place it leads to. */
import {
  type Icon,
  IconFileImport,
  IconFileInvoice,
  IconFilePencil,
  IconLayoutList,
  IconPackage,
  IconStack2,
  IconUser,
} from '@tabler/icons-react';
import type { SearchHit, SearchKind } from '#shared/contract/search.ts';
import { formatDate as date } from '#shared/format/date.ts';
import { paletteTexts } from '#shared/messages/ui/palette.ts';
import type { Language } from '#shared/model/values.ts';
import { shell } from '../../api/bridge.ts';
import { money } from '../../app/format.ts';
import type { Translate } from '../../app/i18n.tsx';
import { go, placeAsText, type Route } from '../../app/routes.ts';
import { openListOn } from '../../components/list/memory.ts';
import { allInvoices, useInvoices } from '../invoices/store.ts';
import { showDraft } from '../runs/desk/store.ts';
import type { Entry } from './entries.ts';

const kindIcons: Record<SearchKind, Icon> = {
  customer: IconUser,
  invoice: IconFileInvoice,
  product: IconPackage,
  run: IconStack2,
  draft: IconFilePencil,
  line: IconLayoutList,
  import: IconFileImport,
};

function placeOf(hit: SearchHit): Route {
  switch (hit.kind) {
    case 'customer':
      return { screen: 'customers', id: hit.id };
    case 'invoice':
      return { screen: 'invoices', id: hit.id };
    case 'product':
      return { screen: 'products', id: hit.id };
    case 'run':
      return { screen: 'run', id: hit.id };
    case 'draft':
      return { screen: 'run', id: hit.runId };
    case 'line':
      return { screen: 'lines' };
    case 'import':
      return { screen: 'import', kind: hit.of };
  }
}

/** Opens the place of a hit, with a filter that shows it. */
function openHit(hit: SearchHit, inNewWindow: boolean): void {
  const route = placeOf(hit);
  if (inNewWindow) {
    void shell('window.open', { place: placeAsText(route) });
    return;
  }
  if (hit.kind === 'line') {
    openListOn('lines', { tab: hit.status, search: hit.reference ?? hit.description ?? '', customer: null });
  }
  go(route);
  if (hit.kind === 'invoice') useInvoices.setState({ view: allInvoices });
  if (hit.kind === 'draft') showDraft(hit.runId, hit.id);
}

const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

function wordsOf(hit: SearchHit, t: Translate, language: Language): { title: string; detail: string; aside: string } {
  switch (hit.kind) {
    case 'customer':
      return {
        title: hit.name ?? t(paletteTexts.noName),
        detail: joined(hit.code, hit.city, hit.archived ? t(paletteTexts.archived) : null),
        aside: '',
      };
    case 'invoice':
      return {
        title: hit.number,
        detail: joined(
          hit.document === 'credit_note' ? t(paletteTexts.creditNote) : null,
          hit.customerName,
          hit.reference,
          date(hit.issueDate, language),
        ),
        aside: money(hit.gross, hit.currency, language),
      };
    case 'product':
      return { title: hit.name, detail: joined(hit.code, hit.archived ? t(paletteTexts.archived) : null), aside: '' };
    case 'run':
      return { title: hit.name, detail: date(hit.issueDate, language), aside: '' };
    case 'draft':
      return {
        title: hit.customerName ?? hit.customerCode,
        detail: joined(hit.reference, hit.runName),
        aside: money(hit.gross, hit.currency, language),
      };
    case 'line':
      return {
        title: hit.description ?? hit.reference ?? '',
        detail: joined(hit.reference, hit.customerCode, hit.date === null ? null : date(hit.date, language)),
        aside: '',
      };
    case 'import':
      return {
        title: hit.fileName,
        detail: joined(t(paletteTexts.rows, { count: hit.rows })),
        aside: '',
      };
  }
}

export function entryOfHit(hit: SearchHit, t: Translate, language: Language): Entry {
  const { title, detail, aside } = wordsOf(hit, t, language);
  return {
    key: `${hit.kind} ${hit.id}`,
    icon: kindIcons[hit.kind],
    title,
    detail,
    aside,
    chord: null,
    isPlace: true,
    run: (inNewWindow) => openHit(hit, inNewWindow),
  };
}
