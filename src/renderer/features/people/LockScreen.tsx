/** What covers a locked window, and what asks about another's input when somebody else comes back. */
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { signInTexts as texts } from '#shared/messages/ui/people.ts';
import { useText } from '../../app/i18n.tsx';
import { usePeople } from '../../app/people.ts';
import { useSession } from '../../app/session.ts';
import styles from './people.module.css';
import { SignInForm } from './SignInForm.tsx';
import { answerUnsaved } from './state.ts';

export function LockScreen() {
  const t = useText();
  const unsaved = usePeople((s) => s.unsaved);
  const state = usePeople((s) => s.state);
  const company = useSession((s) => s.company);
  return (
    <main className={styles['cover']}>
      {unsaved !== null && state?.mode !== 'locked' ? (
        <section className={styles['card']}>
          <h1>{t(texts.unsavedTitle)}</h1>
          <p>{t(texts.unsavedLost, unsaved)}</p>
          <p className="muted">{t(texts.unsavedKept, unsaved)}</p>
          <div className={styles['answers']}>
            <Button autoFocus onClick={() => answerUnsaved(true)}>
              {t(texts.unsavedKeep)}
            </Button>
            <Button onClick={() => answerUnsaved(false)}>{t(texts.unsavedDrop)}</Button>
          </div>
        </section>
      ) : (
        <section className={styles['card']}>
          <h1>
            <IconLock size={20} stroke={1.6} aria-hidden />
            {t(texts.lockedTitle)}
          </h1>
          <p className="muted">{t(texts.lockedLead, { name: state?.me?.name ?? '', company: company?.name ?? '' })}</p>
          <SignInForm userId={state?.me?.id ?? null} act={t(texts.unlock)} />
          <p className="faint small">{t(texts.forgotten)}</p>
        </section>
      )}
    </main>
  );
}
