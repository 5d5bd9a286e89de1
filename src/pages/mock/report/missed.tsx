import { Link } from 'react-router';
import type { ItemId, Question } from '#bank/item.ts';
import { missedPoints, type MissedPoint } from '#mock/report.ts';
import { Line } from '#pages/parts/line.tsx';
import type { MockAnswer } from '#review/mock-record.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { pointTextIn } from './use-questions.ts';
import css from './report.module.css';

export interface MissedProps {
  readonly answers: readonly MockAnswer[];
  readonly questions: ReadonlyMap<ItemId, Question>;
}

/** More than this is read by nobody at once. */
const SHOWN = 6;

/** What was missed, most important first, each with the way to its answer. */
export function Missed({ answers, questions }: MissedProps) {
  const missed = missedPoints(answers);
  const core = missed.filter(({ weight, heard }) => weight === 'core' && heard === 'missed').length;
  if (missed.length === 0) return null;
  return (
    <Card title="What was missing" aside={String(missed.length)}>
      {core > 0 && <Muted>Missed core points come back in tomorrow’s review by themselves.</Muted>}
      <Points points={missed.slice(0, SHOWN)} questions={questions} />
      {missed.length > SHOWN && (
        <Disclosure summary="The rest" note={String(missed.length - SHOWN)}>
          <Points points={missed.slice(SHOWN)} questions={questions} />
        </Disclosure>
      )}
    </Card>
  );
}

interface PointsProps extends Pick<MissedProps, 'questions'> {
  readonly points: readonly MissedPoint[];
}

function Points({ points, questions }: PointsProps) {
  return (
    <ul className={css['missed']}>
      {points.map((point) => (
        <li key={`${point.place} ${point.point}`}>
          <Link to={`/q/${point.item}`} className={css['point']}>
            <Line text={pointTextIn(questions, point.item, point.point) ?? 'A point that the bank has no more'} />
          </Link>
          <span className={css['note']}>{noteOf(point)}</span>
        </li>
      ))}
    </ul>
  );
}

function noteOf({ weight, heard }: MissedPoint): string {
  return heard === 'prompted' ? `${weight}, came when asked` : weight;
}
