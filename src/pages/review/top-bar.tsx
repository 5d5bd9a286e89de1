import { remainingCount, type Session } from '#review/session.ts';
import { TopicLine } from '#pages/parts/topic-line.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu } from '#ui/menu.tsx';
import * as actions from './actions.ts';
import type { CardContent } from './card-content.ts';
import { readAloud } from './read-aloud.ts';
import { canSpeak } from './speech.ts';
import css from './page.module.css';

export interface TopBarProps {
  readonly session: Session;
  readonly content: CardContent | null;
  readonly onEnd: () => void;
  readonly onNote: () => void;
  readonly onKeys: () => void;
}

/** How far the session is, what is asked about, and what else can be done with the card. */
export function TopBar({ session, content, onEnd, onNote, onKeys }: TopBarProps) {
  const done = session.done.length;
  const total = done + remainingCount(session);
  const place = Math.min(done + 1, total);
  return (
    <header className={css['top']}>
      <progress className={css['progress']} max={total} value={done} aria-label={`Card ${place} of ${total}`} />
      <div className={css['bar']}>
        <IconButton icon="close" label="End session" onClick={onEnd} />
        <span className={css['about']}>
          {content && <TopicLine tier={content.question.tier} topic={content.question.topic} />}
        </span>
        <span className={css['count']} aria-hidden="true">
          {place} / {total}
        </span>
        <IconButton icon="undo" label="Undo" onClick={() => void actions.undo()} aria-keyshortcuts="u" />
        <Menu label="More" items={content ? menuOf(content, onNote, onKeys) : []} />
      </div>
    </header>
  );
}

function menuOf(content: CardContent, onNote: () => void, onKeys: () => void) {
  const { flagged, note } = content;
  const speak = { id: 'read', label: 'Read aloud', icon: 'speaker', shortcut: 'R', onSelect: readAloud } as const;
  return [
    {
      id: 'flag',
      label: flagged ? 'Remove the flag' : 'Flag',
      icon: flagged ? 'flag-filled' : 'flag',
      shortcut: 'F',
      onSelect: () => void actions.toggleFlag(),
    } as const,
    {
      id: 'note',
      label: note === '' ? 'Write a note' : 'Edit the note',
      icon: 'note',
      shortcut: 'E',
      onSelect: onNote,
    } as const,
    ...(canSpeak() ? [speak] : []),
    {
      id: 'bury',
      label: 'Bury until tomorrow',
      icon: 'moon',
      shortcut: 'B',
      onSelect: () => void actions.bury(),
    } as const,
    { id: 'suspend', label: 'Suspend', icon: 'pause', shortcut: 'S', onSelect: () => void actions.suspend() } as const,
    { id: 'keys', label: 'Keys', icon: 'keyboard', shortcut: '?', onSelect: onKeys } as const,
  ];
}
