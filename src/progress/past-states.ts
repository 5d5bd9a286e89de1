/** What was known on days of the past: the log replayed up to each of them. */
import type { ItemId } from '#bank/item.ts';
import { newItemState, type CardState, type ItemState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import type { CardId } from '#review/ids.ts';
import { applyEvent, type ReplayContext } from '#review/reduce.ts';
import { standingOnes } from '#review/voids.ts';

export type CardStates = ReadonlyMap<CardId, CardState>;

/**
 * The cards that the log knew before each of some moments: one pass, in the order of the moments. What was undone later was never there.
 * Each map is a new one, and complete.
 *
 * @param beforeMs epoch ms, rising
 */
export function* statesBefore(
  events: readonly LogEvent[],
  beforeMs: readonly number[],
  context: ReplayContext,
): Generator<CardStates> {
  const ordered = standingOnes(events);
  const items = new Map<ItemId, ItemState>();
  let next = 0;
  for (const limit of beforeMs) {
    for (let event = ordered[next]; event && event.atMs < limit; event = ordered[next]) {
      const state = items.get(event.item) ?? newItemState(event.item);
      items.set(event.item, applyEvent(state, event, context) ?? state);
      next += 1;
    }
    yield new Map([...items.values()].flatMap(({ cards }) => [...cards]));
  }
}
