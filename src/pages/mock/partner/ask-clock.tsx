import { useEffect, useRef, useState } from 'react';
import { runningMs, type SheetInput } from '#mock/partner-sheet.ts';
import type { Draft } from '#mock/run.ts';
import { clockFace } from '#pages/mock/run/words.ts';
import { Button } from '#ui/button.tsx';
import { Muted } from '#ui/card.tsx';
import { Row } from '#ui/page.tsx';

interface AskClockProps {
  readonly draft: Draft;
  readonly place: number;
  /** Since when the clock runs; null while it stands still. */
  readonly running: number | null;
  readonly send: (input: SheetInput) => void;
}

const TICK_MS = 500;

/** Whether anything stands on the sheet for a question. */
function isMarked({ ticked, followUps, axes, notes }: Draft): boolean {
  const judged = Object.values(axes).some((step) => step !== null);
  return Object.keys(ticked).length > 0 || followUps.length > 0 || judged || notes !== '';
}

/** How long the answer takes, beside how long a good one does. */
export function AskClock({ draft, place, running, send }: AskClockProps) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  const clock = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (running === null) return undefined;
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  const shown = draft.speakMs + (running === null ? 0 : runningMs(running, nowMs));
  const press = (): void => {
    const at = Date.now();
    setNowMs(at);
    send(running === null ? { type: 'asked', place, nowMs: at } : { type: 'answered', nowMs: at });
  };
  const takeBack = (): void => {
    send({ type: 'unasked', place });
    // The button that was pressed goes with its press.
    clock.current?.focus();
  };
  return (
    <Row>
      <Button ref={clock} icon={running === null ? 'play' : 'stop'} onClick={press}>
        {running === null
          ? draft.answered
            ? 'Start the clock again'
            : 'I have asked it: start the clock'
          : 'Stop the clock'}
      </Button>
      <Muted>
        <span role="timer">{clockFace(shown)}</span> of about {clockFace(draft.asked.seconds * 1000)}
      </Muted>
      {draft.answered && (
        <Button variant="plain" icon="undo" onClick={takeBack}>
          Not asked after all
        </Button>
      )}
      {!draft.answered && isMarked(draft) && (
        <Muted>Not asked: what stands here is kept, and left out of the result until it is asked.</Muted>
      )}
    </Row>
  );
}
