import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Drawn } from '#mock/drawn.ts';
import type { MockRun } from '#mock/run.ts';
import type { MockSettings } from '#mock/settings.ts';
import { beginMock } from '#pages/mock/prepare.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { readMockRun } from '#storage/mock-run.ts';
import { useLive } from '#storage/use-live.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button, buttonClass, type ButtonLook } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';

export interface StartButtonProps extends ButtonLook {
  readonly settings: MockSettings;
  /** Undefined until read. */
  readonly environment: Environment | undefined;
  /** What is asked; undefined while it is not there yet. A function draws at the press. */
  readonly drawn: Drawn | undefined | (() => Promise<Drawn>);
  /** It is under way with these questions. */
  readonly onStart: (drawn: Drawn) => void;
  /** What was drawn at the press has nothing to ask. */
  readonly onEmpty?: () => void;
  readonly children: ReactNode;
}

/** One of which all is answered and graded only waits to be stored: nothing of it would be lost. */
function isUnderWay(run: MockRun | null): boolean {
  return run !== null && run.stage !== null;
}

/** Starts a mock; asks first where another one is under way. */
export function StartButton(props: StartButtonProps) {
  const { settings, environment, drawn, onStart, onEmpty, children, ...look } = props;
  const [starting, setStarting] = useState(false);
  const [asking, setAsking] = useState(false);
  const underWay = useLive(async ({ db }) => isUnderWay(await readMockRun(db)), []);
  const { toast } = useAnnounce();
  const start = async (): Promise<void> => {
    if (!drawn || !environment) return;
    setStarting(true);
    try {
      const asked = typeof drawn === 'function' ? await drawn() : drawn;
      if (await beginMock(settings, asked, environment)) onStart(asked);
      else onEmpty?.();
    } catch {
      toast({ text: 'The mock could not be stored, so it was not started. Nothing is lost. Try again.' });
    } finally {
      setStarting(false);
    }
  };
  return (
    <>
      <Button
        {...look}
        block
        icon="mic"
        busy={starting || !drawn || !environment || underWay === undefined}
        disabled={typeof drawn === 'object' && drawn.questions.length === 0}
        onClick={() => (underWay === true ? setAsking(true) : void start())}
      >
        {children}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Another mock is under way"
        actions={
          <>
            <Button variant="plain" busy={starting} onClick={() => void start()}>
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
