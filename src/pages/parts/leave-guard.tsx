/** Whoever leaves a form that is not saved is asked first: by a link, a key, the way back, or closing the tab. */
import { useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { UNSAFE_NavigationContext, type Navigator } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { askBeforeBack } from './way-back.ts';

export interface LeaveGuard {
  /** Belongs into the page. */
  readonly dialog: ReactNode;
  /** Lets the next step through, as after a save. */
  readonly release: () => void;
}

/** Where an entry of the history stands, as the router counts. */
function placeInHistory(): number {
  const state = window.history.state as { idx?: number } | null;
  return state?.idx ?? 0;
}

/** Keeps a step back until the person says so; false lets it through. */
type Holds = (then: () => void) => boolean;

/** Asks before a page with unsaved words is left. */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const { navigator } = useContext(UNSAFE_NavigationContext);
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const free = useRef(!unsaved);
  useEffect(() => {
    free.current = !unsaved;
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const release = (): void => {
    free.current = true;
  };
  useEffect(() => {
    const holds: Holds = (then) => {
      if (!free.current) setLeave(() => then);
      return !free.current;
    };
    const goBack = (steps: number): void => {
      free.current = true;
      window.history.go(steps);
    };
    const stops = [holdSteps(navigator, holds), holdBack(holds, goBack)];
    return () => stops.forEach((stop) => stop());
  }, [navigator]);
  return { dialog: <LeaveDialog leave={leave} onLeave={release} onStay={() => setLeave(null)} />, release };
}

/** Links and all other steps of the app's own. Returns how to stop. */
function holdSteps(navigator: Navigator, holds: Holds): () => void {
  const { push, replace } = navigator;
  const heldBack =
    (step: typeof push): typeof push =>
    (...to) => {
      const go = (): void => step.apply(navigator, to);
      if (!holds(go)) go();
    };
  Object.assign(navigator, { push: heldBack(push), replace: heldBack(replace) });
  return () => Object.assign(navigator, { push, replace });
}

/** The browser has gone back before anyone is asked: it is brought forth again, and goes if the person says so. */
function holdBack(holds: Holds, goBack: (steps: number) => void): () => void {
  const place = placeInHistory();
  let returning = false;
  const popped = (event: PopStateEvent): void => {
    const steps = placeInHistory() - place;
    const comesBack = returning;
    returning = !comesBack && steps !== 0 && holds(() => goBack(steps));
    if (!comesBack && !returning) return;
    event.stopImmediatePropagation();
    if (returning) window.history.go(-steps);
  };
  return askBeforeBack(popped);
}

interface LeaveDialogProps {
  readonly leave: (() => void) | null;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

function LeaveDialog({ leave, onLeave, onStay }: LeaveDialogProps) {
  const go = (): void => {
    onLeave();
    onStay();
    leave?.();
  };
  return (
    <Dialog
      open={leave !== null}
      onClose={onStay}
      title="Leave without saving?"
      actions={
        <>
          <Button onClick={go}>Leave</Button>
          <Button variant="primary" onClick={onStay}>
            Stay here
          </Button>
        </>
      }
    >
      <p>What you wrote here is not saved yet, and would be gone.</p>
    </Dialog>
  );
}
