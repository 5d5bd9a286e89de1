/**
 * From events to states. `reducers` is a mapped type: a new kind of event does not compile until it has its reducer.
 * Replay is deterministic: the same set of events in any order, with duplicates, gives the same states on every machine.
 */
import type { ItemId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import type { Scheduler } from '#memory/scheduler.ts';
import { daysBetween, studyDayOf, type StudyDay } from '#memory/study-day.ts';
import {
  newCard,
  newItemState,
  type CardState,
  type DueAt,
  type ItemState,
  type Learned,
  type Learning,
} from './card-state.ts';
import { compareEvents, type Due, type EventType, type LogEvent, type Split } from './event.ts';
import { cardIdOf, splitCardId, type CardId } from './ids.ts';
import { takenBackBy } from './voids.ts';

export interface ReplayContext {
  readonly scheduler: Scheduler;
  /** Hour of the local day, 0 to 23, at which a new study day begins. */
  readonly rolloverHour: number;
}

/** An item's state while events are folded into it; never leaves this file. */
interface Draft {
  readonly item: ItemId;
  readonly cards: Map<CardId, CardState>;
  flagged: boolean;
  note: string;
}

type Reducers = {
  readonly [K in EventType]: (draft: Draft, event: Extract<LogEvent, { type: K }>, context: ReplayContext) => void;
};

function cardIn(draft: Draft, id: CardId): CardState {
  const known = draft.cards.get(id);
  if (known) return known;
  const { item, point } = splitCardId(id);
  return newCard(item, point);
}

function dueAt(due: Due, day: StudyDay, atMs: number): DueAt {
  return due.kind === 'days'
    ? { kind: 'day', day: (day + due.days) as StudyDay }
    : { kind: 'moment', atMs: atMs + due.minutes * 60_000, day };
}

interface Review {
  readonly grade: Grade;
  readonly day: StudyDay;
  readonly atMs: number;
  readonly due: Due | null;
  /** Whether the person was sure of it before the answer was shown. */
  readonly sure?: boolean;
}

/**
 * One review of one card. A failed review counts as a lapse unless the card was still in a short step: one fall counts once,
 * however often and on however many days it is failed before it is recalled.
 */
export function learn(before: Learning, review: Review, scheduler: Scheduler): Learning {
  const { grade, day, atMs } = review;
  const promised = review.due && dueAt(review.due, day, atMs);
  const now = { kind: 'learned', lastDay: day, lastAtMs: atMs, lastGrade: grade } as const;
  if (before.kind === 'new') {
    const memory = scheduler.nextMemory(null, 0, grade);
    const first = { firstDay: day, due: promised ?? ({ kind: 'unscheduled' } as const), reps: 1, lapses: 0 };
    return { ...now, memory, ...first, ...(misjudged(null, review) && MISJUDGED) };
  }
  const lapsed = grade === 1 && before.due.kind !== 'moment';
  return {
    ...now,
    memory: scheduler.nextMemory(before.memory, daysBetween(before.lastDay, day), grade),
    firstDay: before.firstDay,
    due: promised ?? before.due,
    reps: before.reps + 1,
    lapses: before.lapses + (lapsed ? 1 : 0),
    ...(misjudged(before, review) && MISJUDGED),
  };
}

const MISJUDGED = { overconfident: true } as const;

/** A failure that the person did not expect counts until the card is recalled on another day than the one on which it failed. */
function misjudged(before: Learned | null, { grade, day, sure }: Review): boolean {
  const known = before?.overconfident === true;
  return grade === 1 ? sure === true || known : known && day === before.lastDay;
}

function reviewCard(draft: Draft, id: CardId, review: Review, scheduler: Scheduler): void {
  const card = cardIn(draft, id);
  draft.cards.set(id, { ...card, learning: learn(card.learning, review, scheduler) });
}

/** The grade that a hit or a miss inside a question's answer stands for. */
export function gradeOfOutcome(hit: boolean): Grade {
  return hit ? 3 : 1;
}

/** Changes one card; what is done to an item's own card is done to the cards of its points as well. */
function changeCards(draft: Draft, id: CardId, change: (card: CardState) => CardState): void {
  const whole = id === cardIdOf(draft.item, null);
  for (const each of whole ? new Set([id, ...draft.cards.keys()]) : [id])
    draft.cards.set(each, change(cardIn(draft, each)));
}

/** A point that is asked alone from now on; one of which nothing is known begins as if it had been missed. */
function byItself(learning: Learning, { atMs, days = 1 }: Split, day: StudyDay, scheduler: Scheduler): Learning {
  const due = { kind: 'days', days } as const;
  return learning.kind === 'new'
    ? learn(learning, { grade: 1, day, atMs, due }, scheduler)
    : { ...learning, due: dueAt(due, day, atMs) };
}

const reducers: Reducers = {
  reviewed(draft, event, { scheduler, rolloverHour }) {
    const day = studyDayOf(event.atMs, event.offsetMinutes, rolloverHour);
    const { atMs, grade, due } = event;
    const sure = event.guess === 'sure';
    reviewCard(draft, event.card, { grade, day, atMs, due, sure }, scheduler);
    for (const point of event.points) {
      const review = { grade: gradeOfOutcome(point.hit), day, atMs, due: point.due, sure };
      reviewCard(draft, cardIdOf(event.item, point.id), review, scheduler);
    }
  },
  suspended(draft, event) {
    changeCards(draft, event.card, (card) => ({ ...card, suspended: event.on }));
  },
  buried(draft, event) {
    changeCards(draft, event.card, (card) => ({ ...card, buriedUntil: event.untilDay }));
  },
  reset(draft, event) {
    changeCards(draft, event.card, (card) => ({ ...card, learning: { kind: 'new' } }));
  },
  rescheduled(draft, event) {
    for (const { card, day } of event.days) {
      const known = draft.cards.get(card);
      if (known?.learning.kind !== 'learned' || known.learning.due.kind === 'unscheduled') continue;
      draft.cards.set(card, { ...known, learning: { ...known.learning, due: { kind: 'day', day } } });
    }
  },
  split(draft, event, { scheduler, rolloverHour }) {
    const day = studyDayOf(event.atMs, event.offsetMinutes, rolloverHour);
    const own = cardIn(draft, cardIdOf(draft.item, null));
    draft.cards.set(own.id, { ...own, suspended: true });
    for (const point of event.points) {
      const card = cardIn(draft, cardIdOf(draft.item, point));
      draft.cards.set(card.id, { ...card, suspended: false, learning: byItself(card.learning, event, day, scheduler) });
    }
  },
  flagged(draft, event) {
    draft.flagged = event.on;
  },
  noted(draft, event) {
    draft.note = event.text;
  },
  mockFinished() {
    // What was learnt in it are events of the questions' own.
  },
  voided() {
    // What it voids is left out before the fold begins.
  },
};

function reduceInto<K extends EventType>(
  draft: Draft,
  event: Extract<LogEvent, { type: K }>,
  context: ReplayContext,
): void {
  const reducer: Reducers[K] = reducers[event.type];
  reducer(draft, event, context);
}

function isAfter(event: LogEvent, last: ItemState['last']): boolean {
  return last === null || event.atMs > last.atMs || (event.atMs === last.atMs && event.id > last.id);
}

/**
 * The next state of an item, without a replay, for an event that was made just now. Returns null when the event voids
 * another or lies before the item's last event (a clock that jumped back): then only `replayItem` over all of the item's
 * events gives the right answer. Events that come from elsewhere may be voided already and are always replayed.
 */
export function applyEvent(state: ItemState, event: LogEvent, context: ReplayContext): ItemState | null {
  if (event.type === 'voided' || !isAfter(event, state.last)) return null;
  const draft: Draft = { item: state.item, cards: new Map(state.cards), flagged: state.flagged, note: state.note };
  reduceInto(draft, event, context);
  return { ...draft, last: { id: event.id, atMs: event.atMs }, events: state.events + 1 };
}

function inLogOrder(events: readonly LogEvent[]): LogEvent[] {
  const ordered = events.toSorted(compareEvents);
  return ordered.filter((event, index) => index === 0 || event.id !== ordered[index - 1]?.id);
}

function fold(item: ItemId, ordered: readonly LogEvent[], context: ReplayContext): ItemState {
  const isTakenBack = takenBackBy(ordered);
  const start = newItemState(item);
  const draft: Draft = { item, cards: new Map(), flagged: start.flagged, note: start.note };
  for (const event of ordered) if (!isTakenBack(event)) reduceInto(draft, event, context);
  const last = ordered.at(-1);
  return { ...draft, last: last ? { id: last.id, atMs: last.atMs } : null, events: ordered.length };
}

/**
 * The state of one item from all of its events, in any order and with duplicates.
 * A void of a void, or of another item's event, is without effect; voiding twice is voiding once.
 */
export function replayItem(item: ItemId, events: readonly LogEvent[], context: ReplayContext): ItemState {
  return fold(item, inLogOrder(events), context);
}

/** The states of all items from a whole log, in any order and with duplicates. */
export function replayLog(events: readonly LogEvent[], context: ReplayContext): Map<ItemId, ItemState> {
  const byItem = new Map<ItemId, LogEvent[]>();
  for (const event of events) {
    const own = byItem.get(event.item);
    if (own) own.push(event);
    else byItem.set(event.item, [event]);
  }
  const states = new Map<ItemId, ItemState>();
  for (const [item, own] of byItem) states.set(item, replayItem(item, own, context));
  return states;
}
