/** Foot of a record's panel: archive at the left, save at the right. */
import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { recordTexts } from '#shared/messages/ui/records.ts';
import { useText } from '../../app/i18n.tsx';
import { Kbd, mod } from '../../components/Kbd.tsx';

export interface RecordActsProps {
  isNew: boolean;
  archived: boolean;
  dirty: boolean;
  busy: boolean;
  writable: boolean;
  onArchive: (archived: boolean) => void;
  onReset: () => void;
}

export function RecordActs({ isNew, archived, dirty, busy, writable, onArchive, onReset }: RecordActsProps) {
  const t = useText();
  const shape = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <>
      {isNew || dirty ? null : (
        <Button
          variant="subtle"
          disabled={!writable || busy}
          leftSection={archived ? <IconArchiveOff {...shape} /> : <IconArchive {...shape} />}
          onClick={() => onArchive(!archived)}
        >
          {t(archived ? recordTexts.restore : recordTexts.archive)}
        </Button>
      )}
      <div className="grow" />
      {dirty && !isNew ? (
        <Button variant="subtle" onClick={onReset}>
          {t(commonTexts.cancel)}
        </Button>
      ) : null}
      <Button
        type="submit"
        variant="filled"
        disabled={!writable || !dirty}
        loading={busy}
        rightSection={<Kbd keys={`${mod} S`} aside />}
      >
        {t(isNew ? recordTexts.create : commonTexts.save)}
      </Button>
    </>
  );
}
