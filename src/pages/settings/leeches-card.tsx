import { Link } from 'react-router';
import { countOf } from '#pages/parts/format.ts';
import { Line } from '#pages/parts/line.tsx';
import { readLeeches } from '#storage/leeches.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import css from './settings.module.css';

/** So many are shown; whoever has more should begin with these. */
const SHOWN = 10;

/** Questions that keep slipping, and what helps. */
export function LeechesCard({ lapses }: { readonly lapses: number }) {
  const leeches = useLive(({ db }) => readLeeches(db, lapses), [lapses]);
  if (!leeches || leeches.length === 0) return null;
  return (
    <Card title="These keep slipping" level={3} aside={countOf(leeches.length, 'question')}>
      <Muted>
        Asking again as before seldom helps. On its page you can write down in your own words why it slips, learn what
        it builds on first, practise its points alone, reset it, or let it rest.
      </Muted>
      <ul className={css['past']}>
        {leeches.slice(0, SHOWN).map(({ id, title, lapses: count }) => (
          <li key={id}>
            <Link to={`/q/${id}`}>
              <Line text={title} />
            </Link>
            <span className={css['hint']}>forgotten {countOf(count, 'time')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
