/** `search`: everything in the file that answers a text, as the palette of the window finds it. */
import type { SearchHit } from '#shared/contract/search.ts';
import { fill } from '#shared/messages/catalogue.ts';
import { paletteTexts } from '#shared/messages/ui/palette.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';

const DEFAULT_LIMIT = 10;

export const searchCommands: readonly CommandSpec[] = [
  {
    name: 'search',
    words: [{ value: 'text', many: true }],
    options: ['file', 'limit'],
    examples: ['search durand --file acme.liasse', 'search "1 250,50 EUR" --file acme.liasse --json'],
    company: 'read',
    run: search,
  },
];

async function search({ session, options, words, language, print, t }: Context): Promise<Outcome> {
  const limit = options.integer('limit', 1, 50) ?? DEFAULT_LIMIT;
  const answer = await session.call('search.all', { text: words.join(' '), limit });
  const text = answer.groups
    .map(({ kind, hits, more }) => {
      const rows = hits.map((hit) => {
        const { what, about, amount } = told(hit, print);
        return [what, about, amount];
      });
      const head = fill(paletteTexts[`kind.${kind}`], language);
      const table = print.table(
        [
          { head, most: 40 },
          { head: '', most: 60 },
          { head: '', right: true },
        ],
        rows,
      );
      return more ? `${table}\n${fill(paletteTexts.more, language)}` : table;
    })
    .join('\n\n');
  return { result: answer, text: text === '' ? t('searchNothing', { text: words.join(' ') }) : text };
}

const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

function told(hit: SearchHit, print: Context['print']): { what: string; about: string; amount: string } {
  switch (hit.kind) {
    case 'customer':
      return { what: hit.code, about: joined(hit.name, hit.city), amount: '' };
    case 'invoice':
      return {
        what: hit.number,
        about: joined(hit.customerName, hit.reference, print.date(hit.issueDate)),
        amount: print.money(hit.gross, hit.currency),
      };
    case 'product':
      return { what: hit.code, about: hit.name, amount: '' };
    case 'run':
      return { what: hit.name, about: print.date(hit.issueDate), amount: '' };
    case 'draft':
      return {
        what: hit.customerName ?? hit.customerCode,
        about: joined(hit.reference, hit.runName),
        amount: print.money(hit.gross, hit.currency),
      };
    case 'line':
      return { what: hit.reference ?? '', about: joined(hit.customerCode, hit.description), amount: '' };
    case 'import':
      return { what: hit.fileName, about: print.count(hit.rows), amount: '' };
  }
}
