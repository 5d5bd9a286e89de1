import type { KeyPoint, Question } from '#bank/item.ts';
import { tierRank } from '#bank/tier.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { Line } from '#pages/parts/line.tsx';
import { cardOf, type ItemState } from '#review/card-state.ts';
import { Icon } from '#ui/icon.tsx';
import { pointMemory, type PointMemory } from './point-words.ts';
import css from './page.module.css';

const CORE_FIRST: Readonly<Record<KeyPoint['weight'], number>> = { core: 0, detail: 1, bonus: 2 };
const ICONS = { recalled: 'check', missed: 'undo' } as const;

export interface KeyPointsProps {
  readonly question: Question;
  readonly state: ItemState;
  readonly today: StudyDay;
}

/** What a listener waits for, and what the person said of it last time. */
export function KeyPoints({ question, state, today }: KeyPointsProps) {
  const points = question.keyPoints.toSorted((a, b) => CORE_FIRST[a.weight] - CORE_FIRST[b.weight]);
  return (
    <section aria-labelledby="key-points">
      <h2 id="key-points" className={css['heading']}>
        Key points
      </h2>
      <ul className={css['points']}>
        {points.map((point) => (
          <Point
            key={point.id}
            point={point}
            above={tierRank(point.from) > tierRank(question.tier)}
            memory={pointMemory(cardOf(state, point.id), today)}
          />
        ))}
      </ul>
    </section>
  );
}

interface PointProps {
  readonly point: KeyPoint;
  /** Expected only from a higher tier than the question's. */
  readonly above: boolean;
  readonly memory: PointMemory;
}

function Point({ point, above, memory }: PointProps) {
  const { weight, from, text } = point;
  return (
    <li className={css['point']} data-memory={memory.kind}>
      <span className={css['mark']} aria-hidden="true">
        {memory.kind === 'notAsked' ? null : <Icon name={ICONS[memory.kind]} size="sm" />}
      </span>
      <span>
        <Line text={text} />
      </span>
      <span className={css['pointNote']}>
        {weight}
        {above && `, from ${from}`}
        <span className={css['pointMemory']}> · {memory.words}</span>
      </span>
    </li>
  );
}
