/** Whose work it is: who prepared, who approved. Nothing where the file does not say. */
import { signatureTexts as texts } from '#shared/messages/ui/people.ts';
import { useText } from '../../app/i18n.tsx';

export function Hands({ preparedBy, approvedBy }: { preparedBy: string; approvedBy: string | null }) {
  const t = useText();
  const told = [
    ...(preparedBy === '' ? [] : [t(texts.preparedBy, { name: preparedBy })]),
    ...(approvedBy === null ? [] : [t(texts.approvedBy, { name: approvedBy })]),
  ];
  return told.length === 0 ? null : <p className="faint small">{told.join(' · ')}</p>;
}
