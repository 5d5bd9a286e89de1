/**
 * What has been stored since the days were last added up. The transaction of an event writes a line here and reads nothing; adding up is
 * left to those who look at the figures.
 */
import type { ItemId } from '#bank/item.ts';
import type { ItemState, Learning } from '#review/card-state.ts';
import type { EventType, LogEvent } from '#review/event.ts';
import type { EventId } from '#review/ids.ts';
import type { LamplightDb } from './database.ts';

export interface JournalRow {
  /** Given by the database; rises for ever. */
  readonly seq?: number;
  readonly event: EventId;
  readonly type: EventType;
  readonly item: ItemId;
  /** What the card had learnt before the event; missing for a card of which nothing was known. */
  readonly was?: Learning | undefined;
  /** The last event of the item before this one. */
  readonly last: ItemState['last'];
}

/** The line for an event that was made on a state. */
export function journalRow(event: LogEvent, before: ItemState): JournalRow {
  const { id, type, item } = event;
  const was = 'card' in event ? before.cards.get(event.card)?.learning : undefined;
  return { event: id, type, item, was, last: before.last };
}

/** The number of the last line that the journal ever had, in it or counted already: it rises with each event that is stored here. */
export async function lastLine(db: LamplightDb): Promise<number> {
  // In this order: lines that are counted in between are in the second by then.
  const line = await db.journal.orderBy('seq').last();
  const basis = (await db.tallies.get('basis')) as { readonly seq?: number } | undefined;
  return Math.max(line?.seq ?? 0, basis?.seq ?? 0);
}
