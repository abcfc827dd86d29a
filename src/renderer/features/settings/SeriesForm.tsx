/** One series: its pattern with a live example. */
import { Button, Checkbox } from '@mantine/core';
import { useCallback, useEffect, useId } from 'react';
import { formatDate } from '#shared/format/date.ts';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { settingsTexts as texts } from '#shared/messages/ui/settings.ts';
import type { Series, SeriesInput } from '#shared/model/company.ts';
import { useEngineCommand } from '../../api/query.ts';
import { useLeaveGuard } from '../../app/dialogs.tsx';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { useToday, useWritable } from '../../app/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { ChoiceField, TextField, WholeField } from '../../components/fields/fields.tsx';
import { useForm } from '../../components/fields/form.ts';
import { useSaveKey } from '../../components/fields/useSaveKey.ts';
import { Kbd, mod } from '../../components/Kbd.tsx';
import { toast } from '../../components/toast.tsx';
import { exampleNumber, validateSeries } from './number.ts';
import css from './numbering.module.css';

const pieces = [
  { field: '{prefix}', text: texts.fieldPrefix },
  { field: '{year}', text: texts.fieldYear },
  { field: '{month}', text: texts.fieldMonth },
  { field: '{seq:5}', text: texts.fieldSeq },
  { field: '{customer}', text: texts.fieldCustomer },
] as const;

function toInput({ example: _example, lastNumber: _last, lastDate: _date, ...input }: Series): SeriesInput {
  return input;
}

interface SeriesFormProps {
  series: Series | null;
  blank: SeriesInput;
  onDirty: (dirty: boolean) => void;
  onSaved: (id: string) => void;
  onClose: () => void;
}

export function SeriesForm({ series, blank, onDirty, onSaved, onClose }: SeriesFormProps) {
  const t = useText();
  const language = useLanguage();
  const today = useToday();
  const writable = useWritable();
  const titleId = useId();
  const form = useForm<SeriesInput>(series ? toInput(series) : blank, useCallback(validateSeries, []));
  const save = useEngineCommand('series.save');
  const { values, changed } = form;
  const dirty = changed.length > 0;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useLeaveGuard(dirty);

  const submit = useCallback(() => {
    if (!writable || !form.check()) return;
    save.mutate(form.values, {
      onSuccess: (saved) => {
        form.reset(toInput(saved));
        toast({ message: t(texts.seriesSaved) });
        onSaved(saved.id);
      },
    });
  }, [writable, form, save, onSaved, t]);
  useSaveKey(submit);

  // The example goes on where the series stands; a fresh counter begins at its first rank.
  const lastRank = Number(/(\d+)\D*$/.exec(series?.lastNumber ?? '')?.[1] ?? Number.NaN);
  const first = Number.isNaN(lastRank) ? (Number.isNaN(values.startAt) ? 1 : values.startAt) : lastRank + 1;
  const examples = [0, 1, 2].map((step) =>
    exampleNumber(values.pattern, { prefix: values.prefix, date: today, rank: first + step, customer: 'C-00142' }),
  );
  const common = { form, disabled: !writable };
  return (
    <form
      className={css['form']}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id={titleId}>{series ? series.name : t(texts.newSeries)}</h2>
      {save.error ? <ErrorPanel variant="inline" error={save.error} /> : null}
      <div className={css['grid']}>
        <TextField {...common} name="name" empty="" label={t(texts.seriesName)} className={css['w2']} />
        <ChoiceField
          {...common}
          name="kind"
          label={t(texts.kind)}
          className={css['w2']}
          data={[
            { value: 'invoice', label: t(texts.kindInvoice) },
            { value: 'credit_note', label: t(texts.kindCredit) },
            { value: 'any', label: t(texts.kindAny) },
          ]}
        />
        <div className={css['w4']}>
          <TextField
            {...common}
            name="pattern"
            empty=""
            maxLength={60}
            label={t(texts.pattern)}
            hint={t(texts.patternHint)}
          />
          <p className={css['pieces']}>
            <span className="faint small">{t(texts.insert)}</span>
            {pieces.map(({ field, text }) => (
              <Button
                key={field}
                size="compact-xs"
                disabled={!writable}
                title={field}
                onClick={() => form.set('pattern', `${values.pattern}${field}`)}
              >
                {t(text)}
              </Button>
            ))}
          </p>
        </div>
        <TextField {...common} name="prefix" empty="" maxLength={20} label={t(texts.prefix)} />
        <WholeField
          name="startAt"
          label={t(texts.startAt)}
          align="left"
          min={1}
          disabled={!writable || series?.lastNumber != null}
          value={Number.isNaN(values.startAt) ? null : values.startAt}
          error={form.errors.startAt ? t(form.errors.startAt) : null}
          onChange={(rank) => form.set('startAt', rank ?? Number.NaN)}
          onUnderstood={(understood) => {
            if (!understood) form.set('startAt', Number.NaN);
          }}
        />
        <ChoiceField
          {...common}
          name="reset"
          label={t(texts.reset)}
          className={css['w2']}
          data={[
            { value: 'yearly', label: t(texts.resetYearly) },
            { value: 'never', label: t(texts.resetNever) },
          ]}
        />
        <p className={`${css['w4']} faint small`}>{t(texts.startAtHint)}</p>
        <div className={css['live']} aria-live="polite">
          <small>{t(texts.nextNumbers)}</small>
          <ol className="num">
            {examples.map((example, step) => (
              // The pattern may give the same text twice while it is being written.
              // biome-ignore lint/suspicious/noArrayIndexKey: three fixed places
              <li key={step}>{example}</li>
            ))}
          </ol>
          <p>
            {series?.lastNumber && series.lastDate
              ? t(texts.lastIssued, {
                  number: series.lastNumber,
                  date: formatDate(series.lastDate, language, 'long'),
                })
              : t(texts.noneIssued)}
          </p>
        </div>
        <Checkbox
          className={css['w2'] ?? ''}
          label={t(texts.isDefault)}
          disabled={!writable || (series?.isDefault ?? false)}
          checked={values.isDefault}
          onChange={(event) => form.set('isDefault', event.currentTarget.checked)}
        />
        <Checkbox
          className={css['w2'] ?? ''}
          label={t(texts.archive)}
          disabled={!writable || values.isDefault}
          checked={values.archived}
          onChange={(event) => form.set('archived', event.currentTarget.checked)}
        />
      </div>
      <div className={css['acts']}>
        <Button variant="subtle" onClick={onClose}>
          {t(commonTexts.close)}
        </Button>
        <Button
          type="submit"
          variant="filled"
          disabled={!writable || (series !== null && !dirty)}
          loading={save.isPending}
          rightSection={<Kbd keys={`${mod} S`} aside />}
        >
          {t(commonTexts.save)}
        </Button>
      </div>
    </form>
  );
}
