import { useState } from 'react';
import type { StudyDay } from '#memory/study-day.ts';
import { countOf } from '#pages/parts/format.ts';
import { getStorage } from '#storage/current.ts';
import { unreported } from '#storage/heavy-progress.ts';
import type { Asked, Given } from '#storage/heavy-work.ts';
import { runHeavy } from '#storage/heavy.ts';
import { canMoveBack, type Moves } from '#storage/reschedule-work.ts';
import { tellTabs } from '#storage/tabs.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';

type Kind = 'moves' | 'move' | 'moveBack';

function movesInWords({ earlier, later, weekNow, weekThen }: Moves): string {
  if (earlier + later === 0) return 'All dates are in line; nothing would move.';
  return `${countOf(earlier, 'card')} would come earlier and ${countOf(later, 'card')} later. Due within a week: ${weekThen}, now ${weekNow}.`;
}

/** Dates that were promised before a change, brought in line with it: only on request, and only after a look at what it does. */
export function InLineCard({ today }: { readonly today: StudyDay }) {
  const [moves, setMoves] = useState<Moves | null>(null);
  const [busy, setBusy] = useState(false);
  const back = useLive(({ db }) => canMoveBack(db), []);
  const { toast } = useAnnounce();
  const run = async <K extends Kind>(kind: K, asks: Asked<K>): Promise<Given<K> | null> => {
    setBusy(true);
    const outcome = await runHeavy(getStorage().db, kind, asks, unreported).outcome;
    setBusy(false);
    if (outcome.kind === 'done') return outcome.value;
    toast({ text: 'That did not work; nothing was changed. Try again.' });
    return null;
  };
  const look = async (): Promise<void> => setMoves(await run('moves', { today }));
  const move = async (): Promise<void> => {
    const count = await run('move', { today, device: getStorage().device });
    if (count === null) return;
    setMoves(null);
    tellTabs({ type: 'replaced' });
    toast({ text: `${countOf(count, 'date')} moved.` });
  };
  const undo = async (): Promise<void> => {
    if ((await run('moveBack', { device: getStorage().device })) === null) return;
    tellTabs({ type: 'replaced' });
    toast({ text: 'Every date is as it was.' });
  };
  return (
    <Card title="Dates that were promised" level={3}>
      <Muted>
        New settings never move them by themselves. After a change of retention, weights or holidays you can bring them
        in line, and see first what that does.
      </Muted>
      {moves && <p>{movesInWords(moves)}</p>}
      <Row>
        <Button busy={busy} onClick={() => void look()}>
          See what would move
        </Button>
        {moves && moves.earlier + moves.later > 0 && (
          <Button variant="primary" busy={busy} onClick={() => void move()}>
            Move them
          </Button>
        )}
        {back && !moves && (
          <Button busy={busy} onClick={() => void undo()}>
            Take the last move back
          </Button>
        )}
      </Row>
    </Card>
  );
}
