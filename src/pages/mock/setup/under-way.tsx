import { Link } from 'react-router';
import { readMockRun } from '#storage/mock-run.ts';
import { useLive } from '#storage/use-live.ts';
import { buttonClass } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { useTopicNames } from '#pages/parts/topic-names.ts';
import { settingsInWords } from './words.ts';

/** A mock that was left in the middle, and the way back to it. */
export function UnderWay() {
  const run = useLive(({ db }) => readMockRun(db), []);
  const names = useTopicNames();
  if (!run || !names) return null;
  const done = run.drafts.filter(({ outcome, answered }) => answered || outcome !== 'open').length;
  const of = run.atHand.length > 0 ? '' : ` of ${run.drafts.length}`;
  return (
    <Card variant="lamp" title="A mock is under way">
      <Muted>
        {settingsInWords(run.settings, names)}: {done}
        {of} answered. It goes on at the same question and the same clock.
      </Muted>
      <Link to="/mock/run" className={buttonClass({ variant: 'primary' })}>
        Go on with it
      </Link>
    </Card>
  );
}
