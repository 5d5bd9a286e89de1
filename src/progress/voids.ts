/** Which events were taken back: one rule for all that is counted or listed without a replay. */
import type { ItemId } from '#bank/item.ts';
import type { LogEvent } from '#review/event.ts';
import type { EventId } from '#review/ids.ts';

/** Tells whether any of these events takes another one back. A void does so only with an event of its own item. */
export function takenBackBy(events: Iterable<LogEvent>): (event: Pick<LogEvent, 'id' | 'item'>) => boolean {
  const items = new Map<EventId, Set<ItemId>>();
  for (const event of events) {
    if (event.type !== 'voided') continue;
    const by = items.get(event.target) ?? new Set();
    items.set(event.target, by.add(event.item));
  }
  return ({ id, item }) => items.get(id)?.has(item) === true;
}
