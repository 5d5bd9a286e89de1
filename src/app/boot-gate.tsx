import type { ReactNode } from 'react';
import { later } from '#ui/later.tsx';
import { Page } from '#ui/page.tsx';
import { useBoot } from './boot.ts';

const BootProblem = later(async () => (await import('./boot-problem.tsx')).BootProblem);
const ProgressBar = later(async () => (await import('#ui/progress-bar.tsx')).ProgressBar);

/** Shows the app once it can work; until then how far it is, or what is in the way. */
export function BootGate({ children }: { readonly children: ReactNode }) {
  const boot = useBoot((state) => state.boot);
  if (boot.phase === 'ready') return children;
  if (boot.phase === 'opening') return null;
  if (boot.phase !== 'firstBank') {
    return (
      <Page>
        <BootProblem boot={boot} />
      </Page>
    );
  }
  const { done = 0, total = 1 } = boot.progress ?? {};
  return (
    <Page>
      <ProgressBar label="Bringing the question bank to this device" value={done} max={Math.max(1, total)} />
    </Page>
  );
}
