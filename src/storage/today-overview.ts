/** What the Today page says: today's queue with its length in time, and the next step of the path. */
import type { ItemId } from '#bank/item.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { estimateSeconds, POINT_SECONDS } from '#review/estimate.ts';
import { splitCardId, type CardId } from '#review/ids.ts';
import type { Queue } from '#review/queue.ts';
import type { Settings } from '#review/settings.ts';
import type { ItemRow, LamplightDb } from './database.ts';
import { readToday, type DoneToday } from './today.ts';

const UNKNOWN_SECONDS = 60;

export interface TodayOverview {
  readonly counts: Queue['counts'];
  readonly total: number;
  readonly seconds: number;
  readonly done: DoneToday;
  /** The questions that are faintest today, faintest first. */
  readonly faintest: readonly ItemRow[];
}

/** Today's queue in numbers. */
export async function readTodayOverview(
  db: LamplightDb,
  today: StudyDay,
  settings: Settings,
  scheduler: Scheduler,
): Promise<TodayOverview> {
  const { queue, done, planned, due } = await readToday(db, today, settings, scheduler);
  const all = [...queue.cards, ...queue.steps.map((step) => step.card)];
  const ids = [...new Set<ItemId>(all.map((card) => splitCardId(card).item))];
  const rows = new Map((await db.items.bulkGet(ids)).flatMap((row) => (row ? [[row.id, row] as const] : [])));
  // A plan has filled its minutes by what this person takes, and says the same here.
  const secondsOf = (id: CardId): number => {
    const isPoint = splitCardId(id).point !== null;
    const goodSeconds = isPoint ? POINT_SECONDS : (rows.get(id)?.summary.seconds ?? UNKNOWN_SECONDS);
    return planned.get(id) ?? estimateSeconds([{ isPoint, goodSeconds }]);
  };
  const seconds = all.reduce((sum, id) => sum + secondsOf(id), 0);
  // The card of a whole question has its item's id, so a point finds no row here.
  const faintest = queue.cards.filter((id) => due.has(id)).flatMap((id) => rows.get(id) ?? []);
  return {
    counts: queue.counts,
    total: all.length,
    seconds,
    done,
    faintest: faintest.slice(0, 3),
  };
}
