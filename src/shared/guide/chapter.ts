/**
 * A chapter of the user guide: Markdown with a few lines before it.
 *
 *     ---
 *     title: Campagnes
 *     order: 40
 *     places: runs run
 *     ---
 *
 * `places` are the window's places (as `placeName` says them) whose help this chapter is. In the text a link to `#rejets` goes to
 * a heading of the same chapter, one to `import.md#rejets` to another chapter, one to `place:runs` to a screen of the window;
 * a picture `run-review` is the screen of that name, in the guide's own language.
 */
export interface Chapter {
  slug: string;
  title: string;
  order: number;
  places: readonly string[];
  /** Markdown without the lines before it. */
  body: string;
}

/** Throws where a line is missing or says something unknown, naming the chapter. */
export function parseChapter(slug: string, text: string): Chapter {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'));
  if (!match) throw new Error(`${slug}: the lines between --- are missing`);
  const [, head = '', body = ''] = match;
  const lines = new Map(
    head
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const;
      }),
  );
  const unknown = [...lines.keys()].find((key) => !['title', 'order', 'places'].includes(key));
  if (unknown !== undefined) throw new Error(`${slug}: unknown line “${unknown}”`);
  const title = lines.get('title') ?? '';
  const order = Number(lines.get('order'));
  if (title === '' || !Number.isInteger(order)) throw new Error(`${slug}: title or order is missing`);
  return { slug, title, order, places: (lines.get('places') ?? '').split(/\s+/).filter(Boolean), body: body.trim() };
}

/** The name of a heading in a link: « Lignes rejetées » is `lignes-rejetees`. */
export const anchorOf = (heading: string): string =>
  heading
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

export type GuideLink =
  | { to: 'place'; place: string }
  | { to: 'chapter'; slug: string | null; anchor: string | null }
  | { to: 'nowhere' };

/** Where a link of a chapter leads; nothing leads out of the program. */
export function readLink(href: string): GuideLink {
  if (href.startsWith('place:')) return { to: 'place', place: href.slice('place:'.length) };
  const match = /^(?:([a-z-]+)\.md)?(?:#([a-z0-9-]+))?$/.exec(href);
  if (!match || href === '') return { to: 'nowhere' };
  return { to: 'chapter', slug: match[1] ?? null, anchor: match[2] ?? null };
}
