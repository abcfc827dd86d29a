/** The first step: what kind of rows, and which file. Below, what was imported before. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { importTexts as texts } from '#shared/messages/ui/imports.ts';
import { deskImportTexts } from '#shared/messages/ui/imports-desk.ts';
import type { ImportKind } from '#shared/model/imports.ts';
import { useText } from '../../app/i18n.tsx';
import { mod } from '../../components/Kbd.tsx';
import css from './imports.module.css';
import { PastImports } from './PastImports.tsx';

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
        <p className="faint small">{t(deskImportTexts.pasteHint, { keys: `${mod} V` })}</p>
        <p className="faint small">{t(texts.dropHint)}</p>
        <Button variant="filled" disabled={disabled} onClick={onChoose}>
          {t(texts.choose)}
        </Button>
      </div>
      <PastImports />
    </div>
  );
}
