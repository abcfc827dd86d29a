/** The lines of the invoice, typed like a small spreadsheet: Tab goes on, Enter begins the next line. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { formatDecimal } from '#shared/format/decimal.ts';
import { currencySign } from '#shared/format/money.ts';
import { handTexts } from '#shared/messages/ui/invoices.ts';
import type { DraftDocument } from '#shared/model/document.ts';
import type { Product } from '#shared/model/product.ts';
import { TaxClass } from '#shared/model/values.ts';
import { amount } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { emptyLine, type InvoiceDraft, isEmptyLine, type LineDraft, type LineField, type Problems } from './draft.ts';
import css from './hand.module.css';
import { ProductField } from './ProductField.tsx';

interface LinesProps {
  draft: InvoiceDraft;
  problems: Problems;
  /** Complaints are shown only once somebody tried to issue. */
  tried: boolean;
  /** The document as previewed, for the amounts of the lines. */
  document: DraftDocument | null;
  onLines(lines: LineDraft[]): void;
  /** Gives the focus to the first line. */
  focusFirst: { current: (() => void) | null };
}

export function Lines({ draft, problems, tried, document, onLines, focusFirst }: LinesProps) {
  const t = useText();
  const language = useLanguage();
  const inputs = useRef(new Map<number, HTMLInputElement>());
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    inputs.current.get(wanted.current)?.focus();
    wanted.current = null;
  });
  focusFirst.current = () => inputs.current.get(draft.lines[0]?.key ?? -1)?.focus();

  const change = (key: number, part: Partial<LineDraft>): void =>
    onLines(draft.lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = (): void => {
    const last = draft.lines.at(-1);
    const key = last === undefined ? 1 : last.key + 1;
    if (last !== undefined && isEmptyLine(last)) wanted.current = last.key;
    else wanted.current = key;
    onLines(last !== undefined && isEmptyLine(last) ? [...draft.lines] : [...draft.lines, emptyLine(key)]);
  };
  const remove = (key: number): void => {
    const rest = draft.lines.filter((line) => line.key !== key);
    onLines(rest.length === 0 ? [emptyLine(key + 1)] : rest);
  };
  const fill = (line: LineDraft, product: Product): void =>
    change(line.key, {
      productCode: product.code,
      description: product.name,
      unit: product.unit ?? '',
      // A price in another currency is no price here.
      price:
        product.unitPrice !== null && (product.currency === null || product.currency === draft.currency)
          ? formatDecimal(product.unitPrice, language, { minDigits: 2 })
          : line.price,
      taxClass: product.taxClass,
      supply: product.supply,
    });
  const keyDown = (line: LineDraft) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = draft.lines.indexOf(line);
    if (event.key === 'Enter') {
      const below = draft.lines[place + 1];
      if (below === undefined) add();
      else inputs.current.get(below.key)?.focus();
    } else return;
    event.preventDefault();
  };
  const shownNet = draft.lines.filter((line) => !isEmptyLine(line));

  return (
    <section className={css['lines']} aria-label={t(handTexts.lines)}>
      <div className={css['lineHead']} aria-hidden="true">
        <span>{t(handTexts.description)}</span>
        <span className="right">{t(handTexts.quantity)}</span>
        <span>{t(handTexts.unit)}</span>
        <span className="right">{`${t(handTexts.price)}, ${currencySign(draft.currency)}`}</span>
        <span className="right">{t(handTexts.discount)}</span>
        <span>{t(handTexts.taxClass)}</span>
        <span className="right">{`${t(handTexts.lineNet)}, ${currencySign(draft.currency)}`}</span>
        <span />
      </div>
      {draft.lines.map((line, index) => {
        const wrong = tried ? problems.lines.get(line.key) : undefined;
        const named = (field: LineField | 'unit' | 'taxClass'): string =>
          `${t(handTexts.lineWord, { position: index + 1 })}, ${t(handTexts[field])}`;
        const say = (field: LineField): string | undefined => {
          const text = wrong?.[field];
          return text === undefined ? undefined : t(text);
        };
        const field = (name: 'quantity' | 'price' | 'discount') => (
          <TextInput
            size="xs"
            className={css['figure']}
            aria-label={named(name)}
            inputMode="decimal"
            value={line[name]}
            error={say(name) !== undefined}
            title={say(name)}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => change(line.key, { [name]: event.currentTarget.value })}
            onKeyDown={keyDown(line)}
          />
        );
        const position = shownNet.indexOf(line);
        const net = position < 0 ? undefined : document?.lines[position]?.net;
        return (
          <div key={line.key} className={css['line']} data-wrong={wrong !== undefined || undefined}>
            <ProductField
              label={named('description')}
              value={line.description}
              error={say('description') !== undefined}
              title={say('description')}
              inputRef={(element) => {
                if (element === null) inputs.current.delete(line.key);
                else inputs.current.set(line.key, element);
              }}
              onType={(description) => change(line.key, { description })}
              onProduct={(product) => fill(line, product)}
              onKeyDown={keyDown(line)}
            />
            {field('quantity')}
            <TextInput
              size="xs"
              aria-label={named('unit')}
              value={line.unit}
              maxLength={30}
              onChange={(event) => change(line.key, { unit: event.currentTarget.value })}
              onKeyDown={keyDown(line)}
            />
            {field('price')}
            {field('discount')}
            <NativeSelect
              size="xs"
              aria-label={named('taxClass')}
              value={line.taxClass ?? ''}
              data={[
                { value: '', label: t(handTexts.taxUsual) },
                ...TaxClass.options.map((value) => ({ value, label: t(handTexts[`tax.${value}`]) })),
              ]}
              onChange={(event) => {
                const chosen = TaxClass.safeParse(event.currentTarget.value);
                change(line.key, { taxClass: chosen.success ? chosen.data : null });
              }}
            />
            <span className={css['net']}>{net === undefined ? '' : amount(net, draft.currency, language)}</span>
            <ActionIcon
              size="sm"
              tabIndex={-1}
              aria-label={t(handTexts.removeLine, { position: index + 1 })}
              onClick={() => remove(line.key)}
            >
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
            {wrong === undefined ? null : (
              <p className={css['complaint']}>
                {Object.values(wrong)
                  .map((text) => t(text))
                  .join(' ')}
              </p>
            )}
          </div>
        );
      })}
      <div>
        <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.75} />} onClick={add}>
          {t(handTexts.addLine)}
        </Button>
      </div>
    </section>
  );
}
