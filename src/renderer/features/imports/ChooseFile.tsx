/** The first step: what kind of rows, and which file. Below, what was imported before. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import { useEngineQuery } from '../../api/query.ts';
import { instant, whole } from '../../app/format.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import css from './imports.module.css';

const kinds = ['lines', 'customers', 'products'] as const;
const hints = { lines: texts.linesHint, customers: texts.customersHint, products: texts.productsHint } as const;

interface ChooseFileProps {
  kind: ImportKind;
  disabled: boolean;
  onKind: (kind: ImportKind) => void;
  onChoose: () => void;
}

export function ChooseFile({ kind, disabled, onKind, onChoose }: ChooseFileProps) {
  const t = useText();
  return (
    <div className={css['choose']}>
      <div className={css['zone']}>
        <SegmentedControl
          aria-label={t(texts.kindLabel)}
          data={kinds.map((value) => ({ value, label: t(texts[value]) }))}
          value={kind}
          onChange={(value) => onKind(value)}
        />
        <p className="muted">{t(hints[kind])}</p>
        <IconFileImport size={28} stroke={1.4} aria-hidden />
        <h2>{t(texts.drop)}</h2>
        <p className="faint small">{t(texts.dropHint)}</p>
        <Button variant="filled" disabled={disabled} onClick={onChoose}>
          {t(texts.choose)}
        </Button>
      </div>
      <PastImports />
    </div>
  );
}

function PastImports() {
  const t = useText();
  const language = useLanguage();
  const { data } = useEngineQuery('import.list', {});
  if (!data) return null;
  return (
    <section className={css['past']}>
      <h2>{t(texts.past)}</h2>
      {data.length === 0 ? (
        <p className="faint small">{t(texts.pastNone)}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t(texts.pastFile)}</th>
              <th scope="col">{t(texts.pastKind)}</th>
              <th scope="col">{t(texts.pastWhen)}</th>
              <th scope="col">{t(texts.pastWho)}</th>
              <th scope="col" className="right">
                {t(texts.pastCreated)}
              </th>
              <th scope="col" className="right">
                {t(texts.pastUpdated)}
              </th>
              <th scope="col" className="right">
                {t(texts.pastLeft)}
              </th>
              <th scope="col" className="right">
                {t(texts.pastRejected)}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.slice(0, 50).map((batch) => (
              <tr key={batch.id}>
                <td className="medium">{batch.fileName}</td>
                <td className="muted">{t(texts[batch.kind])}</td>
                <td className="muted num">{instant(batch.at, language)}</td>
                <td className="muted">{batch.actor}</td>
                <td className="right num">{whole(batch.created, language)}</td>
                <td className="right num muted">{whole(batch.updated, language)}</td>
                <td className="right num muted">{whole(batch.left, language)}</td>
                <td className="right num" data-bad={batch.rejected > 0 || undefined}>
                  {whole(batch.rejected, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
