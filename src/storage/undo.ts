/** Undo: a voiding event and a replay, never a patch. Exact after a reload and any number of steps back. */
import type { ItemId } from '#bank/item.ts';
import type { ItemState } from '#review/card-state.ts';
import type { LogEvent, Voided } from '#review/event.ts';
import type { DeviceId, EventId } from '#review/ids.ts';
import type { Stamp } from '#review/record.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { eventOfRow, readEventsOf, rowOfEvent, rowsOfState } from './item-states.ts';

/** What can be taken back: everything but a void. */
type Undoable = Exclude<LogEvent, Voided>;

export interface Undone {
  readonly voided: Undoable;
  readonly state: ItemState;
}

/** How far back in the log, in events, undo looks for something to take back. */
const HORIZON = 2000;

/** The last event of this device that is not yet taken back; null when there is none within the horizon. */
export async function lastUndoable(db: LamplightDb, device: DeviceId): Promise<Undoable | null> {
  const rows = await db.events.orderBy('id').reverse().limit(HORIZON).toArray();
  const own = rows.filter((row) => row.device === device).map(eventOfRow);
  const voided = new Set<EventId>(own.flatMap((event) => (event.type === 'voided' ? [event.target] : [])));
  for (const event of own) if (event.type !== 'voided' && !voided.has(event.id)) return event;
  return null;
}

/** Takes back one event. The item's rows become what they would be had the event never happened. */
export async function voidEvent(
  db: LamplightDb,
  target: Undoable,
  stamp: Stamp,
  context: ReplayContext,
): Promise<Undone> {
  const { item } = target;
  const event: Voided = { type: 'voided', ...stamp, item, target: target.id };
  return db.transaction('rw', [db.events, db.cards, db.marks, db.items], async () => {
    const before = await readEventsOf(db, item);
    const state = replayItem(item, [...before, event], context);
    await db.events.add(rowOfEvent(event, before.length));
    await writeItemState(db, state, await positionOf(db, item));
    return { voided: target, state };
  });
}

/** The item's place in the order of learning; null when it is not in the bank or is nothing to learn by itself. */
export async function positionOf(db: LamplightDb, item: ItemId): Promise<number | null> {
  const row = await db.items.get(item);
  return row?.summary.type === 'question' ? row.position : null;
}

/** Replaces all rows of an item, cards that no longer exist among them. */
export async function writeItemState(db: LamplightDb, state: ItemState, position: number | null): Promise<void> {
  const { cards, mark } = rowsOfState(state, position);
  await db.cards.where('item').equals(state.item).delete();
  await db.cards.bulkPut(cards);
  await db.marks.put(mark);
}
