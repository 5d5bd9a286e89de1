import { Link } from 'react-router';
import type { ItemId } from '#bank/item.ts';
import { readPathProgress, readPaths, type PathProgress } from '#storage/path-progress.ts';
import type { LamplightDb } from '#storage/database.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Meter } from '#ui/meter.tsx';
import css from './today.module.css';

async function firstPath(db: LamplightDb): Promise<PathProgress | null> {
  const [row] = await readPaths(db);
  return row ? readPathProgress(db, row.id as ItemId) : null;
}

/** The next step of the path, and how far it is walked. */
export function NextOnPath() {
  const progress = useLive(({ db }) => firstPath(db), []);
  if (!progress?.next) return null;
  const { path, next, seen, total } = progress;
  return (
    <Card
      kicker="Path"
      title={
        <Link to={`/paths/${path.id}`} className={css['quiet']}>
          Next: {next.stage.title}
        </Link>
      }
    >
      <Muted>{path.title}</Muted>
      <Meter label={path.title} value={seen} max={total} text={`${seen} of ${total} questions seen`} thin />
    </Card>
  );
}
