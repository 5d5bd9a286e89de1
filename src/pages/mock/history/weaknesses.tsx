import { Link } from 'react-router';
import { recurringWeaknesses, type Weakness } from '#mock/history.ts';
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
          <li key={JSON.stringify(weakness.of)} className={css['weak']}>
            <span>{nameOf(weakness, questions)}</span>
            <span className={css['score']}>
              {weakness.missed} of {weakness.asked}
            </span>
            <span className={css['date']}>
              {weakness.places.map(({ item, point, title }, index) => (
                <span key={`${item} ${point}`}>
                  {index > 0 && ' · '}
                  <Link to={`/q/${item}`}>
                    <Line text={title} />
                  </Link>
                </span>
              ))}
            </span>
          </li>
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

function nameOf({ of, places }: Weakness, questions: Parameters<typeof pointTextIn>[0]) {
  const [place] = places;
  if (of.kind === 'concept') return of.concept.replaceAll('-', ' ');
  return (
    <Line text={(place && pointTextIn(questions, place.item, place.point)) ?? 'A point that the bank has no more'} />
  );
}
