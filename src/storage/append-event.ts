/** Appends an event by replay, where no state is at hand to apply it to: it reads what is there, and writes what follows. */
import type { ItemState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';
import type { LamplightDb } from './database.ts';
import { readEventsOf, readPlace, rowOfEvent, rowsOfState } from './item-states.ts';
import { journalRow } from './progress-journal.ts';

/** The tables that it reads or writes: what a transaction around it must hold. */
export const APPEND_TABLES = ['events', 'cards', 'marks', 'items', 'journal'] as const;

/**
 * Stores an event on what the log says of its item now, and replaces all rows of the item, cards that no longer exist among them.
 * Belongs into a transaction over `APPEND_TABLES`. Returns the item's state after it.
 *
 * @throws CorruptRowError when the item's log cannot be read; what the database throws
 */
export async function appendEvent(db: LamplightDb, event: LogEvent, context: ReplayContext): Promise<ItemState> {
  const log = await readEventsOf(db, event.item);
  const before = replayItem(event.item, log, context);
  const after = replayItem(event.item, [...log, event], context);
  const { cards, mark } = rowsOfState(after, await readPlace(db, event.item));
  await db.events.add(rowOfEvent(event, before));
  await db.journal.add(journalRow(event, before));
  await db.cards.where('item').equals(event.item).delete();
  await db.cards.bulkPut(cards);
  await db.marks.put(mark);
  return after;
}
