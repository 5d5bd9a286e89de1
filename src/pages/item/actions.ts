/** What a person does with an item on its own page: each is one event, stored as a review stores its grades. */
import type { ItemId } from '#bank/item.ts';
import type { StudyDay } from '#memory/study-day.ts';
import type { Environment } from '#pages/parts/environment.ts';
import { storeEvent, type Held, type Stored } from '#pages/parts/record.ts';
import type { LogEvent, Voided } from '#review/event.ts';
import { cardIdOf } from '#review/ids.ts';
import { getStorage } from '#storage/current.ts';
import { problemOf } from '#storage/database.ts';
import { readItemState } from '#storage/item-states.ts';
import { stampNow } from '#storage/stamp.ts';
import { newsOf, tellTabs } from '#storage/tabs.ts';
import { voidEvent } from '#storage/undo.ts';

export type Change =
  | { readonly type: 'flagged'; readonly on: boolean }
  | { readonly type: 'noted'; readonly text: string }
  | { readonly type: 'suspended'; readonly on: boolean }
  | { readonly type: 'rescheduled'; readonly day: StudyDay }
  | { readonly type: 'reset' };

/** An item as the page shows it. */
export interface Target extends Held {
  readonly item: ItemId;
}

type OwnEvent = Exclude<LogEvent, Voided>;

export interface Changed {
  readonly event: OwnEvent;
  readonly stored: Stored;
}

function eventOf(change: Change, item: ItemId, environment: Environment): OwnEvent {
  const stamp = stampNow(environment.device);
  if (change.type === 'flagged' || change.type === 'noted') return { ...change, ...stamp, item };
  const card = cardIdOf(item, null);
  if (change.type === 'rescheduled') return { type: change.type, ...stamp, item, days: [{ card, day: change.day }] };
  return { ...change, ...stamp, item, card };
}

/**
 * Stores a change. When the page shows a state that is no longer the last one, the change is made to the last one instead:
 * it says what shall be and not by how much. Only a note that somebody else has rewritten meanwhile is left alone.
 */
export async function changeItem(change: Change, target: Target, environment: Environment): Promise<Changed> {
  const { context } = environment;
  const event = eventOf(change, target.item, environment);
  const first = await storeEvent(event, target, context);
  if (first.kind !== 'conflict') return { event, stored: first };
  const state = await readItemState(getStorage().db, target.item, context);
  if (change.type === 'noted' && state.note !== target.state.note) return { event, stored: first };
  return { event, stored: await storeEvent(event, { ...target, state }, context) };
}

/** Takes one change back, as if it had never been made. */
export async function takeBack(event: OwnEvent, { device, context }: Environment): Promise<Stored> {
  try {
    const { state } = await voidEvent(getStorage().db, event, stampNow(device), context);
    tellTabs(newsOf(event));
    return { kind: 'stored', state };
  } catch (error) {
    return { kind: 'failed', full: problemOf(error) === 'full' };
  }
}
