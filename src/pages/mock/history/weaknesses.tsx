import { Link } from 'react-router';
import { recurringWeaknesses, type WeakPoint, type Weakness } from '#mock/history.ts';
import { pointTextIn, useQuestions } from '#pages/mock/report/use-questions.ts';
import { NO_FILTERS } from '#pages/library/filters.ts';
import { practiceAddress } from '#pages/practice/address.ts';
import { Line } from '#pages/parts/line.tsx';
import type { MockRecord } from '#review/mock-record.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import css from './history.module.css';

/** More than this is a list that nobody works through. */
const SHOWN = 6;

/** What was missed more than once, by concept and point, and a press that practises it. */
export function Weaknesses({ records }: { readonly records: readonly MockRecord[] }) {
  const weak = recurringWeaknesses(records).slice(0, SHOWN);
  const places = weak.flatMap((each) => each.places);
  const questions = useQuestions(places);
  if (weak.length === 0 || !questions) return null;
  const items = [...new Set(places.map(({ item }) => item))].filter((item) => questions.has(item));
  return (
    <Card title="Missed again and again">
      <ul className={css['list']}>
        {weak.map((weakness) => (
          <OneWeakness key={JSON.stringify(weakness.of)} weakness={weakness} questions={questions} />
        ))}
      </ul>
      {items.length > 0 && (
        <Link to={practiceAddress({ ...NO_FILTERS, chosen: items })} className={buttonClass({})}>
          Practise these
        </Link>
      )}
    </Card>
  );
}

interface OneWeaknessProps {
  readonly weakness: Weakness;
  readonly questions: Parameters<typeof pointTextIn>[0];
}

/** A concept with its points, each with the way to its question; a point that shares no concept stands for itself. */
function OneWeakness({ weakness: { of, missed, asked, places }, questions }: OneWeaknessProps) {
  const [only] = places;
  const textOf = ({ item, point }: WeakPoint): string => pointTextIn(questions, item, point) ?? GONE;
  return (
    <li className={css['weak']}>
      {of.kind === 'concept' ? (
        <span className={css['name']}>{of.concept.replaceAll('-', ' ')}</span>
      ) : (
        only && <Line text={textOf(only)} />
      )}
      <span className={css['score']}>
        {missed} of {asked}
      </span>
      {of.kind === 'point' && only ? (
        <Link to={`/q/${only.item}`} className={css['date']}>
          <Line text={only.title} />
        </Link>
      ) : (
        <ul className={css['points']}>
          {places.map((place) => (
            <li key={`${place.item} ${place.point}`}>
              <Link to={`/q/${place.item}`}>
                <Line text={textOf(place)} />
              </Link>
              {places.length > 1 && (
                <span className={css['score']}>
                  {place.missed} of {place.asked}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const GONE = 'A point that the bank has no more';
