/** How a document comes to its total: lines, rates, sums, and every step where somebody asks. */
import { useState } from 'react';
import type { ExplanationStep } from '#shared/contract/runs.ts';
import { formatDecimal } from '#shared/format/decimal.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import type { DocumentLine, DraftDocument } from '#shared/model/document.ts';
import { amount, money } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import css from './calculation.module.css';
import { useExplanation } from './explanation.ts';
import { taxWord } from './words.ts';

interface CalculationProps {
  document: DraftDocument;
  /** Lines of the whole document; `document` may hold only the first of them. */
  linesTotal: number;
  explanation: readonly ExplanationStep[];
  /** Lines shown before the rest is summed up in one. */
  most: number;
}

export function Calculation({ document, linesTotal, explanation, most }: CalculationProps) {
  const t = useText();
  const language = useLanguage();
  const explain = useExplanation();
  const [whole, setWhole] = useState(false);
  const { currency, totals, taxes } = document;
  const lines = whole || document.lines.length <= most + 1 ? document.lines : document.lines.slice(0, most);
  const rest = document.lines.slice(lines.length);
  const absent = linesTotal - document.lines.length;
  const restSum = rest.reduce((sum, line) => sum + line.net, 0);
  const extendable = rest.length > 0 || whole || explanation.length > 0;

  return (
    <div className={css['calc']}>
      <h3 className={css['head']}>
        <span>{t(deskTexts.calculation)}</span>
        {extendable ? (
          <button type="button" className={css['toggle']} aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {t(whole ? deskTexts.explainLess : deskTexts.explain)}
          </button>
        ) : null}
      </h3>
      <table className={css['table']}>
        <tbody>
          {lines.map((line) => (
            <tr key={line.position}>
              <td title={line.description}>
                <span>{line.description}</span>
                <small>
                  <Factors line={line} currency={currency} />
                </small>
              </td>
              <td className="right num">{amount(line.net, currency, language)}</td>
            </tr>
          ))}
          {absent > 0 ? (
            <tr>
              <td colSpan={2}>{t(deskTexts.absentLines, { count: rest.length + absent })}</td>
            </tr>
          ) : null}
          {rest.length > 0 && absent === 0 ? (
            <tr>
              <td colSpan={2}>
                <button type="button" className={css['toggle']} onClick={() => setWhole(true)}>
                  {t(deskTexts.moreLines, { count: rest.length, amount: amount(restSum, currency, language) })}
                </button>
              </td>
            </tr>
          ) : null}
          <tr className={css['sum']} data-first="true">
            <td>{t(deskTexts.totalNet)}</td>
            <td className="right num">{amount(totals.net, currency, language)}</td>
          </tr>
          {taxes.map((tax) => (
            <tr key={`${tax.category}${tax.rate}`} className={css['sum']}>
              <td>{taxWord(tax.category, tax.rate, t, language)}</td>
              <td className="right num">{amount(tax.tax, currency, language)}</td>
            </tr>
          ))}
          <tr className={css['total']}>
            <td>{t(deskTexts.totalGross)}</td>
            <td className="right num">{money(totals.gross, currency, language)}</td>
          </tr>
        </tbody>
      </table>
      {whole && explanation.length > 0 ? (
        <>
          <h3 className={css['head']}>{t(deskTexts.explanation)}</h3>
          <ol className={css['steps']}>
            {explanation.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
              <li key={index}>{explain(step)}</li>
            ))}
          </ol>
        </>
      ) : null}
    </div>
  );
}

function Factors({ line, currency }: { line: DocumentLine; currency: string }) {
  const t = useText();
  const language = useLanguage();
  const less = line.allowancesCharges.reduce(
    (sum, one) => sum + (one.kind === 'allowance' ? one.amount : -one.amount),
    0,
  );
  const quantity = `${formatDecimal(line.quantity, language)}${line.unit === null ? '' : `\u00a0${line.unit}`}`;
  const factors = t(deskTexts.quantityPrice, {
    quantity,
    price: formatDecimal(line.unitPrice, language, { minDigits: 2 }),
  });
  return less === 0 ? factors : `${factors}, ${t(deskTexts.discount, { amount: amount(less, currency, language) })}`;
}
