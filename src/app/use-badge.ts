import { useEffect, useEffectEvent } from 'react';
import { todayOf, type Environment } from '#pages/parts/environment.ts';
import { useEnvironment } from '#pages/parts/environment-provider.tsx';
import { getStorage } from '#storage/current.ts';
import { readQueue } from '#storage/today.ts';
import { showBadge } from './badge.ts';

async function countToday({ settings, context }: Environment): Promise<number> {
  const today = todayOf(settings, Date.now());
  const { cards, steps } = await readQueue(getStorage().db, today, settings, context.scheduler);
  return cards.length + steps.length;
}

/** Brings the number on the installed app's icon up to date when a person looks away: before that nobody sees the icon. */
export function useBadge(): void {
  const environment = useEnvironment();
  const look = useEffectEvent(() => {
    if (environment && document.visibilityState === 'hidden')
      // A database that cannot be read leaves the number as it is, and says so to whoever reads next.
      countToday(environment).then(showBadge, () => undefined);
  });
  useEffect(() => {
    const changed = (): void => look();
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
}
