/** What one tab tells the others. */
import { afterEach, expect, test, vi } from 'vitest';
import { newsOf, onTabNews, tellTabs, type TabNews } from '#storage/tabs.ts';
import { eventBase, itemId, reviewed } from '../support/builders.ts';

const news: TabNews = { type: 'changed', item: itemId('q-one') };

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The next message that a channel hears. */
function nextOn(channel: BroadcastChannel): Promise<unknown> {
  return new Promise((resolve) => {
    channel.addEventListener('message', (event: MessageEvent) => resolve(event.data), { once: true });
  });
}

/** A channel has no target origin; only windows do. */
function post(channel: BroadcastChannel, message: unknown): void {
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage(message);
}

test('news reach the other tabs', async () => {
  const other = new BroadcastChannel('lamplight');
  const heard = nextOn(other);
  tellTabs(news);
  expect(await heard).toEqual(news);
  other.close();
});

test('news of other tabs are heard until one stops listening', async () => {
  const other = new BroadcastChannel('lamplight');
  const first: TabNews[] = [];
  const stop = onTabNews((each) => first.push(each));
  const second = new Promise<TabNews>((resolve) => {
    onTabNews(resolve);
  });
  post(other, news);
  await second;
  expect(first).toEqual([news]);
  stop();
  const third = new Promise<void>((resolve) => {
    onTabNews((each) => {
      if (each.type === 'replaced') resolve();
    });
  });
  post(other, { type: 'replaced' });
  await third;
  expect(first).toEqual([news]);
  other.close();
});

test('a flag and a note are told apart from what moves cards', () => {
  const item = itemId('q-one');
  expect(newsOf({ ...eventBase(1), type: 'flagged', on: true })).toEqual({ type: 'marked', item });
  expect(newsOf({ ...eventBase(2), type: 'noted', text: '' })).toEqual({ type: 'marked', item });
  expect(newsOf(reviewed(3))).toEqual({ type: 'changed', item });
});

test('a browser without channels is one tab, and nothing breaks', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.resetModules();
  const fresh = await import('#storage/tabs.ts');
  const stop = fresh.onTabNews(() => undefined);
  expect(() => {
    fresh.tellTabs(news);
    stop();
  }).not.toThrow();
});
