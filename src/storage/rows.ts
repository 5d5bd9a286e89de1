/** The rows of the database, and how a card's row follows from its state. Content and scheduling live in separate tables. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { CardState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import type { CardId } from '#review/ids.ts';
import type { CarriedRow } from '#exchange/carried.ts';
import type { Place } from './place.ts';

/**
 * Where the scheduler looks for a card: among the new ones, among the learned ones by due day, or not at all (suspended,
 * never scheduled, or its item or its point is no longer in the bank).
 */
export type CardQueue = 'new' | 'due' | 'off';

/** Small and indexed: the due query reads nothing else. `position` and `dueDay` are there only where they mean something. */
export interface CardRow {
  readonly id: CardId;
  readonly item: ItemId;
  readonly point: PointId | null;
  readonly queue: CardQueue;
  readonly position?: number;
  readonly dueDay?: StudyDay;
  readonly lastDay?: StudyDay;
  readonly state: CardState;
}

/**
 * An event as stored. `guard` names the state that this one was based on; it is unique, so that of two tabs that grade the
 * same card from the same state only one succeeds. It is local: backups do not carry it.
 */
export type EventRow = LogEvent & { readonly guard?: string };

/** Marks of an item that lists ask for; derived from events like the cards. */
export interface MarkRow {
  readonly item: ItemId;
  readonly flagged: 0 | 1;
  readonly note: string;
}

/** A pack of the bank as it came: parsed only when one of its items is looked at. */
export interface PackRow {
  readonly file: string;
  readonly hash: string;
  readonly bank: string;
  readonly text: string;
}

/** What was there before a restore replaced it. */
export interface SnapshotRow {
  readonly id: string;
  readonly atMs: number;
  readonly reason: string;
  readonly events: readonly LogEvent[];
  readonly settings: readonly CarriedRow[];
}

/** Things of this device alone: its id, what it has been asked. */
export interface LocalRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * The row of a card. It rests where its item or its point is not in the bank: what is counted and what is asked both go by it.
 *
 * @param place of its item; null when that has left the bank
 */
export function cardRow(state: CardState, place: Place | null): CardRow {
  const { id, item, point, learning } = state;
  const isThere = place !== null && (point === null || place.points.has(point));
  const base = { id, item, point, state, ...(isThere && { position: place.position }) };
  const rests = !isThere || state.suspended;
  if (learning.kind === 'new') return { ...base, queue: rests || point !== null ? 'off' : 'new' };
  const { due, lastDay } = learning;
  if (due.kind === 'unscheduled') return { ...base, queue: 'off', lastDay };
  return { ...base, queue: rests ? 'off' : 'due', dueDay: due.day, lastDay };
}
