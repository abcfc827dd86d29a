/** The office board: every client company on one screen, with what is due, blocked, past; Enter opens one. */
import { ActionIcon, Button, Loader, Menu, SegmentedControl } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconBuildings,
  IconChevronDown,
  IconFolderPlus,
  IconRefresh,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { commonTexts } from '#shared/messages/ui/common.ts';
import { boardTexts as texts } from '#shared/messages/ui/office.ts';
import { startTexts } from '#shared/messages/ui/start.ts';
import { chooseCompany, openCompany, useDesk } from '../../app/commands.ts';
import { useLanguage, useText } from '../../app/i18n.tsx';
import { go } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Toolbar } from '../../components/Toolbar.tsx';
import { BoardLine, Sum } from './BoardLine.tsx';
import { type BoardChoice, type BoardSort, chosen, ordered, summed } from './board.ts';
import styles from './office.module.css';
import { useBoard } from './useBoard.ts';

const columns = [
  { by: 'name', label: texts.company },
  { by: 'openLines', label: texts.openLines },
  { by: 'blocked', label: texts.blocked },
  { by: 'due7', label: texts.due7 },
  { by: 'due30', label: texts.due30 },
  { by: 'overdue', label: texts.overdue },
  { by: 'lastIssued', label: texts.lastIssued },
  { by: 'lastBackup', label: texts.lastBackup },
] as const satisfies readonly { by: BoardSort; label: unknown }[];

const choices: readonly BoardChoice[] = ['all', 'attention', 'blocked', 'overdue', 'open', 'trouble'];

export function OfficeScreen() {
  const t = useText();
  const language = useLanguage();
  const board = useBoard();
  const current = useSession((s) => s.company);
  const { failure, opening } = useDesk();
  const [choice, setChoice] = useState<BoardChoice>('all');
  const [sort, setSort] = useState<{ by: BoardSort; descending: boolean }>({ by: 'name', descending: false });
  const table = useRef<HTMLTableElement>(null);
  const shown = ordered(
    board.rows.filter((row) => chosen(row, choice)),
    sort,
    language,
  );
  const sums = summed(shown);
  const open = async (path: string) => {
    if (current?.path === path) {
      useDesk.setState({ office: false });
      go({ screen: 'home' });
      return;
    }
    await openCompany(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (move === undefined) return;
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-open]') ?? [])];
    // -1 where the cursor is in none of them.
    const at = rows.findIndex((row) => row.matches(':focus'));
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + move))];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const head = ({ by, label }: (typeof columns)[number]) => {
    const active = sort.by === by;
    const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
    return (
      <th
        key={by}
        scope="col"
        data-text={by === 'name' || undefined}
        aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      >
        <button type="button" onClick={() => setSort({ by, descending: active ? !sort.descending : by !== 'name' })}>
          {t(label)}
          {active ? <Arrow size={12} stroke={2} aria-hidden /> : null}
        </button>
      </th>
    );
  };
  return (
    <div className={styles['office']}>
      <PageHead
        title={t(startTexts.office)}
        {...(current
          ? {}
          : { parent: { label: t(texts.start), onClick: () => useDesk.setState({ office: false, failure: null }) } })}
        actions={
          <>
            <Button
              size="xs"
              leftSection={<IconFolderPlus size={16} stroke={1.6} aria-hidden />}
              onClick={() => void board.addFolder()}
            >
              {t(texts.addFolder)}
            </Button>
            {board.folders.length > 0 ? (
              <Menu position="bottom-end" width={420}>
                <Menu.Target>
                  <Button size="xs" rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
                    {t(texts.folders, { count: board.folders.length })}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {board.folders.map(({ path, exists }) => (
                    <Menu.Item
                      key={path}
                      rightSection={<IconX size={14} stroke={1.75} aria-hidden />}
                      onClick={() => void board.removeFolder(path)}
                    >
                      {exists ? path : t(texts.folderGone, { path })}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            ) : null}
            <ActionIcon aria-label={t(texts.refresh)} title={t(texts.refresh)} onClick={board.refresh}>
              <IconRefresh size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </>
        }
      />
      {failure ? (
        <ErrorPanel
          variant="inline"
          title={t(startTexts.openFailed)}
          error={failure.error}
          actions={
            failure.path !== null && ['company_in_use', 'file_locked'].includes(failure.error.code) ? (
              <Button size="xs" onClick={() => void openCompany(failure.path ?? '', true)}>
                {t(startTexts.openReadOnly)}
              </Button>
            ) : null
          }
        />
      ) : null}
      {board.loading ? (
        <div className={styles['loading']} role="status" aria-busy="true" aria-label={t(commonTexts.loading)}>
          {[60, 72, 54, 66].map((width) => (
            <i key={width} className="skeleton" style={{ width: `${width}%` }} />
          ))}
        </div>
      ) : board.rows.length === 0 ? (
        <EmptyState
          icon={IconBuildings}
          title={t(texts.emptyTitle)}
          body={t(texts.emptyBody)}
          actions={
            <>
              <Button variant="filled" onClick={() => void board.addFolder()}>
                {t(texts.addFolder)}
              </Button>
              <Button onClick={() => void chooseCompany()}>{t(startTexts.open)}</Button>
            </>
          }
        />
      ) : (
        <>
          <Toolbar label={t(texts.show)}>
            <SegmentedControl
              size="xs"
              aria-label={t(texts.show)}
              value={choice}
              onChange={(value) => setChoice(choices.find((one) => one === value) ?? 'all')}
              data={choices.map((value) => ({
                value,
                label: `${t(texts[value])} ${board.rows.filter((row) => chosen(row, value)).length}`,
              }))}
            />
            <div className="grow" />
            {board.reading > 0 || opening ? (
              <span className="row small faint" role="status">
                <Loader size={12} />
                {opening ? t(startTexts.opening) : t(texts.reading, { count: board.reading })}
              </span>
            ) : null}
          </Toolbar>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside */}
          <div className={styles['scroll']} onKeyDown={onKeyDown}>
            <table className={styles['board']} ref={table}>
              <thead>
                <tr>{columns.map(head)}</tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <BoardLine
                    key={row.path}
                    row={row}
                    here={row.path === current?.path}
                    disabled={opening}
                    onOpen={() => void open(row.path)}
                  />
                ))}
                {shown.length === 0 ? (
                  <tr>
                    <td colSpan={columns.length} className="faint">
                      {t(texts.noneChosen)}
                    </td>
                  </tr>
                ) : null}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t(texts.sum, { count: sums.companies })}</th>
                  <td>
                    <Sum tally={sums.tallies.openLines} />
                  </td>
                  <td className="num">{sums.blocked > 0 ? sums.blocked : ''}</td>
                  <td>
                    <Sum tally={sums.tallies.due7} />
                  </td>
                  <td>
                    <Sum tally={sums.tallies.due30} />
                  </td>
                  <td>
                    <Sum tally={sums.tallies.overdue} />
                  </td>
                  <td colSpan={2} />
                </tr>
              </tfoot>
            </table>
            <p className={styles['honest']}>{t(texts.honest)}</p>
          </div>
        </>
      )}
    </div>
  );
}
