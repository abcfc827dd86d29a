/** A single invoice by hand, in a minute, on the keyboard; or the credit note of one that was issued. */
import { Button, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { InvoiceRow, ManualInvoice } from '#shared/contract/invoices.ts';
import { formatDate } from '#shared/format/date.ts';
import { formatPercent } from '#shared/format/decimal.ts';
import { handTexts, invoicesTexts } from '#shared/messages/ui/invoices.ts';
import { useEngineCommand, useEngineQuery } from '../../../api/query.ts';
import { useLeaveGuard } from '../../../app/dialogs.tsx';
import { money } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { go } from '../../../app/routes.ts';
import { useToday, useWritable } from '../../../app/session.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Kbd, mod } from '../../../components/Kbd.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { ActionBar } from '../../../components/Toolbar.tsx';
import { DateField } from '../../runs/DateField.tsx';
import { useInvoices } from '../store.ts';
import { CustomerField } from './CustomerField.tsx';
import { creditOf, emptyLine, type InvoiceDraft, isEmptyLine, otherRates, readDraft } from './draft.ts';
import css from './hand.module.css';
import { Issued } from './Issued.tsx';
import { Lines } from './Lines.tsx';
import { mayAccept, Preview } from './Preview.tsx';

export function InvoiceNewScreen() {
  const company = useEngineQuery('company.get', {});
  const summary = useEngineQuery('company.summary', {});
  const [round, setRound] = useState(0);
  if (company.error !== null) return <ErrorPanel error={company.error} />;
  // Both are at hand at once nearly always; the form begins with the company's currency and day.
  if (company.data === undefined || summary.data === undefined) return null;
  return <Form key={round} currency={company.data.currency} onAnother={() => setRound(round + 1)} />;
}

const usualCurrencies = ['EUR', 'GBP', 'USD', 'CHF', 'NOK', 'SEK', 'DKK', 'PLN', 'CZK'];
const PREVIEW_DELAY = 250;

function Form({ currency, onAnother }: { currency: string; onAnother(): void }) {
  const t = useText();
  const language = useLanguage();
  const today = useToday();
  const writable = useWritable();
  const wide = useMediaQuery('(min-width: 1600px)') ?? false;
  const create = useEngineCommand('invoice.create');
  const parent = { label: t(invoicesTexts.title), onClick: () => go({ screen: 'invoices' }) };

  const [crediting] = useState(() => useInvoices.getState().crediting);
  useEffect(() => useInvoices.setState({ crediting: null }), []);
  const [draft, setDraft] = useState<InvoiceDraft>(() =>
    crediting === null
      ? {
          customer: null,
          currency,
          issueDate: formatDate(today, language),
          terms: '',
          order: '',
          message: '',
          corrects: null,
          lines: [emptyLine(1)],
        }
      : creditOf(crediting, language, today),
  );
  const change = (part: Partial<InvoiceDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const [tried, setTried] = useState(false);
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [issued, setIssued] = useState<InvoiceRow | null>(null);
  const customerInput = useRef<HTMLInputElement>(null);
  const focusFirst = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (crediting === null) customerInput.current?.focus();
    else focusFirst.current?.();
  }, [crediting]);

  const { invoice, problems } = useMemo(() => readDraft(draft, language, today), [draft, language, today]);
  const asked = useSettled(invoice, PREVIEW_DELAY);
  const query = useEngineQuery('invoice.preview', asked ?? NOTHING, { enabled: asked !== null });
  const preview = asked === null ? null : (query.data ?? null);
  const errors = preview?.findings.filter((finding) => finding.level === 'error') ?? [];
  const needed = errors.filter((finding) => mayAccept(finding)).map((finding) => finding.check);
  const blocked = errors.some((finding) => !mayAccept(finding) || !accepted.has(finding.check));
  const reasonMissing = tried && needed.length > 0 && reason.trim().length < 3;
  const current = invoice !== null && JSON.stringify(invoice) === JSON.stringify(asked) && !query.isFetching;
  const ready = current && preview !== null && !blocked && (needed.length === 0 || reason.trim().length >= 3);
  const credit = preview?.document.kind === 'credit_note' || draft.corrects !== null;

  const rates = crediting === null || preview === null ? [] : otherRates(crediting.document, preview.document);
  const dirty = issued === null && (draft.customer !== null || draft.lines.some((line) => !isEmptyLine(line)));
  useLeaveGuard(dirty);

  const ask = (): void => {
    setTried(true);
    if (ready) setAsking(true);
  };
  const issue = async (): Promise<void> => {
    if (invoice === null || preview === null) return;
    try {
      const row = await create.mutateAsync({
        invoice,
        accept: [...accepted].filter((check) => needed.includes(check)),
        reason: reason.trim(),
        fingerprint: preview.fingerprint,
      });
      setIssued(row);
    } catch {
      // Shown in the form from `create.error`; what was typed stays.
    } finally {
      setAsking(false);
    }
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    ask();
  };

  if (issued !== null)
    return (
      <>
        <PageHead title={issued.number} parent={parent} />
        <Issued row={issued} onAnother={onAnother} />
      </>
    );
  const title = draft.corrects === null ? t(handTexts.title) : t(handTexts.creditTitle, { number: draft.corrects });
  const currencies = [...new Set([draft.currency, currency, ...usualCurrencies])];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter issues from every field
    <div className={css['screen']} onKeyDown={keyDown} role="presentation">
      <PageHead title={title} parent={parent} />
      <div className={css['columns']}>
        <div className={css['form']}>
          {create.error === null ? null : <ErrorPanel variant="inline" error={create.error} />}
          <div className={css['fields']}>
            <div className={css['customer']}>
              <CustomerField
                inputRef={customerInput}
                value={draft.customer}
                disabled={draft.corrects !== null}
                error={tried && problems.customer !== undefined ? t(problems.customer) : undefined}
                onChoose={(customer) =>
                  change({
                    customer: { id: customer.id, code: customer.code, name: customer.name ?? customer.code },
                    currency: customer.currency ?? draft.currency,
                    order: draft.order === '' ? (customer.orderReference ?? '') : draft.order,
                  })
                }
                onClear={() => change({ customer: null })}
                onDone={() => focusFirst.current?.()}
              />
            </div>
            <DateField
              label={t(handTexts.issueDate)}
              value={draft.issueDate}
              valid={problems.issueDate === undefined}
              onChange={(issueDate) => change({ issueDate })}
            />
            <TextInput
              label={t(handTexts.terms)}
              placeholder={t(handTexts.termsUsual)}
              inputMode="numeric"
              value={draft.terms}
              error={problems.terms === undefined ? undefined : t(problems.terms)}
              onChange={(event) => change({ terms: event.currentTarget.value })}
            />
            <Select
              label={t(handTexts.currency)}
              value={draft.currency}
              allowDeselect={false}
              disabled={draft.corrects !== null}
              data={currencies}
              onChange={(value) => value !== null && change({ currency: value })}
            />
          </div>
          {rates.length === 0 ? null : (
            <p className={css['rates']} role="status">
              <IconAlertTriangle size={16} stroke={1.6} className={css['ratesIcon']} aria-hidden="true" />
              <span>
                {rates
                  .map(({ position, rate, before }) =>
                    t(handTexts.otherRate, {
                      position,
                      rate: formatPercent(rate, language),
                      before: formatPercent(before, language),
                    }),
                  )
                  .join(' ')}
              </span>
            </p>
          )}
          <Lines
            draft={draft}
            problems={problems}
            tried={tried}
            document={preview?.document ?? null}
            onLines={(lines) => change({ lines })}
            focusFirst={focusFirst}
          />
          <div className={css['extras']}>
            <TextInput
              label={t(handTexts.order)}
              value={draft.order}
              maxLength={200}
              onChange={(event) => change({ order: event.currentTarget.value })}
            />
            <TextInput
              label={t(handTexts.message)}
              value={draft.message}
              maxLength={1000}
              onChange={(event) => change({ message: event.currentTarget.value })}
            />
          </div>
        </div>
        <Preview
          invoice={asked}
          preview={preview}
          error={query.error}
          wide={wide}
          accepted={accepted}
          onAccept={(check, accept) => {
            const next = new Set(accepted);
            if (accept) next.add(check);
            else next.delete(check);
            setAccepted(next);
          }}
          reason={reason}
          onReason={setReason}
          reasonMissing={reasonMissing}
        />
      </div>
      <ActionBar>
        <span className={css['hints']}>
          <Kbd keys="Tab" /> {t(handTexts.keyNext)} <Kbd keys={t(invoicesTexts.enter)} /> {t(handTexts.keyLine)}{' '}
          <Kbd keys={`${mod} ${t(invoicesTexts.enter)}`} /> {t(handTexts.keyIssue)}
        </span>
        <div className="grow" />
        {preview === null ? null : (
          <span className={css['total']}>
            {t(credit ? handTexts.toCredit : handTexts.totalGross)}
            <b>{money(preview.document.totals.gross, draft.currency, language)}</b>
          </span>
        )}
        <Button onClick={parent.onClick}>{t(handTexts.cancel)}</Button>
        <Button variant="filled" disabled={!writable || (tried && !ready)} loading={create.isPending} onClick={ask}>
          {t(credit ? handTexts.issueCredit : handTexts.issue)}
        </Button>
      </ActionBar>
      <ConfirmDialog
        opened={asking && preview !== null}
        tone="primary"
        busy={create.isPending}
        title={t(credit ? handTexts.confirmTitleCredit : handTexts.confirmTitle)}
        lost={
          preview === null
            ? ''
            : t(handTexts.confirmLost, {
                customer: draft.customer?.name ?? '',
                amount: money(preview.document.totals.gross, draft.currency, language),
                date: formatDate(preview.document.issueDate, language, 'long'),
              })
        }
        stays={t(handTexts.confirmKept)}
        safeLabel={t(handTexts.confirmNo)}
        actLabel={t(handTexts.confirmYes)}
        onSafe={() => setAsking(false)}
        onAct={() => void issue()}
      />
    </div>
  );
}

/** Never asked: the query is off while the invoice is not complete. */
const NOTHING: ManualInvoice = {
  // A branded id of nothing; `enabled: false` keeps it from the engine.
  customerId: '00000000-0000-0000-0000-000000000000' as ManualInvoice['customerId'],
  currency: 'EUR',
  issueDate: '2000-01-01',
  language: null,
  paymentTermsDays: null,
  orderReference: null,
  message: null,
  seriesId: null,
  corrects: null,
  lines: [],
};

/** The value once it has not changed for a while; null at once. Compared by content. */
function useSettled<T>(value: T | null, delay: number): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value
  useEffect(() => {
    if (value === null) return setSettled(null);
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [text, delay]);
  return settled;
}
