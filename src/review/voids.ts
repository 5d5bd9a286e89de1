/** Which events were taken back: one rule for the replay and for all that is counted or listed without one. */
import type { ItemId } from '#bank/item.ts';
import { compareEvents, type LogEvent } from './event.ts';
import type { EventId } from './ids.ts';

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

/** The events that stand, each once, in the order of the log; given in any order and with duplicates. */
export function standingOnes(events: readonly LogEvent[]): LogEvent[] {
  const isTakenBack = takenBackBy(events);
  const seen = new Set<EventId>();
  return events.toSorted(compareEvents).filter((event) => {
    const stands = !seen.has(event.id) && !isTakenBack(event);
    seen.add(event.id);
    return stands;
  });
}
