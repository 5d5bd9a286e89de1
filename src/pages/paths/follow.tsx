import { useState } from 'react';
import type { Environment } from '#pages/parts/environment.ts';
import { getStorage } from '#storage/current.ts';
import { leavePath, pausePath, startPath } from '#storage/path-started.ts';
import type { WalkedPath } from '#storage/path-read.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Row } from '#ui/page.tsx';

export interface FollowProps {
  readonly walked: WalkedPath;
  readonly environment: Environment;
}

/** Starts a path, pauses it, goes on with it, leaves it: what is learnt stays whatever one does. */
export function Follow({ walked: { path, started }, environment }: FollowProps) {
  const { toast } = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (failure !== null) throw failure;
  const change = (work: typeof startPath, said: string) => async (): Promise<void> => {
    setBusy(true);
    try {
      await work(getStorage().db, path.id, environment.device, Date.now());
      toast({ text: said });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const start = change(startPath, `${path.title}: its questions come first among the new ones.`);
  const pause = change(pausePath, `${path.title} is paused.`);
  const leave = change(leavePath, `${path.title} is left. What you have learnt stays.`);
  if (!started) {
    return (
      <Row>
        <Button icon="play" busy={busy} onClick={() => void start()}>
          Start this path
        </Button>
      </Row>
    );
  }
  return (
    <Row>
      <Button busy={busy} onClick={() => void (started.paused ? start : pause)()}>
        {started.paused ? 'Go on with this path' : 'Pause'}
      </Button>
      <Button variant="plain" busy={busy} onClick={() => void leave()}>
        Leave
      </Button>
    </Row>
  );
}
