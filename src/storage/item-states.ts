/** Item states out of the database and back into it: cards and marks are a cache of what the events say. */
import type { ItemId } from '#bank/item.ts';
import { cardOf, newItemState, type ItemState } from '#review/card-state.ts';
import { parseEvent, type LogEvent } from '#review/event.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';
import { CorruptRowError } from './corrupt-row.ts';
import type { LamplightDb } from './database.ts';
import { placeOf, type Place } from './place.ts';
import { cardRow, type CardRow, type EventRow, type MarkRow } from './rows.ts';

/** The event of a row, without what is local to the database. @throws CorruptRowError */
export function eventOfRow(row: EventRow): LogEvent {
  const { guard: _, ...rest } = row;
  const parsed = parseEvent(rest);
  if (!parsed.ok) throw new CorruptRowError('events', String(row.id), parsed.why);
  return parsed.event;
}

/**
 * The row of an event that is made now. Of two tabs that go on from the same state both make the same guard, and the guard
 * is unique. The last event alone does not name a state, since it stays the last while the clock is behind it; nor does their
 * count, since a damaged row that was set aside is counted no more.
 *
 * @throws RangeError for an event that could not be read back
 */
export function rowOfEvent(event: LogEvent, basedOn: Pick<ItemState, 'last' | 'events'>): EventRow {
  const parsed = parseEvent(event);
  if (!parsed.ok) throw new RangeError(`Not an event: ${parsed.why}`);
  return { ...event, guard: `${event.item}|${basedOn.last?.id ?? ''}|${basedOn.events}` };
}

/** All events of one item, in no particular order. */
export async function readEventsOf(db: LamplightDb, item: ItemId): Promise<LogEvent[]> {
  const rows = await db.events.where('item').equals(item).toArray();
  return rows.map(eventOfRow);
}

/** The state of an item, replayed from its events: the truth, at the price of one indexed read. */
export async function readItemState(db: LamplightDb, item: ItemId, context: ReplayContext): Promise<ItemState> {
  const events = await readEventsOf(db, item);
  return events.length === 0 ? newItemState(item) : replayItem(item, events, context);
}

/** The item's place in the bank; null when it is not there or is nothing to learn by itself. */
export async function readPlace(db: LamplightDb, item: ItemId): Promise<Place | null> {
  return placeOf(await db.items.get(item));
}

/** The rows that hold a state: the item's own card first, always. */
export function rowsOfState(state: ItemState, place: Place | null): { cards: CardRow[]; mark: MarkRow } {
  const own = cardOf(state, null);
  const points = [...state.cards.values()].filter((card) => card.id !== own.id);
  return {
    cards: [own, ...points].map((card) => cardRow(card, place)),
    mark: { item: state.item, flagged: state.flagged ? 1 : 0, note: state.note },
  };
}
