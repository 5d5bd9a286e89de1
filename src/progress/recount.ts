/** All days out of the whole log: what the days that are kept answer by answer must agree with. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { LogEvent } from '#review/event.ts';
import type { ReplayContext } from '#review/reduce.ts';
import { answersOf } from './answers.ts';
import { countAnswer, type DayTally } from './day-tally.ts';

/** A tally for each day that has answers; the log in any order and with duplicates. */
export function recountDays(events: readonly LogEvent[], context: ReplayContext): Map<StudyDay, DayTally> {
  const byItem = new Map<ItemId, LogEvent[]>();
  for (const event of events) {
    const own = byItem.get(event.item);
    if (own) own.push(event);
    else byItem.set(event.item, [event]);
  }
  const tallies = new Map<StudyDay, DayTally>();
  for (const [item, own] of byItem) {
    for (const answer of answersOf(item, own, context)) countAnswer(tallies, answer, 1, context.scheduler);
  }
  return tallies;
}
