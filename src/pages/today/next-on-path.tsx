import { Link } from 'react-router';
import type { Environment } from '#pages/parts/environment.ts';
import { useToday } from '#pages/parts/use-today.ts';
import { Line } from '#pages/parts/line.tsx';
import { readFollowedPath } from '#storage/path-read.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { Meter } from '#ui/meter.tsx';
import css from './today.module.css';

/** The next step of the path, and how far it is walked. */
export function NextOnPath({ environment }: { readonly environment: Environment }) {
  const { settings, context } = environment;
  const today = useToday(settings);
  const walked = useLive(({ db }) => readFollowedPath(db, today, context.scheduler), [today, context]);
  if (!walked?.way.next) return null;
  const { path, way } = walked;
  return (
    <Card
      kicker="Path"
      title={
        <Link to={`/paths/${path.id}`} className={css['quiet']}>
          Next: {walked.way.next.stage.title}
        </Link>
      }
    >
      <Muted>
        <Line text={walked.way.next.step.question.title} />
      </Muted>
      <Muted>{path.title}</Muted>
      <Meter
        label={path.title}
        value={way.tally.seen}
        max={way.tally.total}
        text={`${way.tally.seen} of ${way.tally.total} questions seen`}
        thin
      />
    </Card>
  );
}
