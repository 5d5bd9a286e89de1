import { memo, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { inlinesOf, plainOf } from '#bank/inlines.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { Line } from '#pages/parts/line.tsx';
import { rungOf } from '#pages/parts/format.ts';
import { languageName } from '#pages/parts/language-name.ts';
import { standingInWords } from '#pages/parts/standing.ts';
import { Icon } from '#ui/icon.tsx';
import { TierLamp } from '#ui/tier-lamp.tsx';
import type { Entry } from './entry.ts';
import { kindWord } from './words.ts';
import css from './page.module.css';

export interface EntryLineProps {
  readonly entry: Entry;
  readonly today: StudyDay;
  /** The list that the line stands in, for the way back and onwards. */
  readonly list: string;
  /** Where it belongs, in words, when it does not stand on its shelf. */
  readonly place: string | null;
  /** Null while nothing is being picked. */
  readonly picked: boolean | null;
  readonly onPress: (id: string, on: boolean, range: boolean) => void;
}

/** The page of an item, with the list that one came from. */
export function itemAddress(id: string, kind: Entry['kind'], list: string): string {
  return kind === 'path' ? `/paths/${id}` : `/q/${id}?list=${encodeURIComponent(list)}`;
}

/** One line of the Library. */
export const EntryLine = memo(function EntryLine(props: EntryLineProps): ReactNode {
  const { entry, today, list, place, picked, onPress } = props;
  const { id, kind, title, tiers, flagged, memory } = entry;
  const [tier] = tiers;
  const inside = (
    <>
      <span className={css['lamp']}>
        {kind === 'path' ? <Icon name="paths" /> : tier && <TierLamp rung={rungOf(tier)} word={tier} />}
      </span>
      <span className={css['title']}>
        <Line text={title} />
      </span>
      <span className={css['meta']}>
        {flagged && <Icon name="flag-filled" size="sm" label="Flagged" className={css['flag']} />}
        {place !== null && <span>{place}</span>}
        {kind !== 'question' && <span>{aboutKind(entry)}</span>}
        {memory && <span data-standing={memory.kind}>{standingInWords(memory.card, today)}</span>}
      </span>
    </>
  );
  if (picked === null) {
    return (
      <Link to={itemAddress(id, kind, list)} className={css['entry']}>
        {inside}
      </Link>
    );
  }
  // The whole line picks: a link in it would leave, and lose all that is picked, with one press beside the box.
  return (
    <label className={css['pickable']} data-picked={picked}>
      <span className={css['pick']}>
        <input
          type="checkbox"
          checked={picked}
          aria-label={`Select ${plainOf(inlinesOf(title))}`}
          data-pick={id}
          onKeyDown={moveAlong}
          onChange={(event) => {
            const { nativeEvent } = event;
            onPress(id, event.target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
          }}
        />
      </span>
      <span className={css['entry']}>{inside}</span>
    </label>
  );
});

function aboutKind({ kind, language }: Entry): string {
  return language === null ? kindWord(kind) : `${kindWord(kind)} in ${languageName(language)}`;
}

/** Up and down lead to the box of the next line; with Shift they take it along. */
function moveAlong(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-pick]')];
  const next = boxes[boxes.indexOf(event.currentTarget) + step];
  next?.focus();
  if (event.shiftKey && next && next.checked !== event.currentTarget.checked) next.click();
}
