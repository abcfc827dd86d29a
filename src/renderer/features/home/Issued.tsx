/** What was issued this month and in the fiscal year, beside the same stretch before. */
import type { HomePeriod, HomeToday } from '#shared/contract/company.ts';
import { formatDate } from '#shared/format/date.ts';
import { homeTexts as texts } from '#shared/messages/ui/home.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { money, ownFirst } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import styles from './home.module.css';

export function Issued({ home, own }: { home: HomeToday; own: CurrencyCode }) {
  const t = useText();
  const language = useLanguage();
  const part = (title: string, now: HomePeriod, before: HomePeriod) => {
    const count = now.invoices + now.creditNotes;
    return (
      <div className={styles['period']}>
        <span>
          {title}
          <small className="num">{count === 0 ? t(texts.nothingIssued) : t(texts.documents, { count })}</small>
        </span>
        <ul>
          {ownFirst(now.amounts, own).map(({ currency, net }) => {
            const former = before.amounts.find((sum) => sum.currency === currency)?.net ?? 0;
            return (
              <li key={currency}>
                <MoneyText minor={net} currency={currency} />
                {former === 0 ? null : (
                  <small className="num">{t(texts.before, { amount: money(former, currency, language) })}</small>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    );
  };
  return (
    <section>
      <h2>
        {t(texts.issuedTitle)} <span className="faint small">{t(texts.netTax)}</span>
      </h2>
      {part(t(texts.thisMonth), home.month, home.monthBefore)}
      {part(
        t(texts.thisYear, { from: formatDate(home.fiscalYear.from, language, 'long') }),
        home.fiscalYear,
        home.yearBefore,
      )}
    </section>
  );
}
