import { useEffect } from 'react';
import { environmentOf, todayOf } from '#pages/parts/environment.ts';
import { useNow } from '#pages/parts/use-now.ts';
import { settingsFrom } from '#review/settings.ts';
import type { Storage } from '#storage/current.ts';
import { readQueue } from '#storage/today.ts';
import { useLive } from '#storage/use-live.ts';
import { showBadge } from './badge.ts';

async function countToday({ db, device }: Storage, nowMs: number): Promise<number> {
  const settings = settingsFrom(await db.settings.toArray());
  const { context } = environmentOf(settings, device);
  const { cards, steps } = await readQueue(db, todayOf(settings, nowMs), settings, context.scheduler);
  return cards.length + steps.length;
}

/** Keeps the number on the installed app's icon; during a review it rests, so that nothing competes with a grade. */
export function useBadge(resting: boolean): void {
  const nowMs = useNow();
  const count = useLive(async (storage) => (resting ? null : countToday(storage, nowMs)), [resting, nowMs]);
  useEffect(() => {
    if (typeof count === 'number') void showBadge(count);
  }, [count]);
}
