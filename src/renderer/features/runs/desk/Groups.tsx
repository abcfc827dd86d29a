/** The desk's left column: drafts by what was found, by what was decided, by check. */
import {
  type Icon,
  IconAlertOctagon,
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconInfoCircle,
  IconPlayerPause,
  IconStack2,
} from '@tabler/icons-react';
import type { RunDetail } from '#shared/contract/runs.ts';
import { deskTexts } from '#shared/messages/ui/desk.ts';
import { whole } from '../../../app/format.ts';
import { useLanguage, useText } from '../../../app/i18n.tsx';
import { useFindingWords } from '../findings.ts';
import css from './desk.module.css';
import { countAll, type DeskView, draftFindings, type Group, sameGroup } from './view.ts';

interface GroupsProps {
  run: RunDetail;
  view: DeskView;
  onView(view: DeskView): void;
}

const levelIcon = { error: IconAlertOctagon, warning: IconAlertTriangle, note: IconInfoCircle };

export function Groups({ run, view, onView }: GroupsProps) {
  const t = useText();
  const language = useLanguage();
  const finding = useFindingWords();
  const { counts } = run;
  const total = countAll(run);
  const decided = counts.approved + counts.finalised;
  const item = (group: Group, icon: Icon, tone: string, label: string, count: number) => (
    <Item
      key={label}
      icon={icon}
      tone={tone}
      label={label}
      count={whole(count, language)}
      chosen={view.check === null && sameGroup(view.group, group)}
      onClick={() => onView({ ...view, group, check: null })}
    />
  );
  const open = draftFindings(run).filter((one) => one.drafts > one.accepted);

  return (
    <nav className={css['groups']} aria-label={t(deskTexts.groups)}>
      <ul>
        {item({ by: 'all' }, IconStack2, 'draft', t(deskTexts.all), total)}
        {item({ by: 'level', level: 'clean' }, IconCheck, 'success', t(deskTexts.clean), counts.clean)}
        {item({ by: 'level', level: 'look' }, IconAlertTriangle, 'warning', t(deskTexts.look), counts.look)}
        {item({ by: 'level', level: 'blocked' }, IconAlertOctagon, 'error', t(deskTexts.blocked), counts.blocked)}
      </ul>
      <h3>{t(deskTexts.decisions)}</h3>
      <ul>
        {item({ by: 'status', status: 'open' }, IconCircleDashed, 'draft', t(deskTexts['status.open']), counts.open)}
        {item(
          { by: 'status', status: 'approved' },
          IconCircleCheck,
          'success',
          t(deskTexts['status.approved']),
          counts.approved,
        )}
        {item({ by: 'status', status: 'held' }, IconPlayerPause, 'warning', t(deskTexts['status.held']), counts.held)}
        {item({ by: 'status', status: 'excluded' }, IconBan, 'draft', t(deskTexts['status.excluded']), counts.excluded)}
      </ul>
      {open.length > 0 ? (
        <>
          <h3>{t(deskTexts.findings)}</h3>
          <ul>
            {open.map((one) => (
              <Item
                key={one.check}
                icon={levelIcon[one.level]}
                tone={one.level}
                label={finding(one.check, {}).title}
                count={whole(one.drafts - one.accepted, language)}
                chosen={view.check === one.check}
                onClick={() => onView({ ...view, group: { by: 'all' }, check: one.check })}
              />
            ))}
          </ul>
        </>
      ) : null}
      <div className="grow" />
      <div className={css['signoff']}>
        <div className={css['signoffRow']}>
          <span>{t(deskTexts.approvedOf)}</span>
          <b>{t(deskTexts.ofTotal, { part: whole(decided, language), whole: whole(total, language) })}</b>
        </div>
        <div className={css['meter']}>
          <i style={{ width: total === 0 ? 0 : `${(decided / total) * 100}%` }} />
        </div>
      </div>
    </nav>
  );
}

interface ItemProps {
  icon: Icon;
  tone: string;
  label: string;
  count: string;
  chosen: boolean;
  onClick(): void;
}

function Item({ icon: Shape, tone, label, count, chosen, onClick }: ItemProps) {
  return (
    <li>
      <button type="button" className={css['group']} aria-pressed={chosen} title={label} onClick={onClick}>
        <Shape size={14} stroke={1.75} className={css['groupIcon']} data-tone={tone} aria-hidden="true" />
        <span className={`grow ${css['groupName']}`}>{label}</span>
        <b>{count}</b>
      </button>
    </li>
  );
}
