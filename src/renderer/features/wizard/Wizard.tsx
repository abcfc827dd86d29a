/** A new company in eight steps: the country first, for it decides what is asked; the invoice grows beside. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck, IconCircleX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { wizardTexts as texts } from '#shared/messages/ui/wizard.ts';
import type { EngineError } from '#shared/model/error.ts';
import type { Language } from '#shared/model/values.ts';
import { shell } from '../../api/bridge.ts';
import { engine } from '../../api/client.ts';
import { asEngineError } from '../../api/query.ts';
import { useDesk } from '../../app/commands.ts';
import { useLeaveGuard } from '../../app/dialogs.tsx';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useJourney } from '../../app/routes.ts';
import { enterOpened } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { focusField, useForm } from '../../components/fields/form.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { ActionBar } from '../../components/Toolbar.tsx';
import { doubtfulFields } from '../settings/profile.ts';
import { blankWizard, type StepId, stepFields, steps, toCompany, validateWizard, type WizardForm } from './model.ts';
import { PaperPreview } from './PaperPreview.tsx';
import { StepBody } from './steps.tsx';
import styles from './wizard.module.css';

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

const titles = {
  country: texts.countryTitle,
  identity: texts.identityTitle,
  contact: texts.contactTitle,
  look: texts.lookTitle,
  bank: texts.bankTitle,
  numbering: texts.numberingTitle,
  habits: texts.habitsTitle,
  summary: texts.summaryTitle,
} as const satisfies Record<StepId, unknown>;
const leads = {
  country: texts.countryLead,
  identity: texts.identityLead,
  contact: texts.contactLead,
  look: texts.lookLead,
  bank: texts.bankLead,
  numbering: texts.numberingLead,
  habits: texts.habitsLead,
  summary: texts.summaryLead,
} as const satisfies Record<StepId, unknown>;

export function Wizard() {
  const t = useText();
  const language = useLanguage();
  const [start] = useState(() => blankWizard(likelyCountry(language)));
  const form = useForm<WizardForm>(start, useCallback(validateWizard, []), doubtfulFields);
  const [at, setAt] = useState(0);
  /** How far the person has been: those steps can be gone back to. */
  const [reached, setReached] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EngineError | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const step = steps[at] ?? 'country';
  const badIn = (id: StepId) => stepFields[id].filter((field) => form.invalid.includes(field));

  // The cursor goes to the first field that is written in, else to the title: a list would open over what the step says.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every step
  useEffect(() => {
    body.current?.scrollTo(0, 0);
    const first = body.current?.querySelector<HTMLElement>(
      'input:not([type=hidden], [type=file]), textarea, h2 ~ * button',
    );
    const written = first?.matches('textarea, input:not([aria-haspopup], [type=radio], [type=color])');
    (written ? first : title.current)?.focus();
  }, [step]);

  const go = (index: number) => {
    setAt(index);
    setReached((most) => Math.max(most, index));
  };
  const show = (id: StepId, bad: readonly (keyof WizardForm & string)[]) => {
    for (const field of stepFields[id]) form.leave(field);
    setAt(steps.indexOf(id));
    const [first] = bad;
    if (first !== undefined) requestAnimationFrame(() => focusField(first));
  };
  const next = () => {
    const bad = badIn(step);
    if (bad.length > 0) show(step, bad);
    else go(Math.min(at + 1, steps.length - 1));
  };
  const create = async () => {
    const faulty = steps.find((id) => badIn(id).length > 0);
    if (faulty) {
      show(faulty, badIn(faulty));
      return;
    }
    const company = toCompany(form.values);
    const path = await shell('dialog.save', { kind: 'company', suggestedName: fileName(company.profile.name) });
    if (path === null) return;
    setBusy(true);
    setError(null);
    try {
      await enterOpened(engine.call('company.create', { path, ...company }));
      useDesk.setState({ creating: false });
    } catch (thrown) {
      setError(asEngineError(thrown));
    } finally {
      setBusy(false);
    }
  };
  useLeaveGuard(form.changed.length > 0);
  const leave = () => useJourney.getState().leave(() => useDesk.setState({ creating: false }));
  const last = step === 'summary';
  const shownBad = badIn(step).filter((field) => form.errors[field]);
  return (
    <form
      className={styles['wizard']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (last) void create();
        else next();
      }}
    >
      <PageHead title={t(texts.title)} />
      <div className={styles['desk']}>
        <nav className={styles['steps']} aria-label={t(texts.steps)}>
          <ol>
            {steps.map((id, index) => {
              const bad = index <= reached && index !== at && badIn(id).length > 0;
              const done = index < reached && index !== at && !bad;
              return (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={index === at ? 'step' : undefined}
                    disabled={index > reached}
                    onClick={() => go(index)}
                  >
                    <span
                      className={styles['mark']}
                      data-done={done || undefined}
                      data-bad={bad || undefined}
                      aria-hidden
                    >
                      {bad ? (
                        <IconCircleX size={16} stroke={1.75} />
                      ) : done ? (
                        <IconCheck size={14} stroke={2} />
                      ) : (
                        index + 1
                      )}
                    </span>
                    {t(texts[id])}
                    {bad ? (
                      <span className={styles['hidden']}>{t(texts.toMend, { count: badIn(id).length })}</span>
                    ) : null}
                  </button>
                </li>
              );
            })}
          </ol>
        </nav>
        <div className={styles['body']} ref={body}>
          <div className={styles['fields']}>
            {error ? <ErrorPanel variant="inline" title={t(texts.createFailed)} error={error} /> : null}
            <h2 ref={title} tabIndex={-1}>
              {t(titles[step])}
            </h2>
            <p className={styles['lead']}>{t(leads[step])}</p>
            <StepBody step={step} form={form} goTo={(id) => go(steps.indexOf(id))} />
          </div>
        </div>
        <aside className={styles['aside']} aria-label={t(texts.preview)}>
          <PaperPreview form={form.values} />
          <p className="small faint">{t(texts.previewNote)}</p>
        </aside>
      </div>
      <ActionBar>
        <span className={shownBad.length > 0 ? styles['bad'] : 'muted'}>
          {shownBad.length > 0
            ? t(texts.toMend, { count: shownBad.length })
            : last
              ? t(texts.createWhere)
              : `${t(texts.stepOf, { step: at + 1, steps: steps.length })}. ${t(texts.allChangeable)}`}
        </span>
        <div className="grow" />
        <Button variant="subtle" onClick={leave}>
          {t(commonTexts.cancel)}
        </Button>
        {at > 0 ? (
          <Button leftSection={<IconArrowLeft size={16} stroke={1.6} aria-hidden />} onClick={() => go(at - 1)}>
            {t(texts.back)}
          </Button>
        ) : null}
        {last ? (
          <Button type="submit" variant="filled" loading={busy}>
            {t(texts.create)}
          </Button>
        ) : (
          <Button type="submit" variant="filled" rightSection={<IconArrowRight size={16} stroke={1.6} aria-hidden />}>
            {t(texts.next)}
          </Button>
        )}
      </ActionBar>
    </form>
  );
}
