/** What is known of one card, and of one item's marks: derived from events, kept only as a cache. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import type { Memory } from '#memory/scheduler.ts';
import type { StudyDay } from '#memory/study-day.ts';
import { cardIdOf, type CardId, type EventId } from './ids.ts';

/** When a learned card is due: on a study day, at a moment of a day (a short step), or never by itself. */
export type DueAt =
  | { readonly kind: 'day'; readonly day: StudyDay }
  | { readonly kind: 'moment'; readonly atMs: number; readonly day: StudyDay }
  | { readonly kind: 'unscheduled' };

export type Learning =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'learned';
      readonly memory: Memory;
      readonly firstDay: StudyDay;
      readonly lastDay: StudyDay;
      readonly lastAtMs: number;
      readonly lastGrade: Grade;
      readonly due: DueAt;
      readonly reps: number;
      readonly lapses: number;
      /** It failed when the person was sure of it, and was not recalled on a later day since. */
      readonly overconfident?: true;
    };

export type Learned = Extract<Learning, { kind: 'learned' }>;

export interface CardState {
  readonly id: CardId;
  readonly item: ItemId;
  readonly point: PointId | null;
  readonly learning: Learning;
  readonly suspended: boolean;
  readonly buriedUntil: StudyDay | null;
}

/** Everything that the log says of one item: its own card first, then the cards of its points. */
export interface ItemState {
  readonly item: ItemId;
  readonly cards: ReadonlyMap<CardId, CardState>;
  readonly flagged: boolean;
  readonly note: string;
  /** The last event in log order that took part, voided or not; null before the first. */
  readonly last: { readonly id: EventId; readonly atMs: number } | null;
  /** How many events took part, voids and voided ones among them: it grows with each, whatever their times. */
  readonly events: number;
}

/** A card of which the log says nothing yet. */
export function newCard(item: ItemId, point: PointId | null): CardState {
  return { id: cardIdOf(item, point), item, point, learning: { kind: 'new' }, suspended: false, buriedUntil: null };
}

/** An item of which the log says nothing yet. */
export function newItemState(item: ItemId): ItemState {
  return { item, cards: new Map(), flagged: false, note: '', last: null, events: 0 };
}

/** The state of one card of an item; a new one if the log says nothing of it. */
export function cardOf(state: ItemState, point: PointId | null): CardState {
  return state.cards.get(cardIdOf(state.item, point)) ?? newCard(state.item, point);
}
