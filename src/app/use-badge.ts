import { useEffect } from 'react';
import { environmentOf, todayOf } from '#pages/parts/environment.ts';
import { getStorage } from '#storage/current.ts';
import { readSettings } from '#storage/settings-store.ts';
import { readQueue } from '#storage/today.ts';
import { showBadge } from './badge.ts';

async function countToday(): Promise<number> {
  const { db, device } = getStorage();
  const settings = await readSettings(db);
  const { context } = environmentOf(settings, device);
  const { cards, steps } = await readQueue(db, todayOf(settings, Date.now()), settings, context.scheduler);
  return cards.length + steps.length;
}

/** Brings the number on the installed app's icon up to date when a person looks away: before that nobody sees the icon. */
export function useBadge(): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'hidden') void countToday().then(showBadge);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}
