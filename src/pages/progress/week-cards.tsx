import { percentOf } from '#bank/percent.ts';
import { Link } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import { addressOf, NO_FILTERS } from '#pages/library/filters.ts';
import { countOf } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import type { ThisWeek } from '#progress/this-week.ts';
import type { WayQuestion } from '#progress/way.ts';
import { Card, Muted } from '#ui/card.tsx';
import css from './progress.module.css';
import { weekdayOf } from './words.ts';

const SHOWN = 4;

export interface WeekCardsProps {
  readonly week: ThisWeek;
  readonly questions: readonly WayQuestion[];
  readonly onOpen: (item: ItemId) => void;
}

/** What goes out this week, what became solid, and what will not stay. */
export function WeekCards({ week: { fading, solid, leeches }, questions, onOpen }: WeekCardsProps) {
  const titles = new Map(questions.map(({ id, title }) => [id, title]));
  const list = { titles, onOpen };
  return (
    <>
      <Card level={3} title="Going out">
        <Muted>
          {fading.length === 0
            ? 'Nothing falls below your target this week.'
            : `${countOf(fading.length, 'question')} ${fading.length === 1 ? 'is' : 'are'} below your target by now, or will be within seven days. Press one to see its memory.`}
        </Muted>
        <List {...list} lines={fading.map(({ item, recall }) => ({ item, aside: `${percentOf(recall)} today` }))} />
        {fading.length > SHOWN && (
          <Link to={addressOf({ ...NO_FILTERS, kind: 'question', sort: 'weakest' })}>All, the weakest first</Link>
        )}
      </Card>
      <Card level={3} title="Became solid">
        <Muted>
          {solid.length === 0
            ? 'None became solid in the last seven days.'
            : `${countOf(solid.length, 'question')} became solid in the last seven days:`}
        </Muted>
        <List {...list} lines={solid.map(({ item, day }) => ({ item, aside: weekdayOf(day) }))} />
      </Card>
      {leeches.length > 0 && (
        <Card level={3} title="Will not stay">
          <Muted>
            {countOf(leeches.length, 'question')} forgotten again and again. Read the deeper layers, write a note, or
            let it rest:
          </Muted>
          <List {...list} lines={leeches.map(({ item, lapses }) => ({ item, aside: countOf(lapses, 'time') }))} />
        </Card>
      )}
    </>
  );
}

interface ListProps {
  readonly titles: ReadonlyMap<ItemId, string>;
  readonly onOpen: (item: ItemId) => void;
  readonly lines: readonly { readonly item: ItemId; readonly aside: string }[];
}

/** The first of them, each with what is to be said of it. */
function List({ titles, onOpen, lines }: ListProps) {
  return (
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
}
