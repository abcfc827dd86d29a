/** A new company: what its invoices must say, then where its file goes. */
import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { startTexts as texts } from '#shared/messages/ui/start.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { Language } from '#shared/model/values.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { useDesk } from '../../app/commands.ts';
import { askToLeave } from '../../app/dialogs.tsx';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { enterOpened } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { useForm } from '../../components/fields/form.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { ActionBar } from '../../components/Toolbar.tsx';
import { BankFields, BillingFields, ContactFields, IdentityFields, LookFields } from '../settings/ProfileFields.tsx';
import { blankProfile, toProfile, validateProfile } from '../settings/profile.ts';
import styles from './start.module.css';

/** A file name from the company's: without what Windows or macOS refuse. */
const fileName = (name: string): string =>
  `${name
    .replaceAll(/[\\/:*?"<>|]/g, ' ')
    .trim()
    .slice(0, 100)}.liasse`;

/** The country this computer is set to, where its language is the one the person reads here. */
function likelyCountry(language: Language): string {
  const computer = new Intl.Locale(navigator.language);
  const region = computer.language === language ? computer.region : undefined;
  return region && /^[A-Z]{2}$/.test(region) ? region : language === 'fr' ? 'FR' : 'GB';
}

export function CreateCompany() {
  const t = useText();
  const language = useLanguage();
  const [start] = useState(() => blankProfile(likelyCountry(language)));
  const form = useForm(start, useCallback(validateProfile, []));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EngineError | null>(null);

  const create = async () => {
    if (!form.check()) return;
    const profile = toProfile(form.values);
    const path = await shell('dialog.save', { kind: 'company', suggestedName: fileName(profile.name) });
    if (path === null) return;
    setBusy(true);
    setError(null);
    try {
      await enterOpened(engine.call('company.create', { path, profile }));
      useDesk.setState({ creating: false });
    } catch (thrown) {
      setError(asEngineError(thrown));
    } finally {
      setBusy(false);
    }
  };
  const leave = () => askToLeave(form.changed.length > 0, () => useDesk.setState({ creating: false }));

  return (
    <form
      className={styles['create']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <PageHead title={t(texts.createTitle)} />
      <div className={styles['scroll']}>
        <div className={styles['columns']}>
          <div>
            {error ? <ErrorPanel variant="inline" title={t(texts.createFailed)} error={error} /> : null}
            <IdentityFields form={form} lead={t(texts.createLead)} />
          </div>
          <div>
            <BillingFields form={form} short />
            <BankFields form={form} />
            <ContactFields form={form} />
            <LookFields form={form} />
          </div>
        </div>
      </div>
      <ActionBar>
        {form.invalid.length > 0 && Object.keys(form.errors).length > 0 ? (
          <span className={styles['mend']}>{t(commonTexts.fieldsToMend, { count: form.invalid.length })}</span>
        ) : (
          <span className="muted">{t(texts.createWhere)}</span>
        )}
        <div className="grow" />
        <Button variant="subtle" onClick={leave}>
          {t(commonTexts.cancel)}
        </Button>
        <Button type="submit" variant="filled" loading={busy}>
          {t(texts.createAct)}
        </Button>
      </ActionBar>
    </form>
  );
}
