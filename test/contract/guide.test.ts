/** The user guide says the same in both languages, leads nowhere that is not there, and helps at every place of the window. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { anchorOf, type Chapter, parseChapter, readLink } from '#shared/guide/chapter.ts';
import { placeOf } from '../../src/renderer/app/routes.ts';
import { allPlaces } from '../e2e/places.ts';

const folder = fileURLToPath(new URL('../../resources/guide/', import.meta.url));
const languages = ['fr', 'en'] as const;
const chapters = (language: string): Chapter[] =>
  readdirSync(folder + language)
    .filter((name) => name.endsWith('.md'))
    .map((name) => parseChapter(name.slice(0, -3), readFileSync(`${folder}${language}/${name}`, 'utf8')))
    .sort((a, b) => a.order - b.order);
const guide = { fr: chapters('fr'), en: chapters('en') };

const headings = ({ body }: Chapter): { depth: number; anchor: string }[] =>
  [...body.matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', text = '']) => ({
    depth: marks.length,
    anchor: anchorOf(text),
  }));
const links = ({ body }: Chapter): string[] =>
  [...body.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, href = '']) => href);
const pictures = ({ body }: Chapter): string[] =>
  [...body.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, name = '']) => name);

describe('the guide', () => {
  it('has the same chapters in both languages, in the same order, for the same places', () => {
    const shape = (list: Chapter[]) => list.map(({ slug, order, places }) => ({ slug, order, places }));
    expect(shape(guide.en)).toEqual(shape(guide.fr));
  });

  it('has the same headings and pictures in both', () => {
    for (const [at, french] of guide.fr.entries()) {
      const english = guide.en[at];
      expect(english && headings(english).map(({ depth }) => depth), french.slug).toEqual(
        headings(french).map(({ depth }) => depth),
      );
      expect(english && pictures(english), french.slug).toEqual(pictures(french));
    }
  });

  it('helps at every place of the window, once', () => {
    const helped = guide.fr.flatMap(({ places }) => places);
    expect(helped.filter((place, at) => helped.indexOf(place) !== at)).toEqual([]);
    const known = new Set(helped);
    const alone = ['start', ...allPlaces()].filter(
      (place) => !known.has(place) && !known.has(place.split('.')[0] ?? ''),
    );
    expect(alone).toEqual([]);
  });

  it.each(languages)('leads nowhere that is not there (%s)', (language) => {
    const faults: string[] = [];
    for (const chapter of guide[language]) {
      for (const href of links(chapter)) {
        const link = readLink(href);
        const fault = `${language}/${chapter.slug}: ${href}`;
        if (link.to === 'nowhere') faults.push(fault);
        if (link.to === 'place' && placeOf(link.place) === null) faults.push(fault);
        if (link.to === 'chapter') {
          const target = link.slug === null ? chapter : guide[language].find(({ slug }) => slug === link.slug);
          if (!target) faults.push(fault);
          else if (link.anchor !== null && !headings(target).some(({ anchor }) => anchor === link.anchor))
            faults.push(fault);
        }
      }
      for (const name of pictures(chapter)) {
        if (!existsSync(`${folder}pictures/${language}/${name}.png`)) faults.push(`${chapter.slug}: picture ${name}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('has no picture that no chapter shows', () => {
    for (const language of languages) {
      const shown = new Set(guide[language].flatMap(pictures));
      const there = existsSync(`${folder}pictures/${language}`) ? readdirSync(`${folder}pictures/${language}`) : [];
      expect(there.filter((name) => !shown.has(name.replace(/\.png$/, '')))).toEqual([]);
    }
  });

  it('writes French as French is set: no-break spaces, guillemets, no exclamation', () => {
    const faults = guide.fr.flatMap(({ slug, body }) => {
      const prose = body.replaceAll(/`[^`]*`|```[\s\S]*?```|\]\([^)]*\)|^\|?[\s:|-]+\|$/gm, '');
      return [...prose.matchAll(/.{0,20}(?: [;!?:»]|« |[^\u202f\u00a0\s]!|\bveuillez\b).{0,20}/gi)].map(
        ([found]) => `${slug}: ${found}`,
      );
    });
    expect(faults).toEqual([]);
  });
});
