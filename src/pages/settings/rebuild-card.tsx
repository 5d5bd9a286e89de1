import { countOf } from '#pages/parts/format.ts';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';
import { JobProgress } from './job-progress.tsx';
import { rebuild, useJobs, type Ending } from './jobs.ts';
import { entries } from './restore-words.ts';
import { Said } from './said.tsx';

/** For the day on which something looks wrong. */
export function RebuildCard() {
  const busy = useJobs((state) => state.running !== null);
  const ending = useJobs((state) => state.endings.rebuild);
  return (
    <Card title="Repair" level={3}>
      <Muted>
        What you know of each card follows from your history and can be worked out again at any time. Nothing is lost by
        it; try it if a number looks wrong.
      </Muted>
      <Row>
        <Button busy={busy} onClick={() => void rebuild()}>
          Rebuild from history
        </Button>
      </Row>
      <JobProgress task="rebuild" />
      {ending?.kind === 'rebuilt' && <Said text={rebuiltInWords(ending)} />}
    </Card>
  );
}

function rebuiltInWords({ cards, unreadable }: Extract<Ending, { kind: 'rebuilt' }>): string {
  const done = `${countOf(cards, 'card')} rebuilt.`;
  if (unreadable === 0) return done;
  const many = unreadable > 1;
  return `${done} ${entries(unreadable)} of the history cannot be read and ${many ? 'do' : 'does'} not count; a backup that holds ${many ? 'them' : 'it'} can put ${many ? 'them' : 'it'} right.`;
}
