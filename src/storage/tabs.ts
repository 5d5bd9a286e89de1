/** Tells the other tabs what was stored here, so that no two of them go on with the same card. */
import type { ItemId } from '#bank/item.ts';
import type { LogEvent } from '#review/event.ts';

export type TabNews =
  /** Something that decides when the item's cards are asked. */
  | { readonly type: 'changed'; readonly item: ItemId }
  /** A flag or a note: the item's cards are as they were. */
  | { readonly type: 'marked'; readonly item: ItemId }
  | { readonly type: 'replaced' };

const CHANNEL = 'lamplight';
let channel: BroadcastChannel | null = null;

function connect(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
}

function open(): BroadcastChannel | null {
  channel ??= connect();
  return channel;
}

/** Whether an event, or taking it back, leaves the item's cards as they are. */
export function isMark<E extends Pick<LogEvent, 'type'>>(event: E): event is Extract<E, { type: 'flagged' | 'noted' }> {
  return event.type === 'flagged' || event.type === 'noted';
}

/** What the other tabs are to know of an event that was stored or taken back. */
export function newsOf(event: LogEvent): TabNews {
  return { type: isMark(event) ? 'marked' : 'changed', item: event.item };
}

/** Tells every other tab. */
export function tellTabs(news: TabNews): void {
  open()?.postMessage(news);
}

/** Tells every tab, this one among them: a channel does not hear itself. */
export function tellAllTabs(news: TabNews): void {
  const other = connect();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target, it is of this origin
  other?.postMessage(news);
  other?.close();
}

/** Listens to the other tabs; returns how to stop. */
export function onTabNews(listen: (news: TabNews) => void): () => void {
  const source = open();
  const handle = (event: MessageEvent<TabNews>): void => listen(event.data);
  source?.addEventListener('message', handle);
  return () => source?.removeEventListener('message', handle);
}
