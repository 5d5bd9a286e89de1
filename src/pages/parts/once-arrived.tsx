import { grouped } from './format.ts';
import type { ReactNode } from 'react';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { EmptyState } from '#ui/state.tsx';
import { useBankArrival } from './bank-arrival.ts';

/** Says that the rest is on its way as long as it is, and only then what the page would say of what it does not find. */
export function OnceArrived({ children }: { readonly children: ReactNode }) {
  const arrival = useBankArrival((state) => state.arrival);
  if (!arrival) return children;
  return (
    <EmptyState title="The question bank is still arriving" icon="library" level={1}>
      <ProgressBar
        label="Bringing the rest to this device"
        value={arrival.done}
        max={Math.max(1, arrival.total)}
        text={`${grouped(arrival.done)} of ${grouped(arrival.total)}`}
      />
    </EmptyState>
  );
}
