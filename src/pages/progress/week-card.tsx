import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import { addressOf, NO_FILTERS } from '#pages/library/filters.ts';
import { countOf } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import type { ThisWeek } from '#progress/this-week.ts';
import type { WayQuestion } from '#progress/way.ts';
import { Card, Muted } from '#ui/card.tsx';
import css from './progress.module.css';
import { percentOf, weekdayOf } from './words.ts';

const SHOWN = 4;

export interface WeekCardProps {
  readonly week: ThisWeek;
  readonly questions: readonly WayQuestion[];
  readonly onOpen: (item: ItemId) => void;
}

/** What is fading this week, what became solid, and what will not stay. */
export function WeekCard({ week: { fading, solid, leeches }, questions, onOpen }: WeekCardProps) {
  const titles = new Map(questions.map(({ id, title }) => [id, title]));
  const listOf = (lines: readonly { readonly item: ItemId; readonly aside: string }[]): ReactNode => (
    <ul className={css['list']}>
      {lines.slice(0, SHOWN).map(({ item, aside }) => (
        <li key={item}>
          <button type="button" className={css['open']} onClick={() => onOpen(item)}>
            <Line text={titles.get(item) ?? item} />
          </button>
          <span className={css['aside']}>{aside}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <Card level={3} title="This week">
      <Muted>
        {fading.length === 0
          ? 'Nothing falls below your target this week.'
          : `${countOf(fading.length, 'question')} ${fading.length === 1 ? 'falls' : 'fall'} below your target within seven days. Press one to see its memory.`}
      </Muted>
      {listOf(fading.map(({ item, recall }) => ({ item, aside: `${percentOf(recall)} today` })))}
      {fading.length > SHOWN && (
        <Link to={addressOf({ ...NO_FILTERS, kind: 'question', sort: 'weakest' })}>All, the weakest first</Link>
      )}
      <Muted>
        {solid.length === 0
          ? 'None became solid in the last seven days.'
          : `${countOf(solid.length, 'question')} became solid in the last seven days:`}
      </Muted>
      {listOf(solid.map(({ item, day }) => ({ item, aside: weekdayOf(day) })))}
      {leeches.length > 0 && (
        <>
          <Muted>
            {countOf(leeches.length, 'question')} forgotten again and again. Read the deeper layers, write a note, or
            let it rest:
          </Muted>
          {listOf(leeches.map(({ item, lapses }) => ({ item, aside: countOf(lapses, 'time') })))}
        </>
      )}
    </Card>
  );
}
