/** Many mocks together: trends by topic and tier, and what is missed again and again. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { MockRecord } from '#review/mock-record.ts';
import { scoreOfAll, scoresByTier, scoresByTopic, type GroupScore } from './score.ts';

export interface TrendPoint {
  readonly atMs: number;
  /** 0 to 1. */
  readonly value: number;
  /** How many answers it rests on. */
  readonly answers: number;
}

export interface Trend<K extends string> {
  readonly key: K;
  /** Rising in time; at least one. */
  readonly points: readonly TrendPoint[];
}

/** The overall score of each mock that has one, rising in time. */
export function overallTrend(records: readonly MockRecord[]): TrendPoint[] {
  return inTime(records).flatMap(({ answers, finishedAtMs }) => {
    const { value, answers: count } = scoreOfAll(answers);
    return value === null ? [] : [{ atMs: finishedAtMs, value, answers: count }];
  });
}

/** Trends by topic, those with most mocks first. */
export function topicTrends(records: readonly MockRecord[]): Trend<string>[] {
  return trends(records, scoresByTopic).toSorted(
    (a, b) => b.points.length - a.points.length || (a.key < b.key ? -1 : 1),
  );
}

/** Trends by tier, rising in tier. */
export function tierTrends(records: readonly MockRecord[]): Trend<string>[] {
  const order = scoresByTier(records.flatMap(({ answers }) => answers)).map(({ key }) => key as string);
  return trends<string>(records, scoresByTier).toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

function inTime(records: readonly MockRecord[]): MockRecord[] {
  return records.toSorted((a, b) => a.finishedAtMs - b.finishedAtMs);
}

function trends<K extends string>(
  records: readonly MockRecord[],
  scores: (answers: MockRecord['answers']) => GroupScore<K>[],
): Trend<K>[] {
  const byKey = new Map<K, TrendPoint[]>();
  for (const { answers, finishedAtMs } of inTime(records)) {
    for (const { key, value, answers: count } of scores(answers)) {
      if (value === null) continue;
      const point = { atMs: finishedAtMs, value, answers: count };
      byKey.set(key, [...(byKey.get(key) ?? []), point]);
    }
  }
  return [...byKey].map(([key, points]) => ({ key, points }));
}

/** A point of a weakness, with the title of its question as it was asked last. */
export interface WeakPoint {
  readonly item: ItemId;
  readonly point: PointId;
  readonly title: string;
  readonly missed: number;
  readonly asked: number;
}

export interface Weakness {
  /** The concept that several points share, or one point. */
  readonly of:
    | { readonly kind: 'concept'; readonly concept: string }
    | { readonly kind: 'point'; readonly item: ItemId; readonly point: PointId };
  readonly missed: number;
  /** How often it could have been said. */
  readonly asked: number;
  readonly lastMissedAtMs: number;
  /** The points that were missed, most often first, then the last one first. */
  readonly places: readonly WeakPoint[];
}

/** Missed this often it is no accident. */
const RECURRING = 2;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Tally {
  readonly of: Weakness['of'];
  missed: number;
  asked: number;
  lastMissedAtMs: number;
  readonly places: Map<string, Mutable<WeakPoint>>;
}

/**
 * What was missed twice or more, in any mocks, by concept where points have one, else by point, each with its points: what is
 * missed in the greatest share of its chances first. A point that came only when asked counts as said; a bonus does not count.
 */
export function recurringWeaknesses(records: readonly MockRecord[]): Weakness[] {
  const tallies = new Map<string, Tally>();
  for (const { answers, finishedAtMs } of inTime(records).toReversed()) {
    for (const { item, title, points } of answers) {
      for (const { id, weight, heard, concept } of points) {
        if (weight === 'bonus') continue;
        const tally = tallyFor(tallies, item, id, concept);
        const place = tally.places.get(`${item}#${id}`) ?? { item, point: id, title, missed: 0, asked: 0 };
        tally.places.set(`${item}#${id}`, place);
        tally.asked += 1;
        place.asked += 1;
        if (heard !== 'missed') continue;
        tally.missed += 1;
        place.missed += 1;
        tally.lastMissedAtMs = Math.max(tally.lastMissedAtMs, finishedAtMs);
      }
    }
  }
  return [...tallies.values()]
    .filter(({ missed }) => missed >= RECURRING)
    .toSorted(
      (a, b) => b.missed / b.asked - a.missed / a.asked || b.missed - a.missed || b.lastMissedAtMs - a.lastMissedAtMs,
    )
    .map(({ places, ...rest }) => ({ ...rest, places: weakest([...places.values()]) }));
}

function weakest(places: readonly WeakPoint[]): WeakPoint[] {
  return places.filter(({ missed }) => missed > 0).toSorted((a, b) => b.missed - a.missed);
}

function tallyFor(tallies: Map<string, Tally>, item: ItemId, point: PointId, concept: string | null): Tally {
  const key = concept === null ? `${item}#${point}` : `concept ${concept}`;
  const of: Weakness['of'] = concept === null ? { kind: 'point', item, point } : { kind: 'concept', concept };
  const tally = tallies.get(key) ?? { of, missed: 0, asked: 0, lastMissedAtMs: 0, places: new Map() };
  tallies.set(key, tally);
  return tally;
}

/** What a person meant to say the next time. */
export interface Intention {
  readonly text: string;
  /** When the mock in which it was written ended. */
  readonly atMs: number;
}

/** What was last written for the next time that an item is asked, in the mocks that ended before a moment; null when nothing was. */
export function lastIntention(records: readonly MockRecord[], item: ItemId, beforeMs: number): Intention | null {
  const earlier = inTime(records.filter(({ finishedAtMs }) => finishedAtMs < beforeMs));
  const written = earlier.flatMap(({ answers, finishedAtMs }) =>
    answers.flatMap((answer) =>
      answer.item === item && answer.next.trim() !== '' ? { text: answer.next.trim(), atMs: finishedAtMs } : [],
    ),
  );
  return written.at(-1) ?? null;
}
