/** Help on the present screen (F1): its chapter of the guide beside the work, and the way to the whole. */
import { Button, Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { guideTexts } from '#shared/messages/ui/guide.ts';
import { useDesk } from '../../app/commands.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go, placeName, useRoute } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';
import { chapterFor, chaptersIn, pictureIn } from './chapters.ts';
import css from './guide.module.css';
import { Markdown } from './Markdown.tsx';
import { followLink } from './useGuideLinks.ts';

const close = (): void => useDesk.setState({ helpShown: false });

export function HelpPanel() {
  const t = useText();
  const language = useLanguage();
  const shown = useDesk((s) => s.helpShown);
  const creating = useDesk((s) => s.creating);
  const company = useSession((s) => s.company);
  const route = useRoute();
  const place = company && !creating ? placeName(route) : 'start';
  const [slug, setSlug] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place has another chapter
  useEffect(() => setSlug(null), [place, shown]);
  const chapters = chaptersIn(language);
  const chapter = chapters.find((one) => one.slug === slug) ?? chapterFor(language, place) ?? chapters[0];

  return (
    <Drawer
      opened={shown}
      onClose={close}
      position="right"
      size={440}
      title={t(guideTexts.helpTitle)}
      closeButtonProps={{ 'aria-label': t(commonTexts.close) }}
    >
      {chapter === undefined ? null : (
        <div className={css['help']} lang={language}>
          <h2 className={css['title']}>{chapter.title}</h2>
          <Markdown
            text={chapter.body}
            level={3}
            picture={(name) => pictureIn(language, name)}
            onLink={(href) => followLink(href, setSlug, close)}
          />
          {company ? (
            <Button
              onClick={() => {
                close();
                go({ screen: 'guide', chapter: chapter.slug });
              }}
            >
              {t(guideTexts.whole)}
            </Button>
          ) : null}
        </div>
      )}
    </Drawer>
  );
}
