/** The line of encouragement out of the days, and the care that the days are there. */
import type { StudyDay } from '#memory/study-day.ts';
import { countAnswer, numberOf } from '#progress/day-tally.ts';
import { streakOf } from '#progress/streak.ts';
import { trueLineOf, type TrueLine } from '#progress/true-line.ts';
import type { ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { unreported } from './heavy-progress.ts';
import { readCampaigns } from './plan-campaigns.ts';
import { countDays } from './progress-count.ts';
import { changesOf, journalAfter, readBasis, readStoredDays, settleDays } from './progress-days.ts';
import { isPlannedRest } from './progress-rest.ts';
import { readSettings } from './settings-store.ts';

/** What is true today; null when there is nothing to say, or nothing was counted yet. @throws CorruptRowError */
export async function readTrueLine(db: LamplightDb, today: StudyDay, context: ReplayContext): Promise<TrueLine | null> {
  const [campaigns, { holidays }, days] = await Promise.all([
    readCampaigns(db),
    readSettings(db),
    readDays(db, context),
  ]);
  if (!days) return null;
  const active = [...days.values()].filter((tally) => numberOf(tally, 'answers') > 0).map(({ day }) => day);
  return trueLineOf(
    days.values(),
    streakOf(active, (day) => isPlannedRest(campaigns, holidays, day), today),
    today,
  );
}

async function readDays(db: LamplightDb, context: ReplayContext) {
  return db.transaction('r', [db.tallies, db.journal, db.events], async () => {
    const basis = await readBasis(db, context);
    if (!basis) return null;
    const days = await readStoredDays(db);
    for (const [answer, by] of await changesOf(db, await journalAfter(db, basis.seq), context))
      countAnswer(days, answer, by, context.scheduler);
    return days;
  });
}

/** Adds up what was stored since the last time, or all of it where it was never counted. Never rejects. */
export async function keepDays(db: LamplightDb, context: ReplayContext): Promise<void> {
  // What is damaged is told where it is looked at.
  const settled = await settleDays(db, context).catch(() => true);
  if (!settled) await countDays(db, context, unreported).outcome;
}
