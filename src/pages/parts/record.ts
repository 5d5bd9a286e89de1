/** Stores what a person did with one item, and says what came of it; every page that makes events goes through here. */
import type { ItemState } from '#review/card-state.ts';
import type { LogEvent } from '#review/event.ts';
import { applyEvent, replayItem, type ReplayContext } from '#review/reduce.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { readEventsOf } from '#storage/item-states.ts';
import type { Place } from '#storage/place.ts';
import { recordEvent } from '#storage/record-event.ts';
import { newsOf, tellTabs } from '#storage/tabs.ts';

/** What an event is applied to: the item's state as the page knows it, and its place in the bank. */
export interface Held {
  readonly state: ItemState;
  readonly place: Place | null;
  /** The epoch of the state, where a page holds it longer than a live query would. */
  readonly epoch?: number;
}

export type Stored =
  | { readonly kind: 'stored'; readonly state: ItemState }
  /** Another tab stored something for this item first, or made all cards anew; nothing was written. */
  | { readonly kind: 'conflict' }
  /** The database refused; nothing was written. */
  | { readonly kind: 'failed'; readonly full: boolean };

/**
 * Applies an event and stores it with the state that follows, then tells the other tabs. Unless the clock jumped back, all
 * requests are issued in the caller's own task, so that a page that is left in the next moment has lost nothing.
 */
export async function storeEvent(event: LogEvent, held: Held, context: ReplayContext): Promise<Stored> {
  const { db } = getStorage();
  const { state: before, ...basis } = held;
  try {
    const after =
      applyEvent(before, event, context) ??
      replayItem(event.item, [...(await readEventsOf(db, event.item)), event], context);
    const recorded = await recordEvent(db, { ...basis, event, before, after });
    if (recorded === 'conflict') return { kind: 'conflict' };
    tellTabs(newsOf(event));
    return { kind: 'stored', state: after };
  } catch (error) {
    return { kind: 'failed', full: problemOf(error) === 'full' };
  }
}
