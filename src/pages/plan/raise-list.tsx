import { percentOf } from '#bank/percent.ts';
import { Link } from 'react-router';
import { Line } from '#pages/parts/line.tsx';
import type { PointToRaise } from '#plan/readiness.ts';
import type { LamplightDb } from '#storage/database.ts';
import { useLive } from '#storage/use-live.ts';
import css from './plan.module.css';

interface Raise {
  readonly id: string;
  readonly title: string;
  /** The question that the point answers, where it has one of its own. */
  readonly prompt: string | undefined;
  readonly gain: number;
}

async function readRaises(db: LamplightDb, points: readonly PointToRaise[]): Promise<Raise[]> {
  const rows = await db.items.bulkGet(points.map(({ item }) => item));
  return points.flatMap(({ item, point, gain }, index) => {
    const summary = rows[index]?.summary;
    if (!summary) return [];
    return [{ id: item, title: summary.title, prompt: summary.points.find(({ id }) => id === point)?.prompt, gain }];
  });
}

/** The points that would raise readiness most, with what each would add. */
export function RaiseList({ raise }: { readonly raise: readonly PointToRaise[] }) {
  const raises = useLive(({ db }) => readRaises(db, raise), [raise]);
  if (!raises || raises.length === 0) return null;
  return (
    <div>
      <h3 className={css['small']}>What raises it most</h3>
      <ol className={css['raises']}>
        {raises.map(({ id, title, prompt, gain }, index) => (
          <li key={index}>
            <Link to={`/q/${id}`}>
              <Line text={prompt ?? title} />
            </Link>{' '}
            <span className={css['hint']}>
              {prompt !== undefined && <Line text={title} />} +{percentOf(gain, true)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
