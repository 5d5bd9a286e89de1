/** The same change to many items, and taking it back: one event an item, all of them in one transaction. */
import type { ItemId } from '#bank/item.ts';
import { newItemState, type ItemState } from '#review/card-state.ts';
import type { LogEvent, Voided } from '#review/event.ts';
import type { Stamp } from '#review/record.ts';
import { replayItem, type ReplayContext } from '#review/reduce.ts';
import { APPEND_TABLES } from './append-event.ts';
import type { LamplightDb } from './database.ts';
import { eventOfRow, rowOfEvent, rowsOfState } from './item-states.ts';
import { placeOf } from './place.ts';
import { journalRow } from './progress-journal.ts';

type Undoable = Exclude<LogEvent, Voided>;

async function eventsByItem(db: LamplightDb, items: readonly ItemId[]): Promise<Map<ItemId, LogEvent[]>> {
  const byItem = new Map<ItemId, LogEvent[]>(items.map((item) => [item, []]));
  for (const row of await db.events.where('item').anyOf(items).toArray()) byItem.get(row.item)?.push(eventOfRow(row));
  return byItem;
}

interface Change {
  readonly event: LogEvent;
  readonly before: ItemState;
  readonly after: ItemState;
}

/** Replaces all rows of the changed items, cards that no longer exist among them. */
async function write(db: LamplightDb, changes: readonly Change[]): Promise<void> {
  const items = changes.map(({ event }) => event.item);
  const bank = await db.items.bulkGet(items);
  const rows = changes.map(({ after }, index) => rowsOfState(after, placeOf(bank[index])));
  await db.events.bulkAdd(changes.map(({ event, before }) => rowOfEvent(event, before)));
  await db.journal.bulkAdd(changes.map(({ event, before }) => journalRow(event, before)));
  await db.cards.where('item').anyOf(items).delete();
  await db.cards.bulkPut(rows.flatMap(({ cards }) => cards));
  await db.marks.bulkPut(rows.map(({ mark }) => mark));
}

/**
 * Makes one event for each item that `eventFor` wants changed (null: it is as it shall be) and stores all of them or none.
 * States are read inside the transaction, so that nothing that another tab stores meanwhile is lost.
 *
 * @returns the events that were stored
 * @throws whatever the database throws (quota, closed connection, CorruptRowError); nothing is stored then
 */
export async function recordMany(
  db: LamplightDb,
  items: readonly ItemId[],
  eventFor: (state: ItemState) => Undoable | null,
  context: ReplayContext,
): Promise<Undoable[]> {
  return db.transaction('rw', [...APPEND_TABLES], async () => {
    const logs = await eventsByItem(db, items);
    const changes: (Change & { readonly event: Undoable })[] = [];
    for (const [item, log] of logs) {
      const before = log.length === 0 ? newItemState(item) : replayItem(item, log, context);
      const event = eventFor(before);
      if (event) changes.push({ event, before, after: replayItem(item, [...log, event], context) });
    }
    await write(db, changes);
    return changes.map(({ event }) => event);
  });
}

/** Takes back events of different items, as if they had never been made: all of them or none. */
export async function voidMany(
  db: LamplightDb,
  targets: readonly Undoable[],
  stamp: () => Stamp,
  context: ReplayContext,
): Promise<void> {
  await db.transaction('rw', [...APPEND_TABLES], async () => {
    const logs = await eventsByItem(
      db,
      targets.map(({ item }) => item),
    );
    const changes = targets.map(({ id, item }): Change => {
      const log = logs.get(item) ?? [];
      const event: Voided = { type: 'voided', ...stamp(), item, target: id };
      return {
        event,
        before: replayItem(item, log, context),
        after: replayItem(item, [...log, event], context),
      };
    });
    await write(db, changes);
  });
}
