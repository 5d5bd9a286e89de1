import { useDeferredValue, type ReactNode } from 'react';
import { useBankArrival } from '#pages/parts/bank-arrival.ts';
import { later } from '#ui/later.tsx';
import { Page } from '#ui/page.tsx';
import { useBoot } from './boot.ts';

const BootProblem = later(async () => (await import('./boot-problem.tsx')).BootProblem);
const ProgressBar = later(async () => (await import('#ui/progress-bar.tsx')).ProgressBar);

/** What a first visit shows, fetched while there is a network, also for when there is none any more. Never rejects. */
export async function fetchFirstScreen(): Promise<void> {
  void BootProblem.fetch().catch(() => undefined);
  await ProgressBar.fetch().catch(() => undefined);
}

const NOTHING_YET = { done: 0, total: 0 };

/**
 * Shows the app once it can work; until then how far it is, or what is in the way. To draw all of it takes a slow phone a while:
 * that waits behind what a person does. What is in the way waits for nothing: what is drawn can no longer read or store.
 */
export function BootGate({ children }: { readonly children: ReactNode }) {
  const now = useBoot((state) => state.boot);
  const deferred = useDeferredValue(now);
  const boot = now.phase === 'ready' ? deferred : now;
  const arrival = useBankArrival((state) => state.arrival);
  if (boot.phase === 'ready') return children;
  if (boot.phase === 'opening') return null;
  if (boot.phase !== 'firstBank') {
    return (
      <Page>
        <BootProblem boot={boot} />
      </Page>
    );
  }
  const { done, total } = arrival ?? NOTHING_YET;
  return (
    <Page>
      <ProgressBar label="Bringing the question bank to this device" value={done} max={Math.max(1, total)} />
    </Page>
  );
}
