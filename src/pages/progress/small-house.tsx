import { useEffect } from 'react';
import { Link } from 'react-router';
import type { Environment } from '#pages/parts/environment.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { useToday } from '#pages/parts/use-today.ts';
import { brightestFloors } from '#progress/house.ts';
import { getStorage } from '#storage/current.ts';
import { keepDays, readTrueLine } from '#storage/progress-line.ts';
import { floorsOfKnown, readKnown } from '#storage/progress-read.ts';
import { useLive } from '#storage/use-live.ts';
import { Card, Muted } from '#ui/card.tsx';
import { lineInWords } from './line-words.ts';
import { titlesOf } from '#pages/parts/place-titles.ts';
import { TopicHouse } from './topic-house.tsx';
import { seenOf } from './words.ts';
import css from './progress.module.css';

/** Long enough after the first picture to be in nobody's way. */
const KEEP_MS = 2500;

/** The three topics of which most would be recalled today, and the way to the whole house, with a line that is true. Nothing before the first review. */
export function SmallHouse() {
  const environment = useEnvironment();
  return environment && <Brightest environment={environment} />;
}

function Brightest({ environment: { settings, context } }: { readonly environment: Environment }) {
  const today = useToday(settings);
  const known = useLive(({ db }) => readKnown(db, today, context.scheduler), [today, context]);
  const line = useLive(({ db }) => readTrueLine(db, today, context), [today, context]);
  useEffect(() => {
    const timer = setTimeout(() => void keepDays(getStorage().db, context), KEEP_MS);
    return () => clearTimeout(timer);
  }, [context]);
  const floors = known ? brightestFloors(floorsOfKnown(known), 3) : [];
  if (!known || floors.length === 0) return null;
  const titles = titlesOf(known.domains);
  return (
    <Card title={<Link to="/progress">The house at night</Link>}>
      <div className={css['small']}>
        <TopicHouse
          caption="Your brightest topics: recall today by tier"
          floors={floors}
          nameOf={({ topic }) => titles.place(topic)}
          noteOf={({ topic, whole }) => `${titles.domain(topic)}, ${seenOf(whole)}`}
        />
      </div>
      {line && <Muted>{lineInWords(line)}</Muted>}
    </Card>
  );
}
