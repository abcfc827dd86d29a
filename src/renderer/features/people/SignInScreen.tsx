/** The first thing seen of a company that has users: who works here? */
import { Button } from '@mantine/core';
import { signInTexts as texts } from '#shared/messages/ui/people.ts';
import { perform } from '../../app/commands.ts';
import { useText } from '../../app/i18n.tsx';
import { useSession } from '../../app/session.ts';
import styles from './people.module.css';
import { SignInForm } from './SignInForm.tsx';

export function SignInScreen() {
  const t = useText();
  const company = useSession((s) => s.company);
  return (
    <div className={styles['page']}>
      <section className={styles['card']}>
        <p className="muted">{company?.name}</p>
        <h1>{t(texts.signInTitle)}</h1>
        <p className="muted">{t(texts.signInLead)}</p>
        <SignInForm userId={null} act={t(texts.signIn)} />
        <p className="faint small">{t(texts.forgotten)}</p>
        <div>
          <Button variant="subtle" onClick={() => perform('company.close')}>
            {t(texts.closeCompany)}
          </Button>
        </div>
      </section>
    </div>
  );
}
