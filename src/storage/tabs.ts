/** Tells the other tabs what was stored here, so that no two of them go on with the same card. */
import type { ItemId } from '#bank/item.ts';

export type TabNews = { readonly type: 'changed'; readonly item: ItemId } | { readonly type: 'replaced' };

const CHANNEL = 'lamplight';
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  channel ??= new BroadcastChannel(CHANNEL);
  return channel;
}

/** Tells every other tab. */
export function tellTabs(news: TabNews): void {
  open()?.postMessage(news);
}

/** Listens to the other tabs; returns how to stop. */
export function onTabNews(listen: (news: TabNews) => void): () => void {
  const source = open();
  const handle = (event: MessageEvent<TabNews>): void => listen(event.data);
  source?.addEventListener('message', handle);
  return () => source?.removeEventListener('message', handle);
}
