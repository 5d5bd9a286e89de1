/** A tab in which somebody practises: states are held in memory between presses, as the review page holds them. */
import type { ItemId, PointId } from '#bank/item.ts';
import type { Grade } from '#memory/grade.ts';
import { cardOf, type ItemState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import { reviewedEvent, studyDayOfStamp } from '#review/record.ts';
import { applyEvent, replayItem, type ReplayContext } from '#review/reduce.ts';
import { promisesFor } from '#review/schedule.ts';
import type { LamplightDb } from '#storage/database.ts';
import { readEventsOf, readItemState, readPlace } from '#storage/item-states.ts';
import { recordEvent, type Recorded } from '#storage/record-event.ts';
import { lastUndoable, voidEvent, type Undone } from '#storage/undo.ts';
import { itemId, pointId, replayContext, schedulePolicy } from './builders.ts';
import { seededClock, type TestClock } from './clock.ts';
import { KEY_POINTS } from './item-builders.ts';

interface How {
  readonly point?: string;
  readonly ticked?: readonly string[];
  readonly tookMs?: number;
}

export interface Practice {
  readonly db: LamplightDb;
  readonly clock: TestClock;
  readonly context: ReplayContext;
  /** Reads an item into memory, as a page does when a card comes near. */
  look(item: string): Promise<ItemState>;
  /** Grades the question, or one of its points alone, with these points ticked. */
  grade(item: string, grade: Grade, how?: How): Promise<Recorded>;
  /** Stores anything else that is done to an item. */
  store(event: LogEvent): Promise<Recorded>;
  /** Takes the last thing of this device back; null when there is none. */
  undo(): Promise<Undone | null>;
}

export function practise(db: LamplightDb, clock: TestClock = seededClock(), context = replayContext()): Practice {
  const held = new Map<ItemId, ItemState>();
  return {
    db,
    clock,
    context,
    async look(id) {
      const state = await readItemState(db, itemId(id), context);
      held.set(state.item, state);
      return state;
    },
    async grade(id, grade, { point, ticked = [], tookMs = 20_000 } = {}) {
      const state = held.get(itemId(id)) ?? (await this.look(id));
      const card = cardOf(state, point === undefined ? null : pointId(point));
      const stamp = clock.stamp();
      const today = studyDayOfStamp(stamp, context.rolloverHour);
      const policy = schedulePolicy({ scheduler: context.scheduler });
      const event = reviewedEvent({
        stamp,
        state,
        card,
        points: KEY_POINTS.map((each) => ({ id: each.id, core: each.weight === 'core' })),
        ticked: new Set(ticked as PointId[]),
        grade,
        proposed: null,
        hinted: false,
        tookMs,
        capMs: 300_000,
        promises: promisesFor(card, today, policy),
        today,
        policy,
      });
      return this.store(event);
    },
    async store(event) {
      const before = held.get(event.item) ?? (await this.look(event.item));
      const place = await readPlace(db, event.item);
      const after =
        applyEvent(before, event, context) ??
        replayItem(event.item, [...(await readEventsOf(db, event.item)), event], context);
      const recorded = await recordEvent(db, { event, before, after, place });
      if (recorded === 'stored') held.set(event.item, after);
      return recorded;
    },
    async undo() {
      const target = await lastUndoable(db, clock.device);
      if (!target) return null;
      const undone = await voidEvent(db, target, clock.stamp(), context);
      held.set(target.item, undone.state);
      return undone;
    },
  };
}
