/** Small, sound examples of events and cards, and their ids. A test says what it cares about; the rest is filled in. */
import type { ItemId, PointId } from '#bank/item.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Scheduler } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { cardOf, newCard, newItemState, type CardState, type Learned } from '#review/card-state.ts';
import type { LogEvent, Reviewed } from '#review/event.ts';
import { cardIdOf, type CardId, type DeviceId, type EventId } from '#review/ids.ts';
import type { ReplayContext } from '#review/reduce.ts';
import type { SchedulePolicy } from '#review/schedule.ts';

export const DAY_MS = 86_400_000;

export function itemId(id: string): ItemId {
  return id as ItemId;
}

export function pointId(id: string): PointId {
  return id as PointId;
}

export function studyDay(day: number): StudyDay {
  return day as StudyDay;
}

/** `card('q')` is the whole question, `card('q', 'p')` its point. */
export function cardId(item: string, point: string | null = null): CardId {
  return cardIdOf(itemId(item), point === null ? null : pointId(point));
}

function uuid(kind: number, n: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The same number, the same id; ids sort as their numbers. */
export function eventId(n: number): EventId {
  return uuid(0, n) as EventId;
}

export function deviceId(n: number): DeviceId {
  return uuid(1, n) as DeviceId;
}

/** Fuzz on, as people have it. */
export function scheduler(over: Partial<typeof DEFAULT_PARAMETERS> = {}): Scheduler {
  return createScheduler({ ...DEFAULT_PARAMETERS, ...over });
}

export function replayContext(over: Partial<ReplayContext> = {}): ReplayContext {
  return { scheduler: scheduler(), rolloverHour: 4, ...over };
}

export function schedulePolicy(over: Partial<SchedulePolicy> = {}): SchedulePolicy {
  return { scheduler: scheduler(), againMinutes: 10, ...over };
}

/** A learned card, Good yesterday and due today by default; the item's own card or one of its points. */
export function learnedCard(item: string, over: Partial<Learned> = {}, point: string | null = null): CardState {
  const learning: Learned = {
    kind: 'learned',
    memory: { stability: 3, difficulty: 5 },
    firstDay: studyDay(100),
    lastDay: studyDay(100),
    lastAtMs: 100 * DAY_MS,
    lastGrade: 3,
    due: { kind: 'day', day: studyDay(101) },
    reps: 1,
    lapses: 0,
    ...over,
  };
  return { ...freshCard(item, point), learning };
}

export function freshCard(item: string, point: string | null = null): CardState {
  return newCard(itemId(item), point === null ? null : pointId(point));
}

/** The unreviewed card of a point of an item of which nothing is known. */
export function unknownPoint(item: string, point: string): CardState {
  return cardOf(newItemState(itemId(item)), pointId(point));
}

/** Event number `n`: id, time and device follow from it unless given. */
export function reviewed(n: number, over: Partial<Reviewed> = {}): Reviewed {
  const item = over.item ?? itemId('q-one');
  return {
    type: 'reviewed',
    ...eventBase(n, item),
    card: cardIdOf(item, null),
    grade: 3,
    due: { kind: 'days', days: 3 },
    points: [],
    tookMs: 30_000,
    proposed: 3,
    hinted: false,
    source: 'review',
    ...over,
  };
}

/** What event number `n` has in common with all others: a minute after the one before, on device 1. */
export function eventBase(
  n: number,
  item: string = 'q-one',
): Omit<Extract<LogEvent, { type: 'flagged' }>, 'type' | 'on'> {
  return {
    id: eventId(n),
    device: deviceId(1),
    atMs: Date.UTC(2026, 10, 22, 9) + n * 60_000,
    offsetMinutes: 60,
    item: itemId(item),
  };
}
