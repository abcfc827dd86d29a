/** The company's identity and billing habits. */
import { Button } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import type { Company } from '#shared/model/company.ts';
import { useEngineCommand, useEngineQuery } from '../../api/query.ts';
import { useLeaveGuard } from '../../app/dialogs.tsx';
import { useText } from '../../app/i18n.tsx';
import { useSession, useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { focusField, useForm } from '../../components/fields/form.ts';
import { useSaveKey } from '../../components/fields/useSaveKey.ts';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { ActionBar } from '../../components/Toolbar.tsx';
import { toast } from '../../components/toast.tsx';
import { FormSkeleton } from './FormSkeleton.tsx';
import { BankFields, BillingFields, ContactFields, IdentityFields, LookFields } from './ProfileFields.tsx';
import { fromProfile, toProfile, validateProfile } from './profile.ts';
import styles from './settings.module.css';

export function CompanyPage() {
  const t = useText();
  const { data, error, refetch } = useEngineQuery('company.get', {});
  if (error && !data)
    return (
      <ErrorPanel error={error} actions={<Button onClick={() => void refetch()}>{t(commonTexts.retry)}</Button>} />
    );
  return data ? <CompanyForm company={data} /> : <FormSkeleton />;
}

function CompanyForm({ company }: { company: Company }) {
  const t = useText();
  const writable = useWritable();
  const form = useForm(fromProfile(company), useCallback(validateProfile, []));
  const save = useEngineCommand('company.update');
  const dirty = form.changed.length > 0;
  useLeaveGuard(dirty);

  // What somebody else saved shows at once where nothing is being changed here; otherwise saving says so.
  const base = useRef(company.rowVersion);
  const { reset } = form;
  useEffect(() => {
    if (company.rowVersion !== base.current && !dirty) {
      base.current = company.rowVersion;
      reset(fromProfile(company));
    }
  }, [company, dirty, reset]);

  const submit = useCallback(() => {
    if (!writable || !form.check()) return;
    save.mutate(
      { profile: toProfile(form.values), rowVersion: base.current },
      {
        onSuccess: (saved) => {
          base.current = saved.rowVersion;
          reset(fromProfile(saved));
          useSession.setState((s) => (s.company ? { company: { ...s.company, name: saved.name } } : s));
          toast({ message: t(texts.saved) });
        },
      },
    );
  }, [writable, form, save, reset, t]);
  useSaveKey(submit);

  const takeSaved = () => {
    base.current = company.rowVersion;
    reset(fromProfile(company));
    save.reset();
  };
  const [firstBad] = form.invalid;
  const shownBad = Object.keys(form.errors).length;
  return (
    <form
      className={styles['formPage']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <header className={styles['pageHead']}>
        <h1>{t(texts.companyTitle)}</h1>
      </header>
      <div className={styles['scroll']}>
        {save.error ? (
          <ErrorPanel
            variant="inline"
            error={save.error}
            {...(save.error.code === 'row_changed'
              ? {
                  title: t(texts.conflict),
                  actions: (
                    <Button size="xs" onClick={takeSaved}>
                      {t(texts.reload)}
                    </Button>
                  ),
                }
              : {})}
          />
        ) : null}
        <div className={styles['columns']}>
          <div>
            <IdentityFields form={form} disabled={!writable} />
            <ContactFields form={form} disabled={!writable} />
          </div>
          <div>
            <BillingFields form={form} disabled={!writable} />
            <BankFields form={form} disabled={!writable} />
            <LookFields form={form} disabled={!writable} />
          </div>
        </div>
      </div>
      <ActionBar>
        {shownBad > 0 && firstBad !== undefined ? (
          <button type="button" className={styles['mend']} onClick={() => focusField(firstBad)}>
            <IconCircleX size={16} stroke={1.6} aria-hidden />
            {t(commonTexts.fieldsToMend, { count: form.invalid.length })}
          </button>
        ) : (
          <span className="muted">
            {writable ? t(dirty ? commonTexts.unsaved : texts.nothingChanged) : t(commonTexts.readOnlyHint)}
          </span>
        )}
        <div className="grow" />
        {dirty ? (
          <Button variant="subtle" onClick={() => form.reset()}>
            {t(texts.undoChanges, { count: form.changed.length })}
          </Button>
        ) : null}
        <Button
          type="submit"
          variant="filled"
          disabled={!writable || !dirty}
          loading={save.isPending}
          rightSection={<Kbd keys={`${mod} S`} aside />}
        >
          {t(commonTexts.save)}
        </Button>
      </ActionBar>
    </form>
  );
}
