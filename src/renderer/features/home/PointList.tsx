/** Points of one urgency: what, how much, and the act that leads there. */
import { Button } from '@mantine/core';
import type { HomePoint } from '#shared/contract/company.ts';
import { formatDate } from '#shared/format/date.ts';
import type { Text } from '#shared/messages/catalogue.ts';
import { homeTexts as texts } from '#shared/messages/ui/home.ts';
import type { CurrencyCode } from '#shared/model/values.ts';
import { money, ownFirst } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import styles from './home.module.css';
import { shapes } from './points.ts';

export function PointList({ title, points, own }: { title: Text; points: readonly HomePoint[]; own: CurrencyCode }) {
  const t = useText();
  const language = useLanguage();
  if (points.length === 0) return null;
  return (
    <>
      <h3>{t(title)}</h3>
      <ul>
        {points.map((point) => {
          const { icon: IconShape, tone, title: words, hint, act, onAct } = shapes[point.code];
          const oldest = point.params['oldest'];
          const params = {
            ...point.params,
            count: point.count,
            ...(typeof oldest === 'string' && oldest !== '' ? { oldest: formatDate(oldest, language, 'long') } : {}),
          };
          const [first, ...others] = ownFirst(point.amounts, own).filter(({ minor }) => minor !== 0);
          const more = others.map(({ currency, minor }) => money(minor, currency, language)).join(', ');
          return (
            <li key={`${point.code} ${point.subject ?? ''}`}>
              <IconShape size={20} stroke={1.6} data-tone={tone} aria-hidden />
              <div className="grow">
                <b className="ellipsis" title={t(words, params)}>
                  {t(words, params)}
                </b>
                <span className="ellipsis" title={t(hint, params)}>
                  {t(hint, params)}
                </span>
              </div>
              {first ? (
                <span className={`${styles['amount']} num`} title={more}>
                  {money(first.minor, first.currency, language)}
                  {others.length > 0 ? <small>{t(texts.moreCurrencies, { count: others.length })}</small> : null}
                </span>
              ) : null}
              <Button size="xs" className={styles['act'] ?? ''} onClick={() => onAct(point)}>
                {t(act)}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
