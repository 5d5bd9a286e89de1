/** Months of practice as a backup, made of the scheduler's own promises; the same on every run but for the day on which it ends. */
import { backupText, makeBackup } from '#exchange/backup.ts';
import { seededFraction } from '#memory/fuzz.ts';
import type { Grade } from '#memory/grade.ts';
import { studyDayOf } from '#memory/study-day.ts';
import { cardOf, newItemState, type ItemState } from '#review/card-state.ts';
import type { Reviewed } from '#review/event.ts';
import { applyEvent } from '#review/reduce.ts';
import { DAY_MS, deviceId, eventId, replayContext, reviewed } from './builders.ts';

export interface HistoryInput {
  readonly items: readonly Reviewed['item'][];
  readonly days: number;
  readonly newPerDay: number;
  /** The history ends on the day of this moment. */
  readonly nowMs: number;
}

const context = replayContext();
const { scheduler } = context;

function gradeOf(state: ItemState, elapsed: number, lot: number): Grade {
  const { learning } = cardOf(state, null);
  const recall = learning.kind === 'learned' ? scheduler.retrievability(learning.memory, elapsed) : 0.6;
  if (lot > recall) return 1;
  const share = lot / recall;
  if (share < 0.1) return 4;
  return share > 0.88 ? 2 : 3;
}

/** The text of a backup. Every eleventh day is missed, every ninth is a mock. */
export function historyBackup({ items, days, newPerDay, nowMs }: HistoryInput): string {
  const states = new Map<Reviewed['item'], ItemState>();
  const events: Reviewed[] = [];
  let met = 0;
  for (let ago = days; ago >= 0; ago -= 1) {
    if (ago % 11 === 5) continue;
    const startMs = nowMs - ago * DAY_MS - 2 * 3_600_000;
    const today = studyDayOf(startMs, 0, context.rolloverHour);
    const due = [...states.values()].filter((state) => {
      const { learning } = cardOf(state, null);
      return learning.kind === 'learned' && learning.due.kind === 'day' && learning.due.day <= today;
    });
    const fresh = items.slice(met, met + newPerDay).map(newItemState);
    met += fresh.length;
    for (const [place, state] of [...due, ...fresh].entries()) {
      const { learning } = cardOf(state, null);
      const elapsed = learning.kind === 'learned' ? Math.max(0, today - learning.lastDay) : 0;
      const lot = seededFraction(`${state.item} ${events.length}`);
      const grade = gradeOf(state, elapsed, lot);
      const memory = scheduler.nextMemory(learning.kind === 'learned' ? learning.memory : null, elapsed, grade);
      const event = reviewed(events.length, {
        id: eventId(events.length),
        device: deviceId(7),
        atMs: Math.round(startMs + place * 60_000),
        offsetMinutes: 0,
        item: state.item,
        card: cardOf(state, null).id,
        grade,
        due: { kind: 'days', days: scheduler.intervalDays(memory) },
        tookMs: Math.round(12_000 + 100_000 * lot * lot),
        source: ago % 9 === 0 ? 'mock' : 'review',
      });
      events.push(event);
      states.set(state.item, applyEvent(state, event, context) ?? state);
    }
  }
  return [...backupText(makeBackup({ nowMs, device: deviceId(7), settings: [], events }))].join('');
}
