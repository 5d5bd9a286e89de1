import type { Environment } from '#pages/parts/environment.ts';
import { Countdown } from './countdown.tsx';
import { NextOnPath } from './next-on-path.tsx';

/** What the days lead to: interviews, and the next step of the path. */
export function Ahead({ environment }: { readonly environment: Environment }) {
  return (
    <>
      <Countdown environment={environment} />
      <NextOnPath environment={environment} />
    </>
  );
}
