/**
 * What has been stored since the days were last added up. The transaction of an event writes a line here and reads nothing; adding up is
 * left to those who look at the figures.
 */
import type { ItemId } from '#bank/item.ts';
import type { ItemState, Learning } from '#review/card-state.ts';
import type { EventType, LogEvent } from '#review/event.ts';
import type { EventId } from '#review/ids.ts';

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
