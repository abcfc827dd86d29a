/** Four eyes, and the lock that comes by itself. */
import { Select, Switch } from '@mantine/core';
import { usersTexts as texts } from '#shared/messages/ui/people.ts';
import type { PeopleRules } from '#shared/model/people.ts';
import { useEngineCommand } from '../../api/query.ts';
import { useText } from '../../app/i18n.tsx';
import { usePeople } from '../../app/people.ts';
import { useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { toast } from '../../components/toast.tsx';
import styles from './people.module.css';
import { useGuard } from './state.ts';

/** Minutes offered; a time set elsewhere stands beside them. */
const MINUTES = [1, 2, 5, 10, 15, 30, 60];

export function Rules() {
  const t = useText();
  const writable = useWritable();
  const guard = useGuard('people.configure');
  const rules = usePeople((s) => s.state?.rules ?? null);
  const configure = useEngineCommand('people.configure');
  if (rules === null) return null;
  const off = !writable || guard.disabled === true || configure.isPending;
  const change = (part: Partial<PeopleRules>) =>
    configure.mutate({ ...rules, ...part }, { onSuccess: () => toast({ message: t(texts.rulesSaved) }) });
  const seconds = [...new Set([...MINUTES.map((minutes) => minutes * 60), rules.lockSeconds])]
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  const label = (one: number): string =>
    one % 60 === 0 ? t(texts.minutes, { count: one / 60 }) : t(texts.seconds, { count: one });
  return (
    <section className={styles['rules']}>
      <h2>{t(texts.rules)}</h2>
      {configure.error ? <ErrorPanel variant="inline" error={configure.error} /> : null}
      <div className={styles['rule']}>
        <div>
          <label htmlFor="four-eyes">{t(texts.fourEyes)}</label>
          <small>{t(texts.fourEyesHint)}</small>
        </div>
        <span className="muted">{t(rules.fourEyes ? texts.on : texts.off)}</span>
        <Switch
          id="four-eyes"
          checked={rules.fourEyes}
          disabled={off}
          title={guard.title}
          onChange={(event) => change({ fourEyes: event.currentTarget.checked })}
        />
      </div>
      <div className={styles['rule']}>
        <div>
          <span id="lock-after">{t(texts.lockAfter)}</span>
          <small>{t(texts.lockHint)}</small>
        </div>
        <Select
          aria-labelledby="lock-after"
          w={200}
          allowDeselect={false}
          disabled={off}
          title={guard.title}
          data={[
            { value: '0', label: t(texts.never) },
            ...seconds.map((one) => ({ value: String(one), label: label(one) })),
          ]}
          value={String(rules.lockSeconds)}
          onChange={(value) => change({ lockSeconds: Number(value ?? 0) })}
        />
      </div>
    </section>
  );
}
