import { useState } from 'react';
import { Link } from 'react-router';
import type { Drawn } from '#mock/drawn.ts';
import type { MockRun } from '#mock/run.ts';
import type { MockSettings } from '#mock/settings.ts';
import { beginMock } from '#pages/mock/prepare.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { readMockRun } from '#storage/mock-run.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

export interface StartButtonProps {
  readonly settings: MockSettings;
  /** Undefined until drawn. */
  readonly drawn: Drawn | undefined;
  readonly environment: Environment;
  readonly onStart: () => void;
}

/** One of which all is answered and graded only waits to be stored: nothing of it would be lost. */
function isUnderWay(run: MockRun | null): boolean {
  return run !== null && run.stage !== null;
}

/** Starts what was drawn; asks first where another mock is under way. */
export function StartButton({ settings, drawn, environment, onStart }: StartButtonProps) {
  const [starting, setStarting] = useState(false);
  const [asking, setAsking] = useState(false);
  const underWay = useLive(async ({ db }) => isUnderWay(await readMockRun(db)), []);
  const { toast } = useAnnounce();
  const start = async (): Promise<void> => {
    if (!drawn) return;
    setStarting(true);
    try {
      if (await beginMock(settings, drawn, environment)) onStart();
    } catch {
      toast({ text: 'The mock could not be stored, so it was not started. Nothing is lost. Try again.' });
    } finally {
      setStarting(false);
    }
  };
  return (
    <>
      <Button
        variant="primary"
        size="lg"
        block
        icon="mic"
        busy={starting || !drawn || underWay === undefined}
        disabled={drawn?.questions.length === 0}
        onClick={() => (underWay === true ? setAsking(true) : void start())}
      >
        Start mock
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Another mock is under way"
        actions={
          <>
            <Button variant="plain" onClick={() => void start()}>
              End it, start this one
            </Button>
            <Link to="/mock/run" className={buttonClass({ variant: 'primary' })}>
              Go on with it
            </Link>
          </>
        }
      >
        <p>
          If this one starts, the other one ends: what is graded of it is kept with its report, what still waits to be
          graded is left out of its score.
        </p>
      </Dialog>
    </>
  );
}
