/** The user guide: chapters at the left, the one chosen in the middle. */
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fold } from '#shared/format/fold.ts';
import { guideTexts } from '#shared/messages/ui/guide.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go, useJourney } from '../../app/routes.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Toolbar } from '../../components/Toolbar.tsx';
import { chaptersIn, pictureIn } from './chapters.ts';
import css from './guide.module.css';
import { Markdown } from './Markdown.tsx';
import { followLink, showHeading } from './useGuideLinks.ts';

export function GuideScreen({ slug, anchor }: { slug: string | null; anchor: string | null }) {
  const t = useText();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const chapters = chaptersIn(language);
  const found = useMemo(() => {
    const wanted = fold(search);
    return wanted === '' ? chapters : chapters.filter(({ title, body }) => fold(`${title} ${body}`).includes(wanted));
  }, [chapters, search]);
  const shown = chapters.find((chapter) => chapter.slug === slug) ?? chapters[0];
  const page = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chapter begins at its top
  useEffect(() => {
    if (anchor === null) page.current?.scrollTo({ top: 0 });
    else showHeading(anchor);
  }, [slug, anchor]);

  return (
    <div className={css['screen']}>
      <PageHead title={t(guideTexts.title)} />
      <Toolbar>
        <SearchField label={t(guideTexts.search)} value={search} onChange={setSearch} />
        {search.trim() === '' ? null : (
          <span className="muted" role="status">
            {t(guideTexts.found, { count: found.length })}
          </span>
        )}
      </Toolbar>
      <div className={css['columns']}>
        <nav className={css['chapters']} aria-label={t(guideTexts.chapters)}>
          {found.map((chapter) => (
            <button
              key={chapter.slug}
              type="button"
              aria-current={chapter.slug === shown?.slug ? 'page' : undefined}
              onClick={() => useJourney.getState().replace({ screen: 'guide', chapter: chapter.slug })}
            >
              {chapter.title}
            </button>
          ))}
        </nav>
        {found.length === 0 || shown === undefined ? (
          <EmptyState icon={IconSearch} title={t(guideTexts.nothingFound)} />
        ) : (
          <article ref={page} className={css['article']} tabIndex={-1} lang={language}>
            <h2 className={css['title']}>{shown.title}</h2>
            <Markdown
              text={shown.body}
              level={3}
              picture={(name) => pictureIn(language, name)}
              onLink={(href) =>
                followLink(
                  href,
                  (chapter, heading) =>
                    go({ screen: 'guide', chapter, ...(heading === null ? {} : { anchor: heading }) }),
                  () => undefined,
                )
              }
            />
          </article>
        )}
      </div>
    </div>
  );
}
