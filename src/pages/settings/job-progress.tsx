import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { cancelJob, useJobs, type Ending, type Task } from './jobs.ts';
import { progressWords } from './progress-words.ts';
import { Problem } from './problem.tsx';
import { Said } from './said.tsx';

/** Most work ends before anybody could read a word about it. */
const SHOWN_AFTER_MS = 250;

function useShownLate(on: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [on]);
  return on && shown;
}

/** How far a task is, with a way to stop it; afterwards what went wrong, if anything did. */
export function JobProgress({ task }: { readonly task: Task }) {
  const running = useJobs((state) => (state.running?.task === task ? state.running : null));
  const ending = useJobs((state) => state.endings[task]);
  const shown = useShownLate(running !== null);
  if (running && shown) {
    const { label, text, share } = progressWords(running.progress);
    return (
      <ProgressBar
        label={label}
        {...(text === null ? {} : { text })}
        {...(share === null ? {} : { value: share })}
        cancel={<Button onClick={cancelJob}>Cancel</Button>}
      />
    );
  }
  return ending ? <Trouble ending={ending} /> : null;
}

function Trouble({ ending }: { readonly ending: Ending }) {
  if (ending.kind === 'cancelled') return <Said icon="info" text="Stopped. Nothing was changed." />;
  return ending.kind === 'failed' || ending.kind === 'refused' ? <Problem ending={ending} /> : null;
}
