/** The chapters of the user guide, bundled with the page: help works with the cable out. */
import { type Chapter, parseChapter } from '#shared/guide/chapter.ts';
import type { Language } from '#shared/model/values.ts';

const texts = import.meta.glob<string>('../../../../resources/guide/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../../resources/guide/pictures/*/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const nameIn = (path: string): { folder: string; name: string } => {
  const [folder = '', file = ''] = path.split('/').slice(-2);
  return { folder, name: file.replace(/\.\w+$/, '') };
};

const byLanguage = new Map<string, Chapter[]>();
for (const [path, text] of Object.entries(texts)) {
  const { folder, name } = nameIn(path);
  byLanguage.set(folder, [...(byLanguage.get(folder) ?? []), parseChapter(name, text)]);
}
for (const chapters of byLanguage.values()) chapters.sort((a, b) => a.order - b.order);

export const chaptersIn = (language: Language): readonly Chapter[] => byLanguage.get(language) ?? [];

/** The address of a picture in a language. */
export function pictureIn(language: Language, name: string): string | undefined {
  const found = Object.entries(pictures).find(([path]) => {
    const at = nameIn(path);
    return at.folder === language && at.name === name;
  });
  return found?.[1];
}

/** The chapter that helps at a place: its own, or that of its screen. */
export function chapterFor(language: Language, place: string): Chapter | undefined {
  const chapters = chaptersIn(language);
  const [screen = ''] = place.split('.');
  return (
    chapters.find(({ places }) => places.includes(place)) ?? chapters.find(({ places }) => places.includes(screen))
  );
}
